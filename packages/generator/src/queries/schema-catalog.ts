import {
  type FieldSchema,
  knownTables,
  mapTableOf,
  type SchemaDocument,
  type TableSchema,
} from '@suitewright/schema';
import type { Catalog, CatalogColumn, CatalogTable } from '@suitewright/suiteql';
import { columnKindOfField } from '../normalize/column-kind.js';
import { restColumns } from '../normalize/rest-columns.js';

/**
 * The tables of a schema as the checker reads them. Tables and columns that it lacks may still be there, since
 * introspection asks only for those that it knows of; what the account was asked for and refused is an error.
 */
export function schemaCatalog({
  tables,
  records = {},
  refusedTables = [],
}: Pick<SchemaDocument, 'tables'> & Partial<SchemaDocument>): Catalog {
  const rest = restColumns(records);
  const opened = Object.entries(tables).map(([name, { primaryKey, columns }]): [string, CatalogTable] => [
    name,
    { primaryKey, columns: confirmKinds(columns, rest.get(name)), open: true },
  ]);
  const refused = new Set(refusedTables);
  return {
    ...catalogOf(new Map(opened)),
    isRefused: (name) => refused.has(name),
    adviseOnUnasked: (name) => adviseOnUnasked(name, records),
  };
}

/** A kind is sure where the account shows the column as a REST field of that kind; the rest is generally known. */
function confirmKinds(
  columns: TableSchema['columns'],
  rest: ReadonlyMap<string, readonly FieldSchema[]> | undefined,
): CatalogTable['columns'] {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { kind, exposed }]): [string, CatalogColumn] => {
      const fields = rest?.get(name) ?? [];
      const confirmed = fields.length > 0 && fields.every(({ type }) => columnKindOfField(type) === kind);
      return [name, { kind, exposed, confirmed }];
    }),
  );
}

function adviseOnUnasked(table: string, records: SchemaDocument['records']): string {
  const name = table.replaceAll('"', '');
  if (knownTables.has(table)) {
    return 'Introspection left it out: introspect without --include, or include a record that belongs to it.';
  }
  if (Object.hasOwn(records, table))
    return 'Introspect with --probe all, which asks for the table of every record.';
  return `The account was not asked for it. Ask: suitewright query --no-check 'SELECT * FROM ${name} FETCH FIRST 1 ROWS ONLY'`;
}

/** The standard tables. Accounts add columns and tables of their own, so nothing unknown is an error. */
export function knownCatalog(): Catalog {
  const tables = [...knownTables].map(([name, { primaryKey, columns }]): [string, CatalogTable] => [
    name,
    { primaryKey, columns: Object.fromEntries(columns), complete: false },
  ]);
  return {
    ...catalogOf(new Map(tables)),
    adviseOnUnasked: () =>
      'Only standard tables are known without a schema. Run suitewright introspect to ask the account.',
  };
}

function catalogOf(tables: ReadonlyMap<string, CatalogTable>): Catalog {
  const maps = new Map<string, CatalogTable>();
  const mapTable = (name: string): CatalogTable | undefined => {
    const map = mapTableOf(name, (table, column) => tables.get(table)?.columns[column]?.kind);
    if (map === null) return undefined;
    const columns = { mapone: { kind: `ref:${map.table}` }, maptwo: { kind: `ref:${map.target}` } } as const;
    const made = maps.get(name) ?? { primaryKey: null, columns };
    maps.set(name, made);
    return made;
  };
  return { table: (name) => tables.get(name) ?? mapTable(name), tableNames: () => tables.keys() };
}
