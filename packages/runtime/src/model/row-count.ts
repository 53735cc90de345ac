import { isRowCount } from '../query/row-count.js';
import { showValue } from '../show-value.js';

/**
 * @param place Where it stands, for messages.
 * @throws {TypeError} It is no number of rows.
 */
export function checkRowCount(name: 'take' | 'skip', rows: unknown, place: string): void {
  if (rows === undefined || isRowCount(rows)) return;
  throw new TypeError(
    `${place}: ${name}: ${showValue(rows)} is not a number of rows. Give a whole number, 0 or more.`,
  );
}
