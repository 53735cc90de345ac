import type { ColumnKind, KnownTable } from '@suitewright/schema';
import type { SQLiteValue } from 'node-sqlite3-wasm';
import type { CatalogProperty, PropertyShape } from '../catalog/catalog-record.js';
import type { Row, RowValue } from '../database/row.js';
import { isDecimal } from '../suiteql/decimal.js';
import { isStored } from './record-type.js';
import type { RecordValue, RecordValues } from './record-value.js';
import { restDate, restDatetime } from './rest-moment.js';
import type { StoredRow } from './stored-row.js';

/** The column that keeps a property: the same name in lower case. Null: there is none that could. */
export function columnOf({ name, shape }: CatalogProperty, table: KnownTable): string | null {
  const column = name.toLowerCase();
  if (shape.kind === 'sublist' || shape.kind === 'subrecord' || !isStored(table, column)) return null;
  const kind = table.columns.get(column)?.kind;
  if (shape.kind !== 'enum' || kind === 'text') return column;
  // Where REST has words, and SuiteQL the numbers behind them, nobody knows which is which.
  return kind === 'int' && Object.keys(shape.values).every((id) => /^\d+$/.test(id)) ? column : null;
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
    const kind = table.columns.get(column)?.kind ?? 'text';
    values.set(property.name, restValue(stored, { shape: property.shape, kind, timeZone }));
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
    else row[column] = columnValue(value, property.shape);
  }
  return { row, beside };
}

interface StoredForm {
  readonly shape: PropertyShape;
  readonly kind: ColumnKind;
  readonly timeZone: string;
}

/** A stored value as the catalog describes its property, whatever the column's own kind. */
function restValue(stored: SQLiteValue, { shape, kind, timeZone }: StoredForm): RecordValue {
  if (shape.kind === 'references') return String(stored).split(', ');
  if (shape.kind !== 'scalar') return String(stored);
  switch (shape.type) {
    case 'boolean':
      return stored === 'T';
    case 'integer':
    case 'number':
      // Text has more digits than a double keeps.
      return typeof stored === 'string' && isDecimal(stored) ? stored : Number(stored);
    case 'string':
      if (shape.isDuration === true && (kind === 'num' || kind === 'int')) return duration(Number(stored));
      if (kind !== 'date' && kind !== 'datetime') return String(stored);
      return kind === 'datetime' && shape.format !== 'date'
        ? restDatetime(Number(stored), timeZone)
        : restDate(Number(stored));
  }
}

/** Hours as `hh:mm`. */
function duration(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  const sign = hours < 0 ? '-' : '';
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function columnValue(value: RecordValue, shape: PropertyShape): RowValue {
  if (Array.isArray(value)) return value.map(String);
  const time =
    shape.kind === 'scalar' && shape.isDuration === true ? /^(\d+):(\d{2})$/.exec(String(value)) : null;
  if (time !== null) return Number(time[1]) + Number(time[2]) / 60;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as RowValue);
}
