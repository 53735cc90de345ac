import type { AccountDefinition, CustomField } from '../account/definition.js';
import type { CatalogProperty, CatalogRecord } from './catalog-record.js';
import { customFieldProperty, customListProperties, customRecordProperties } from './custom-properties.js';
import { type RecordExists, standardProperties } from './standard-properties.js';
import type { StandardBody, StandardRecords } from './standard-records.js';

export interface AccountCatalogOptions {
  readonly account: AccountDefinition;
  readonly standard: StandardRecords;
  /** Names as a real account listed them. Standard records that are not among them are not in the catalog. */
  readonly order: readonly string[];
}

/** The records of an account's metadata-catalog by lower-case name, in the disorder of a real one. */
export function accountCatalog(options: AccountCatalogOptions): ReadonlyMap<string, CatalogRecord> {
  const { account, standard, order } = options;
  const restNames = new Map(Object.keys(standard.records).map((name) => [name.toLowerCase(), name]));
  const customNames = new Set(
    [...account.customRecordTypes, ...account.customLists].map((type) => type.scriptId),
  );
  const names = interleave(
    order.filter((name) => restNames.has(name) || customNames.has(name) || !isCustom(name)),
    [...customNames].filter((name) => !order.includes(name)),
  );
  const known = new Set(names);
  const exists: RecordExists = (name) => known.has(name);
  const custom = customRecords(account, exists);
  const records = names.flatMap((name): (readonly [string, CatalogRecord])[] => {
    const customRecord = custom.get(name);
    if (customRecord !== undefined) return [[name, customRecord]];
    const restName = restNames.get(name);
    const body = restName === undefined ? undefined : standard.records[restName];
    if (restName === undefined || body === undefined) return [[name, listedRecord(name)]];
    const fields = account.customFields.filter((field) => field.records.includes(name));
    const properties = standardRecordProperties({ body, standard, fields, exists });
    return [[name, { name, restName, label: null, custom: null, isDescribed: true, properties }]];
  });
  return new Map(records);
}

/** Custom records of the account whose order was captured. */
function isCustom(name: string): boolean {
  return name.startsWith('customrecord') || name.startsWith('customlist');
}

/** A standard record that a real catalog lists, and of which no source at hand tells more. */
function listedRecord(name: string): CatalogRecord {
  return { name, restName: name, label: null, custom: null, isDescribed: false, properties: complete([]) };
}

interface StandardRecordParts {
  readonly body: StandardBody;
  readonly standard: StandardRecords;
  readonly fields: readonly CustomField[];
  readonly exists: RecordExists;
}

function standardRecordProperties(parts: StandardRecordParts): readonly CatalogProperty[] {
  const { body, standard, fields, exists } = parts;
  const own = standardProperties(body, standard, exists);
  const lineFields = fields.filter((field) => field.fieldType === 'COLUMN');
  const bodyFields = fields.filter((field) => field.fieldType !== 'COLUMN');
  const withLines = own.map((property) => addLineFields(property, lineFields, exists));
  const added = bodyFields.map((field) => customFieldProperty(field, exists));
  return complete([...withLines, ...added]);
}

// The sublists that hold a transaction's lines.
const lineSublists = ['item', 'expense', 'line'];

function addLineFields(
  property: CatalogProperty,
  fields: readonly CustomField[],
  exists: RecordExists,
): CatalogProperty {
  const { shape } = property;
  if (shape.kind !== 'sublist' || fields.length === 0 || !lineSublists.includes(property.name))
    return property;
  const added = fields.map((field) => customFieldProperty(field, exists));
  return { ...property, shape: { ...shape, properties: [...shape.properties, ...added].sort(byName) } };
}

function customRecords(account: AccountDefinition, exists: RecordExists): ReadonlyMap<string, CatalogRecord> {
  const records = new Map<string, CatalogRecord>();
  for (const type of account.customRecordTypes) {
    const { scriptId: name, label } = type;
    const properties = complete(customRecordProperties(type, exists));
    records.set(name, { name, restName: name, label, custom: 'record', isDescribed: true, properties });
  }
  for (const list of account.customLists) {
    const { scriptId: name, label } = list;
    const properties = complete(customListProperties(list, exists));
    records.set(name, { name, restName: name, label, custom: 'list', isDescribed: true, properties });
  }
  return records;
}

/** What every record has besides its own. */
function complete(properties: readonly CatalogProperty[]): readonly CatalogProperty[] {
  const missing = [text('externalId', 'External ID'), text('id', 'Internal ID')].filter(
    ({ name }) => !properties.some((property) => property.name === name),
  );
  return [...properties, ...missing].sort(byName);
}

function text(name: string, title: string): CatalogProperty {
  const shape = { kind: 'scalar', type: 'string' } as const;
  return { name, title, description: null, custom: false, shape, required: false };
}

// By code unit, so that every machine agrees.
function byName(a: CatalogProperty, b: CatalogProperty): number {
  return a.name < b.name ? -1 : 1;
}

/** Spreads the second list evenly over the first. */
function interleave(main: readonly string[], extra: readonly string[]): readonly string[] {
  const stride = Math.max(1, Math.floor(main.length / (extra.length + 1)));
  const result: string[] = [];
  let next = 0;
  main.forEach((name, index) => {
    result.push(name);
    const added = extra[next];
    if ((index + 1) % stride === 0 && added !== undefined) {
      result.push(added);
      next += 1;
    }
  });
  return [...result, ...extra.slice(next)];
}
