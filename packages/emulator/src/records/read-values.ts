import type { CatalogProperty } from '../catalog/catalog-record.js';
import { fillValues } from './filled-values.js';
import type { RecordStore } from './record-store.js';
import { besideKey } from './record-store.js';
import type { RecordType } from './record-type.js';
import type { RecordValue } from './record-value.js';
import { valuesOfRow } from './row-values.js';
import type { StoredRow } from './stored-row.js';
import { lineSublist, readLines } from './transaction-lines.js';

/** All values of a record: its row's, those beside it, and a transaction's lines. */
export function readValues(store: RecordStore, type: RecordType, row: StoredRow): Map<string, RecordValue> {
  const { table, record, primaryKey } = type;
  const { database, beside } = store;
  const id = String(row[primaryKey]);
  const reading = { table, properties: record.properties, timeZone: database.timeZone };
  const values = valuesOfRow(row, reading);
  values.set('id', id);
  const lines = linesOf(record.properties);
  if (table.name === 'transaction' && lines !== null) {
    values.set(lineSublist, readLines({ database, transaction: id, properties: lines }));
  }
  for (const [name, value] of beside.get(besideKey(table.name, id)) ?? []) values.set(name, value);
  fillValues(store, type, { row, values });
  return values;
}

/** The properties of the lines that are rows of `transactionline`. Null: the record has no such lines. */
export function linesOf(properties: readonly CatalogProperty[]): readonly CatalogProperty[] | null {
  const property = properties.find(({ name }) => name === lineSublist);
  return property?.shape.kind === 'sublist' ? property.shape.properties : null;
}
