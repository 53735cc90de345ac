import { secondsADay } from '../database/calendar.js';
import { checkDate } from './check-date.js';
import { type MaskElement, parseDateMask } from './date-mask.js';

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

const longestName = 9;
const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const longestNumeral = 4;
const julianEpoch = 2_440_588;

/**
 * TO_CHAR of a date.
 *
 * @throws {RangeError} The mask is not understood, or Oracle has no such date.
 */
export function formatDate(seconds: number, mask: string): string {
  const date = new Date(checkDate(seconds) * 1000);
  return parseDateMask(mask)
    .parts.map((part) =>
      part.kind === 'literal'
        ? part.text
        : elementText(date, part.name, { written: part.written, bare: part.bare }),
    )
    .join('');
}

interface ElementStyle {
  readonly written: string;
  readonly bare: boolean;
}

function elementText(date: Date, name: MaskElement, { written, bare }: ElementStyle): string {
  const number = (value: number, width: number): string =>
    bare ? String(value) : String(value).padStart(width, '0');
  const word = (value: string): string => {
    const cased = likeWritten(value, written);
    return bare ? cased : cased.padEnd(longestName);
  };
  const year = date.getUTCFullYear();
  const hour = date.getUTCHours();
  switch (name) {
    case 'SYYYY':
      return ` ${number(year, 4)}`;
    case 'YYYY':
    case 'RRRR':
      return number(year, 4);
    case 'Y,YYY':
      return `${Math.floor(year / 1000)},${String(year % 1000).padStart(3, '0')}`;
    case 'YYY':
      return number(year % 1000, 3);
    case 'YY':
    case 'RR':
      return number(year % 100, 2);
    case 'Y':
      return String(year % 10);
    case 'IYYY':
      return number(isoWeek(date).year, 4);
    case 'IYY':
      return number(isoWeek(date).year % 1000, 3);
    case 'IY':
      return number(isoWeek(date).year % 100, 2);
    case 'I':
      return String(isoWeek(date).year % 10);
    case 'MONTH':
      return word(monthNames[date.getUTCMonth()] ?? '');
    case 'MON':
      return likeWritten((monthNames[date.getUTCMonth()] ?? '').slice(0, 3), written);
    case 'RM': {
      const numeral = likeWritten(romanMonths[date.getUTCMonth()] ?? '', written);
      return bare ? numeral : numeral.padEnd(longestNumeral);
    }
    case 'MM':
      return number(date.getUTCMonth() + 1, 2);
    case 'MI':
      return number(date.getUTCMinutes(), 2);
    case 'DDD':
      return number(dayOfYear(date), 3);
    case 'DD':
      return number(date.getUTCDate(), 2);
    case 'DAY':
      return word(dayNames[date.getUTCDay()] ?? '');
    case 'DY':
      return likeWritten((dayNames[date.getUTCDay()] ?? '').slice(0, 3), written);
    case 'D':
      return String(date.getUTCDay() + 1);
    case 'HH24':
      return number(hour, 2);
    case 'HH12':
    case 'HH':
      return number(hour % 12 === 0 ? 12 : hour % 12, 2);
    case 'SSSSS':
      return number(date.getTime() / 1000 - Math.floor(date.getTime() / 1000 / secondsADay) * secondsADay, 5);
    case 'SS':
      return number(date.getUTCSeconds(), 2);
    case 'FF':
      return '0'.repeat(Number(written.charAt(2) || '6'));
    case 'A.M.':
    case 'P.M.':
      return likeWritten(hour < 12 ? 'A.M.' : 'P.M.', written);
    case 'AM':
    case 'PM':
      return likeWritten(hour < 12 ? 'AM' : 'PM', written);
    case 'AD':
    case 'BC':
      return likeWritten(year > 0 ? 'AD' : 'BC', written);
    case 'A.D.':
    case 'B.C.':
      return likeWritten(year > 0 ? 'A.D.' : 'B.C.', written);
    case 'Q':
      return String(Math.floor(date.getUTCMonth() / 3) + 1);
    case 'WW':
      return number(Math.floor((dayOfYear(date) - 1) / 7) + 1, 2);
    case 'IW':
      return number(isoWeek(date).week, 2);
    case 'W':
      return String(Math.floor((date.getUTCDate() - 1) / 7) + 1);
    case 'J':
      return String(Math.floor(date.getTime() / 1000 / secondsADay) + julianEpoch);
    case 'CC':
      return number(Math.floor((year - 1) / 100) + 1, 2);
  }
}

/** MONTH → JANUARY, Month → January, month → january. */
function likeWritten(value: string, written: string): string {
  if (written === written.toUpperCase()) return value.toUpperCase();
  if (written === written.toLowerCase()) return value.toLowerCase();
  return value;
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 1000 / secondsADay) + 1;
}

function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  // The week belongs to the year that its Thursday is in.
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * secondsADay * 1000);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}
