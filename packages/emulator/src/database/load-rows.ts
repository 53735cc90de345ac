import type { KnownTable } from '@suitewright/schema';
import type { Database, Statement } from 'node-sqlite3-wasm';
import { isNumberedKey, quoteName, widenPrimaryKey } from './create-tables.js';
import type { Row, RowBatch } from './row.js';
import { SeedError } from './seed-error.js';
import { type StoredValue, storedValue } from './stored-value.js';

export interface LoadTarget {
  readonly sqlite: Database;
  readonly tables: ReadonlyMap<string, KnownTable>;
  readonly timeZone: string;
}

/** An INSERT for rows that have the same columns in the same order. */
interface Insert {
  readonly statement: Statement;
  readonly columns: readonly {
    readonly written: string;
    readonly name: string;
    readonly kind: ColumnKindOf;
  }[];
}

type ColumnKindOf = Parameters<typeof storedValue>[1];

interface TableLoader {
  readonly table: KnownTable;
  readonly inserts: Map<string, Insert>;
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
  return { table, inserts: new Map(), count: 0, widened: false };
}

function insertRow(target: LoadTarget, loader: TableLoader, row: Row): void {
  const index = loader.count++;
  const shape = Object.keys(row).join('\n');
  let insert = loader.inserts.get(shape) ?? prepareInsert(target, loader, row, index);
  loader.inserts.set(shape, insert);
  const values = insert.columns.map(({ written, name, kind }): StoredValue => {
    const stored = storedValue(row[written] ?? null, kind, target.timeZone);
    if (stored !== null && typeof stored === 'object') {
      throw new SeedError(`tables.${loader.table.name}[${index}].${name}`, stored.problem);
    }
    return stored;
  });
  if (!loader.widened && isNumberedKey(loader.table) && textKey(loader.table, insert, values)) {
    finalize(loader);
    widenPrimaryKey(target.sqlite, loader.table);
    loader.widened = true;
    insert = prepareInsert(target, loader, row, index);
    loader.inserts.set(shape, insert);
  }
  try {
    insert.statement.run(values);
  } catch (error) {
    throw rowError(error, { table: loader.table, index, insert, values });
  }
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
    return { written, name, kind: column.kind };
  });
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const values = columns.length === 0 ? 'DEFAULT VALUES' : `(${names}) VALUES (${marks})`;
  return { statement: target.sqlite.prepare(`INSERT INTO ${quoteName(table.name)} ${values}`), columns };
}

function textKey(table: KnownTable, { columns }: Insert, values: readonly StoredValue[]): boolean {
  const key = values[columns.findIndex(({ name }) => name === table.primaryKey)];
  return typeof key === 'string' && !/^-?\d{1,15}$/.test(key);
}

interface FailedRow {
  readonly table: KnownTable;
  readonly index: number;
  readonly insert: Insert;
  readonly values: readonly StoredValue[];
}

function rowError(error: unknown, { table, index, insert, values }: FailedRow): unknown {
  const message = error instanceof Error ? error.message : '';
  const key = values[insert.columns.findIndex(({ name }) => name === table.primaryKey)];
  const place = `tables.${table.name}[${index}].${table.primaryKey}`;
  if (message.includes('UNIQUE'))
    return new SeedError(place, `the id ${JSON.stringify(key)} is given twice.`);
  if (message.includes('NOT NULL')) return new SeedError(place, 'the row has no id. Give it one.');
  return error;
}

function finalize({ inserts }: TableLoader): void {
  for (const { statement } of inserts.values()) statement.finalize();
  inserts.clear();
}
