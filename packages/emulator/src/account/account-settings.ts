import type { Clock } from '../clock.js';
import { secondsADay, utcOffset, wallClockAt } from '../database/calendar.js';
import { type DateFormat, dateFormats, type NumberFormat, numberFormats } from './definition.js';
import { demoAccount } from './demo-account.js';

/** What an account's administrator chooses, and the day that it is there. */
export interface AccountSettings {
  /** The day on which the emulator was started, `YYYY-MM-DD`. */
  readonly today: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly dateFormat: DateFormat;
  readonly numberFormat: NumberFormat;
}

export interface SettingsOptions {
  readonly today?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly dateFormat?: DateFormat | undefined;
  readonly numberFormat?: NumberFormat | undefined;
}

/**
 * The settings that were asked for, and otherwise the demo account's and the day by the clock.
 *
 * @throws {TypeError} There is no such day, time zone or format.
 */
export function accountSettings(options: SettingsOptions, clock: Clock): AccountSettings {
  const {
    timeZone = demoAccount.timeZone,
    dateFormat = demoAccount.dateFormat,
    numberFormat = demoAccount.numberFormat,
  } = options;
  if (!isZone(timeZone)) {
    throw wrongOption('timeZone', timeZone, 'the IANA name of a time zone, such as America/New_York');
  }
  if (!dateFormats.includes(dateFormat)) {
    throw wrongOption('dateFormat', dateFormat, `one of ${dateFormats.join(', ')}`);
  }
  if (!numberFormats.includes(numberFormat)) {
    throw wrongOption('numberFormat', numberFormat, `one of ${numberFormats.join(' | ')}`);
  }
  const today = options.today ?? isoDay(wallClockAt(new Date(clock()), timeZone));
  if (options.today !== undefined && !isDay(options.today)) {
    throw wrongOption('today', options.today, 'a day from 1980-01-01 to 2199-12-31 as YYYY-MM-DD');
  }
  return { today, timeZone, dateFormat, numberFormat };
}

/**
 * The clock by which the account's data are read and written: the given one, moved by so much that it shows `today`
 * now, at the same time of day.
 */
export function accountClock(clock: Clock, { today, timeZone }: AccountSettings): Clock {
  const start = clock();
  const wallClock = wallClockAt(new Date(start), timeZone);
  if (isoDay(wallClock) === today) return clock;
  const moved = Date.parse(`${today}T00:00:00Z`) / 1000 + (wallClock % secondsADay);
  const shiftMs = (moved - utcOffset(moved, timeZone) - Math.floor(start / 1000)) * 1000;
  return () => clock() + shiftMs;
}

function isoDay(wallClockSeconds: number): string {
  return new Date(wallClockSeconds * 1000).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const isWritten = /^(?:19[89]|20\d|21\d)\d-\d\d-\d\d$/.test(text);
  return isWritten && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function wrongOption(option: string, value: string, wanted: string): TypeError {
  return new TypeError(`The emulator's option ${option} is '${value.slice(0, 100)}'. Give ${wanted}.`);
}
