import { type KnownTable, tableOfRecord } from '@suitewright/schema';
import { quoteName } from '../database/create-tables.js';
import type { RecordStore } from './record-store.js';
import type { StoredRow } from './stored-row.js';

/** What a reference points to. */
export interface ReferenceTarget {
  /** Lower-case name of its record. Null: REST has no such record. */
  readonly record: string | null;
  /** What stands for it in words. Null: nothing does. */
  readonly name: string | null;
  /** Its URL below the records' own. Null: it has none. */
  readonly path: string | null;
}

/**
 * Finds what a reference points to. Null: there is no such row.
 *
 * @param tableName The SuiteQL table of the target.
 */
export function referenceTarget(store: RecordStore, tableName: string, id: string): ReferenceTarget | null {
  const { tables, sqlite } = store.database;
  const table = tables.get(tableName);
  if (table === undefined || table.primaryKey === null) return null;
  const columns = [...discriminatorColumns(store, table)].map(quoteName);
  const name =
    table.displayColumns.length === 0
      ? 'NULL'
      : `COALESCE(${[...table.displayColumns.map(quoteName), 'NULL'].join(', ')})`;
  const text =
    `SELECT ${[`${name} AS "displayed name"`, ...columns].join(', ')} FROM ${quoteName(table.name)} ` +
    `WHERE ${quoteName(table.primaryKey)} = ?`;
  const row = sqlite.get(text, [id]) as StoredRow | null;
  if (row === null) return null;
  const displayed = row['displayed name'] ?? null;
  const record = recordOfRow(store, table, row);
  return {
    record,
    name: displayed === null ? null : String(displayed),
    path:
      table.name === 'unitstypeuom' ? `unitstype/${row.unitstype}/uom/${id}` : record && `${record}/${id}`,
  };
}

function discriminatorColumns(store: RecordStore, table: KnownTable): ReadonlySet<string> {
  if (table.name === 'entity') return new Set(['type']);
  if (table.name === 'unitstypeuom') return new Set(['unitstype']);
  const records = store.recordsByTable.get(table.name) ?? [];
  const columns = records.flatMap((record) =>
    tableOfRecord(record).discriminator.map(({ column }) => column),
  );
  return new Set(columns.filter((column) => table.columns.get(column)?.exposed === true));
}

/** `entity.type` of the records whose rows are mirrored there. */
const entityRecords: Readonly<Record<string, string>> = {
  CustJob: 'customer',
  Vendor: 'vendor',
  Employee: 'employee',
  Contact: 'contact',
  Partner: 'partner',
  Job: 'job',
};

function recordOfRow(store: RecordStore, table: KnownTable, row: StoredRow): string | null {
  if (table.name === 'entity') return entityRecords[String(row.type)] ?? null;
  const records = store.recordsByTable.get(table.name) ?? [];
  return (
    records.find((record) =>
      tableOfRecord(record).discriminator.every(
        ({ column, value }) => String(row[column] ?? (value === 'F' ? 'F' : '')) === value,
      ),
    ) ?? null
  );
}
