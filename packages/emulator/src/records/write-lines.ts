import type { KnownTable } from '@suitewright/schema';
import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row } from '../database/row.js';
import { userError } from '../server/refusals.js';
import { addNumbers, multiplyNumbers, negateNumber, signOf, sumNumbers } from '../suiteql/stored-number.js';
import { amountColumns, cents, debitOrCredit, givenNumber } from './line-amounts.js';
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
  readLines,
  type TransactionHeader,
  transactionRows,
} from './transaction-lines.js';
import { categoryAccount, writePostings } from './write-postings.js';
import { changeRow, insertRow, removeRows } from './written-row.js';

export interface LinesWrite {
  readonly header: TransactionHeader;
  readonly properties: readonly CatalogProperty[];
  /** The sublists that are written; the others stay as they are. */
  readonly values: RecordValues;
  /** Sublists of which no line stays: their lines are new. */
  readonly replaced: readonly string[];
}

/** The sign of payments, of which the main line says what was paid. */
const paymentSigns: Readonly<Record<string, 1 | -1>> = {
  customerdeposit: 1,
  customerpayment: 1,
  customerrefund: -1,
  vendorpayment: -1,
};

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
  const { database, clock } = store;
  const table = database.tables.get(lineTable);
  if (table === undefined) return 0;
  const nowIso = new Date(clock()).toISOString();
  const accounts = new Map<number, string>();
  const moved = new Set<number>();
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
      current: readLines({ store, transaction: header.id, properties }).get(sublist) ?? [],
      isReplaced: replaced.includes(sublist),
      nowIso,
      accounts,
      moved,
    });
  }
  const isJournal =
    properties.some(({ name }) => name === 'line') && !properties.some(({ name }) => name === 'item');
  if (isJournal) {
    writePostings(database, { header, accounts, moved, nowIso });
    return sum(
      transactionRows(database, header.id).filter(({ foreignamount }) => signOf(foreignamount ?? 0) > 0),
      'foreignamount',
    );
  }
  writePaymentLine(database, { table, header, values, nowIso });
  const rows = transactionRows(database, header.id);
  const others = rows.filter((row) => !isMainLine(row) && row.iscogs !== 'T');
  const total = recordNumber(negateNumber(sum(others, 'foreignamount')));
  const row = {
    ...placeColumns(values),
    ...debitOrCredit(total),
    foreignamount: total,
    netamount: recordNumber(negateNumber(sum(others, 'netamount'))),
    linelastmodifieddate: nowIso,
  };
  writeMainLine(database, { table, header, row, main: rows.find(isMainLine) });
  const account = idOrNull(values.get('account'));
  if (account !== null) accounts.set(0, account);
  writePostings(database, { header, accounts, moved, nowIso });
  return total;
}

/** What a request says of the place of a transaction, which its main line has. */
function placeColumns(values: RecordValues): Row {
  const named = ['location', 'department', 'class'].filter((name) => values.has(name));
  return Object.fromEntries(named.map((name) => [name, idOrNull(values.get(name))]));
}

interface PaymentLine {
  readonly table: KnownTable;
  readonly header: TransactionHeader;
  readonly values: RecordValues;
  readonly nowIso: string;
}

/** A payment has one line beside its main line, with what is paid: as given, or the sum of what it is applied to. */
function writePaymentLine(database: EmulatorDatabase, { table, header, values, nowIso }: PaymentLine): void {
  const sign = paymentSigns[header.record];
  if (sign === undefined || !(values.has('payment') || values.has('apply'))) return;
  const applied = linesOfValue(values.get('apply') ?? null).map(({ amount }) => givenNumber(amount) ?? 0);
  const paid = givenNumber(values.get('payment')) ?? recordNumber(sumNumbers(applied) ?? 0);
  for (const row of transactionRows(database, header.id)) {
    if (isMainLine(row)) continue;
    removeRows(database, lineTable, { column: 'uniquekey', value: String(row.uniquekey) });
  }
  const foreignamount = signedNumber(paid, sign === 1 ? -1 : 1);
  insertRow(database, table, {
    ...newLineColumns(header),
    uniquekey: nextId(database, [lineTable]),
    id: 1,
    linesequencenumber: 1,
    mainline: false,
    ...debitOrCredit(foreignamount),
    foreignamount,
    netamount: cents(multiplyNumbers(foreignamount, header.exchangeRate)),
    linelastmodifieddate: nowIso,
  });
}

