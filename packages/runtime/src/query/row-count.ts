import { showValue } from '../show-value.js';

/** Whether a value is a number of rows. */
export function isRowCount(rows: unknown): rows is number {
  return Number.isSafeInteger(rows) && (rows as number) >= 0;
}

/**
 * A number of rows as the user gives it.
 *
 * @throws {TypeError} It is none.
 */
export function checkedRows(name: 'take' | 'offset', rows: number): number {
  if (isRowCount(rows)) return rows;
  throw new TypeError(`${name}(${showValue(rows)}): give a whole number of rows, 0 or more.`);
}
