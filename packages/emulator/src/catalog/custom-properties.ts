import type { ColumnKind } from '@suitewright/schema';
import type { CustomColumn, CustomField, CustomList, CustomRecordType } from '../account/definition.js';
import type { CatalogProperty, PropertyShape } from './catalog-record.js';
import type { RecordExists } from './standard-properties.js';

/** The property that a custom field adds to a record or to a sublist's lines. */
export function customFieldProperty(field: CustomField, exists: RecordExists): CatalogProperty {
  const { scriptId, label, description, kind, mandatory } = field;
  const shape = columnShape(kind, exists);
  return { name: scriptId, title: label, description, custom: true, shape, required: mandatory };
}

/** The properties of a custom record type. */
export function customRecordProperties(
  { columns }: CustomRecordType,
  exists: RecordExists,
): readonly CatalogProperty[] {
  return [
    builtIn('autoName', 'Auto Name', 'bool', exists),
    builtIn('created', 'Date Created', 'datetime', exists),
    builtIn('customForm', 'Custom Form', 'ref:customform', exists),
    builtIn('isInactive', 'Inactive', 'bool', exists),
    builtIn('lastModified', 'Last Modified', 'datetime', exists),
    builtIn('name', 'Name', 'text', exists),
    builtIn('owner', 'Owner', 'ref:employee', exists),
    builtIn('recordId', 'ID', 'int', exists),
    builtIn('scriptId', 'Script ID', 'text', exists),
    ...customColumns(columns, exists),
  ];
}

/** The properties of a custom list: one record of it is one value of the list. */
export function customListProperties(
  { columns }: CustomList,
  exists: RecordExists,
): readonly CatalogProperty[] {
  return [
    builtIn('abbreviation', 'Abbreviation', 'text', exists),
    builtIn('isInactive', 'Inactive', 'bool', exists),
    builtIn('name', 'Name', 'text', exists),
    builtIn('recordId', 'ID', 'int', exists),
    builtIn('scriptId', 'Script ID', 'text', exists),
    ...customColumns(columns ?? {}, exists),
  ];
}

function customColumns(
  columns: Readonly<Record<string, CustomColumn>>,
  exists: RecordExists,
): readonly CatalogProperty[] {
  return Object.entries(columns)
    .filter(([name]) => name.startsWith('cust'))
    .map(([name, { kind, label }]) => ({ ...builtIn(name, label, kind, exists), custom: true }));
}

function builtIn(name: string, title: string, kind: ColumnKind, exists: RecordExists): CatalogProperty {
  const shape = columnShape(kind, exists);
  return { name, title, description: null, custom: false, shape, required: false };
}

function columnShape(kind: ColumnKind, exists: RecordExists): PropertyShape {
  if (kind.startsWith('ref:') || kind.startsWith('multi:')) {
    const target = kind.slice(kind.indexOf(':') + 1);
    const record = exists(target) ? target : null;
    return { kind: kind.startsWith('ref:') ? 'reference' : 'references', record };
  }
  switch (kind) {
    case 'int':
      return { kind: 'scalar', type: 'integer', format: 'int64' };
    case 'num':
      return { kind: 'scalar', type: 'number', format: 'double' };
    case 'bool':
      return { kind: 'scalar', type: 'boolean' };
    case 'date':
      return { kind: 'scalar', type: 'string', format: 'date' };
    case 'datetime':
      return { kind: 'scalar', type: 'string', format: 'date-time' };
    default:
      return { kind: 'scalar', type: 'string' };
  }
}
