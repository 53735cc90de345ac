import type { KnownTable } from '@suitewright/schema';
import type { SQLiteValue } from 'node-sqlite3-wasm';
import { highestIdsTable, quoteName } from '../database/create-tables.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Page } from '../server/page.js';
import type { RecordType } from './record-type.js';

/** A row as SQLite keeps it. */
export type StoredRow = Readonly<Record<string, SQLiteValue>>;

export interface RowKey {
  readonly column: string;
  readonly value: string | number;
}

/** The row of a record by a column that identifies it. Null: there is none of this type. */
export function findRow({ sqlite }: EmulatorDatabase, type: RecordType, key: RowKey): StoredRow | null {
  const where = [...type.conditions.map(conditionSql), `${quoteName(key.column)} = ?`].join(' AND ');
  const text = `SELECT * FROM ${quoteName(type.table.name)} WHERE ${where}`;
  const values = [...type.conditions.map(({ value }) => value), key.value];
  // Without `expand`, the values of a row are plain.
  return sqlite.get(text, values) as StoredRow | null;
}

/** Rows of a table that belong to another row. */
export function findRows({ sqlite }: EmulatorDatabase, table: string, key: RowKey): readonly StoredRow[] {
  const text = `SELECT * FROM ${quoteName(table)} WHERE ${quoteName(key.column)} = ?`;
  return sqlite.all(text, [key.value]) as readonly StoredRow[];
}

/** Ids of a record's rows, ascending: those of one page, and how many there are. */
export function listIds(
  { sqlite }: EmulatorDatabase,
  type: RecordType,
  { limit, offset }: Page,
): { readonly ids: readonly string[]; readonly total: number } {
  const where = type.conditions.map(conditionSql).join(' AND ') || 'TRUE';
  const values = type.conditions.map(({ value }) => value);
  const from = `FROM ${quoteName(type.table.name)} WHERE ${where}`;
  const key = quoteName(type.primaryKey);
  const count = sqlite.get(`SELECT COUNT(*) AS total ${from}`, values) as StoredRow;
  const text = `SELECT ${key} AS id ${from} ORDER BY ${key} LIMIT ? OFFSET ?`;
  const rows = sqlite.all(text, [...values, limit, offset]) as readonly StoredRow[];
  return { ids: rows.map(({ id }) => String(id)), total: Number(count.total) };
}

/** What stands for a row in words. Null: there is no such row, or nothing that does. */
export function displayName(database: EmulatorDatabase, table: KnownTable, id: string): string | null {
  const { primaryKey, displayColumns } = table;
  if (primaryKey === null || displayColumns.length === 0) return null;
  const text =
    `SELECT COALESCE(${[...displayColumns.map(quoteName), 'NULL'].join(', ')}) AS name ` +
    `FROM ${quoteName(table.name)} WHERE ${quoteName(primaryKey)} = ?`;
  const name = (database.sqlite.get(text, [id]) as StoredRow | null)?.name;
  return name === undefined || name === null ? null : String(name);
}

/** Whether a table has a row with this primary key. */
export function rowExists({ sqlite }: EmulatorDatabase, table: KnownTable, id: string): boolean {
  if (table.primaryKey === null) return true;
  const text = `SELECT 1 FROM ${quoteName(table.name)} WHERE ${quoteName(table.primaryKey)} = ?`;
  return sqlite.get(text, [id]) !== null;
}

/** One more than the highest id that the tables, which share their ids, ever had. */
export function nextId({ sqlite, tables }: EmulatorDatabase, tableNames: readonly string[]): number {
  const highest = tableNames.map((name) => {
    const key = tables.get(name)?.primaryKey;
    if (key === undefined || key === null) return 0;
    const text =
      `SELECT (SELECT MAX(${quoteName(key)}) FROM ${quoteName(name)}) AS present, ` +
      `(SELECT id FROM ${highestIdsTable} WHERE "table" = ?) AS past`;
    const { present, past } = sqlite.get(text, [name]) as StoredRow;
    return Math.max(Number(present ?? 0) || 0, Number(past ?? 0));
  });
  return Math.max(0, ...highest.filter(Number.isSafeInteger)) + 1;
}

// A check box that nobody touched is NULL in seeds, and means no.
function conditionSql({ column, value }: RecordType['conditions'][number]): string {
  return value === 'F' ? `COALESCE(${quoteName(column)}, 'F') = ?` : `${quoteName(column)} = ?`;
}
