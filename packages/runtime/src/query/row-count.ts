/**
 * A number of rows as the user gives it.
 *
 * @throws {TypeError} It is none.
 */
export function checkedRows(name: 'take' | 'offset', rows: number): number {
  if (Number.isSafeInteger(rows) && rows >= 0) return rows;
  throw new TypeError(`${name}(${rows}): give a whole number of rows, 0 or more.`);
}
