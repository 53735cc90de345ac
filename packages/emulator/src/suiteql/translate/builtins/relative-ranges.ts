import { secondsADay } from '../../../database/calendar.js';
import { unsupported } from '../../rejection.js';
import { addMonths } from '../../sqlite/months.js';
import { truncateDate } from '../../sqlite/truncate-date.js';
import type { Context } from '../context.js';
import { dateConstant, type Fragment } from '../fragment.js';
import { optionOf } from './option.js';
import {
  type DayOffset,
  type RangeUnit,
  type RelativeRange,
  type RelativeSpan,
  relativeRangeOf,
} from './relative-range-ids.js';

interface Range {
  readonly start: number;
  /** The first second after the range. */
  readonly end: number;
}

/**
 * BUILTIN.RELATIVE_RANGES: the first or last day of a range around today.
 *
 * Assumed: a week begins on Sunday, a business week on Monday, and a fiscal year in January; END is the
 * last second of the range, and its day alone with 'DATETIME_AS_DATE'.
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

function rangeOf(id: string, today: number): Range | undefined {
  const relative = relativeRangeOf(id);
  return relative === undefined ? undefined : resolve(relative, today);
}

function resolve(relative: RelativeRange, today: number): Range {
  const day = ({ months, days }: DayOffset): number => addMonths(today, months) + days * secondsADay;
  switch (relative.unit) {
    case 'same day':
      return { start: day(relative), end: day(relative) + secondsADay };
    case 'rolling':
      return { start: day(relative.first), end: day(relative.last) + secondsADay };
    case 'bounded': {
      const [unit, offset] = relative.to;
      return { start: startOf(relative.from, today), end: shifted(startOf(unit, today), unit, offset + 1) };
    }
    case 'start': {
      const { start } = resolve(relative.of, today);
      return { start, end: start + secondsADay };
    }
    default: {
      const { unit, offset, count, toDate } = relative;
      const start = shifted(startOf(unit, today), unit, offset);
      return { start, end: toDate ? dayAlike(relative, today) : shifted(start, unit, count) };
    }
  }
}

/** The end of the day that is to its unit as today is to the present one. */
function dayAlike({ unit, offset, count }: RelativeSpan, today: number): number {
  return shifted(today, unit, offset + count - 1) + secondsADay;
}

const months: Readonly<Partial<Record<RangeUnit, number>>> = { month: 1, quarter: 3, half: 6, year: 12 };

function shifted(seconds: number, unit: RangeUnit, amount: number): number {
  const length = months[unit];
  if (length !== undefined) return addMonths(seconds, amount * length);
  return seconds + amount * (unit === 'day' ? 1 : 7) * secondsADay;
}

function startOf(unit: RangeUnit, today: number): number {
  if (unit === 'day') return today;
  if (unit === 'week') return truncateDate(today, 'D');
  if (unit === 'business week') return truncateDate(today, 'IW');
  const month = truncateDate(today, 'MM');
  return addMonths(month, -(new Date(month * 1000).getUTCMonth() % (months[unit] ?? 1)));
}
