import { invalidQueryParameter } from '../server/refusals.js';
import { changeMirror } from './entity-mirror.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { mergeLines } from './merge-lines.js';
import { modifiedColumns, requireMandatory } from './new-record-row.js';
import type { ReadBody } from './read-body.js';
import { readValues } from './read-values.js';
import { besideKey, type RecordStore } from './record-store.js';
import { type RecordType, requireWritable } from './record-type.js';
import type { RecordValue, RecordValues } from './record-value.js';
import { splitValues } from './row-values.js';
import type { StoredRow } from './stored-row.js';
import { withItems, withoutComputed, withoutLines } from './transaction-body.js';
import { isMainLine, isSale, lineSublists, transactionRows } from './transaction-lines.js';
import { totalColumns } from './transaction-totals.js';
import { writeLines } from './write-lines.js';
import { changeRow, inTransaction } from './written-row.js';

/** Fields of a transaction that rows of its lines keep. */
const inLines: readonly string[] = [
  ...lineSublists,
  'account',
  'apply',
  'class',
  'department',
  'location',
  'payment',
];

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
  for (const name of replace) requireSublist(type, name);
  const current = readValues(store, type, stored);
  const isTransaction = table.name === 'transaction';
  const asked = isTransaction ? withoutComputed(body.values) : body.values;
  const changes = new Map<string, RecordValue>();
  for (const property of record.properties) {
    const value = asked.get(property.name);
    if (value === undefined || property.name === 'id') continue;
    const isSublist = property.shape.kind === 'sublist' && value !== null;
    const before = replace.includes(property.name) ? null : (current.get(property.name) ?? []);
    changes.set(
      property.name,
      isSublist ? mergeLines({ current: before, added: value, property, isTransaction }) : value,
    );
  }
  requireMandatory(type, changes, [...changes.keys()]);
  const split = splitValues(changes, { table, properties: record.properties });
  const status = changes.get('orderStatus') ?? changes.get('shipStatus') ?? null;
  const row = {
    ...modifiedColumns(new Date(clock()).toISOString()),
    ...split.row,
    ...(isTransaction && typeof status === 'string' ? { status } : {}),
  };
  inTransaction(database, () => {
    if (type.hasTable) changeRow(database, table, { key: { column: primaryKey, value: id }, row });
    changeMirror(database, table.name, { id, row });
    if (isTransaction && inLines.some((name) => changes.has(name))) {
      changeLines(store, type, { stored, id, changes, replace });
    }
  });
  const added = isTransaction ? withoutLines(split.beside) : split.beside;
  const besideBefore = beside.get(besideKey(table.name, id)) ?? new Map<string, RecordValue>();
  beside.set(besideKey(table.name, id), new Map([...besideBefore, ...added]));
  return id;
}

function requireSublist({ record }: RecordType, name: string): void {
  const kind = record.properties.find((property) => property.name === name)?.shape.kind;
  if (kind === 'sublist' || kind === 'references') return;
  throw invalidQueryParameter('replace', `Invalid sublist name '${name}'.`);
}

interface LinesChange {
  readonly stored: StoredRow;
  readonly id: string;
  readonly changes: RecordValues;
  readonly replace: readonly string[];
}

function changeLines(
  store: RecordStore,
  type: RecordType,
  { stored, id, changes, replace }: LinesChange,
): void {
  const { database } = store;
  const { table, record, primaryKey } = type;
  const main = transactionRows(database, id).find(isMainLine);
  const idOf = (value: StoredRow[string] | undefined): string | null =>
    value === null || value === undefined ? null : String(value);
  const currency = changes.get('currency') ?? idOf(stored.currency);
  const total = writeLines(store, {
    header: {
      id,
      record: record.name,
      entity: idOf(stored.entity),
      subsidiary: idOf(main?.subsidiary),
      exchangeRate: Number(stored.exchangerate ?? 1),
    },
    properties: record.properties,
    values: withItems(database, changes, {
      currency: typeof currency === 'string' ? currency : null,
      isSale: isSale(record.name),
    }),
    replaced: replace,
  });
  changeRow(database, table, {
    key: { column: primaryKey, value: id },
    row: totalColumns({ record: record.name, total, stored }),
  });
}
