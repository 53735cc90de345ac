import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { RecordValue, RecordValueObject } from './record-value.js';
import { splitValues, valuesOfRow } from './row-values.js';
import { findRows, nextId, type StoredRow } from './stored-row.js';
import { insertRow, removeRows } from './written-row.js';

/** The sublist whose lines are rows of `transactionline`. Others are kept beside the record. */
export const lineSublist = 'item';

export interface LinesOptions {
  readonly database: EmulatorDatabase;
  readonly transaction: string;
  /** The properties of the sublist's lines. */
  readonly properties: readonly CatalogProperty[];
}

const table = 'transactionline';

/** The lines with an item. Quantities are shown without the sign that SuiteQL gives to what is sold. */
export function readLines({ database, transaction, properties }: LinesOptions): readonly RecordValueObject[] {
  const known = database.tables.get(table);
  if (known === undefined) return [];
  return transactionRows(database, transaction)
    .filter(isItemLine)
    .map((row) => {
      const values = valuesOfRow(row, { table: known, properties, timeZone: database.timeZone });
      const sign = Number(row.foreignamount ?? 0) < 0 || Number(row.quantity ?? 0) < 0 ? -1 : 1;
      const shown: Record<string, RecordValue> = Object.fromEntries(values);
      shown.line = Number(row.id);
      if (row.quantity !== null && row.quantity !== undefined) shown.quantity = sign * Number(row.quantity);
      if (row.foreignamount !== null && row.foreignamount !== undefined) {
        shown.amount = sign * Number(row.foreignamount);
      }
      return shown;
    });
}

/**
 * Puts lines in the place of those with an item that a transaction has.
 *
 * @param sign -1 for what leaves the company, whose quantities and amounts SuiteQL shows below zero.
 */
export function writeLines(
  lines: readonly RecordValueObject[],
  { database, transaction, properties, sign }: LinesOptions & { readonly sign: 1 | -1 },
): void {
  const known = database.tables.get(table);
  if (known === undefined) return;
  for (const row of findRows(database, table, { column: 'transaction', value: transaction })) {
    if (isItemLine(row)) removeRows(database, table, { column: 'uniquekey', value: String(row.uniquekey) });
  }
  lines.forEach((line, index) => {
    const { row } = splitValues(new Map(Object.entries(line)), { table: known, properties });
    const quantity = typeof line.quantity === 'number' ? line.quantity : null;
    const amount = lineAmount(line);
    insertRow(database, known, {
      ...row,
      uniquekey: nextId(database, [table]),
      transaction,
      id: Number(line.line ?? index + 1),
      linesequencenumber: index + 1,
      mainline: false,
      taxline: false,
      quantity: quantity === null ? null : sign * quantity,
      foreignamount: amount === null ? null : sign * amount,
      netamount: amount === null ? null : sign * amount,
    });
  });
}

/** The amount of a line in the transaction's currency: as given, or quantity times rate. */
export function lineAmount({ amount, quantity, rate }: RecordValueObject): number | null {
  if (typeof amount === 'number') return amount;
  const product = Number(quantity ?? Number.NaN) * Number(rate ?? Number.NaN);
  return Number.isNaN(product) ? null : Math.round(product * 100) / 100;
}

/** All lines of a transaction, those of its main line and its taxes included. */
export function transactionRows(database: EmulatorDatabase, transaction: string): readonly StoredRow[] {
  if (!database.tables.has(table)) return [];
  const rows = findRows(database, table, { column: 'transaction', value: transaction });
  return [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}

export function isMainLine({ mainline }: StoredRow): boolean {
  return mainline === 'T';
}

function isItemLine(row: StoredRow): boolean {
  return !isMainLine(row) && row.taxline !== 'T' && row.item !== null && row.item !== undefined;
}
