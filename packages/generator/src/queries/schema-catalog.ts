import { knownTables, type SchemaDocument } from '@suitewright/schema';
import type { Catalog, CatalogTable } from '@suitewright/suiteql';

/**
 * The tables of a schema as the checker reads them. A column that they lack is an error; a table that
 * they lack may still be there, since introspection asks only for those that it knows of.
 */
export function schemaCatalog({ tables }: Pick<SchemaDocument, 'tables'>): Catalog {
  return catalogOf(new Map(Object.entries(tables)));
}

/** The standard tables. Accounts add columns and tables of their own, so nothing unknown is an error. */
export function knownCatalog(): Catalog {
  const tables = [...knownTables].map(([name, { primaryKey, columns }]): [string, CatalogTable] => [
    name,
    { primaryKey, columns: Object.fromEntries(columns), complete: false },
  ]);
  return catalogOf(new Map(tables));
}

function catalogOf(tables: ReadonlyMap<string, CatalogTable>): Catalog {
  return { table: (name) => tables.get(name), tableNames: () => tables.keys() };
}
