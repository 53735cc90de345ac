import type { KnownTable } from '@suitewright/schema';
import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row, RowValue } from '../database/row.js';
import { userError } from '../server/refusals.js';
import { isDecimal } from '../suiteql/decimal.js';
import {
  addNumbers,
  type GivenNumber,
  multiplyNumbers,
  negateNumber,
  roundNumber,
  signOf,
  subtractNumbers,
  sumNumbers,
} from '../suiteql/stored-number.js';
import { linesOfValue } from './merge-lines.js';
import { type RecordNumber, recordNumber, signedNumber } from './record-number.js';
import { besideKey, type RecordStore } from './record-store.js';
import type { RecordValue, RecordValueObject, RecordValues } from './record-value.js';
import { splitValues } from './row-values.js';
import { findRow, nextId, type StoredRow } from './stored-row.js';
import {
  isLineOf,
  isMainLine,
  type LineSublist,
  lineSublists,
  lineTable,
  postingTable,
  transactionRows,
} from './transaction-lines.js';
import { changeRow, insertRow, removeRows } from './written-row.js';

/** What the lines of a transaction take from it. */
export interface TransactionHeader {
  readonly id: string;
  /** Lower-case name of the record. */
  readonly record: string;
  readonly entity: string | null;
  readonly subsidiary: string | null;
  readonly exchangeRate: RecordNumber;
}

export interface LinesWrite {
  readonly header: TransactionHeader;
  readonly properties: readonly CatalogProperty[];
  /** The sublists that are written; the others stay as they are. */
  readonly values: RecordValues;
  /** Sublists of which no line stays: their lines are new. */
  readonly replaced: readonly string[];
}

/** SuiteQL shows what is sold with negative quantities and amounts. */
function lineSign(record: string): 1 | -1 {
  return ['salesorder', 'invoice', 'cashsale', 'estimate', 'opportunity', 'itemfulfillment'].includes(record)
    ? -1
    : 1;
}

/**
 * Puts lines in the place of those that a transaction has in the same sublists, brings its main line up to date, and
 * gives what it comes to, in the transaction's currency and with SuiteQL's sign.
 *
 * @throws {Refusal} A journal does not balance.
 */
export function writeLines(
  store: RecordStore,
  { header, properties, values, replaced }: LinesWrite,
): RecordNumber {
  const { database } = store;
  const table = database.tables.get(lineTable);
  if (table === undefined) return 0;
  for (const sublist of lineSublists) {
    const shape = properties.find(({ name }) => name === sublist)?.shape;
    const value = values.get(sublist);
    if (shape?.kind !== 'sublist' || value === undefined) continue;
    replaceLines(store, {
      table,
      header,
      sublist,
      properties: shape.properties,
      lines: linesOfValue(value),
      isReplaced: replaced.includes(sublist),
    });
  }
  const rows = transactionRows(database, header.id);
  const isJournal =
    properties.some(({ name }) => name === 'line') && !properties.some(({ name }) => name === 'item');
  if (isJournal) return sum(rows.filter(({ foreignamount }) => signOf(foreignamount ?? 0) > 0));
  const total = recordNumber(negateNumber(sum(rows.filter((row) => !isMainLine(row) && row.iscogs !== 'T'))));
  writeMainLine(database, { table, header, total, main: rows.find(isMainLine) });
  return total;
}

interface SublistWrite {
  readonly table: KnownTable;
  readonly header: TransactionHeader;
  readonly sublist: LineSublist;
  readonly properties: readonly CatalogProperty[];
  readonly lines: readonly RecordValueObject[];
  readonly isReplaced: boolean;
}

function replaceLines(store: RecordStore, write: SublistWrite): void {
  const { database, beside } = store;
  const { table, header, sublist, properties, lines, isReplaced } = write;
  const before = transactionRows(database, header.id).filter((row) => isLineOf(row, sublist));
  const keys = new Map(before.map(({ id, uniquekey }) => [Number(id), String(uniquekey)]));
  for (const key of keys.values()) {
    removeRows(database, lineTable, { column: 'uniquekey', value: key });
    beside.delete(besideKey(lineTable, key));
  }
  if (sublist === 'line') removeRows(database, postingTable, { column: 'transaction', value: header.id });
  let balance: RecordNumber = 0;
  const others = transactionRows(database, header.id).map(({ id }) => Number(id));
  let last = Math.max(sublist === 'line' ? -1 : 0, ...others);
  for (const line of lines) {
    const wanted = line.line === null || line.line === undefined ? Number.NaN : Number(line.line);
    const id = Number.isNaN(wanted) || others.includes(wanted) ? last + 1 : wanted;
    last = Math.max(last, id);
    const { row, beside: kept } = splitValues(new Map(Object.entries(line)), { table, properties });
    const amounts = amountColumns(line, { header, sublist });
    const uniquekey = (isReplaced ? undefined : keys.get(id)) ?? String(nextId(database, [lineTable]));
    balance = recordNumber(addNumbers(balance, givenNumber(amounts.foreignamount) ?? 0));
    insertRow(database, table, {
      ...lineDefaults(database, header, line),
      ...row,
      uniquekey,
      transaction: header.id,
      id,
      linesequencenumber: id,
      mainline: sublist === 'line' && id === 0,
      taxline: false,
      ...amounts,
    });
    if (sublist === 'line') post(database, { header, id, account: line.account ?? null, amounts });
    beside.set(besideKey(lineTable, uniquekey), withoutShown(kept));
  }
  // Assumed: the wording.
  if (sublist === 'line' && signOf(balance) !== 0)
    throw userError('The amounts in a journal entry must balance.');
}

