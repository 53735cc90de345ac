import { unsupported } from '../../rejection.js';
import { addMonths } from '../../sqlite/months.js';
import { truncateDate } from '../../sqlite/truncate-date.js';
import type { Context } from '../context.js';
import type { Fragment } from '../fragment.js';
import { optionOf } from './option.js';

const periodMonths: Readonly<Record<string, number>> = { P: 1, Q: 3, Y: 12 };
const offsets: Readonly<Record<string, number>> = { L: -1, T: 0, N: 1 };

/**
 * BUILTIN.PERIOD: the accounting period that is this, the last or the next one.
 *
 * Assumed: the range ids are TP, LP, NP for periods, TFQ and TFY with their kin for quarters and years;
 * START and END of a period name the same row, of a quarter or year its first and last month.
 */
export function period(given: readonly Fragment[], context: Context): Fragment {
  const id = optionOf(given[0], '', 'BUILTIN.PERIOD');
  const side = optionOf(given[1], 'START', 'BUILTIN.PERIOD');
  const [, which = '', unit = ''] = /^([LTN])F?([PQY])$/.exec(id) ?? [];
  const length = periodMonths[unit];
  if (length === undefined || (side !== 'START' && side !== 'END')) {
    throw unsupported(`BUILTIN.PERIOD('${id}', '${side}') is not emulated.`);
  }
  const month = truncateDate(context.now(), 'MM');
  const first = addMonths(
    month,
    -(new Date(month * 1000).getUTCMonth() % length) + (offsets[which] ?? 0) * length,
  );
  const start = side === 'START' ? first : addMonths(first, length - 1);
  const row = context.uniqueName('p');
  return {
    sql:
      `(SELECT ${row}."id" FROM "accountingperiod" AS ${row} WHERE ${row}."startdate" = ${start} ` +
      `AND coalesce(${row}."isquarter", 'F') = 'F' AND coalesce(${row}."isyear", 'F') = 'F' ORDER BY ${row}."id" LIMIT 1)`,
    kind: 'ref:accountingperiod',
  };
}
