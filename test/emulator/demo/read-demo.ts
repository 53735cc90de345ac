import type { ColumnKind, KnownTable } from '@suitewright/schema';
import { type DemoRowsOptions, demoRows } from '../../../packages/emulator/src/demo/demo-rows.js';
import type { Row } from '../../../packages/emulator/src/demo/row.js';

/** All rows of the demo account by table. */
export function readDemo(options: DemoRowsOptions): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  for (const { table, rows } of demoRows(options)) {
    const known = tables.get(table) ?? [];
    known.push(...rows);
    tables.set(table, known);
  }
  return tables;
}

/** The table that a `ref:` or `multi:` column points to. */
export function targetOf(kind: ColumnKind): string | null {
  return /^(?:ref|multi):(.+)$/.exec(kind)?.[1] ?? null;
}

/** The values of a table's primary key, as text. */
export function keysOf(table: KnownTable, rows: readonly Row[]): ReadonlySet<string> {
  const key = table.primaryKey;
  return new Set(key === null ? [] : rows.map((row) => String(row[key])));
}

/** Money as whole cents, so that sums are exact. */
export function cents(value: Row[string] | undefined): number {
  return Math.round(Number(value ?? 0) * 100);
}