/** Values that the row's own columns show are not kept twice. */
function withoutShown(kept: RecordValues): RecordValues {
  const shown = new Set(['amount', 'quantity', 'account', 'debit', 'credit', 'line']);
  return new Map([...kept].filter(([name]) => !shown.has(name)));
}

function lineDefaults(
  database: EmulatorDatabase,
  header: TransactionHeader,
  { item }: RecordValueObject,
): Row {
  const table = database.tables.get('item');
  const found =
    table === undefined || item === null || item === undefined
      ? null
      : findRow(database, { table, conditions: [] }, { column: 'id', value: String(item) });
  return {
    entity: header.entity,
    subsidiary: header.subsidiary,
    itemtype: found === null ? null : String(found.itemtype),
    isclosed: false,
    quantityshiprecv: found === null ? null : 0,
    quantitybilled: found === null ? null : 0,
  };
}

function amountColumns(
  line: RecordValueObject,
  { header, sublist }: Pick<SublistWrite, 'header' | 'sublist'>,
): Row {
  const sign = sublist === 'line' ? 1 : lineSign(header.record);
  const amount =
    sublist === 'line'
      ? recordNumber(subtractNumbers(givenNumber(line.debit) ?? 0, givenNumber(line.credit) ?? 0))
      : lineAmount(line);
  const quantity = givenNumber(line.quantity);
  const foreignamount = amount === null ? null : signedNumber(amount, sign);
  const debit = foreignamount !== null && signOf(foreignamount) > 0;
  const credit = foreignamount !== null && signOf(foreignamount) < 0;
  return {
    quantity: quantity === null ? null : signedNumber(quantity, sign),
    foreignamount,
    netamount: foreignamount === null ? null : cents(multiplyNumbers(foreignamount, header.exchangeRate)),
    debitforeignamount: debit ? foreignamount : null,
    creditforeignamount: credit ? signedNumber(foreignamount, -1) : null,
    ...(sublist === 'expense' && line.account !== undefined
      ? { expenseaccount: idOrNull(line.account) }
      : {}),
  };
}

interface Posting {
  readonly header: TransactionHeader;
  readonly id: number;
  readonly account: RecordValue;
  readonly amounts: Row;
}

function post(database: EmulatorDatabase, { header, id, account, amounts }: Posting): void {
  const table = database.tables.get(postingTable);
  if (table === undefined) return;
  const amount = givenNumber(amounts.netamount) ?? 0;
  insertRow(database, table, {
    transaction: header.id,
    transactionline: id,
    accountingbook: 1,
    account: idOrNull(account),
    amount,
    netamount: amount,
    debit: signOf(amount) > 0 ? amount : null,
    credit: signOf(amount) < 0 ? signedNumber(amount, -1) : null,
    posting: true,
  });
}

interface MainLine {
  readonly table: KnownTable;
  readonly header: TransactionHeader;
  readonly total: RecordNumber;
  readonly main: StoredRow | undefined;
}

/** Every other transaction has a line of its own, number 0, with what the lines come to. */
function writeMainLine(database: EmulatorDatabase, { table, header, total, main }: MainLine): void {
  const amounts = { foreignamount: total, netamount: cents(multiplyNumbers(total, header.exchangeRate)) };
  if (main !== undefined) {
    changeRow(database, table, { key: { column: 'uniquekey', value: String(main.uniquekey) }, row: amounts });
    return;
  }
  insertRow(database, table, {
    uniquekey: nextId(database, [lineTable]),
    transaction: header.id,
    id: 0,
    linesequencenumber: 0,
    mainline: true,
    taxline: false,
    entity: header.entity,
    subsidiary: header.subsidiary,
    ...amounts,
  });
}

/** The amount of a line in the transaction's currency: as given, or quantity times rate. */
export function lineAmount(line: RecordValueObject): RecordNumber | null {
  const amount = givenNumber(line.amount);
  if (amount !== null) return amount;
  const [quantity, rate] = [givenNumber(line.quantity), givenNumber(line.rate)];
  return quantity === null || rate === null ? null : cents(multiplyNumbers(quantity, rate));
}

/** Null: it is none. */
export function givenNumber(value: RecordValue | RowValue | undefined): RecordNumber | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && isDecimal(value) ? value : null;
}

function sum(rows: readonly StoredRow[]): RecordNumber {
  return recordNumber(sumNumbers(rows.map(({ foreignamount }) => foreignamount ?? 0)) ?? 0);
}

/** An amount of money. */
export function cents(amount: GivenNumber): RecordNumber {
  return recordNumber(roundNumber(amount, 2, 'half-up'));
}

function idOrNull(value: RecordValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
