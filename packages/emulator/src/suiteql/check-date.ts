import { secondsADay } from '../database/calendar.js';

/** The Julian day of 1970-01-01. */
export const julianEpoch = 2_440_588;

/** Oracle's "SQL Language Reference", the datatype DATE: from January 1, 4712 BC, Julian day 1, to the year 9999. */
const earliest = (1 - julianEpoch) * secondsADay;
const latest = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * The seconds of a stored date, if Oracle has such a date.
 *
 * @throws {RangeError} It has none.
 */
export function checkDate(seconds: number): number {
  if (seconds >= earliest && seconds <= latest) return seconds;
  throw new RangeError('The year of a date must be between -4712 and 9999 (ORA-01841).');
}
