import { tableOfRecord } from '@suitewright/schema';
import { parseJsonObject } from '../server/json-object.js';
import { badRequest } from '../server/refusals.js';
import { bodyValues } from './body-values.js';
import type { RecordStore } from './record-store.js';
import { findRecordType, isStored, type RecordType } from './record-type.js';
import type { RecordValueObject, RecordValues } from './record-value.js';
import { findRow, rowExists } from './stored-row.js';

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
    exists: (record, id) => {
      const table = database.tables.get(tableOfRecord(record).name);
      return table === undefined || rowExists(database, table, id);
    },
    findExternal: (record, externalId) => {
      const target = findRecordType(record, { catalog: store.catalog, tables: database.tables });
      if (!isStored(target.table, 'externalid')) return null;
      const row = findRow(database, target, { column: 'externalid', value: externalId });
      return row === null ? null : String(row[target.primaryKey]);
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
