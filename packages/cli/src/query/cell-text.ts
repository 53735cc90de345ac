import type { WireRow } from '@suitewright/runtime';

/** A wire value as text. NULL, which is absent on the wire, is empty. */
function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value of a column as text. What a row inherits is no column of it: `__proto__` may be one that is NULL. */
export function cellOf(row: WireRow, column: string): string {
  return cellText(Object.hasOwn(row, column) ? row[column] : null);
}
