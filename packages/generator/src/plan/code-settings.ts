import { type ColumnSchema, codeListOf, type SchemaDocument, type TableSchema } from '@suitewright/schema';
import { SettingsError } from '../settings-error.js';

/** Codes that columns may hold beside those of the schema: by table, then by column. */
export type CodeSettings = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The schema with the codes of the settings added to those of their columns, and of every column that holds the same
 * codes. A text column that the schema has no codes for holds those of the settings alone.
 *
 * @throws {SettingsError} The settings name a table or column that the schema does not have, or one that holds no text.
 */
export function withCodes(document: SchemaDocument, settings: CodeSettings): SchemaDocument {
  const problems: string[] = [];
  const added = new Map<string, readonly string[]>();
  for (const [table, columns] of Object.entries(settings)) {
    for (const [column, codes] of Object.entries(columns)) {
      const problem = problemOf(document, table, column);
      if (problem !== null) problems.push(problem);
      for (const each of codeListOf(table, column)?.columns ?? [`${table}.${column}`]) {
        added.set(each, [...(added.get(each) ?? []), ...codes]);
      }
    }
  }
  if (problems.length > 0) throw new SettingsError('codes', problems);
  if (added.size === 0) return document;
  return {
    ...document,
    tables: mapValues(document.tables, (table, name) => withColumnCodes(table, name, added)),
  };
}

function withColumnCodes(
  table: TableSchema,
  name: string,
  added: ReadonlyMap<string, readonly string[]>,
): TableSchema {
  const columns = mapValues(table.columns, (column: ColumnSchema, columnName) => {
    const codes = added.get(`${name}.${columnName}`);
    return codes === undefined
      ? column
      : { ...column, codes: [...new Set([...(column.codes ?? []), ...codes])].sort() };
  });
  return { ...table, columns };
}

function problemOf({ tables }: SchemaDocument, table: string, column: string): string | null {
  const columns = Object.hasOwn(tables, table) ? tables[table]?.columns : undefined;
  if (columns === undefined) return `${table}: there is no such table.`;
  const schema = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (schema?.exposed !== true) return `${table}.${column}: ${table} has no such column.`;
  return schema.kind === 'text'
    ? null
    : `${table}.${column}: only a text column holds codes, and it is of kind ${schema.kind}.`;
}

function mapValues<Value>(
  entries: Readonly<Record<string, Value>>,
  change: (value: Value, name: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value, name)]));
}
