import { fillValues } from './filled-values.js';
import type { RecordStore } from './record-store.js';
import { besideKey } from './record-store.js';
import type { RecordType } from './record-type.js';
import type { RecordValue } from './record-value.js';
import { valuesOfRow } from './row-values.js';
import type { StoredRow } from './stored-row.js';
import { readLines } from './transaction-lines.js';

/** All values of a record: its row's, those beside it, and a transaction's lines. */
export function readValues(store: RecordStore, type: RecordType, row: StoredRow): Map<string, RecordValue> {
  const { table, record, primaryKey } = type;
  const { database, beside } = store;
  const id = String(row[primaryKey]);
  const reading = { table, properties: record.properties, timeZone: database.timeZone };
  const values = valuesOfRow(row, reading);
  values.set('id', id);
  if (table.name === 'transaction') {
    const lines = readLines({ store, transaction: id, properties: record.properties });
    for (const [name, value] of lines) values.set(name, value);
  }
  for (const [name, value] of beside.get(besideKey(table.name, id)) ?? []) values.set(name, value);
  fillValues(store, type, { row, values });
  return values;
}
