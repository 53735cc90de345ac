/** Oracle's "SQL Language Reference", the datatype DATE: years from -4712 to 9999. */
const earliest = Date.UTC(-4712, 0, 1) / 1000;
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
