import type { KnownTable } from '@suitewright/schema';
import type { CatalogProperty, PropertyShape } from '../catalog/catalog-record.js';
import { LongNumber } from '../server/json-text.js';
import { optionalSublists } from './filled-values.js';
import { referenceTable, sublistTable } from './property-table.js';
import type { RecordStore } from './record-store.js';
import { isValueObject, type RecordValue, type RecordValues } from './record-value.js';
import { referenceTarget } from './reference-target.js';

export interface RecordJsonOptions {
  readonly properties: readonly CatalogProperty[];
  /** The record's own URL, its type in lower case. */
  readonly url: string;
  /** As the client asked. */
  readonly selfUrl: string;
  /** Sublists and subrecords in full, or those of these names; the others are links. */
  readonly expand: 'all' | readonly string[];
  /** Selects as their ids alone. */
  readonly simpleEnums: boolean;
  /** Where the records of a type are: `https://…/services/rest/record/v1`. */
  readonly recordsUrl: string;
  readonly store: RecordStore;
  /** The SuiteQL table of the values. Null: none is known. */
  readonly table: KnownTable | null;
}

export type JsonObject = { readonly [name: string]: unknown };

/**
 * A record as REST shows it. Observed 2026-03, real account: alphabetical, empty fields absent,
 * references as `{links, id, refName}`, sublists and subrecords as links unless expanded.
 */
export function recordJson(values: RecordValues, options: RecordJsonOptions): JsonObject {
  const { selfUrl } = options;
  return { links: [selfLink(selfUrl)], ...propertiesJson(Object.fromEntries(values), options) };
}

function propertiesJson(
  values: { readonly [name: string]: RecordValue },
  options: Omit<RecordJsonOptions, 'selfUrl'>,
): JsonObject {
  const json: Record<string, unknown> = {};
  for (const property of options.properties) {
    const value = Object.hasOwn(values, property.name) ? (values[property.name] ?? null) : null;
    const shown = propertyJson(value, property, options);
    if (shown !== undefined) json[property.name] = shown;
  }
  return json;
}

function propertyJson(
  value: RecordValue,
  { name, shape }: CatalogProperty,
  options: Omit<RecordJsonOptions, 'selfUrl'>,
): unknown {
  const url = `${options.url}/${name}`;
  switch (shape.kind) {
    case 'scalar':
      if (typeof value === 'string' && (shape.type === 'number' || shape.type === 'integer'))
        return new LongNumber(value);
      return value ?? undefined;
    case 'enum':
      if (value === null) return undefined;
      return options.simpleEnums
        ? String(value)
        : { links: [], id: String(value), refName: shape.values[String(value)] ?? String(value) };
    case 'reference':
      return value === null ? undefined : referenceJson(String(value), { name, shape, options });
    case 'references': {
      if (!Array.isArray(value)) return undefined;
      const items = value.map((id) => referenceJson(String(id), { name, shape, options }));
      return { links: [selfLink(url)], ...page(items) };
    }
    case 'subrecord':
      if (!isValueObject(value)) return undefined;
      if (!isExpanded(name, options)) return { links: [selfLink(url)] };
      return {
        links: [selfLink(url)],
        ...propertiesJson(value, {
          ...options,
          expand: 'all',
          table: null,
          properties: shape.properties,
          url,
        }),
      };
    case 'sublist': {
      if (value === null && optionalSublists.has(name)) return undefined;
      if (!isExpanded(name, options)) return { links: [selfLink(url)] };
      const table = sublistTable(options.store.database.tables, options.table, name);
      const lines = Array.isArray(value) ? value.filter(isValueObject) : [];
      const items = lines.map((line, index) => {
        const lineUrl = `${url}/${lineId(line, index)}`;
        const shown = propertiesJson(line, {
          ...options,
          expand: 'all',
          table,
          properties: shape.properties,
          url: lineUrl,
        });
        return { links: [selfLink(lineUrl)], ...shown };
      });
      // Observed 2026-03, real account: only a sublist without lines has the properties of a page.
      return items.length === 0
        ? { links: [selfLink(url)], ...page(items) }
        : { links: [selfLink(url)], items, totalResults: items.length };
    }
  }
}

/** What a line is called in URLs. */
export function lineId(line: { readonly [name: string]: RecordValue }, index: number): string {
  return String(line.line ?? line.id ?? line.internalId ?? index + 1);
}

function isExpanded(name: string, { expand }: Pick<RecordJsonOptions, 'expand'>): boolean {
  return expand === 'all' || expand.includes(name);
}

interface ReferenceProperty {
  readonly name: string;
  readonly shape: Extract<PropertyShape, { readonly kind: 'reference' | 'references' }>;
  readonly options: Omit<RecordJsonOptions, 'selfUrl'>;
}

function referenceJson(id: string, { name, shape, options }: ReferenceProperty): JsonObject {
  const { recordsUrl, store, table } = options;
  const tableName = referenceTable(name, shape, table);
  const target = tableName === null ? null : referenceTarget(store, tableName, id);
  const refName = target === null && name === 'customForm' ? store.forms.nameOf(id) : (target?.name ?? null);
  const path = target === null ? shape.record && `${shape.record}/${id}` : target.path;
  return {
    links: path === null ? [] : [selfLink(`${recordsUrl}/${path}`)],
    id,
    ...(refName === null ? {} : { refName }),
  };
}

function page(items: readonly unknown[]): JsonObject {
  return { count: items.length, hasMore: false, items, offset: 0, totalResults: items.length };
}

function selfLink(href: string): JsonObject {
  return { rel: 'self', href, method: 'GET' };
}
