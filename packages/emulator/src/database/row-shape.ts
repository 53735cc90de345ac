import type { KnownTable } from '@suitewright/schema';
import type { Row } from './row.js';
import { SeedError } from './seed-error.js';
import { type Store, storeOf } from './stored-value.js';

/** The columns of a row, in the row's order. Most rows of a table have the same. */
export interface RowShape {
  readonly columns: readonly RowColumn[];
  /** Place of the primary key among the columns; -1 when it is left out. */
  readonly keyIndex: number;
}

export interface RowColumn {
  /** As the row spells it. */
  readonly written: string;
  readonly name: string;
  readonly store: Store;
}

export interface RowPlace {
  readonly table: KnownTable;
  /** Of the row among the table's rows, for messages. */
  readonly index: number;
  readonly timeZone: string;
}

/** @throws {SeedError} A column is unknown, or not exposed. */
export function rowShape(row: Row, { table, index, timeZone }: RowPlace): RowShape {
  const columns = Object.keys(row).map((written): RowColumn => {
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
    return { written, name, store: storeOf(column.kind, timeZone) };
  });
  return { columns, keyIndex: columns.findIndex(({ name }) => name === table.primaryKey) };
}

export function hasShape({ columns }: RowShape, row: Row): boolean {
  const names = Object.keys(row);
  if (columns.length !== names.length) return false;
  for (let index = 0; index < names.length; index++) {
    if (columns[index]?.written !== names[index]) return false;
  }
  return true;
}
