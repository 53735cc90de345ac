import { secondsADay } from '../../../database/calendar.js';
import { unsupported } from '../../rejection.js';
import { addMonths } from '../../sqlite/months.js';
import { truncateDate } from '../../sqlite/truncate-date.js';
import type { Context } from '../context.js';
import { dateConstant, type Fragment } from '../fragment.js';
import { optionOf } from './option.js';

interface Range {
  readonly start: number;
  /** The first second after the range. */
  readonly end: number;
}

/**
 * BUILTIN.RELATIVE_RANGES: the first or last day of a range around today.
 *
 * Assumed: ids are those of N/query's relative dates; a week begins on Sunday and a fiscal year in
 * January; END is the last second of the range, and its day alone with 'DATETIME_AS_DATE'.
 */
export function relativeRange(given: readonly Fragment[], context: Context): Fragment {
  const id = optionOf(given[0], '', 'BUILTIN.RELATIVE_RANGES');
  const side = optionOf(given[1], 'START', 'BUILTIN.RELATIVE_RANGES');
  const asDate = optionOf(given[2], '', 'BUILTIN.RELATIVE_RANGES') === 'DATETIME_AS_DATE';
  const range = rangeOf(id, truncateDate(context.now(), 'DD'));
  if (range === undefined || (side !== 'START' && side !== 'END')) {
    throw unsupported(`BUILTIN.RELATIVE_RANGES('${id}', '${side}') is not emulated.`);
  }
  const seconds = side === 'START' ? range.start : range.end - (asDate ? secondsADay : 1);
  return dateConstant(seconds, asDate || side === 'START' ? 'date' : 'datetime');
}

const months: Readonly<Record<string, number>> = { M: 1, Q: 3, FQ: 3, H: 6, FH: 6, Y: 12, FY: 12 };
const offsets: Readonly<Record<string, number>> = { L: -1, T: 0, N: 1 };

function rangeOf(id: string, today: number): Range | undefined {
  const day = (offset: number): Range => ({
    start: today + offset * secondsADay,
    end: today + (offset + 1) * secondsADay,
  });
  if (id === 'TODAY') return day(0);
  if (id === 'YESTERDAY') return day(-1);
  if (id === 'TOMORROW') return day(1);
  const period = /^([LTN])(FQ|FH|FY|[WMQHY])(TD)?$/.exec(id);
  if (period !== null) return periodRange(period, today);
  const distance = /^([DWMQY])(AGO|FN)(\d+)$/.exec(id);
  if (distance === null) return undefined;
  const [, unit = 'D', direction, count = '0'] = distance;
  const amount = Number(count) * (direction === 'AGO' ? -1 : 1);
  if (unit === 'D' || unit === 'W') return day(amount * (unit === 'W' ? 7 : 1));
  const start = addMonths(today, amount * (months[unit] ?? 1));
  return { start, end: start + secondsADay };
}

function periodRange([, which = 'T', unit = 'M', toDate]: RegExpExecArray, today: number): Range {
  const offset = offsets[which] ?? 0;
  const length = months[unit];
  if (length === undefined) {
    const start = truncateDate(today, 'D') + offset * 7 * secondsADay;
    return { start, end: toDate === undefined ? start + 7 * secondsADay : today + secondsADay };
  }
  const month = truncateDate(today, 'MM');
  const monthOfYear = new Date(month * 1000).getUTCMonth();
  const start = addMonths(month, -(monthOfYear % length) + offset * length);
  if (toDate === undefined) return { start, end: addMonths(start, length) };
  return { start, end: addMonths(today, offset * length) + secondsADay };
}
