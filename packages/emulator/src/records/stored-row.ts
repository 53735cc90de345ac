import type { KnownTable } from '@suitewright/schema';
import type { SQLiteValue } from 'node-sqlite3-wasm';
import { highestIdsTable, quoteName } from '../database/create-tables.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Page } from '../server/page.js';
import { plainNumber } from '../suiteql/stored-number.js';
import { besideIds, type RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';

/** A row as SQLite keeps it, but for the numbers of many digits, which are text. */
export type StoredRow = Readonly<Record<string, SQLiteValue>>;

export interface RowKey {
  readonly column: string;
  readonly value: string | number;
}

/** The row of a record by a column that identifies it. Null: there is none of this type. */
export function findRow(
  { sqlite }: EmulatorDatabase,
  type: Pick<RecordType, 'table' | 'conditions'>,
  key: RowKey,
): StoredRow | null {
  const where = [...type.conditions.map(conditionSql), `${quoteName(key.column)} = ?`].join(' AND ');
  const text = `SELECT * FROM ${quoteName(type.table.name)} WHERE ${where}`;
  const values = [...type.conditions.map(({ value }) => value), key.value];
  // Without `expand`, the values of a row are plain.
  const row = sqlite.get(text, values) as StoredRow | null;
  return row === null ? null : withPlainNumbers(row);
}

function withPlainNumbers(row: StoredRow): StoredRow {
  if (!Object.values(row).some((value) => value instanceof Uint8Array)) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? plainNumber(value) : value,
    ]),
  );
}

/** Rows of a table that belong to another row. */
export function findRows({ sqlite }: EmulatorDatabase, table: string, key: RowKey): readonly StoredRow[] {
  const text = `SELECT * FROM ${quoteName(table)} WHERE ${quoteName(key.column)} = ?`;
  return (sqlite.all(text, [key.value]) as readonly StoredRow[]).map(withPlainNumbers);
}

/** Ids of a record's rows, ascending: those of one page, and how many there are. */
export function listIds(
  store: RecordStore,
  type: RecordType,
  page: Page,
): { readonly ids: readonly string[]; readonly total: number } {
  if (!type.hasTable) return pageOf(besideIds(store, type.table.name), page);
  const { sqlite } = store.database;
  const { from, values } = rowsOf(type);
  const key = quoteName(type.primaryKey);
  const count = sqlite.get(`SELECT COUNT(*) AS total ${from}`, values) as StoredRow;
  const text = `SELECT ${key} AS id ${from} ORDER BY ${key} LIMIT ? OFFSET ?`;
  const rows = sqlite.all(text, [...values, page.limit, page.offset]) as readonly StoredRow[];
  return { ids: rows.map(({ id }) => String(id)), total: Number(count.total) };
}

/** A page of ids that are at hand. */
export function pageOf(
  ids: readonly string[],
  { limit, offset }: Page,
): { readonly ids: readonly string[]; readonly total: number } {
  return { ids: ids.slice(offset, offset + limit), total: ids.length };
}

/**
 * All rows of a record, ascending.
 *
 * @param columns What is read of them besides the primary key. Null: everything.
 */
export function allRows(
  store: RecordStore,
  type: RecordType,
  columns: readonly string[] | null,
): readonly StoredRow[] {
  if (!type.hasTable) return besideIds(store, type.table.name).map((id) => ({ [type.primaryKey]: id }));
  const { from, values } = rowsOf(type);
  const key = quoteName(type.primaryKey);
  const selected = columns === null ? '*' : [...new Set([key, ...columns.map(quoteName)])].join(', ');
  const text = `SELECT ${selected} ${from} ORDER BY ${key}`;
  return (store.database.sqlite.all(text, values) as readonly StoredRow[]).map(withPlainNumbers);
}

function rowsOf({ table, conditions }: RecordType): { readonly from: string; readonly values: string[] } {
  const where = conditions.map(conditionSql).join(' AND ') || 'TRUE';
  return {
    from: `FROM ${quoteName(table.name)} WHERE ${where}`,
    values: conditions.map(({ value }) => value),
  };
}

/** Whether a table has a row with this primary key. */
export function rowExists({ sqlite }: EmulatorDatabase, table: KnownTable, id: string): boolean {
  if (table.primaryKey === null) return true;
  const text = `SELECT 1 FROM ${quoteName(table.name)} WHERE ${quoteName(table.primaryKey)} = ?`;
  return sqlite.get(text, [id]) !== null;
}

/** Whether a table has any rows. */
export function hasRows({ sqlite }: EmulatorDatabase, table: KnownTable): boolean {
  return sqlite.get(`SELECT 1 FROM ${quoteName(table.name)} LIMIT 1`) !== null;
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
