import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { signOf } from '../suiteql/stored-number.js';
import { type RecordNumber, signedNumber } from './record-number.js';
import { besideKey, type RecordStore } from './record-store.js';
import type { RecordValue, RecordValueObject } from './record-value.js';
import { valuesOfRow } from './row-values.js';
import { findRows, type StoredRow } from './stored-row.js';

/** The sublists whose lines are rows of `transactionline`: items, expenses, and the lines of a journal. */
export type LineSublist = 'item' | 'expense' | 'line';

export const lineSublists: readonly LineSublist[] = ['item', 'expense', 'line'];

export const lineTable = 'transactionline';
export const postingTable = 'transactionaccountingline';

/** What the lines of a transaction take from it. */
export interface TransactionHeader {
  readonly id: string;
  /** Lower-case name of the record. */
  readonly record: string;
  readonly entity: string | null;
  readonly subsidiary: string | null;
  readonly exchangeRate: RecordNumber;
}

/** What is sold at a price of the item; the others are bought. */
export function isSale(record: string): boolean {
  return [
    'cashrefund',
    'cashsale',
    'creditmemo',
    'estimate',
    'invoice',
    'opportunity',
    'returnauthorization',
    'salesorder',
  ].includes(record);
}

export interface LinesReading {
  readonly store: RecordStore;
  readonly transaction: string;
  readonly properties: readonly CatalogProperty[];
}

/** The lines of a transaction by sublist. Quantities and amounts have the sign that a form shows, not SuiteQL's. */
export function readLines({
  store,
  transaction,
  properties,
}: LinesReading): ReadonlyMap<LineSublist, readonly RecordValueObject[]> {
  const { database, beside } = store;
  const table = database.tables.get(lineTable);
  const read = new Map<LineSublist, readonly RecordValueObject[]>();
  if (table === undefined) return read;
  const rows = transactionRows(database, transaction);
  const sign = signOf(rows.find(isMainLine)?.foreignamount ?? 0) > 0 ? -1 : 1;
  for (const sublist of lineSublists) {
    const shape = properties.find(({ name }) => name === sublist)?.shape;
    if (shape?.kind !== 'sublist') continue;
    const own = rows.filter((row) => isLineOf(row, sublist));
    const accounts = sublist === 'line' && own.length > 0 ? postedAccounts(database, transaction) : null;
    const lines = own.map((row): RecordValueObject => {
      const values = valuesOfRow(row, { table, properties: shape.properties, timeZone: database.timeZone });
      return {
        ...Object.fromEntries(values),
        ...(sublist === 'line'
          ? journalAmounts(row, accounts?.get(Number(row.id)) ?? null)
          : documentAmounts(row, sign)),
        ...Object.fromEntries(beside.get(besideKey(lineTable, String(row.uniquekey))) ?? []),
      };
    });
    read.set(sublist, lines);
  }
  return read;
}

function documentAmounts(row: StoredRow, sign: 1 | -1): RecordValueObject {
  const amounts: Record<string, RecordValue> = { line: Number(row.id) };
  const quantity = row.quantity ?? null;
  if (quantity !== null) amounts.quantity = signedNumber(quantity, signOf(quantity) < 0 ? -1 : 1);
  const amount = row.foreignamount ?? null;
  if (amount !== null) amounts.amount = signedNumber(amount, sign);
  if ((row.expenseaccount ?? null) !== null) amounts.account = String(row.expenseaccount);
  return amounts;
}

function journalAmounts(row: StoredRow, account: string | null): RecordValueObject {
  const amount = row.foreignamount ?? 0;
  return {
    line: Number(row.id),
    ...(account === null ? {} : { account }),
    ...(signOf(amount) >= 0 ? { debit: signedNumber(amount, 1) } : { credit: signedNumber(amount, -1) }),
  };
}

/** Accounts by the number of their line. */
function postedAccounts(database: EmulatorDatabase, transaction: string): ReadonlyMap<number, string> {
  if (!database.tables.has(postingTable)) return new Map();
  const postings = findRows(database, postingTable, { column: 'transaction', value: transaction });
  return new Map(postings.map(({ transactionline, account }) => [Number(transactionline), String(account)]));
}

/** All lines of a transaction, those of its main line and its taxes included. */
export function transactionRows(database: EmulatorDatabase, transaction: string): readonly StoredRow[] {
  if (!database.tables.has(lineTable)) return [];
  const rows = findRows(database, lineTable, { column: 'transaction', value: transaction });
  return [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}

export function isMainLine({ mainline }: StoredRow): boolean {
  return mainline === 'T';
}

/** Whether a sublist shows a line. A journal has no main line besides: its first line is marked as one. */
export function isLineOf(row: StoredRow, sublist: LineSublist): boolean {
  if (row.taxline === 'T' || row.iscogs === 'T') return false;
  if (sublist === 'line') return true;
  if (isMainLine(row)) return false;
  const hasItem = (row.item ?? null) !== null;
  return sublist === 'item' ? hasItem : !hasItem && (row.expenseaccount ?? null) !== null;
}
