import type { CatalogProperty } from '../catalog/catalog-record.js';
import { isValueObject, type RecordValue, type RecordValues } from './record-value.js';

export interface RecordJsonOptions {
  readonly properties: readonly CatalogProperty[];
  /** The record's own URL, its type in lower case. */
  readonly url: string;
  /** As the client asked. */
  readonly selfUrl: string;
  /** Sublists and subrecords in full; otherwise links to them. */
  readonly expand: boolean;
  /** Where the records of a type are: `https://…/services/rest/record/v1`. */
  readonly recordsUrl: string;
  /** What stands for a record in words. */
  readonly nameOf: (record: string, id: string) => string | null;
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
      return value ?? undefined;
    case 'enum':
      return value === null ? undefined : { links: [], id: String(value), refName: String(value) };
    case 'reference':
      return value === null ? undefined : referenceJson(shape.record, String(value), options);
    case 'references': {
      if (!Array.isArray(value)) return undefined;
      const items = value.map((id) => referenceJson(shape.record, String(id), options));
      return { links: [selfLink(url)], ...page(items) };
    }
    case 'subrecord':
      if (!isValueObject(value)) return undefined;
      if (!options.expand) return { links: [selfLink(url)] };
      return {
        links: [selfLink(url)],
        ...propertiesJson(value, { ...options, properties: shape.properties, url }),
      };
    case 'sublist': {
      if (!options.expand) return { links: [selfLink(url)] };
      const lines = Array.isArray(value) ? value.filter(isValueObject) : [];
      const items = lines.map((line, index) => {
        const lineUrl = `${url}/${lineId(line, index)}`;
        const shown = propertiesJson(line, { ...options, properties: shape.properties, url: lineUrl });
        return { links: [selfLink(lineUrl)], ...shown };
      });
      return { links: [selfLink(url)], ...page(items) };
    }
  }
}

/** What a line is called in URLs. */
export function lineId(line: { readonly [name: string]: RecordValue }, index: number): string {
  return String(line.line ?? line.id ?? index + 1);
}

function referenceJson(
  record: string | null,
  id: string,
  options: Omit<RecordJsonOptions, 'selfUrl'>,
): JsonObject {
  const { recordsUrl, nameOf } = options;
  const name = record === null ? null : nameOf(record, id);
  return {
    links: record === null ? [] : [selfLink(`${recordsUrl}/${record}/${id}`)],
    id,
    ...(name === null ? {} : { refName: name }),
  };
}

function page(items: readonly unknown[]): JsonObject {
  return { count: items.length, hasMore: false, items, offset: 0, totalResults: items.length };
}

function selfLink(href: string): JsonObject {
  return { rel: 'self', href, method: 'GET' };
}
