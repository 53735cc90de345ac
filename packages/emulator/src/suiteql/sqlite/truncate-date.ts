import { secondsADay } from '../../database/calendar.js';
import { addMonths } from './months.js';

const yearMasks = ['SYYYY', 'YYYY', 'YEAR', 'SYEAR', 'YYY', 'YY', 'Y'];
const monthMasks = ['MONTH', 'MON', 'MM', 'RM'];
const dayMasks = ['DDD', 'DD', 'J'];
const weekMasks = ['DAY', 'DY', 'D'];
const hourMasks = ['HH', 'HH12', 'HH24'];

/**
 * TRUNC of a date to the unit of a mask.
 *
 * @throws {RangeError} The mask names no unit.
 */
export function truncateDate(seconds: number, mask: string): number {
  const unit = mask.toUpperCase();
  const date = new Date(seconds * 1000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const day = Math.floor(seconds / secondsADay) * secondsADay;
  if (dayMasks.includes(unit)) return day;
  if (monthMasks.includes(unit)) return Date.UTC(year, month, 1) / 1000;
  if (yearMasks.includes(unit)) return Date.UTC(year, 0, 1) / 1000;
  if (unit === 'Q') return Date.UTC(year, month - (month % 3), 1) / 1000;
  if (unit === 'CC') return Date.UTC(year - ((year - 1) % 100), 0, 1) / 1000;
  if (weekMasks.includes(unit)) return day - date.getUTCDay() * secondsADay;
  if (unit === 'IW') return day - ((date.getUTCDay() + 6) % 7) * secondsADay;
  // WW: the weekday of January 1st; W: that of the first of the month.
  if (unit === 'WW') return backTo(day, Date.UTC(year, 0, 1) / 1000);
  if (unit === 'W') return backTo(day, Date.UTC(year, month, 1) / 1000);
  if (hourMasks.includes(unit)) return seconds - (seconds % 3600);
  if (unit === 'MI') return seconds - (seconds % 60);
  if (unit === 'IYYY' || unit === 'IY' || unit === 'I') return isoYearStart(date);
  throw new RangeError(`'${mask}' is no unit that a date can be cut to.`);
}

/** ROUND of a date to the nearest unit; the middle goes up. A year turns in July, a month on the 16th. */
export function roundDate(seconds: number, mask: string): number {
  const unit = mask.toUpperCase();
  if (monthMasks.includes(unit)) {
    const day = new Date(seconds * 1000).getUTCDate();
    return addMonths(truncateDate(seconds, 'MM'), day >= 16 ? 1 : 0);
  }
  if (yearMasks.includes(unit)) {
    const month = new Date(seconds * 1000).getUTCMonth();
    return addMonths(truncateDate(seconds, 'YYYY'), month >= 6 ? 12 : 0);
  }
  if (unit === 'Q') {
    // The middle of a quarter is the 16th of its second month.
    const date = new Date(seconds * 1000);
    const monthOfQuarter = date.getUTCMonth() % 3;
    const later = monthOfQuarter === 2 || (monthOfQuarter === 1 && date.getUTCDate() >= 16);
    return addMonths(truncateDate(seconds, 'Q'), later ? 3 : 0);
  }
  const lengths: readonly (readonly [readonly string[], number])[] = [
    [dayMasks, secondsADay],
    [hourMasks, 3600],
    [['MI'], 60],
    [[...weekMasks, 'IW', 'WW', 'W'], 7 * secondsADay],
  ];
  const length = lengths.find(([masks]) => masks.includes(unit))?.[1];
  if (length === undefined) throw new RangeError(`'${mask}' is no unit that a date can be rounded to here.`);
  const start = truncateDate(seconds, mask);
  return seconds - start >= length / 2 ? start + length : start;
}

function backTo(day: number, start: number): number {
  return day - ((day - start) % (7 * secondsADay));
}

function isoYearStart(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * secondsADay * 1000);
  const fourth = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4));
  return fourth.getTime() / 1000 - ((fourth.getUTCDay() + 6) % 7) * secondsADay;
}
