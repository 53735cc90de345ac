import type { Extract } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asMoment } from './convert.js';
import type { Fragment } from './fragment.js';
import type { Scope } from './scope.js';

const formats: Readonly<Record<string, string>> = {
  year: '%Y',
  month: '%m',
  day: '%d',
  hour: '%H',
  minute: '%M',
  second: '%S',
};

/** `EXTRACT(YEAR FROM x)`. */
export function extract(node: Extract, scope: Scope, context: Context): Fragment {
  const format = formats[node.field];
  if (format === undefined) throw unsupported(`EXTRACT does not know the field ${node.field}.`);
  const moment = asMoment(context.expression(node.source, scope), context);
  // Oracle, "EXTRACT (datetime)": the fields of a time with a time zone are those of UTC.
  const sql =
    moment.zoned === undefined ? moment.sql : `sw_to_utc(${moment.zoned.sql}, ${moment.zoned.timeZone})`;
  return { sql: `CAST(strftime('${format}', ${sql}, 'unixepoch') AS INTEGER)`, kind: 'int' };
}
