import type { ColumnKind, KnownTable } from '@suitewright/schema';
import type { SQLiteValue } from 'node-sqlite3-wasm';
import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { Row, RowValue } from '../database/row.js';
import { isStored } from './record-type.js';
import type { RecordValue, RecordValues } from './record-value.js';
import { restDate, restDatetime } from './rest-moment.js';
import type { StoredRow } from './stored-row.js';

/** The column that keeps a property: the same name in lower case. Null: there is none that could. */
function columnOf({ name, shape }: CatalogProperty, table: KnownTable): string | null {
  const column = name.toLowerCase();
  if (shape.kind === 'sublist' || shape.kind === 'subrecord' || !isStored(table, column)) return null;
  const kind = table.columns.get(column)?.kind;
  // Where REST has words, and SuiteQL the numbers behind them, nobody knows which is which.
  return shape.kind === 'enum' && (kind === 'int' || kind === 'num' || kind === 'bool') ? null : column;
}

export interface RowReading {
  readonly table: KnownTable;
  readonly properties: readonly CatalogProperty[];
  readonly timeZone: string;
}

/** The values of a record that its row keeps. NULL columns are left out. */
export function valuesOfRow(
  row: StoredRow,
  { table, properties, timeZone }: RowReading,
): Map<string, RecordValue> {
  const values = new Map<string, RecordValue>();
  for (const property of properties) {
    const column = columnOf(property, table);
    const stored = column === null ? null : (row[column] ?? null);
    if (column === null || stored === null) continue;
    values.set(property.name, restValue(stored, table.columns.get(column)?.kind ?? 'text', timeZone));
  }
  return values;
}

export interface SplitValues {
  /** In the form of a seed. */
  readonly row: Row;
  /** What the table has no column for. */
  readonly beside: RecordValues;
}

/** Divides the values of a record into those that its row keeps and the others. */
export function splitValues(
  values: RecordValues,
  { table, properties }: Pick<RowReading, 'table' | 'properties'>,
): SplitValues {
  const row: Record<string, RowValue> = {};
  const beside = new Map<string, RecordValue>();
  for (const property of properties) {
    const value = values.get(property.name);
    if (value === undefined) continue;
    const column = columnOf(property, table);
    if (column === null) beside.set(property.name, value);
    else row[column] = columnValue(value);
  }
  return { row, beside };
}

function restValue(stored: SQLiteValue, kind: ColumnKind, timeZone: string): RecordValue {
  switch (kind) {
    case 'bool':
      return stored === 'T';
    case 'int':
    case 'num':
      return Number(stored);
    case 'date':
      return restDate(Number(stored));
    case 'datetime':
      return restDatetime(Number(stored), timeZone);
    default:
      return kind.startsWith('multi:') ? String(stored).split(', ') : String(stored);
  }
}

function columnValue(value: RecordValue): RowValue {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as RowValue);
}
