import type { KnownTable } from '@suitewright/schema';
import type { Database, Statement } from 'node-sqlite3-wasm';
import { isNumberedKey, quoteName, widenPrimaryKey } from './create-tables.js';
import { finalizeStatement } from './finalize-statement.js';
import type { Row, RowBatch } from './row.js';
import { SeedError } from './seed-error.js';
import { type Store, type StoredValue, storeOf } from './stored-value.js';

export interface LoadTarget {
  readonly sqlite: Database;
  readonly tables: ReadonlyMap<string, KnownTable>;
  readonly timeZone: string;
}

/** An INSERT for rows that have the same columns in the same order. */
interface Insert {
  readonly statement: Statement;
  readonly columns: readonly InsertColumn[];
  /** Place of the primary key among the columns; -1 when it is left out. */
  readonly keyIndex: number;
}

interface InsertColumn {
  readonly written: string;
  readonly name: string;
  readonly store: Store;
}

interface TableLoader {
  readonly table: KnownTable;
  readonly inserts: Map<string, Insert>;
  /** The insert of the row before: most rows have the same columns. */
  latest: Insert | undefined;
  /** Rows loaded so far: the index of the next one, for messages. */
  count: number;
  widened: boolean;
}

/**
 * Stores rows. Ids left out are numbered by SQLite: one more than the highest so far.
 *
 * @throws {SeedError} A table or column is unknown, a value does not fit, a primary key is given twice.
 */
export function loadRows(target: LoadTarget, batches: Iterable<RowBatch>): void {
  const loaders = new Map<string, TableLoader>();
  try {
    for (const { table, rows } of batches) {
      const loader = loaders.get(table) ?? startTable(target, table);
      loaders.set(table, loader);
      for (const row of rows) insertRow(target, loader, row);
    }
  } finally {
    for (const loader of loaders.values()) finalize(loader);
  }
}

function startTable({ tables }: LoadTarget, written: string): TableLoader {
  const table = tables.get(written.toLowerCase());
  if (table === undefined) {
    throw new SeedError(
      `tables.${written}`,
      'there is no such table. Correct the name, or define the table under "custom": ' +
        `{ "${written}": { "columns": { "id": "id", … } } }.`,
    );
  }
  return { table, inserts: new Map(), latest: undefined, count: 0, widened: false };
}

function insertRow(target: LoadTarget, loader: TableLoader, row: Row): void {
  const index = loader.count++;
  const insert = insertFor(target, loader, row, index);
  const values: StoredValue[] = [];
  for (const { written, name, store } of insert.columns) {
    const stored = store(row[written] ?? null);
    if (stored !== null && typeof stored === 'object') {
      throw new SeedError(`tables.${loader.table.name}[${index}].${name}`, stored.problem);
    }
    values.push(stored);
  }
  const key = values[insert.keyIndex];
  if (typeof key === 'string' && !loader.widened && isNumberedKey(loader.table) && !isNumber(key)) {
    finalize(loader);
    widenPrimaryKey(target.sqlite, loader.table);
    loader.widened = true;
  }
  const { statement } = loader.latest ?? insertFor(target, loader, row, index);
  try {
    statement.run(values);
  } catch (error) {
    throw rowError(error, { table: loader.table, index, key: key ?? null });
  }
}

function insertFor(target: LoadTarget, loader: TableLoader, row: Row, index: number): Insert {
  const names = Object.keys(row);
  if (loader.latest !== undefined && hasColumns(loader.latest, names)) return loader.latest;
  const shape = names.join('\n');
  const insert = loader.inserts.get(shape) ?? prepareInsert(target, loader, row, index);
  loader.inserts.set(shape, insert);
  loader.latest = insert;
  return insert;
}

function hasColumns({ columns }: Insert, names: readonly string[]): boolean {
  if (columns.length !== names.length) return false;
  for (let index = 0; index < names.length; index++) {
    if (columns[index]?.written !== names[index]) return false;
  }
  return true;
}

function isNumber(key: string): boolean {
  return /^-?\d{1,15}$/.test(key);
}

function prepareInsert(target: LoadTarget, { table }: TableLoader, row: Row, index: number): Insert {
  const columns = Object.keys(row).map((written) => {
    const name = written.toLowerCase();
    const column = table.columns.get(name);
    const place = `tables.${table.name}[${index}].${written}`;
    if (column === undefined) {
      throw new SeedError(
        place,
        `the table ${table.name} has no such column. Correct the name, or define the column under "custom": ` +
          `{ "${table.name}": { "columns": { "${written}": "text" } } }.`,
      );
    }
    if (!column.exposed) {
      const instead = column.instead === null ? '' : ` Use ${column.instead}.`;
      throw new SeedError(place, `SuiteQL does not expose this column, so it holds no data.${instead}`);
    }
    return { written, name, store: storeOf(column.kind, target.timeZone) };
  });
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const values = columns.length === 0 ? 'DEFAULT VALUES' : `(${names}) VALUES (${marks})`;
  const statement = target.sqlite.prepare(`INSERT INTO ${quoteName(table.name)} ${values}`);
  return { statement, columns, keyIndex: columns.findIndex(({ name }) => name === table.primaryKey) };
}

interface FailedRow {
  readonly table: KnownTable;
  readonly index: number;
  readonly key: StoredValue;
}

function rowError(error: unknown, { table, index, key }: FailedRow): unknown {
  const message = error instanceof Error ? error.message : '';
  const place = `tables.${table.name}[${index}].${table.primaryKey}`;
  if (message.includes('UNIQUE'))
    return new SeedError(place, `the id ${JSON.stringify(key)} is given twice.`);
  if (message.includes('NOT NULL')) return new SeedError(place, 'the row has no id. Give it one.');
  return error;
}

function finalize(loader: TableLoader): void {
  for (const { statement } of loader.inserts.values()) finalizeStatement(statement);
  loader.inserts.clear();
  loader.latest = undefined;
}
