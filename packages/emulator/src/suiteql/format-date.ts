import { secondsADay } from '../database/calendar.js';
import { checkDate, julianEpoch } from './check-date.js';
import { type ElementPart, isNumbered, type NumberedElement, parseDateMask } from './date-mask.js';
import { ordinalEnding, spelledNumber, spelledOrdinal, spelledYear } from './spelled-number.js';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const longestName = 9;
const longestNumeral = 4;
/** The time zone that a time is of. */
export interface ZoneFacts {
  /** A region such as `America/New_York`, or an offset such as `-05:00`. */
  readonly name: string;
  /** `PDT`. Empty where the zone is an offset. */
  readonly abbreviation: string;
  /** Ahead of UTC, as `-07:00`. */
  readonly offset: string;
}

interface Moment {
  /** On the wall clock, as if that were UTC. */
  readonly date: Date;
  readonly microseconds: number;
  readonly zone: (() => ZoneFacts) | undefined;
}

/**
 * TO_CHAR of a date.
 *
 * @param zone Asked only where the mask shows it.
 * @throws {RangeError} The mask is not understood, or Oracle has no such date.
 */
export function formatDate(seconds: number, mask: string, zone?: () => ZoneFacts): string {
  // A double keeps microseconds of today's dates.
  const microseconds = Math.round((checkDate(seconds) - Math.floor(seconds)) * 1e6);
  const whole = Math.floor(seconds) + Math.floor(microseconds / 1e6);
  const moment: Moment = { date: new Date(whole * 1000), microseconds: microseconds % 1e6, zone };
  return parseDateMask(mask)
    .parts.map((part) => (part.kind === 'literal' ? part.text : elementText(moment, part)))
    .join('');
}

function elementText(moment: Moment, part: ElementPart): string {
  const { date, microseconds } = moment;
  const { name, written, bare } = part;
  if (isNumbered(name)) return numberedText(date, name, part);
  const padded = (value: string, width: number): string => {
    const cased = likeWritten(value, written);
    return bare ? cased : cased.padEnd(width);
  };
  const year = date.getUTCFullYear();
  const isMorning = date.getUTCHours() < 12;
  switch (name) {
    case 'Y,YYY':
      return String(Math.abs(year))
        .padStart(4, '0')
        .replace(/(?=...$)/, ',');
    case 'YEAR':
      return likeWritten(spelledYear(Math.abs(year)), written);
    case 'SYEAR':
      return `${signOf(year, bare)}${likeWritten(spelledYear(Math.abs(year)), written)}`;
    case 'MONTH':
      return padded(monthNames[date.getUTCMonth()] ?? '', longestName);
    case 'MON':
      return likeWritten((monthNames[date.getUTCMonth()] ?? '').slice(0, 3), written);
    case 'RM':
      return padded(romanMonths[date.getUTCMonth()] ?? '', longestNumeral);
    case 'DAY':
      return padded(dayNames[date.getUTCDay()] ?? '', longestName);
    case 'DY':
      return likeWritten((dayNames[date.getUTCDay()] ?? '').slice(0, 3), written);
    case 'FF':
      return String(microseconds).padStart(6, '0').padEnd(9, '0').slice(0, part.digits);
    case 'X':
      return '.';
    case 'A.M.':
    case 'P.M.':
      return likeWritten(isMorning ? 'A.M.' : 'P.M.', written);
    case 'AM':
    case 'PM':
      return likeWritten(isMorning ? 'AM' : 'PM', written);
    case 'AD':
    case 'BC':
      return likeWritten(year > 0 ? 'AD' : 'BC', written);
    case 'A.D.':
    case 'B.C.':
      return likeWritten(year > 0 ? 'A.D.' : 'B.C.', written);
    case 'TZR':
      return zoneOf(moment).name;
    case 'TZD':
      return zoneOf(moment).abbreviation;
    case 'TZH':
      return zoneOf(moment).offset.slice(0, 3);
    case 'TZM':
      return zoneOf(moment).offset.slice(4);
  }
}

