import type { Refusal } from '../server/refusal.js';
import { unknownInstance, userError } from '../server/refusals.js';
import { besideIds, besideKey, type RecordStore } from './record-store.js';
import { isStored, type RecordType } from './record-type.js';
import { findRow, type StoredRow } from './stored-row.js';

/** A record as a URL names it: `107`, or `eid:ACME-1`. */
export type RecordKey =
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'external id'; readonly value: string };

export function parseRecordKey(segment: string): RecordKey {
  return /^eid:/i.test(segment)
    ? { kind: 'external id', value: segment.slice('eid:'.length) }
    : { kind: 'id', value: segment };
}

/** Null: there is no such record. */
export function findRecord(store: RecordStore, type: RecordType, key: RecordKey): StoredRow | null {
  const { database } = store;
  if (!type.hasTable) {
    const id = besideIds(store, type.table.name).find((one) =>
      key.kind === 'id'
        ? one === key.value
        : store.beside.get(besideKey(type.table.name, one))?.get('externalId') === key.value,
    );
    return id === undefined ? null : { id };
  }
  if (key.kind === 'id') return findRow(database, type, { column: type.primaryKey, value: key.value });
  if (!isStored(type.table, 'externalid')) return null;
  return findRow(database, type, { column: 'externalid', value: key.value });
}

/** @throws {Refusal} There is no such record; transactions are refused in another way than the others. */
export function requireRecord(store: RecordStore, type: RecordType, key: RecordKey): StoredRow {
  const row = findRecord(store, type, key);
  if (row === null) throw missing(type, key);
  return row;
}

// Observed 2026-03, real account: both answers.
function missing({ table, record }: RecordType, key: RecordKey): Refusal {
  if (table.name === 'transaction') return userError('Transaction type specified is incorrect.');
  return unknownInstance(`There is no ${record.name} with the ${key.kind} ${key.value}.`);
}
