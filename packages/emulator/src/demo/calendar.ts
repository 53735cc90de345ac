import type { Random } from './random.js';

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01. */
function dayOf(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / millisecondsPerDay;
}

/** The first and the last day on which the demo account does business. Fixed: same seed, same rows. */
export const firstDay: number = dayOf('2023-07-01');
export const lastDay: number = dayOf('2026-06-30');

const dates = new Map<number, string>();

/** `2026-03-08` for a number of days since 1970-01-01. */
export function isoDate(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  dates.set(day, text);
  return text;
}

/** A moment in business hours of a day. */
export function isoDateTime(day: number, random: Random): string {
  const minutes = random.integer(7 * 60, 19 * 60);
  return `${isoDate(day)}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(random.integer(0, 59))}`;
}

/** Months since year 0, to look up what holds for a month. */
export function monthOf(day: number): number {
  const known = months[day - monthsFrom];
  return known ?? computeMonth(day);
}

/** The first day of a month that `monthOf` gave. */
export function firstDayOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

const monthsFrom = firstDay - 400;
const months: readonly number[] = Array.from({ length: lastDay - firstDay + 1200 }, (_, index) =>
  computeMonth(monthsFrom + index),
);

function computeMonth(day: number): number {
  const date = new Date(day * millisecondsPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
