import type { KnownTable } from '@suitewright/schema';
import type { Catalog, CatalogTable } from '@suitewright/suiteql';

/** The account's tables as the checker reads them. */
export function tableCatalog(tables: ReadonlyMap<string, KnownTable>): Catalog {
  const known = new Map<string, CatalogTable>();
  return {
    complete: true,
    table: (name) => {
      const found = known.get(name);
      const table = tables.get(name);
      if (found !== undefined || table === undefined) return found;
      const catalogTable = { columns: Object.fromEntries(table.columns), primaryKey: table.primaryKey };
      known.set(name, catalogTable);
      return catalogTable;
    },
  };
}
