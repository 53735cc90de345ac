import type { KnownTable } from '@suitewright/schema';
import type { Database } from 'node-sqlite3-wasm';
import { isNumberedKey, widenPrimaryKey } from './create-tables.js';
import type { Row, RowBatch } from './row.js';
import { createRowInserter, type RowInserter } from './row-inserter.js';
import { hasShape, type RowColumn, type RowShape, rowShape } from './row-shape.js';
import { SeedError } from './seed-error.js';
import { isMisfit, isWide, type StoredValue } from './stored-value.js';

export interface LoadTarget {
  readonly sqlite: Database;
  readonly tables: ReadonlyMap<string, KnownTable>;
  readonly timeZone: string;
  /** See `EmulatorDatabase`. */
  readonly wideColumns: Set<string>;
}

interface TableLoader {
  readonly table: KnownTable;
  readonly inserter: RowInserter;
  /** Shapes seen, by the columns' names. */
  readonly shapes: Map<string, RowShape>;
  /** The shape of the row before. */
  latest: RowShape | undefined;
  /** Rows loaded so far: the index of the next one, for messages. */
  count: number;
  /** Whether the primary key was found to hold text. */
  widened: boolean;
}

/**
 * Stores rows. An internal id that is left out becomes one more than the highest so far.
 *
 * @throws {SeedError} A table or column is unknown, a value does not fit, a primary key is given twice.
 */
export function loadRows(target: LoadTarget, batches: Iterable<RowBatch>): void {
  const loaders = new Map<string, TableLoader>();
  try {
    for (const { table, rows } of batches) {
      const loader = loaders.get(table) ?? startTable(target, table);
      loaders.set(table, loader);
      for (const row of rows) loadRow(target, loader, row);
    }
  } finally {
    for (const { inserter } of loaders.values()) inserter.close();
  }
}

function startTable({ sqlite, tables }: LoadTarget, written: string): TableLoader {
  const table = tables.get(written.toLowerCase());
  if (table === undefined) {
    throw new SeedError(
      `tables.${written}`,
      'there is no such table. Correct the name, or define the table under "custom": ' +
        `{ "${written}": { "columns": { "id": "id", … } } }.`,
    );
  }
  const inserter = createRowInserter(sqlite, table.name);
  return { table, inserter, shapes: new Map(), latest: undefined, count: 0, widened: false };
}

function loadRow(target: LoadTarget, loader: TableLoader, row: Row): void {
  const { table, inserter } = loader;
  const index = loader.count++;
  const shape = shapeOf(target, loader, row, index);
  const values: StoredValue[] = [];
  const given = Object.values(row);
  for (let column = 0; column < given.length; column++) {
    // The shape was made of the row's names, in their order.
    const { name, store } = shape.columns[column] as RowColumn;
    const stored = store(given[column] ?? null);
    if (isMisfit(stored)) throw new SeedError(`tables.${table.name}[${index}].${name}`, stored.problem);
    if (isWide(stored)) target.wideColumns.add(`${table.name}.${name}`);
    values.push(stored);
  }
  const key = values[shape.keyIndex] ?? null;
  if (isOther(key) && !loader.widened && isNumberedKey(table)) {
    inserter.close();
    widenPrimaryKey(target.sqlite, table);
    loader.widened = true;
  }
  try {
    inserter.insert(shape, values);
  } catch (error) {
    throw rowError(error, { table, index, key });
  }
}

function shapeOf({ timeZone }: LoadTarget, loader: TableLoader, row: Row, index: number): RowShape {
  if (loader.latest !== undefined && hasShape(loader.latest, row)) return loader.latest;
  const names = Object.keys(row).join('\n');
  const shape = loader.shapes.get(names) ?? rowShape(row, { table: loader.table, index, timeZone });
  loader.shapes.set(names, shape);
  loader.latest = shape;
  return shape;
}

/** Whether it is more than SQLite's row numbers hold for certain. */
function isOther(key: StoredValue): boolean {
  return typeof key === 'string' ? !/^-?\d{1,15}$/.test(key) : typeof key === 'object' && key !== null;
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
