import { tableOfRecord } from '@suitewright/schema';
import { invalidQueryParameter, unknownInstance } from '../server/refusals.js';
import type { RequestUrl } from '../server/request-url.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { readValues } from './read-values.js';
import { type JsonObject, lineId, recordJson } from './record-json.js';
import type { RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { displayName } from './stored-row.js';

export interface GetRecordRequest {
  readonly url: RequestUrl;
  /** The last part of the record's URL: an id or `eid:` with an external id. */
  readonly key: string;
  /** What follows: a sublist or subrecord, a line of it, and so on. */
  readonly subPath: readonly string[];
}

/**
 * A record, or one of its sublists, lines or subrecords.
 *
 * @throws {Refusal} There is no such record, field or line.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545141500.html
 */
export function getRecord(store: RecordStore, type: RecordType, request: GetRecordRequest): JsonObject {
  const { url, key, subPath } = request;
  const { record, primaryKey } = type;
  const row = requireRecord(store, type, parseRecordKey(key));
  const query = new URLSearchParams(url.query);
  const recordsUrl = `${url.origin}/services/rest/record/v1`;
  const json = recordJson(readValues(store, type, row), {
    properties: record.properties,
    url: `${recordsUrl}/${record.name}/${String(row[primaryKey])}`,
    selfUrl: `${url.origin}${url.path}${url.query === '' ? '' : `?${url.query}`}`,
    expand: subPath.length > 0 || query.get('expandSubResources') === 'true',
    recordsUrl,
    nameOf: (name, id) => nameOf(store, name, id),
  });
  if (subPath.length > 0) return subResource(json, subPath);
  return onlyFields(
    json,
    query.get('fields'),
    record.properties.map(({ name }) => name),
  );
}

function nameOf({ database }: RecordStore, record: string, id: string): string | null {
  const table = database.tables.get(tableOfRecord(record).name);
  return table === undefined ? null : displayName(database, table, id);
}

function onlyFields(json: JsonObject, fields: string | null, known: readonly string[]): JsonObject {
  if (fields === null) return json;
  const names = fields.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidQueryParameter('fields', `Invalid field name '${unknown}'.`);
  return Object.fromEntries(
    Object.entries(json).filter(([name]) => name === 'links' || names.includes(name)),
  );
}

function subResource(json: JsonObject, path: readonly string[]): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined) return json;
  const items = json.items;
  const lines = (Array.isArray(items) ? items : []) as readonly JsonObject[];
  // A step names a property, in any case, or within a sublist a line.
  const name = Object.keys(json).find((property) => property.toLowerCase() === step.toLowerCase());
  const next =
    items === undefined
      ? name === undefined
        ? undefined
        : json[name]
      : lines.find((line, index) => lineId(line as never, index) === step);
  if (typeof next !== 'object' || next === null)
    throw unknownInstance(`There is nothing at ${path.join('/')}.`);
  return subResource(next as JsonObject, rest);
}
