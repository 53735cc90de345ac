import { emptyDictionary, type FieldSchema, type FieldType } from '@suitewright/schema';
import type { JsonSchemaNode } from '../introspect/json-schema.js';
import type { CustomDefinitions } from '../introspect/raw-metadata.js';
import { fieldShape } from './field-shape.js';
import { lineTwins, propertyTwins, type Twins, targetRecord } from './reference-targets.js';

/** What the fields of one object are read with. */
export interface FieldContext {
  /** The same object in the OpenAPI descriptions. */
  readonly twins: Twins;
  /** All records of the catalog. */
  readonly records: ReadonlySet<string>;
  /** References have no title in the catalog; those of the account's own fields are told here. */
  readonly definitions: CustomDefinitions['fields'];
  /** The record that a reference field points to, from elsewhere than the catalog. */
  readonly knownTarget: (field: string) => string | null;
  /** The context's `knownTarget` for the lines of its sublists. */
  readonly knownLineTarget: (field: string) => string | null;
}

/** The fields of a record, of the lines of a sublist, or of a subrecord. */
export function recordFields(
  object: JsonSchemaNode,
  context: FieldContext,
): Readonly<Record<string, FieldSchema>> {
  const filterable = new Set(object['x-ns-filterable'] ?? []);
  const fields = emptyDictionary<FieldSchema>();
  for (const [name, node] of Object.entries(object.properties ?? {})) {
    // Every object has `links`; they are hypermedia, not data.
    if (name === 'links') continue;
    const definition = context.definitions.get(name.toLowerCase());
    fields[name] = {
      type: fieldType(name, node, context),
      label: trimmed(node.title) ?? definition?.label ?? null,
      description: trimmed(node.description) ?? definition?.description ?? null,
      readOnly: node.readOnly ?? false,
      custom: node['x-ns-custom-field'] ?? false,
      filterable: filterable.has(name),
    };
  }
  return fields;
}

function fieldType(name: string, node: JsonSchemaNode, context: FieldContext): FieldType {
  const twins = propertyTwins(context.twins, name);
  const found = fieldShape(node);
  switch (found.shape) {
    case 'reference':
      return { kind: 'reference', record: targetRecord(twins, context.records) ?? context.knownTarget(name) };
    case 'references':
      return {
        kind: 'references',
        record: targetRecord(lineTwins(twins), context.records) ?? context.knownTarget(name),
      };
    case 'enum':
      return { kind: 'enum', values: found.values };
    case 'subrecord':
      return { kind: 'subrecord', fields: recordFields(found.node, { ...context, ...nothingKnown, twins }) };
    case 'sublist': {
      const key = found.line['x-ns-sublistkey'] ?? [];
      const line: FieldContext = {
        ...context,
        ...nothingKnown,
        knownTarget: context.knownLineTarget,
        twins: lineTwins(twins),
      };
      return { kind: 'sublist', key: key.length > 0 ? key : null, fields: recordFields(found.line, line) };
    }
    default:
      return { kind: found.shape };
  }
}

const nothingKnown: Pick<FieldContext, 'knownTarget' | 'knownLineTarget'> = {
  knownTarget: () => null,
  knownLineTarget: () => null,
};

/** Titles sometimes have leading spaces. */
function trimmed(text: string | undefined): string | null {
  const plain = text?.trim() ?? '';
  return plain === '' ? null : plain;
}