interface SublistWrite {
  readonly table: KnownTable;
  readonly header: TransactionHeader;
  readonly sublist: LineSublist;
  readonly properties: readonly CatalogProperty[];
  readonly lines: readonly RecordValueObject[];
  /** The lines before, as REST shows them. */
  readonly current: readonly RecordValueObject[];
  readonly isReplaced: boolean;
  readonly nowIso: string;
  /** Is given the accounts that lines name. */
  readonly accounts: Map<number, string>;
  /** Is given the lines that have another item than before. */
  readonly moved: Set<number>;
}

function replaceLines(store: RecordStore, write: SublistWrite): void {
  const { database, beside } = store;
  const { table, header, sublist, properties, lines, isReplaced, nowIso, accounts, moved } = write;
  const unchanged = new Set(isReplaced ? [] : write.current.map((line) => JSON.stringify(line)));
  const rows = transactionRows(database, header.id);
  const before = new Map(rows.filter((row) => isLineOf(row, sublist)).map((row) => [Number(row.id), row]));
  const staying = new Set(
    lines.filter((line) => unchanged.has(JSON.stringify(line))).map(({ line }) => Number(line)),
  );
  for (const [id, { uniquekey }] of before) {
    if (staying.has(id)) continue;
    removeRows(database, lineTable, { column: 'uniquekey', value: String(uniquekey) });
    beside.delete(besideKey(lineTable, String(uniquekey)));
  }
  let balance: RecordNumber = 0;
  const others = rows.map(({ id }) => Number(id)).filter((id) => !before.has(id));
  let last = Math.max(sublist === 'line' ? -1 : 0, ...others);
  for (const line of lines) {
    const wanted = line.line === null || line.line === undefined ? Number.NaN : Number(line.line);
    const id = Number.isNaN(wanted) || others.includes(wanted) ? last + 1 : wanted;
    last = Math.max(last, id);
    const amounts = amountColumns(line, { header, sublist });
    balance = recordNumber(addNumbers(balance, givenNumber(amounts.foreignamount) ?? 0));
    const account = sublist === 'line' ? idOrNull(line.account) : null;
    if (account !== null) accounts.set(id, account);
    if (staying.has(id)) continue;
    const { row, beside: kept } = splitValues(new Map(Object.entries(line)), { table, properties });
    const former = isReplaced ? undefined : before.get(id);
    if (String(former?.item ?? '') !== String(line.item ?? '')) moved.add(id);
    const uniquekey = former === undefined ? String(nextId(database, [lineTable])) : String(former.uniquekey);
    insertRow(database, table, {
      ...newLineColumns(header),
      ...lineDefaults(database, line),
      ...row,
      uniquekey,
      id,
      linesequencenumber: id,
      mainline: sublist === 'line' && id === 0,
      ...amounts,
      ...(sublist === 'expense' ? { expenseaccount: expenseAccount(database, line) } : {}),
      linelastmodifieddate: nowIso,
    });
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

/** What every line takes from its transaction. */
function newLineColumns(header: TransactionHeader): Row {
  return {
    transaction: header.id,
    entity: header.entity,
    subsidiary: header.subsidiary,
    taxline: false,
    iscogs: false,
    isclosed: false,
  };
}

function lineDefaults(database: EmulatorDatabase, { item }: RecordValueObject): Row {
  const table = database.tables.get('item');
  const found =
    table === undefined || item === null || item === undefined
      ? null
      : findRow(database, { table, conditions: [] }, { column: 'id', value: String(item) });
  return {
    itemtype: found === null ? null : String(found.itemtype),
    quantityshiprecv: found === null ? null : 0,
    quantitybilled: found === null ? null : 0,
  };
}

function expenseAccount(database: EmulatorDatabase, line: RecordValueObject): string | null {
  const category = idOrNull(line.category);
  return idOrNull(line.account) ?? (category === null ? null : categoryAccount(database, category));
}

interface MainLine {
  readonly table: KnownTable;
  readonly header: TransactionHeader;
  readonly row: Row;
  readonly main: StoredRow | undefined;
}

/** Every other transaction has a line of its own, number 0, with what the lines come to. */
function writeMainLine(database: EmulatorDatabase, { table, header, row, main }: MainLine): void {
  if (main !== undefined) {
    changeRow(database, table, { key: { column: 'uniquekey', value: String(main.uniquekey) }, row });
    return;
  }
  insertRow(database, table, {
    ...newLineColumns(header),
    uniquekey: nextId(database, [lineTable]),
    id: 0,
    linesequencenumber: 0,
    mainline: true,
    ...row,
  });
}

function sum(rows: readonly StoredRow[], column: 'foreignamount' | 'netamount'): RecordNumber {
  return recordNumber(sumNumbers(rows.map((row) => row[column] ?? 0)) ?? 0);
}

function idOrNull(value: RecordValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
