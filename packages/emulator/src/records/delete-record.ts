import { removeMirror } from './entity-mirror.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { besideKey, type RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { inTransaction, removeRows } from './written-row.js';

/**
 * Deletes a record, with a transaction's lines and postings.
 *
 * @throws {Refusal} There is no such record.
 */
export function deleteRecord(store: RecordStore, type: RecordType, key: string): void {
  const { database, beside } = store;
  const { table, primaryKey, hasTable } = type;
  const id = String(requireRecord(store, type, parseRecordKey(key))[primaryKey]);
  inTransaction(database, () => {
    if (hasTable) removeRows(database, table.name, { column: primaryKey, value: id });
    removeMirror(database, table.name, id);
    if (table.name !== 'transaction') return;
    for (const dependent of ['transactionline', 'transactionaccountingline']) {
      removeRows(database, dependent, { column: 'transaction', value: id });
    }
  });
  beside.delete(besideKey(table.name, id));
}
