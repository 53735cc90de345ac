import { asDouble, asMoment, asText } from '../convert.js';
import { text } from '../fragment.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

export const dateFunctions: Readonly<Record<string, ScalarFunction>> = {
  add_months: scalarFunction(2, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_add_months(${moment.sql}, ${asDouble(argumentAt(given, 1))})`, kind: moment.kind };
  }),
  months_between: scalarFunction(2, (given, context) => {
    const [later, earlier] = given.map((argument) => asMoment(argument, context).sql);
    return { sql: `sw_months_between(${later}, ${earlier})`, kind: 'num', wide: true };
  }),
  last_day: scalarFunction(1, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_last_day(${moment.sql})`, kind: moment.kind };
  }),
  next_day: scalarFunction(2, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    return { sql: `sw_next_day(${moment.sql}, ${asText(argumentAt(given, 1))})`, kind: moment.kind };
  }),
  new_time: scalarFunction(3, (given, context) => {
    const moment = asMoment(argumentAt(given, 0), context);
    const [from, to] = [asText(argumentAt(given, 1)), asText(argumentAt(given, 2))];
    return { sql: `sw_new_time(${moment.sql}, ${from}, ${to})`, kind: 'datetime' };
  }),
  // Its clock shows what it showed before; only what looks at the zone tells the difference.
  from_tz: scalarFunction(2, (given, context) => {
    const { sql } = asMoment(argumentAt(given, 0), context);
    return { sql, kind: 'datetime', zoned: { sql, timeZone: asText(argumentAt(given, 1)) } };
  }),
  sys_extract_utc: scalarFunction(1, (given, context) => {
    const { sql, zoned } = asMoment(argumentAt(given, 0), context);
    const values = zoned === undefined ? sql : `${zoned.sql}, ${zoned.timeZone}`;
    return { sql: `sw_to_utc(${values})`, kind: 'datetime' };
  }),
  tz_offset: scalarFunction(1, (given) => text(`sw_tz_offset(${asText(argumentAt(given, 0))})`)),
};
