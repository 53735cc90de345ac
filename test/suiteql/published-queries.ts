import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog, CatalogTable, ColumnKind } from '@suitewright/suiteql';

export interface PublishedQuery {
  readonly id: string;
  readonly query: string;
  readonly tier: 'A' | 'B+' | 'B' | 'T' | 'X';
}

interface Corpus {
  readonly queries: readonly PublishedQuery[];
  readonly negative: readonly { readonly query: string; readonly reason: string }[];
}

const FILE = fileURLToPath(new URL('../../../shared/netsuite/suiteql-corpus.json', import.meta.url));

/** Queries that others published. They are not part of this repository; null where they are absent. */
export const publishedQueries: Corpus | null = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Corpus)
  : null;

interface KnownTables {
  readonly tables: Readonly<Record<string, { readonly columns: Readonly<Record<string, string>> }>>;
}

const TABLES_FILE = fileURLToPath(new URL('../../../shared/netsuite/suiteql-tables.json', import.meta.url));

/** The tables that most published queries use; null where the list is absent. */
export const knownTables: Catalog | null = existsSync(TABLES_FILE)
  ? readTables(JSON.parse(readFileSync(TABLES_FILE, 'utf8')) as KnownTables)
  : null;

function readTables({ tables }: KnownTables): Catalog {
  const byName = new Map(
    Object.entries(tables).map(([name, { columns }]): [string, CatalogTable] => {
      const entries = Object.entries(columns).map(([column, kind]) => [
        column,
        kind === '!NOT_EXPOSED' ? { kind: 'text', exposed: false } : { kind: kind as ColumnKind },
      ]);
      const primaryKey = 'id' in columns ? 'id' : null;
      return [name, { columns: Object.fromEntries(entries), primaryKey, complete: false }];
    }),
  );
  return { table: (name) => byName.get(name), tableNames: () => byName.keys() };
}
