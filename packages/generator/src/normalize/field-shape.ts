import type { JsonSchemaNode } from '../introspect/json-schema.js';

/** What the JSON Schema of a field says that it is, before it is known what references point to. */
export type FieldShape =
  | { readonly shape: PlainShape }
  | { readonly shape: 'reference' | 'references' }
  | { readonly shape: 'enum'; readonly values: readonly string[] }
  | { readonly shape: 'subrecord'; readonly node: JsonSchemaNode }
  | { readonly shape: 'sublist'; readonly line: JsonSchemaNode };

type PlainShape = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'unknown';

/**
 * Recognizes the forms of schema+json: references, enumerations, collections and subrecords are all
 * inlined objects, told apart by their properties. A `$ref` is opaque: NetSuite answers 404 for some.
 */
export function fieldShape(node: JsonSchemaNode): FieldShape {
  if (node.properties !== undefined) return objectShape(node, node.properties);
  if (node.type === 'array' && node.items?.properties !== undefined) return collectionShape(node.items);
  if (node.enum !== undefined) return { shape: 'enum', values: node.enum };
  return { shape: scalarShape(node) };
}

function objectShape(node: JsonSchemaNode, properties: Readonly<Record<string, JsonSchemaNode>>): FieldShape {
  const values = properties.id?.enum;
  if (values !== undefined) return { shape: 'enum', values };
  if (isReference(properties)) return { shape: 'reference' };
  const { items } = properties;
  if (items?.type === 'array') return collectionShape(items.items ?? {});
  return { shape: 'subrecord', node };
}

function collectionShape(line: JsonSchemaNode): FieldShape {
  return isReference(line.properties ?? {}) ? { shape: 'references' } : { shape: 'sublist', line };
}

const referenceProperties: ReadonlySet<string> = new Set(['id', 'refName', 'externalId', 'links']);

function isReference(properties: Readonly<Record<string, JsonSchemaNode>>): boolean {
  const names = Object.keys(properties);
  return (
    names.includes('id') && names.includes('refName') && names.every((name) => referenceProperties.has(name))
  );
}

function scalarShape({ type, format }: JsonSchemaNode): PlainShape {
  switch (type) {
    case 'integer':
    case 'number':
    case 'boolean':
      return type;
    case 'string':
      return textShape(format);
    default:
      return 'unknown';
  }
}

function textShape(format: string | undefined): 'date' | 'datetime' | 'time' | 'string' {
  if (format === 'date' || format === 'time') return format;
  return format === 'date-time' ? 'datetime' : 'string';
}
