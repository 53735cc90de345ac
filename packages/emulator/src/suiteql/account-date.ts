import type { DateFormat } from '../account/definition.js';
import { wallClockSeconds } from '../database/calendar.js';
import { checkDate } from './check-date.js';

/**
 * A stored date as the account prints it: 3/8/2026. Times are not shown.
 *
 * @throws {RangeError} Oracle has no such date.
 */
export function formatAccountDate(seconds: number, format: DateFormat): string {
  const date = new Date(checkDate(seconds) * 1000);
  const day = date.getUTCDate();
  const month = date.getUTCMonth() + 1;
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  switch (format) {
    case 'M/D/YYYY':
      return `${month}/${day}/${year}`;
    case 'D/M/YYYY':
      return `${day}/${month}/${year}`;
    case 'D.M.YYYY':
      return `${day}.${month}.${year}`;
    case 'MM/DD/YYYY':
      return `${twoDigits(month)}/${twoDigits(day)}/${year}`;
    case 'DD/MM/YYYY':
      return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
    case 'YYYY-MM-DD':
      return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  }
}

const timeOfDay = String.raw`(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap]m))?)?`;

/** Reads a date in the account's format, with a time behind it or not. Undefined when it is none. */
export function parseAccountDate(text: string, format: DateFormat): number | undefined {
  const separator = format.includes('/') ? '/' : format.includes('.') ? String.raw`\.` : '-';
  const order = format.split(/[/.-]/).map((part) => part.charAt(0));
  const digits = order.map((part) => (part === 'Y' ? String.raw`(\d{4})` : String.raw`(\d{1,2})`));
  const match = new RegExp(`^\\s*${digits.join(separator)}${timeOfDay}\\s*$`, 'i').exec(text);
  if (match === null) return undefined;
  const part = (letter: string): number => Number(match[order.indexOf(letter) + 1]);
  const [hour, minute, second] = [match[4] ?? '0', match[5] ?? '0', match[6] ?? '0'].map(Number);
  const meridian = match[7]?.toLowerCase();
  const hours = meridian === undefined ? hour : ((hour ?? 0) % 12) + (meridian === 'pm' ? 12 : 0);
  return wallClockSeconds({
    year: part('Y'),
    month: part('M'),
    day: part('D'),
    hour: hours ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  });
}