function zoneOf({ zone }: Moment): ZoneFacts {
  if (zone === undefined) throw new RangeError('A DATE has no time zone.');
  return zone();
}

function numberedText(date: Date, name: NumberedElement, { written, bare, suffix }: ElementPart): string {
  const [value, width] = numbered(date, name);
  const magnitude = Math.abs(value);
  if (suffix === 'SP') return likeWritten(spelledNumber(magnitude), written);
  if (suffix === 'SPTH') return likeWritten(spelledOrdinal(magnitude), written);
  const digits = bare ? String(magnitude) : String(magnitude).padStart(width, '0');
  const ending = suffix === null ? '' : ordinalEnding(magnitude);
  const sign = name === 'SYYYY' || name === 'SCC' ? signOf(value, bare) : '';
  return `${sign}${digits}${isUpperCase(written) ? ending.toUpperCase() : ending}`;
}

/** A number of a date, and how many digits it is filled up to. */
function numbered(date: Date, name: NumberedElement): readonly [value: number, width: number] {
  const year = date.getUTCFullYear();
  const hour = date.getUTCHours();
  const days = Math.floor(date.getTime() / 1000 / secondsADay);
  switch (name) {
    case 'SYYYY':
    case 'YYYY':
    case 'RRRR':
      return [year, 4];
    case 'YYY':
      return [year % 1000, 3];
    case 'YY':
    case 'RR':
      return [year % 100, 2];
    case 'Y':
      return [year % 10, 1];
    case 'IYYY':
      return [isoWeek(date).year, 4];
    case 'IYY':
      return [isoWeek(date).year % 1000, 3];
    case 'IY':
      return [isoWeek(date).year % 100, 2];
    case 'I':
      return [isoWeek(date).year % 10, 1];
    case 'MM':
      return [date.getUTCMonth() + 1, 2];
    case 'MI':
      return [date.getUTCMinutes(), 2];
    case 'DDD':
      return [dayOfYear(date), 3];
    case 'DD':
      return [date.getUTCDate(), 2];
    case 'D':
      return [date.getUTCDay() + 1, 1];
    case 'HH24':
      return [hour, 2];
    case 'HH12':
    case 'HH':
      return [hour % 12 === 0 ? 12 : hour % 12, 2];
    case 'SSSSS':
      return [date.getTime() / 1000 - days * secondsADay, 5];
    case 'SS':
      return [date.getUTCSeconds(), 2];
    case 'Q':
      return [Math.floor(date.getUTCMonth() / 3) + 1, 1];
    case 'WW':
      return [Math.floor((dayOfYear(date) - 1) / 7) + 1, 2];
    case 'IW':
      return [isoWeek(date).week, 2];
    case 'W':
      return [Math.floor((date.getUTCDate() - 1) / 7) + 1, 1];
    case 'J':
      return [days + julianEpoch, 7];
    case 'CC':
    case 'SCC':
      return [Math.sign(year) * Math.ceil(Math.abs(year) / 100), 2];
  }
}

/** S: a minus sign for years BC, otherwise a space. */
function signOf(year: number, bare: boolean): string {
  if (year < 0) return '-';
  return bare ? '' : ' ';
}

/** MONTH → JANUARY, Month → January, month → january: the first two letters say which. */
function likeWritten(value: string, written: string): string {
  if (isUpperCase(written)) return value.toUpperCase();
  return /^[^a-z]*[A-Z]/.test(written) ? value : value.toLowerCase();
}

function isUpperCase(written: string): boolean {
  const letters = written.replace(/[^a-z]/gi, '').slice(0, 2);
  return letters === letters.toUpperCase();
}

function dayOfYear(date: Date): number {
  const start = new Date(date);
  start.setUTCMonth(0, 1);
  start.setUTCHours(0, 0, 0, 0);
  return Math.floor((date.getTime() - start.getTime()) / 1000 / secondsADay) + 1;
}

function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  // The week belongs to the year that its Thursday is in.
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * secondsADay * 1000);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}
