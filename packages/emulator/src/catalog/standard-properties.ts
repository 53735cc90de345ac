import type { CatalogProperty, PropertyShape, SublistKey } from './catalog-record.js';
import type { StandardBody, StandardField, StandardRecords } from './standard-records.js';

/** Says whether the account's catalog has a record, by its lower-case name. */
export type RecordExists = (name: string) => boolean;

/** The properties of a standard record, subrecord or sublist line. */
export function standardProperties(
  body: StandardBody,
  source: StandardRecords,
  exists: RecordExists,
): readonly CatalogProperty[] {
  const fields = Object.entries(body.fields).map(([name, field]): CatalogProperty => {
    const { label = null, description = null, required = false } = field;
    const shape = fieldShape(field, source, exists);
    return { name, title: label, description, custom: false, shape, required };
  });
  const subrecords = Object.entries(body.subrecords ?? {}).flatMap(([name, typeName]): CatalogProperty[] => {
    const type = source.subrecordTypes[typeName];
    if (type === undefined) throw new Error(`The subrecord type ${typeName} is missing from the data.`);
    const property = composite(name, {
      kind: 'subrecord',
      properties: standardProperties(type, source, exists),
    });
    return type.fields.addrText === undefined ? [property] : [property, textTwin(name)];
  });
  const sublists = Object.entries(body.sublists ?? {}).map(([name, line]): CatalogProperty => {
    const properties = standardProperties(line, source, exists);
    return composite(name, { kind: 'sublist', properties, key: sublistKey(line) });
  });
  return [...fields, ...subrecords, ...sublists].sort((a, b) => (a.name < b.name ? -1 : 1));
}

// Composite properties bear no title in the samples.
function composite(name: string, shape: PropertyShape): CatalogProperty {
  return { name, title: null, description: null, custom: false, shape, required: false };
}

// An address comes twice: as a subrecord and as one text.
function textTwin(name: string): CatalogProperty {
  const title = name.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());
  const shape = { kind: 'scalar', type: 'string' } as const;
  return { name: `${name}_text`, title, description: null, custom: false, shape, required: false };
}

// Assumed: a sublist is keyed by `line` where it has one. Only salesOrder.item has been documented.
function sublistKey({ fields }: StandardBody): SublistKey {
  if (fields.line !== undefined) {
    return {
      present: true,
      new: [fields.orderLine === undefined ? 'line' : 'orderLine'],
      existing: ['line'],
    };
  }
  if (fields.id !== undefined) return { present: true, new: [], existing: ['id'] };
  return { present: false, new: [], existing: [] };
}

function fieldShape(field: StandardField, source: StandardRecords, exists: RecordExists): PropertyShape {
  switch (field.kind) {
    case 'ref':
    case 'multiref': {
      const target = field.record?.toLowerCase() ?? null;
      const record = target !== null && exists(target) ? target : null;
      return { kind: field.kind === 'ref' ? 'reference' : 'references', record };
    }
    case 'enum':
      return { kind: 'enum', values: source.enums[field.values ?? ''] ?? {} };
    case 'number':
      return { kind: 'scalar', type: 'number', format: 'double' };
    case 'integer':
      return { kind: 'scalar', type: 'integer', format: 'int64' };
    case 'boolean':
      return { kind: 'scalar', type: 'boolean' };
    case 'date':
      return { kind: 'scalar', type: 'string', format: 'date' };
    case 'datetime':
      return { kind: 'scalar', type: 'string', format: 'date-time' };
    case 'duration':
      return { kind: 'scalar', type: 'string', isDuration: true };
    case 'time':
    case 'string':
      return { kind: 'scalar', type: 'string' };
  }
}
