import type { ColumnKind, KnownTable } from '@suitewright/schema';
import type { Database } from 'node-sqlite3-wasm';

/** Columns that rows are looked up by, besides primary keys. SQLite makes passing indexes for the rest. */
const lookupColumns: Readonly<Record<string, readonly string[]>> = {
  transaction: ['entity', 'trandate'],
  transactionline: ['transaction', 'item', 'createdfrom'],
  transactionaccountingline: ['transaction', 'account'],
  nexttransactionlink: ['previousdoc', 'nextdoc'],
  previoustransactionlink: ['previousdoc', 'nextdoc'],
  nexttransactionlinelink: ['previousdoc', 'nextdoc'],
  previoustransactionlinelink: ['previousdoc', 'nextdoc'],
  inventoryitemlocations: ['item'],
  aggregateitemlocation: ['item'],
  pricing: ['item'],
  customeraddressbook: ['entity'],
  contact: ['company'],
};

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The columns that SuiteQL exposes, which are those that are stored. */
export function storedColumns(table: KnownTable): readonly string[] {
  return [...table.columns.values()].filter(({ exposed }) => exposed).map(({ name }) => name);
}

/**
 * The highest ids that tables had before rows of theirs were deleted. It lies among the rows, so that it is kept and
 * copied with them.
 */
export const highestIdsTable = quoteName('highest ids');

export function createHighestIds(sqlite: Database): void {
  sqlite.exec(`CREATE TABLE ${highestIdsTable} ("table" TEXT PRIMARY KEY, id INTEGER NOT NULL)`);
}

export interface TableForm {
  /** `integer`: the primary key is SQLite's row number. `any`: it holds text as well. */
  readonly primaryKey: 'integer' | 'any';
}

export function createTable(sqlite: Database, table: KnownTable, form: TableForm): void {
  const columns = storedColumns(table).map((name) => {
    const { kind } = table.columns.get(name) ?? { kind: 'text' as const };
    const key = name === table.primaryKey;
    if (key && isNumberedKey(table) && form.primaryKey === 'integer')
      return `${quoteName(name)} INTEGER PRIMARY KEY`;
    return `${quoteName(name)} ${affinity(kind)}${key ? ' NOT NULL UNIQUE' : ''}`;
  });
  sqlite.exec(`CREATE TABLE ${quoteName(table.name)} (${columns.join(', ')})`);
}

/** Creates a table that is not there, and adds columns that a table does not have. */
export function completeTable(sqlite: Database, table: KnownTable): void {
  const present = sqlite.all(`PRAGMA table_info(${quoteName(table.name)})`);
  if (present.length === 0) {
    createTable(sqlite, table, { primaryKey: 'integer' });
    return;
  }
  const names = new Set(present.map(({ name }) => String(name)));
  for (const name of storedColumns(table).filter((column) => !names.has(column))) {
    const { kind } = table.columns.get(name) ?? { kind: 'text' as const };
    sqlite.exec(`ALTER TABLE ${quoteName(table.name)} ADD COLUMN ${quoteName(name)} ${affinity(kind)}`);
  }
}

/** Rebuilds a table whose primary key turned out to hold text. */
export function widenPrimaryKey(sqlite: Database, table: KnownTable): void {
  const name = quoteName(table.name);
  sqlite.exec(`ALTER TABLE ${name} RENAME TO "widening"`);
  createTable(sqlite, table, { primaryKey: 'any' });
  sqlite.exec(`INSERT INTO ${name} SELECT * FROM "widening"`);
  sqlite.exec('DROP TABLE "widening"');
}

/** Whether the primary key holds internal ids. */
export function isNumberedKey({ primaryKey, columns }: KnownTable): boolean {
  return primaryKey !== null && columns.get(primaryKey)?.kind === 'id';
}

export function createIndexes(sqlite: Database, table: KnownTable): void {
  for (const column of lookupColumns[table.name] ?? []) {
    if (table.columns.get(column)?.exposed !== true) continue;
    const index = quoteName(`${table.name}.${column}`);
    sqlite.exec(`CREATE INDEX ${index} ON ${quoteName(table.name)} (${quoteName(column)})`);
  }
}

// A column's affinity makes `id = '143'` and `id = 143` the same, as Oracle's implicit conversion does.
function affinity(kind: ColumnKind): string {
  if (kind === 'text' || kind === 'bool' || kind.startsWith('multi:')) return 'TEXT';
  return kind === 'num' ? 'NUMERIC' : 'INTEGER';
}
