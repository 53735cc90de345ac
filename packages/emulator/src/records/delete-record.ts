import { removeMirror } from './entity-mirror.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { besideKey, type RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { insertRow, inTransaction, removeRows } from './written-row.js';

/**
 * Deletes a record, with a transaction's lines and postings.
 *
 * @throws {Refusal} There is no such record.
 */
export function deleteRecord(store: RecordStore, type: RecordType, key: string): void {
  const { database, beside } = store;
  const { table, primaryKey, hasTable } = type;
  const row = requireRecord(store, type, parseRecordKey(key));
  const id = String(row[primaryKey]);
  inTransaction(database, () => {
    noteDeletion(store, type, row);
    if (hasTable) removeRows(database, table.name, { column: primaryKey, value: id });
    removeMirror(database, table.name, id);
    if (table.name !== 'transaction') return;
    for (const dependent of ['transactionline', 'transactionaccountingline']) {
      removeRows(database, dependent, { column: 'transaction', value: id });
    }
  });
  beside.delete(besideKey(table.name, id));
}

/**
 * Deletions stand in `deletedrecord`; those of lines do not.
 *
 * Assumed: `type` is the name of the record and `context` says where it was deleted; FACTS 10 names the columns alone.
 */
function noteDeletion(
  { database, clock }: RecordStore,
  { record, table, primaryKey }: RecordType,
  row: Readonly<Record<string, unknown>>,
): void {
  const deletions = database.tables.get('deletedrecord');
  if (deletions === undefined) return;
  const name = table.displayColumns.map((column) => row[column]).find((value) => value != null);
  insertRow(database, deletions, {
    deleteddate: new Date(clock()).toISOString(),
    type: record.name,
    recordid: String(row[primaryKey]),
    name: name === undefined ? null : String(name),
    context: 'RESTWEBSERVICES',
    iscustomrecord: record.name.startsWith('customrecord'),
    iscustomlist: record.name.startsWith('customlist'),
  });
}
