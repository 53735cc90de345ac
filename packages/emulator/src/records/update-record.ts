import { lineSign } from './create-record.js';
import { changeMirror } from './entity-mirror.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { linesOfValue, mergeLines } from './merge-lines.js';
import { modifiedColumns } from './new-record-row.js';
import type { ReadBody } from './read-body.js';
import { linesOf, readValues } from './read-values.js';
import { besideKey, type RecordStore } from './record-store.js';
import { type RecordType, requireWritable } from './record-type.js';
import type { RecordValue } from './record-value.js';
import { splitValues } from './row-values.js';
import { lineSublist, writeLines } from './transaction-lines.js';
import { changeRow, inTransaction } from './written-row.js';

export interface UpdateRequest {
  /** An id, or `eid:` with an external id. */
  readonly key: string;
  readonly body: ReadBody;
  /** Sublists whose lines are all replaced (`?replace=item`). */
  readonly replace: readonly string[];
}

/**
 * Changes the fields that a body names, and gives the record's id. Keyed lines are merged into those with
 * the same key, others appended; null empties a field or a sublist.
 *
 * @throws {Refusal} There is no such record.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545295601.html
 */
export function updateRecord(
  store: RecordStore,
  type: RecordType,
  { key, body, replace }: UpdateRequest,
): string {
  requireWritable(type);
  const { database, clock, beside } = store;
  const { table, record, primaryKey } = type;
  const stored = requireRecord(store, type, parseRecordKey(key));
  const id = String(stored[primaryKey]);
  const current = readValues(store, type, stored);
  const changes = new Map<string, RecordValue>();
  for (const property of record.properties) {
    const value = body.values.get(property.name);
    if (value === undefined || property.name === 'id') continue;
    const before = replace.includes(property.name) ? null : (current.get(property.name) ?? null);
    const isSublist = property.shape.kind === 'sublist' && value !== null;
    changes.set(property.name, isSublist ? mergeLines(before, value, property) : value);
  }
  const split = splitValues(changes, { table, properties: record.properties });
  const row = { ...modifiedColumns(new Date(clock()).toISOString()), ...split.row };
  const lines = linesOf(record.properties);
  inTransaction(database, () => {
    changeRow(database, table, { key: { column: primaryKey, value: id }, row });
    changeMirror(database, table.name, { id, row });
    if (table.name === 'transaction' && lines !== null && changes.has(lineSublist)) {
      const written = linesOfValue(changes.get(lineSublist) ?? null);
      const sign = lineSign(record.name);
      writeLines(written, { database, transaction: id, properties: lines, sign });
    }
  });
  const besideBefore = beside.get(besideKey(table.name, id)) ?? new Map<string, RecordValue>();
  beside.set(besideKey(table.name, id), new Map([...besideBefore, ...split.beside]));
  return id;
}
