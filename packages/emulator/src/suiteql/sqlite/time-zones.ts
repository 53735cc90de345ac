import { utcOffset, wallClockAt } from '../../database/calendar.js';
import type { ZoneFacts } from '../format-date.js';

/** The zones of NEW_TIME, in hours ahead of UTC. Oracle, SQL Language Reference, "NEW_TIME". */
const letters: Readonly<Record<string, number>> = {
  AST: -4,
  ADT: -3,
  BST: -11,
  BDT: -10,
  CST: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  GMT: 0,
  HST: -10,
  HDT: -9,
  MST: -7,
  MDT: -6,
  NST: -3.5,
  PST: -8,
  PDT: -7,
  YST: -9,
  YDT: -8,
};

/**
 * Seconds by which a zone of NEW_TIME is ahead of UTC.
 *
 * @throws {RangeError} It is none.
 */
export function letteredOffset(zone: string): number {
  const name = zone.toUpperCase();
  const hours = Object.hasOwn(letters, name) ? letters[name] : undefined;
  if (hours === undefined) throw new RangeError(`'${zone}' is no time zone of NEW_TIME.`);
  return hours * 3600;
}

/**
 * Seconds by which the clocks of a zone are ahead of UTC when they show a time.
 *
 * @param zone A region such as `America/New_York`, or an offset such as `-05:00`.
 * @throws {RangeError} It is neither.
 */
export function offsetAtWallClock(zone: string, seconds: number): number {
  return fixedOffset(zone) ?? utcOffset(seconds, zone);
}

/**
 * TZ_OFFSET: by how much a zone is ahead of UTC at an instant, as `+02:00`.
 *
 * @throws {RangeError} It is no zone.
 */
export function offsetText(zone: string, instant: number): string {
  const seconds = fixedOffset(zone) ?? wallClockAt(new Date(instant * 1000), zone) - instant;
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${seconds < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/**
 * What TO_CHAR shows of the zone of a time on its wall clock.
 *
 * @throws {RangeError} It is no zone.
 */
export function zoneFacts(zone: string, seconds: number): ZoneFacts {
  const instant = seconds - offsetAtWallClock(zone, seconds);
  const offset = offsetText(zone, instant);
  return fixedOffset(zone) === undefined
    ? { name: zone, abbreviation: abbreviation(zone, instant) ?? offset, offset }
    : { name: offset, abbreviation: '', offset };
}

/** Zones are abbreviated by those who live in them; others say GMT+2. */
const locales = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA', 'en-CA'];

function abbreviation(timeZone: string, instant: number): string | undefined {
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
    const parts = format.formatToParts(new Date(instant * 1000));
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
    if (name !== undefined && /^[A-Z]+$/.test(name)) return name;
  }
  return undefined;
}

/**
 * A time on the wall clock of one zone, on that of another.
 *
 * @throws {RangeError} One of them is no zone.
 */
export function movedToZone(seconds: number, from: string, to: string): number {
  const instant = seconds - offsetAtWallClock(from, seconds);
  // Clocks show whole seconds; the rest of one stays as it is.
  const whole = Math.floor(instant);
  return wallClockAt(new Date(whole * 1000), to) + (instant - whole);
}

function fixedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-]?)(\d{1,2}):(\d\d)$/.exec(zone.trim()) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
