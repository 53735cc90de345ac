import type { KnownTable } from '@suitewright/schema';
import { highestIdsTable, isNumberedKey, quoteName } from '../database/create-tables.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row } from '../database/row.js';
import { applyWrite, type RowWrite } from '../database/row-write.js';
import { isMisfit, isWide, type StoredValue, storedValue } from '../database/stored-value.js';
import { invalidContent } from '../server/refusals.js';
import { isStored } from './record-type.js';
import type { RowKey } from './stored-row.js';

/** Adds a row, in the form of a seed. Columns that the table does not keep are left out. */
export function insertRow(database: EmulatorDatabase, table: KnownTable, row: Row): void {
  const kept = Object.fromEntries(Object.entries(row).filter(([column]) => isStored(table, column)));
  storedValues(database, table, kept);
  write(database, { kind: 'insert', batch: { table: table.name, rows: [kept] } });
}

/** Changes the columns that a row, in the form of a seed, names. */
export function changeRow(
  database: EmulatorDatabase,
  table: KnownTable,
  change: { readonly key: RowKey; readonly row: Row },
): void {
  const { key, row } = change;
  const columns = Object.keys(row).filter((column) => isStored(table, column));
  if (columns.length === 0) return;
  const values = storedValues(
    database,
    table,
    Object.fromEntries(columns.map((column) => [column, row[column]])),
  );
  const assignments = columns.map((column) => `${quoteName(column)} = ?`).join(', ');
  const text = `UPDATE ${quoteName(table.name)} SET ${assignments} WHERE ${quoteName(key.column)} = ?`;
  const wideColumns = columns
    .filter((_, index) => isWide(values[index] ?? null))
    .map((column) => `${table.name}.${column}`);
  write(database, { kind: 'statement', text, values: [...values, key.value], wideColumns });
}

/** Removes the rows of a table that have the key. Their ids are not given again. */
export function removeRows(database: EmulatorDatabase, table: string, key: RowKey): void {
  keepHighestId(database, table);
  const text = `DELETE FROM ${quoteName(table)} WHERE ${quoteName(key.column)} = ?`;
  write(database, { kind: 'statement', text, values: [key.value] });
}

function keepHighestId(database: EmulatorDatabase, name: string): void {
  const table = database.tables.get(name);
  if (table === undefined || table.primaryKey === null || !isNumberedKey(table)) return;
  const text =
    `INSERT INTO ${highestIdsTable} ` +
    `SELECT ?, COALESCE(MAX(${quoteName(table.primaryKey)}), 0) FROM ${quoteName(name)} WHERE TRUE ` +
    'ON CONFLICT ("table") DO UPDATE SET id = MAX(id, excluded.id)';
  write(database, { kind: 'statement', text, values: [name] });
}

/** Does all of the writes, or none where one fails. Every write stands in one: copies of the rows learn of it then. */
export function inTransaction<T>({ sqlite, writes }: EmulatorDatabase, write: () => T): T {
  let result: T;
  sqlite.exec('BEGIN');
  try {
    result = write();
    sqlite.exec('COMMIT');
  } catch (error) {
    sqlite.exec('ROLLBACK');
    writes.rollback();
    throw error;
  }
  writes.commit();
  return result;
}

function write(database: EmulatorDatabase, change: RowWrite): void {
  applyWrite(database, change);
  database.writes.add(change);
}

/** @throws {Refusal} A value that REST takes does not fit the column. */
function storedValues(database: EmulatorDatabase, table: KnownTable, row: Row): readonly StoredValue[] {
  return Object.entries(row).map(([column, value = null]) => {
    const stored = storedValue(value, table.columns.get(column)?.kind ?? 'text', database.timeZone);
    if (isMisfit(stored)) throw invalidContent(column, value);
    return stored;
  });
}
