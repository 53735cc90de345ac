import { secondsADay, wallClockSeconds } from '../database/calendar.js';
import { julianEpoch } from './check-date.js';
import {
  type ElementPart,
  isNumbered,
  type LiteralPart,
  type MaskPart,
  parseDateMask,
  timeElements,
} from './date-mask.js';
import { dayNames, monthNames, romanMonths } from './format-date.js';

/** What a date text says, as far as it was read. */
interface Reading {
  year?: number;
  /** How many digits the year was written with, and by which element. */
  yearDigits?: number;
  yearElement?: string;
  isBeforeChrist?: boolean;
  month?: number;
  day?: number;
  dayOfYear?: number;
  weekday?: number;
  julianDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Of a second. */
  fraction?: number;
  secondOfDay?: number;
  isAfternoon?: boolean;
  zoneHour?: string;
  zoneMinute?: string;
  zoneRegion?: string;
}

/** A time as a text tells it. */
export interface ParsedDate {
  /** On the wall clock of the zone, or of the account where there is none. */
  readonly seconds: number;
  /** A region, or an offset such as `+02:00`. */
  readonly zone: string | null;
}

/**
 * TO_DATE. What the mask does not say is the first of the current month, at midnight.
 *
 * @param now For the current year and month: the wall clock in seconds.
 * @throws {RangeError} The text does not fit the mask, or there is no such day.
 * @see Oracle, SQL Language Reference 19c, "String-to-Date Conversion Rules"
 */
export function parseDate(text: string, mask: string, now: () => number): ParsedDate {
  const { parts, inputProblem } = parseDateMask(mask);
  if (inputProblem !== null)
    throw new RangeError(`A date is not read by the mask '${mask}': ${inputProblem}.`);
  const reading = readParts(text, parts);
  if (typeof reading === 'string')
    throw new RangeError(`'${text}' does not fit the date mask '${mask}'${reading}.`);
  const seconds = secondsOf(reading, now);
  if (seconds === undefined) throw new RangeError(`'${text}' names no day or time that there is.`);
  return { seconds, zone: zoneOf(reading) };
}

function readParts(text: string, parts: readonly MaskPart[]): Reading | string {
  const reading: Reading = {};
  let rest = text.trim();
  for (const [index, part] of parts.entries()) {
    if (rest === '' && (part.kind === 'literal' || timeElements.has(part.name)) && !part.exact) continue;
    const next = parts[index + 1];
    const endsNumber = next === undefined || next.kind === 'literal' || !isNumbered(next.name);
    const read =
      part.kind === 'literal' ? readLiteral(rest, part) : readElement(rest, part, { reading, endsNumber });
    if (read === undefined) return '';
    // TO_CHAR pads names.
    rest = part.kind === 'element' && !isNumbered(part.name) && !part.exact ? read.trimStart() : read;
  }
  return rest.trim() === '' ? reading : `: '${rest}' is left over`;
}

/** What is left behind the literal; undefined when it is not there. */
function readLiteral(rest: string, { text, quoted, exact }: LiteralPart): string | undefined {
  if (quoted || exact) return rest.startsWith(text) ? rest.slice(text.length) : undefined;
  // Any punctuation stands for any other, and may be left out between digits.
  return /^[^A-Za-z0-9]/.test(rest) ? rest.slice(1) : rest;
}

const digitsOf: Readonly<Partial<Record<ElementPart['name'], number>>> = {
  SYYYY: 4,
  YYYY: 4,
  YYY: 3,
  YY: 2,
  Y: 1,
  RRRR: 4,
  RR: 2,
  MM: 2,
  DDD: 3,
  DD: 2,
  D: 1,
  J: 7,
  HH24: 2,
  HH12: 2,
  HH: 2,
  MI: 2,
  SS: 2,
  SSSSS: 5,
};

interface ReadingPlace {
  readonly reading: Reading;
  /** No digits of another element follow. */
  readonly endsNumber: boolean;
}

