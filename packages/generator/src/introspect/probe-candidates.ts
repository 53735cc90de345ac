import {
  type ColumnKind,
  customKindOf,
  customListColumns,
  customRecordColumns,
  knownTables,
  tableOfRecord,
  transactionLineSublists,
} from '@suitewright/schema';
import type { JsonSchemaNode } from './json-schema.js';
import type { CustomDefinitions } from './raw-metadata.js';

/** What is known before the tables are asked. */
export interface KnownBeforeProbing {
  readonly records: ReadonlyMap<string, JsonSchemaNode>;
  readonly custom: CustomDefinitions;
  readonly probe: 'known' | 'all';
  /** The only tables to ask for. Null: all. */
  readonly tableScope: ReadonlySet<string> | null;
}

/**
 * The tables to ask for, each with the columns that it may have. Columns known as not exposed are
 * not asked for.
 */
export function probeCandidates({
  records,
  custom,
  probe,
  tableScope,
}: KnownBeforeProbing): ReadonlyMap<string, readonly string[]> {
  const candidates = new Map<string, Set<string>>();
  const add = (table: string, columns: Iterable<string>): void => {
    if (tableScope?.has(table) === false) return;
    const hidden = knownTables.get(table)?.columns;
    const set = candidates.get(table) ?? new Set<string>();
    for (const column of columns) if (hidden?.get(column)?.exposed !== false) set.add(column);
    candidates.set(table, set);
  };
  for (const [name, table] of knownTables) add(name, table.columns.keys());
  for (const name of custom.recordTypes.keys()) add(name, customRecordColumns.keys());
  for (const name of custom.lists.keys()) add(name, customListColumns.keys());
  for (const [name, schema] of records) {
    const table = tableOfRecord(name).name;
    const base = customTableColumns(name, schema);
    const fields = probe === 'all' ? plainFields : customFields;
    if (base !== null) add(table, base.keys());
    if (base !== null || probe === 'all' || knownTables.has(table)) add(table, fields(schema).map(lowerCase));
    if (table === 'transaction') {
      for (const lines of lineSchemas(schema)) add('transactionline', fields(lines).map(lowerCase));
    }
  }
  for (const name of custom.fields.keys()) {
    const table = tableByPrefix.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (table !== undefined) add(table, [name]);
  }
  return new Map([...candidates].map(([name, columns]) => [name, [...columns]]));
}

function customTableColumns(name: string, schema: JsonSchemaNode): ReadonlyMap<string, ColumnKind> | null {
  switch (customKindOf(name, schema['x-ns-custom-record'] ?? false)) {
    case 'record':
      return customRecordColumns;
    case 'list':
      return customListColumns;
    case null:
      return null;
  }
}

/** Custom fields whose name alone tells the table. Those of entities are on some of six tables. */
const tableByPrefix = [
  ['custbody', 'transaction'],
  ['custcol', 'transactionline'],
  ['custitem', 'item'],
] as const;

/** Fields that could be columns: no sublists, no links. */
function plainFields(schema: JsonSchemaNode): string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name, field]) => name !== 'links' && !isCollection(field))
    .map(([name]) => name);
}

function customFields(schema: JsonSchemaNode): string[] {
  return plainFields(schema).filter((name) => schema.properties?.[name]?.['x-ns-custom-field'] === true);
}

function lineSchemas(schema: JsonSchemaNode): JsonSchemaNode[] {
  return [...transactionLineSublists]
    .map((name) => schema.properties?.[name])
    .map((field) => (field === undefined ? undefined : linesOf(field)))
    .filter((lines) => lines !== undefined);
}

/** A multi-select is a collection too, and a column. */
function isCollection(field: JsonSchemaNode): boolean {
  const lines = linesOf(field);
  return lines !== undefined && lines.properties?.refName === undefined;
}

function linesOf(field: JsonSchemaNode): JsonSchemaNode | undefined {
  const items = field.properties?.items;
  return items?.type === 'array' ? items.items : undefined;
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
