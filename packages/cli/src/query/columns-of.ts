import type { WireRow } from '@suitewright/runtime';

/** Every column that one of the rows has, in the order of appearance. */
export function columnsOf(rows: readonly WireRow[]): readonly string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}