/** Notes what the element says and returns what is left behind it; undefined when it does not fit. */
function readElement(rest: string, part: ElementPart, place: ReadingPlace): string | undefined {
  const { reading } = place;
  const { name, exact } = part;
  const trimmed = exact ? rest : rest.trimStart();
  const take = (pattern: RegExp, note: (match: RegExpExecArray) => void): string | undefined => {
    const match = pattern.exec(trimmed);
    if (match === null) return undefined;
    note(match);
    return trimmed.slice(match[0].length);
  };
  const digits = digitsOf[name];
  if (digits !== undefined) {
    // Where two digits do not fit, Oracle tries the element with four, and where a month has no digits, its name.
    const most = (name === 'YY' || name === 'RR') && place.endsNumber && !exact ? 4 : digits;
    const least = exact && !part.bare ? digits : 1;
    const sign = name === 'SYYYY' ? '[-+]?' : '';
    const read = take(new RegExp(`^(${sign})(\\d{${least},${most}})`), ([, mark = '', found = '']) => {
      if (mark === '-') reading.isBeforeChrist = true;
      readNumber(name, found, reading);
    });
    return read ?? (name === 'MM' && !exact ? readMonth(trimmed, reading) : undefined);
  }
  switch (name) {
    case 'Y,YYY':
      return take(/^(\d),(\d{3})/, ([, thousands = '', others = '']) =>
        readNumber('YYYY', thousands + others, reading),
      );
    case 'MONTH':
    case 'MON':
      return readMonth(trimmed, reading);
    case 'RM':
      return take(/^[IVX]+/i, ([numeral]) => {
        reading.month = romanMonths.indexOf(numeral.toUpperCase()) + 1;
      });
    case 'DAY':
    case 'DY': {
      const found = beginning(trimmed, dayNames);
      if (found === undefined) return undefined;
      reading.weekday = found.index;
      return trimmed.slice(found.length);
    }
    case 'FF':
      return take(/^\d{1,9}/, ([found]) => {
        reading.fraction = Number(`0.${found}`);
      });
    case 'X':
      return take(/^[.,]/, () => undefined);
    case 'AM':
    case 'PM':
    case 'A.M.':
    case 'P.M.':
      return take(/^([ap])\.?m\.?/i, ([, letter = '']) => {
        reading.isAfternoon = letter.toLowerCase() === 'p';
      });
    case 'AD':
    case 'BC':
    case 'A.D.':
    case 'B.C.':
      return take(/^(a\.?d|b\.?c)\.?/i, ([era]) => {
        reading.isBeforeChrist = era.toLowerCase().startsWith('b');
      });
    case 'TZH':
      return take(/^[+-]?\d{1,2}/, ([found]) => {
        reading.zoneHour = found;
      });
    case 'TZM':
      return take(/^\d{2}/, ([found]) => {
        reading.zoneMinute = found;
      });
    case 'TZR':
      return take(/^(?:[A-Za-z][\w+-]*(?:\/[\w+-]+)*|[+-]\d{1,2}:\d{2})/, ([found]) => {
        reading.zoneRegion = found;
      });
    case 'TZD':
      return take(/^[A-Za-z]{1,5}/, () => undefined);
    default:
      return undefined;
  }
}

function readMonth(rest: string, reading: Reading): string | undefined {
  const found = beginning(rest, monthNames);
  if (found === undefined) return undefined;
  reading.month = found.index + 1;
  return rest.slice(found.length);
}

/** Which of the names a text begins with, spelled out or by its first three letters. */
function beginning(
  text: string,
  names: readonly string[],
): { readonly index: number; readonly length: number } | undefined {
  const lower = text.toLowerCase();
  const index = names.findIndex((name) => lower.startsWith(name.slice(0, 3).toLowerCase()));
  const name = names[index]?.toLowerCase();
  if (name === undefined) return undefined;
  return { index, length: lower.startsWith(name) ? name.length : 3 };
}

