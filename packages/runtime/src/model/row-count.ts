/** @throws {TypeError} It is no number of rows. */
export function checkRowCount(name: 'take' | 'skip', rows: number | undefined): void {
  if (rows === undefined || (Number.isSafeInteger(rows) && rows >= 0)) return;
  throw new TypeError(`${name}: ${String(rows)} is not a number of rows. Give a whole number, 0 or more.`);
}
