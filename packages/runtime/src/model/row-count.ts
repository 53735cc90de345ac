import { isRowCount } from '../query/row-count.js';

/** @throws {TypeError} It is no number of rows. */
export function checkRowCount(name: 'take' | 'skip', rows: number | undefined): void {
  if (rows === undefined || isRowCount(rows)) return;
  throw new TypeError(`${name}: ${String(rows)} is not a number of rows. Give a whole number, 0 or more.`);
}
