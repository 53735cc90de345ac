import { wallClockSeconds } from '../database/calendar.js';
import { type MaskElement, type MaskPart, parseDateMask } from './date-mask.js';
import { dayNames, monthNames } from './format-date.js';

/** What a date text says, as far as it was read. */
interface Reading {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  minute?: number;
  second?: number;
  secondOfDay?: number;
  afternoon?: boolean;
}

/**
 * TO_DATE. What the mask does not say is the first of the current month, at midnight.
 *
 * @param now For the current year and month: the wall clock in seconds.
 * @throws {RangeError} The text does not fit the mask, or there is no such day.
 */
export function parseDate(text: string, mask: string, now: () => number): number {
  const reading: Reading = {};
  let rest = text.trim();
  const { parts } = parseDateMask(mask);
  for (const part of parts) {
    if (rest === '' && !isNeeded(part)) break;
    const read = part.kind === 'literal' ? readLiteral(rest, part) : readElement(rest, part.name, reading);
    if (read === undefined) throw misfit(text, mask);
    rest = read;
  }
  if (rest.trim() !== '') throw misfit(text, mask);
  const hour =
    reading.afternoon === undefined || reading.hour === undefined
      ? (reading.hour ?? 0)
      : (reading.hour % 12) + (reading.afternoon ? 12 : 0);
  const byDayOfYear = reading.dayOfYear !== undefined;
  const seconds = wallClockSeconds({
    year: reading.year ?? new Date(now() * 1000).getUTCFullYear(),
    month: byDayOfYear ? 1 : (reading.month ?? new Date(now() * 1000).getUTCMonth() + 1),
    day: byDayOfYear ? 1 : (reading.day ?? 1),
    hour,
    minute: reading.minute ?? 0,
    second: reading.second ?? 0,
  });
  if (seconds === undefined) throw new RangeError(`'${text}' names no day or time that there is.`);
  return seconds + ((reading.dayOfYear ?? 1) - 1) * 86_400 + (reading.secondOfDay ?? 0);
}

// Oracle lets a text end before the time of its mask, not before the date.
function isNeeded(part: MaskPart): boolean {
  return (
    part.kind === 'element' && ['YYYY', 'YY', 'RRRR', 'RR', 'MM', 'MON', 'MONTH', 'DD'].includes(part.name)
  );
}

/** What is left behind the literal; undefined when it is not there. */
function readLiteral(rest: string, part: MaskPart & { kind: 'literal' }): string | undefined {
  if (part.quoted) return rest.startsWith(part.text) ? rest.slice(part.text.length) : undefined;
  // Any punctuation stands for any other, and may be left out between digits.
  return /^[^A-Za-z0-9]/.test(rest) ? rest.slice(1) : rest;
}

const digitsOf: Partial<Record<MaskElement, number>> = {
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
  HH24: 2,
  HH12: 2,
  HH: 2,
  MI: 2,
  SS: 2,
  SSSSS: 5,
  FF: 9,
};

/** Notes what the element says and returns what is left behind it; undefined when it does not fit. */
function readElement(rest: string, name: MaskElement, reading: Reading): string | undefined {
  const trimmed = rest.trimStart();
  const digits = digitsOf[name];
  if (digits !== undefined) {
    const match = new RegExp(`^\\d{1,${digits}}`).exec(trimmed);
    if (match === null) return undefined;
    readNumber(name, Number(match[0]), match[0].length, reading);
    return trimmed.slice(match[0].length);
  }
  if (name === 'MONTH' || name === 'MON') {
    const names = name === 'MONTH' ? monthNames : monthNames.map((month) => month.slice(0, 3));
    // A month may be spelt out where its abbreviation is asked for, and the other way round.
    for (const candidates of [monthNames, names, monthNames.map((month) => month.slice(0, 3))]) {
      const index = candidates.findIndex((month) => trimmed.toLowerCase().startsWith(month.toLowerCase()));
      if (index >= 0) {
        reading.month = index + 1;
        return trimmed.slice(candidates[index]?.length ?? 0);
      }
    }
    return undefined;
  }
  if (name === 'DAY' || name === 'DY') {
    const day = [...dayNames, ...dayNames.map((word) => word.slice(0, 3))].find((word) =>
      trimmed.toLowerCase().startsWith(word.toLowerCase()),
    );
    if (day === undefined) return undefined;
    return trimmed.slice(day.length);
  }
  const meridian = /^([ap])\.?m\.?/i.exec(trimmed);
  if (meridian === null || !['AM', 'PM', 'A.M.', 'P.M.'].includes(name)) return undefined;
  reading.afternoon = meridian[1]?.toLowerCase() === 'p';
  return trimmed.slice(meridian[0].length);
}

function readNumber(name: MaskElement, value: number, length: number, reading: Reading): void {
  switch (name) {
    case 'SYYYY':
    case 'YYYY':
      reading.year = value;
      break;
    case 'RRRR':
    case 'RR':
      reading.year = length > 2 ? value : value + (value < 50 ? 2000 : 1900);
      break;
    case 'YYY':
    case 'YY':
    case 'Y':
      reading.year = 2000 + value;
      break;
    case 'MM':
      reading.month = value;
      break;
    case 'DDD':
      reading.dayOfYear = value;
      break;
    case 'DD':
      reading.day = value;
      break;
    case 'HH24':
    case 'HH12':
    case 'HH':
      reading.hour = value;
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
  }
}

function misfit(text: string, mask: string): RangeError {
  return new RangeError(`'${text}' does not fit the date mask '${mask}'.`);
}
