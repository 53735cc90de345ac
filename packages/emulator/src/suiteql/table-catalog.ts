import { type KnownTable, mapTableOf } from '@suitewright/schema';
import type { Catalog, CatalogTable } from '@suitewright/suiteql';

/** The account's tables as the checker reads them. */
export function tableCatalog(tables: ReadonlyMap<string, KnownTable>): Catalog {
  const known = new Map<string, CatalogTable>();
  return {
    complete: true,
    table: (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const table = tables.get(name);
      const catalogTable =
        table === undefined
          ? mapTable(name, tables)
          : { columns: Object.fromEntries(table.columns), primaryKey: table.primaryKey };
      if (catalogTable !== undefined) known.set(name, catalogTable);
      return catalogTable;
    },
  };
}

function mapTable(name: string, tables: ReadonlyMap<string, KnownTable>): CatalogTable | undefined {
  const map = mapTableOf(name, (table, column) => tables.get(table)?.columns.get(column)?.kind);
  if (map === null) return undefined;
  return { columns: { mapone: { kind: `ref:${map.table}` }, maptwo: { kind: `ref:${map.target}` } } };
}
