import { type CatalogProperty, type CatalogRecord, isFilterable, type SublistKey } from './catalog-record.js';
import type { EnumValues } from './standard-records.js';

/** A node of the emitted JSON. */
export type SchemaNode = { readonly [key: string]: unknown };

const nsLink = { $ref: '/services/rest/record/v1/metadata-catalog/nsLink' };

/**
 * A record in the format application/schema+json: references are inlined and do not tell their target.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545129726.html
 */
export function recordJsonSchema(record: CatalogRecord): SchemaNode {
  return {
    type: 'object',
    properties: { ...objectProperties(record.properties), links: links() },
    'x-ns-filterable': record.properties.filter(isFilterable).map(({ name }) => name),
    ...(record.custom === 'record' ? { 'x-ns-custom-record': true } : {}),
    $schema: 'https://json-schema.org/draft-06/hyper-schema#',
  };
}

function objectProperties(properties: readonly CatalogProperty[]): SchemaNode {
  return Object.fromEntries(properties.map((property) => [property.name, propertySchema(property)]));
}

function propertySchema(property: CatalogProperty): SchemaNode {
  const { shape, custom } = property;
  const mark = custom ? { 'x-ns-custom-field': true } : {};
  switch (shape.kind) {
    case 'scalar':
      return scalarSchema(property);
    case 'enum':
      return { ...enumSchema(shape.values), ...mark };
    case 'reference':
      return { ...reference(), ...mark };
    case 'references':
      return { ...collection({ type: 'object', properties: reference().properties }), ...mark };
    case 'subrecord':
      return { type: 'object', properties: { ...objectProperties(shape.properties), links: links() } };
    case 'sublist':
      return collection({
        type: 'object',
        properties: { ...objectProperties(shape.properties), links: links() },
        'x-ns-filterable': [],
        'x-ns-sublistkey': sublistKey(shape.key),
      });
  }
}

/** A property with a plain value; the same in both formats. Booleans carry no `nullable`. */
export function scalarSchema(property: CatalogProperty): SchemaNode {
  const { title, description, custom, shape } = property;
  if (shape.kind !== 'scalar') throw new TypeError(`${property.name} holds no plain value.`);
  return {
    ...(title === null ? {} : { title }),
    type: shape.type,
    ...(description === null ? {} : { description }),
    ...(shape.format === undefined ? {} : { format: shape.format }),
    ...(shape.type === 'boolean' ? {} : { nullable: true }),
    ...(custom ? { 'x-ns-custom-field': true } : {}),
  };
}

/** A select field; the same in both formats. */
export function enumSchema(values: EnumValues): SchemaNode {
  return {
    type: 'object',
    properties: {
      id: { title: 'Internal identifier', type: 'string', enum: Object.keys(values) },
      refName: { title: 'Reference Name', type: 'string' },
    },
  };
}

/** `present: false`: lines have no key, and an update appends. */
export function sublistKey({ present, new: added, existing }: SublistKey): SchemaNode {
  return { present, value: { new: added, existing } };
}

/** The paging properties of a sublist or of a list of references. */
export function pagingProperties(): SchemaNode {
  return {
    totalResults: { title: 'Total Results', type: 'integer', format: 'int64', readOnly: true },
    count: { title: 'Count', type: 'integer', format: 'int64', readOnly: true },
    hasMore: { title: 'Has More Results', type: 'boolean', readOnly: true },
    offset: { title: 'Query Offset', type: 'integer', format: 'int64', readOnly: true },
  };
}

function reference(): { readonly type: 'object'; readonly properties: SchemaNode } {
  return {
    type: 'object',
    properties: {
      id: { title: 'Internal identifier', type: 'string' },
      refName: { title: 'Reference Name', type: 'string' },
      externalId: { title: 'External identifier', type: 'string' },
      links: links(),
    },
  };
}

function collection(element: SchemaNode): SchemaNode {
  return {
    type: 'object',
    properties: { links: links(), ...pagingProperties(), items: { type: 'array', items: element } },
  };
}

function links(): SchemaNode {
  return { title: 'Links', type: 'array', readOnly: true, items: nsLink };
}
