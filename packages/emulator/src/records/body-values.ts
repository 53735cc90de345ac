import type { KnownTable } from '@suitewright/schema';
import type { CatalogProperty, PropertyShape } from '../catalog/catalog-record.js';
import type { EnumValues } from '../catalog/standard-records.js';
import { invalidContent, userError } from '../server/refusals.js';
import { plainNumber, type StoredNumber, storedNumber } from '../suiteql/stored-number.js';
import { referenceTable, sublistTable } from './property-table.js';
import { recordNumber } from './record-number.js';
import type { RecordValue, RecordValueObject } from './record-value.js';

/** A reference as its property describes it. */
export interface ReferenceProperty {
  /** Lower-case name of the record. Null: the catalog does not tell. */
  readonly record: string | null;
  /** The SuiteQL table of its rows. */
  readonly table: string;
}

/** Says whether what a reference names exists. Undecidable: true. */
export type ReferenceExists = (reference: ReferenceProperty, id: string) => boolean;

/** The internal id of a row by its external id. Null: there is none. */
export type ExternalIdLookup = (table: string, externalId: string) => string | null;

export interface BodyReading {
  readonly tables: ReadonlyMap<string, KnownTable>;
  /** The SuiteQL table of the values. Null: none is known. */
  readonly table: KnownTable | null;
  readonly exists: ReferenceExists;
  readonly findExternal: ExternalIdLookup;
  /** Is told the path of each property that the record does not have. */
  readonly unknown: (path: string) => void;
}

/**
 * Reads a request's body into record values.
 *
 * @throws {Refusal} INVALID_CONTENT: a value does not fit its property.
 */
export function bodyValues(
  body: RecordValueObject,
  properties: readonly CatalogProperty[],
  reading: BodyReading,
  path = '',
): ReadonlyMap<string, RecordValue> {
  const byName = new Map(properties.map((property) => [property.name, property]));
  const values = new Map<string, RecordValue>();
  for (const [name, value] of Object.entries(body)) {
    const place = path === '' ? name : `${path}.${name}`;
    const property = byName.get(name);
    if (property !== undefined) values.set(name, propertyValue(value, property, { place, reading }));
    else if (name !== 'links' && name !== 'refName') reading.unknown(place);
  }
  return values;
}

interface PropertyPlace {
  readonly place: string;
  readonly reading: BodyReading;
}

function propertyValue(
  value: unknown,
  { name, shape }: CatalogProperty,
  { place, reading }: PropertyPlace,
): RecordValue {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'scalar':
      return scalarValue(value, shape, place);
    case 'enum':
      return enumId(value, shape.values, place);
    case 'reference':
      return reference(value, { name, shape }, { place, reading });
    case 'references':
      return itemsOf(value, place).map((item, index) =>
        reference(item, { name, shape }, { place: `${place}.items[${index}]`, reading }),
      );
    case 'subrecord': {
      const within = { ...reading, table: null };
      return Object.fromEntries(bodyValues(objectOf(value, place), shape.properties, within, place));
    }
    case 'sublist': {
      if (isObject(value) && value.items === null) return null;
      const within = { ...reading, table: sublistTable(reading.tables, reading.table, name) };
      return itemsOf(value, place).map((item, index) => {
        const linePlace = `${place}.items[${index}]`;
        return Object.fromEntries(bodyValues(objectOf(item, linePlace), shape.properties, within, linePlace));
      });
    }
  }
}

type ScalarShape = Extract<PropertyShape, { readonly kind: 'scalar' }>;

function scalarValue(value: unknown, { type, format }: ScalarShape, place: string): RecordValue {
  if (type === 'boolean') return typeof value === 'boolean' ? value : refuse(value, place);
  if (type === 'string') {
    if (typeof value !== 'string' && typeof value !== 'number') return refuse(value, place);
    const text = String(value);
    if (format === 'date') return isDay(text) ? text : refuse(value, place);
    if (format === 'date-time') return Number.isNaN(Date.parse(text)) ? refuse(value, place) : text;
    return text;
  }
  const number = typeof value === 'string' || typeof value === 'number' ? numberOf(value) : undefined;
  if (number === undefined) return refuse(value, place);
  return type === 'integer' && /[.]/.test(plainNumber(number)) ? refuse(value, place) : recordNumber(number);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Undefined: it is none that Oracle has. */
function numberOf(value: string | number): StoredNumber | undefined {
  try {
    return storedNumber(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Names of ids are exact: REST has codes of its own (`FR`), neither labels nor SOAP's names. */
function enumId(value: unknown, values: EnumValues, place: string): string {
  const id = idOf(value);
  return id !== null && Object.hasOwn(values, id) ? id : refuse(id ?? value, place);
}

function reference(
  value: unknown,
  { name, shape }: Pick<ReferenceCatalogProperty, 'name' | 'shape'>,
  { place, reading }: PropertyPlace,
): string {
  const table = referenceTable(name, shape, reading.table);
  const externalId = isObject(value) ? value.externalId : undefined;
  const id =
    typeof externalId === 'string' && table !== null ? reading.findExternal(table, externalId) : idOf(value);
  if (id === null || (table !== null && !reading.exists({ record: shape.record, table }, id))) {
    return refuse(idOf(value) ?? externalId ?? value, place);
  }
  return id;
}

interface ReferenceCatalogProperty extends CatalogProperty {
  readonly shape: Extract<PropertyShape, { readonly kind: 'reference' | 'references' }>;
}

function idOf(value: unknown): string | null {
  const id = isObject(value) ? value.id : value;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/** Assumed: no source names a limit. Writing more would keep the emulator from everything else. */
const itemsMaximum = 10_000;

function itemsOf(value: unknown, place: string): readonly unknown[] {
  const items = isObject(value) ? (value.items ?? []) : value;
  if (!Array.isArray(items)) return refuse(value, place);
  if (items.length > itemsMaximum) {
    throw userError(`${place} has ${items.length} items. The maximum is ${itemsMaximum}.`);
  }
  return items;
}

function objectOf(value: unknown, place: string): RecordValueObject {
  // JSON holds nothing else than what a record value may be.
  return isObject(value) ? (value as RecordValueObject) : refuse(value, place);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(value: unknown, place: string): never {
  throw invalidContent(place, value);
}
