import { notEmulated } from '../server/refusals.js';
import { createRecord } from './create-record.js';
import { findRecord, parseRecordKey } from './find-record.js';
import type { RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { type UpdateRequest, updateRecord } from './update-record.js';

/**
 * Creates the record with an external id, or changes it where it exists; gives its id.
 *
 * @throws {Refusal} The key is no external id, or as create and update.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156334828635.html
 */
export function upsertRecord(store: RecordStore, type: RecordType, request: UpdateRequest): string {
  const key = parseRecordKey(request.key);
  if (key.kind === 'id') throw notEmulated('PUT works with external ids alone (eid:…); use PATCH for an id.');
  if (findRecord(store, type, key) !== null) return updateRecord(store, type, request);
  const values = new Map(request.body.values).set('externalId', key.value);
  return createRecord(store, type, { ...request.body, values });
}
