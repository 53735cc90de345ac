import { tableOfRecord } from '@suitewright/schema';
import { parseJsonObject } from '../server/json-object.js';
import { badRequest } from '../server/refusals.js';
import { bodyValues, type ReferenceProperty } from './body-values.js';
import type { RecordStore } from './record-store.js';
import { isStored, type RecordType } from './record-type.js';
import type { RecordValueObject, RecordValues } from './record-value.js';
import { referenceTarget } from './reference-target.js';
import { findRow, hasRows, rowExists } from './stored-row.js';

export interface WriteRequest {
  readonly body: string;
  /** `X-NetSuite-PropertyNameValidation`: Error, Warning or Ignore. */
  readonly nameValidation: string | undefined;
}

export interface ReadBody {
  readonly values: RecordValues;
  /** Paths of properties that the record does not have, and which were left out. */
  readonly warnings: readonly string[];
}

/**
 * Reads the body of a write.
 *
 * @throws {Refusal} It is no JSON object, a value does not fit, or a name is unknown and names are to be
 * validated.
 */
export function readBody(store: RecordStore, type: RecordType, request: WriteRequest): ReadBody {
  const { database } = store;
  const warnings: string[] = [];
  // JSON holds nothing else than what a record value may be.
  const body = parseJsonObject(request.body) as RecordValueObject;
  const values = bodyValues(body, type.record.properties, {
    tables: database.tables,
    table: type.table,
    exists: (reference, id) => referenceExists(store, reference, id),
    findExternal: (name, externalId) => {
      const table = database.tables.get(name);
      if (table === undefined || table.primaryKey === null || !isStored(table, 'externalid')) return null;
      const row = findRow(database, { table, conditions: [] }, { column: 'externalid', value: externalId });
      return row === null ? null : String(row[table.primaryKey]);
    },
    unknown: (path) => warnings.push(path),
  });
  const [first] = warnings;
  if (first !== undefined && request.nameValidation?.toLowerCase() === 'error') {
    // Assumed: the wording.
    const detail = `Unknown property '${first}' in the request body.`;
    throw badRequest({ detail, 'o:errorCode': 'INVALID_CONTENT', 'o:errorPath': first });
  }
  return { values, warnings: request.nameValidation?.toLowerCase() === 'ignore' ? [] : warnings };
}

function referenceExists(
  store: RecordStore,
  { record, table: name }: ReferenceProperty,
  id: string,
): boolean {
  const { tables } = store.database;
  if (name === 'entity' && record !== null) {
    const actual = referenceTarget(store, name, id)?.record ?? null;
    // A project stands where its customer may.
    if (actual !== null) return actual === record || (record === 'customer' && actual === 'job');
    const own = tables.get(tableOfRecord(record).name);
    return own === undefined || rowExists(store.database, own, id);
  }
  const table = tables.get(name);
  if (table === undefined || rowExists(store.database, table, id)) return true;
  // A list that a seed leaves out, such as the price levels, says nothing of what the account has.
  return record === null && !mastersOf.has(name) && !hasRows(store.database, table);
}

const mastersOf: ReadonlySet<string> = new Set(['item', 'entity', 'account', 'transaction']);
