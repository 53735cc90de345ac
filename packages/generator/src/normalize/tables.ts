import {
  type ColumnKind,
  type ColumnSchema,
  codeListOf,
  customListColumns,
  customRecordColumns,
  emptyDictionary,
  type FieldSchema,
  type KnownTable,
  knownTables,
  type RecordSchema,
  type TableSchema,
} from '@suitewright/schema';
import type { RawMetadata, TableObservation } from '../introspect/raw-metadata.js';
import { columnKindOfField, columnKindOfValueType } from './column-kind.js';
import { customFieldTargetTable } from './known-references.js';
import { type RestColumns, representativeField, restColumns } from './rest-columns.js';

/** The SuiteQL tables that the account answered on; where it was not asked, those that are known. */
export function tablesOf(
  raw: Pick<RawMetadata, 'tables' | 'tableScope' | 'custom' | 'codes'>,
  records: Readonly<Record<string, RecordSchema>>,
): Readonly<Record<string, TableSchema>> {
  const context: TableContext = { raw, records, rest: restColumns(records) };
  const tables = emptyDictionary<TableSchema>();
  for (const [name, observation] of raw.tables ?? unobservedTables(context)) {
    if (observation !== null && observation.accepted.length > 0) {
      tables[name] = tableOf(name, observation, context);
    }
  }
  return tables;
}

/** The tables that the account was asked for and refused, sorted. */
export function refusedTablesOf({
  tables,
  unreadTables,
}: Pick<RawMetadata, 'tables' | 'unreadTables'>): readonly string[] {
  return [...(tables ?? [])]
    .filter(([name, observation]) => observation === null && unreadTables?.has(name) !== true)
    .map(([name]) => name)
    .sort();
}

interface TableContext {
  readonly raw: Pick<RawMetadata, 'tables' | 'tableScope' | 'custom' | 'codes'>;
  readonly records: Readonly<Record<string, RecordSchema>>;
  readonly rest: RestColumns;
}

function tableOf(
  name: string,
  { accepted, refused }: Exclude<TableObservation, null>,
  context: TableContext,
): TableSchema {
  const known = knownTables.get(name);
  const rest = context.rest.get(name);
  const columns = emptyDictionary<ColumnSchema>();
  for (const column of accepted) columns[column] = columnOf(name, column, true, context);
  const hidden = [...(known?.columns.values() ?? [])]
    .filter(({ exposed }) => !exposed)
    .map((column) => column.name);
  for (const column of [...refused, ...hidden]) {
    // Only what somebody could take for a column; the rest was a guess.
    if (known?.columns.has(column) || rest?.has(column))
      columns[column] = columnOf(name, column, false, context);
  }
  return {
    label: known?.label ?? labelOfCustom(name, context),
    primaryKey: primaryKeyOf(known, columns),
    confidence: context.raw.tables === null ? 'known' : 'observed',
    columns,
  };
}

function columnOf(
  table: string,
  column: string,
  exposed: boolean,
  { raw, rest, records }: TableContext,
): ColumnSchema {
  const field = representativeField(rest.get(table)?.get(column) ?? []);
  const definition = raw.custom.fields.get(column);
  const codes = exposed ? codesOf(table, column, raw) : null;
  return {
    kind:
      knownTables.get(table)?.columns.get(column)?.kind ??
      customTableColumns(records[table])?.get(column) ??
      kindOf(field, column, raw),
    label: field?.label ?? definition?.label ?? null,
    description: field?.description ?? definition?.description ?? null,
    custom: field?.custom === true || definition !== undefined,
    exposed,
    ...(codes !== null && { codes }),
  };
}

/** The known codes and those that the account's rows hold; null: the column may hold any value. */
function codesOf(table: string, column: string, { codes }: TableContext['raw']): readonly string[] | null {
  const list = codeListOf(table, column);
  if (list === null) return null;
  return [...new Set([...list.codes, ...(codes.get(list.columns[0]) ?? [])])].sort();
}

/** A column of which nothing is known holds text: that is how every value travels. */
function kindOf(field: FieldSchema | null, column: string, raw: TableContext['raw']): ColumnKind {
  const target = customFieldTargetTable(raw.custom, column);
  const valueType = raw.custom.fields.get(column)?.valueType ?? null;
  const byField = field && columnKindOfField(field.type);
  return byField ?? columnKindOfValueType(valueType, target) ?? 'text';
}

function customTableColumns(record: RecordSchema | undefined): ReadonlyMap<string, ColumnKind> | undefined {
  if (record?.custom === 'record') return customRecordColumns;
  return record?.custom === 'list' ? customListColumns : undefined;
}

function labelOfCustom(name: string, { raw, records }: TableContext): string | null {
  return (
    records[name]?.label ??
    raw.custom.recordTypes.get(name)?.label ??
    raw.custom.lists.get(name)?.label ??
    null
  );
}

function primaryKeyOf(
  known: KnownTable | undefined,
  columns: Readonly<Record<string, ColumnSchema>>,
): string | null {
  const column = known === undefined ? 'id' : known.primaryKey;
  return column !== null && columns[column]?.exposed === true ? column : null;
}

/** What is believed of an account that was not asked: the known tables, and the custom ones that REST shows. */
function unobservedTables({ raw, records, rest }: TableContext): ReadonlyMap<string, TableObservation> {
  const tables = new Map<string, TableObservation>();
  for (const [name, { columns }] of knownTables) {
    if (raw.tableScope?.has(name) === false) continue;
    const exposed = [...columns.values()].filter((column) => column.exposed).map((column) => column.name);
    tables.set(name, { accepted: [...exposed, ...customColumns(rest, name)], refused: [] });
  }
  for (const [name, record] of Object.entries(records)) {
    const base = customTableColumns(record);
    // Assumed: `id` and `name` are there in any case; others are only believed of an account that was asked.
    if (base) tables.set(name, { accepted: ['id', 'name', ...customColumns(rest, name)], refused: [] });
  }
  return tables;
}

function customColumns(rest: RestColumns, table: string): string[] {
  return [...(rest.get(table) ?? [])]
    .filter(([, fields]) => fields.some((field) => field.custom))
    .map(([column]) => column);
}
