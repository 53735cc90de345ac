import type { CatalogRecord } from '../catalog/catalog-record.js';
import { invalidQueryParameter, notEmulated, unknownInstance } from '../server/refusals.js';
import type { RequestUrl } from '../server/request-url.js';
import { parseRecordKey, requireRecord } from './find-record.js';
import { readValues } from './read-values.js';
import { type JsonObject, lineId, recordJson } from './record-json.js';
import type { RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';

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
    expand: subPath.length > 0 || isTrue(query, 'expandSubResources') ? 'all' : expandedNames(query, record),
    simpleEnums: isTrue(query, 'simpleEnumFormat'),
    recordsUrl,
    store,
    table: type.table,
  });
  if (subPath.length > 0) return subResource(json, subPath);
  return onlyFields(
    json,
    query.get('fields'),
    record.properties.map(({ name }) => name),
  );
}

function isTrue(query: URLSearchParams, parameter: string): boolean {
  const value = query.get(parameter)?.toLowerCase() ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidQueryParameter(parameter, `Invalid value '${value}' for query parameter ${parameter}.`);
}

/**
 * The sublists and subrecords that `expand` names.
 *
 * @throws {Refusal} A field that the record does not have, or that is neither.
 */
function expandedNames(query: URLSearchParams, { properties }: CatalogRecord): readonly string[] {
  const names = namesOf(query.get('expand'));
  for (const name of names) {
    const shape = properties.find((property) => property.name === name)?.shape;
    if (shape === undefined) throw invalidQueryParameter('expand', `Invalid field name '${name}'.`);
    if (shape.kind !== 'sublist' && shape.kind !== 'subrecord') {
      throw notEmulated(`The emulator expands sublists and subrecords; ${name} is neither.`);
    }
  }
  return names;
}

function namesOf(list: string | null): readonly string[] {
  return list === null ? [] : list.split(',').map((name) => name.trim());
}

function onlyFields(json: JsonObject, fields: string | null, known: readonly string[]): JsonObject {
  if (fields === null) return json;
  const names = namesOf(fields);
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
