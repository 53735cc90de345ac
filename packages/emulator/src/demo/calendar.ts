import type { Random } from './random.js';

/** The days on which the demo account does business: three years, up to the emulator's today. */
export interface Calendar {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Months since year 0, as `monthOf` gives them. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /**
   * A moment in business hours of a day, at the latest of the day before the last: an emulator starts at any time of
   * its today, and nothing may have been entered or changed after that.
   */
  moment(day: number, random: Random): string;
  /** A date or datetime that was written for an account whose last day is 2026-06-30, moved to this account's days. */
  moved(text: string): string;
}

const millisecondsPerDay = 86_400_000;
const daysOfBusiness = 1096;
const writtenLastDay = dayOf('2026-06-30');

/** @param today `YYYY-MM-DD`. The same day gives the same rows. */
export function createCalendar(today: string): Calendar {
  const lastDay = dayOf(today);
  const firstDay = lastDay - daysOfBusiness + 1;
  return {
    firstDay,
    lastDay,
    firstMonth: monthOf(firstDay),
    lastMonth: monthOf(lastDay),
    moment: (day, random) => momentOf(Math.min(day, lastDay - 1), random),
    moved: (text) => `${isoDate(dayOf(text.slice(0, 10)) - writtenLastDay + lastDay)}${text.slice(10)}`,
  };
}

/** Days since 1970-01-01. */
function dayOf(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / millisecondsPerDay;
}

const dates = new Map<number, string>();

/** `2026-03-08` for a number of days since 1970-01-01. */
export function isoDate(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  dates.set(day, text);
  return text;
}

function momentOf(day: number, random: Random): string {
  const minutes = random.integer(7 * 60, 19 * 60);
  return `${isoDate(day)}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(random.integer(0, 59))}`;
}

const months = new Map<number, number>();

/** Months since year 0, to look up what holds for a month. */
export function monthOf(day: number): number {
  const known = months.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * millisecondsPerDay);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  months.set(day, month);
  return month;
}

/** The first day of a month that `monthOf` gave. */
export function firstDayOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
