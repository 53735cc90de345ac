import { daysInMonth, secondsADay } from '../../database/calendar.js';

/** ADD_MONTHS: the last day of a month goes to the last day of the other. */
export function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const total = year * 12 + month + Math.trunc(months);
  const [toYear, toMonth] = [Math.floor(total / 12), ((total % 12) + 12) % 12];
  const last = daysInMonth(toYear, toMonth + 1);
  const isLast = day === daysInMonth(year, month + 1);
  const moved = new Date(date.getTime());
  moved.setUTCFullYear(toYear, toMonth, isLast ? last : Math.min(day, last));
  return moved.getTime() / 1000;
}

const daysAMonth = 31;

/** MONTHS_BETWEEN: whole months between equal days and between last days, otherwise parts of 31 days. */
export function monthsBetween(later: number, earlier: number): number {
  const [left, right] = [new Date(later * 1000), new Date(earlier * 1000)];
  const months =
    (left.getUTCFullYear() - right.getUTCFullYear()) * 12 + left.getUTCMonth() - right.getUTCMonth();
  const bothLast = isLastDay(left) && isLastDay(right);
  if (left.getUTCDate() === right.getUTCDate() || bothLast) return months;
  return months + (dayAndTime(left) - dayAndTime(right)) / daysAMonth;
}

function isLastDay(date: Date): boolean {
  return date.getUTCDate() === daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

function dayAndTime(date: Date): number {
  const seconds = date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds();
  return date.getUTCDate() + seconds / secondsADay;
}