function readNumber(name: ElementPart['name'], digits: string, reading: Reading): void {
  const value = Number(digits);
  switch (name) {
    case 'MM':
      reading.month = value;
      break;
    case 'DDD':
      reading.dayOfYear = value;
      break;
    case 'DD':
      reading.day = value;
      break;
    case 'D':
      reading.weekday = value - 1;
      break;
    case 'J':
      reading.julianDay = value;
      break;
    case 'HH24':
      reading.hour = value;
      break;
    case 'HH12':
    case 'HH':
      // 12 is the hour before 1. There is no hour 0, nor 13.
      reading.hour = value >= 1 && value <= 12 ? value % 12 : Number.NaN;
      break;
    case 'MI':
      reading.minute = value;
      break;
    case 'SS':
      reading.second = value;
      break;
    case 'SSSSS':
      reading.secondOfDay = value;
      break;
    default:
      reading.year = value;
      reading.yearDigits = digits.length;
      reading.yearElement = name;
  }
}

const lastJulianDay = 5_373_484;

/** Undefined: there is no such day or time. */
function secondsOf(reading: Reading, now: () => number): number | undefined {
  const time = secondOfDay(reading);
  const day = dayOf(reading, now);
  if (time === undefined || day === undefined) return undefined;
  const { weekday } = reading;
  if (weekday !== undefined && weekday !== (((day / secondsADay + 4) % 7) + 7) % 7) return undefined;
  return day + time + (reading.fraction ?? 0);
}

function secondOfDay({
  hour = 0,
  minute = 0,
  second = 0,
  secondOfDay,
  isAfternoon,
}: Reading): number | undefined {
  if (secondOfDay !== undefined) return secondOfDay < secondsADay ? secondOfDay : undefined;
  if (!(hour < 24 && minute < 60 && second < 60)) return undefined;
  return (hour + (isAfternoon === true ? 12 : 0)) * 3600 + minute * 60 + second;
}

/** The midnight that a day begins with. */
function dayOf(reading: Reading, now: () => number): number | undefined {
  const { julianDay, dayOfYear } = reading;
  if (julianDay !== undefined) {
    return julianDay >= 1 && julianDay <= lastJulianDay ? (julianDay - julianEpoch) * secondsADay : undefined;
  }
  const today = (): Date => new Date(now() * 1000);
  const year = yearOf(reading, () => today().getUTCFullYear());
  if (year === undefined) return undefined;
  if (dayOfYear === undefined) {
    return wallClockSeconds({
      year,
      month: reading.month ?? today().getUTCMonth() + 1,
      day: reading.day ?? 1,
    });
  }
  const first = wallClockSeconds({ year, month: 1, day: 1 });
  const last = wallClockSeconds({ year, month: 12, day: 31 });
  if (first === undefined || last === undefined) return undefined;
  const found = first + (dayOfYear - 1) * secondsADay;
  return dayOfYear >= 1 && found <= last ? found : undefined;
}

function yearOf(reading: Reading, currentYear: () => number): number | undefined {
  const { year, yearDigits = 0, yearElement, isBeforeChrist } = reading;
  if (year === undefined) return currentYear();
  switch (yearElement) {
    case 'RR':
    case 'RRRR':
      return yearDigits > 2 ? year : roundedYear(year, currentYear());
    case 'YYY':
    case 'YY':
    case 'Y': {
      if (yearDigits > yearElement.length) return year;
      const span = 10 ** yearElement.length;
      return Math.floor(currentYear() / span) * span + year;
    }
    default:
      // There is no year 0.
      if (year === 0) return undefined;
      return isBeforeChrist === true ? -year : year;
  }
}

/** Oracle, "The RR Datetime Format Element": the year of two digits that is nearest, by halves of centuries. */
function roundedYear(digits: number, currentYear: number): number {
  const century = Math.floor(currentYear / 100) * 100;
  const isFirstHalf = currentYear % 100 < 50;
  if (digits < 50) return digits + (isFirstHalf ? century : century + 100);
  return digits + (isFirstHalf ? century - 100 : century);
}

function zoneOf({ zoneHour, zoneMinute = '00', zoneRegion }: Reading): string | null {
  return zoneHour === undefined ? (zoneRegion ?? null) : `${zoneHour}:${zoneMinute}`;
}
