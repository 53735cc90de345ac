import { daysInMonth, secondsADay } from '../../database/calendar.js';
import { divideNumbers, type StoredNumber } from '../stored-number.js';

/** ADD_MONTHS: the last day of a month goes to the last day of the other. */
export function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  return toMonth(date, months, (last) => (isLastDay(date) ? last : date.getUTCDate()));
}

/** The same day of another month, or the last of a month that is too short for it. */
export function moveMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  return toMonth(date, months, () => date.getUTCDate());
}

/**
 * Adds an interval of months. The day stays.
 *
 * @see "Datetime/Interval Arithmetic", Oracle's "SQL Language Reference"
 * @throws {RangeError} The month has no such day.
 */
export function addMonthInterval(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  return toMonth(date, months, (last) => {
    if (date.getUTCDate() <= last) return date.getUTCDate();
    throw new RangeError(
      'An interval leads to a day that its month does not have (ORA-01839). ADD_MONTHS takes its last day.',
    );
  });
}

function toMonth(date: Date, months: number, dayOf: (last: number) => number): number {
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + Math.trunc(months);
  const [year, month] = [Math.floor(total / 12), ((total % 12) + 12) % 12];
  const last = daysInMonth(year, month + 1);
  const moved = new Date(date.getTime());
  moved.setUTCFullYear(year, month, Math.min(dayOf(last), last));
  return moved.getTime() / 1000;
}

const secondsAMonth = 31 * secondsADay;

/** MONTHS_BETWEEN: whole months between equal days and between last days, otherwise parts of 31 days. */
export function monthsBetween(later: number, earlier: number): StoredNumber {
  const [left, right] = [new Date(later * 1000), new Date(earlier * 1000)];
  const months =
    (left.getUTCFullYear() - right.getUTCFullYear()) * 12 + left.getUTCMonth() - right.getUTCMonth();
  const bothLast = isLastDay(left) && isLastDay(right);
  if (left.getUTCDate() === right.getUTCDate() || bothLast) return months;
  const seconds = secondsOfMonth(left) - secondsOfMonth(right);
  return divideNumbers(months * secondsAMonth + seconds, secondsAMonth);
}

function isLastDay(date: Date): boolean {
  return date.getUTCDate() === daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

function secondsOfMonth(date: Date): number {
  const seconds = date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds();
  return date.getUTCDate() * secondsADay + seconds;
}
