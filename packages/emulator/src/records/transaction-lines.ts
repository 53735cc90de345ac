import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { isDecimal } from '../suiteql/decimal.js';
import { multiplyNumbers, roundNumber, signOf } from '../suiteql/stored-number.js';
import { type RecordNumber, recordNumber, signedNumber } from './record-number.js';
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
      const sign = signOf(row.foreignamount ?? 0) < 0 || signOf(row.quantity ?? 0) < 0 ? -1 : 1;
      const shown: Record<string, RecordValue> = Object.fromEntries(values);
      shown.line = Number(row.id);
      if (row.quantity !== null && row.quantity !== undefined)
        shown.quantity = signedNumber(row.quantity, sign);
      if (row.foreignamount !== null && row.foreignamount !== undefined) {
        shown.amount = signedNumber(row.foreignamount, sign);
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
    const quantity = givenNumber(line.quantity);
    const amount = lineAmount(line);
    insertRow(database, known, {
      ...row,
      uniquekey: nextId(database, [table]),
      transaction,
      id: Number(line.line ?? index + 1),
      linesequencenumber: index + 1,
      mainline: false,
      taxline: false,
      quantity: quantity === null ? null : signedNumber(quantity, sign),
      foreignamount: amount === null ? null : signedNumber(amount, sign),
      netamount: amount === null ? null : signedNumber(amount, sign),
    });
  });
}

/** The amount of a line in the transaction's currency: as given, or quantity times rate. */
export function lineAmount(line: RecordValueObject): RecordNumber | null {
  const [amount, quantity, rate] = [line.amount, line.quantity, line.rate].map(givenNumber);
  if (amount !== null && amount !== undefined) return amount;
  if (quantity === null || quantity === undefined || rate === null || rate === undefined) return null;
  return recordNumber(roundNumber(multiplyNumbers(quantity, rate), 2, 'half-up'));
}

/** Null: it is none. */
function givenNumber(value: RecordValue | undefined): RecordNumber | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && isDecimal(value) ? value : null;
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
