import { transactionTypeNames } from '@suitewright/schema';
import { parseIso } from '../database/calendar.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row, RowValue } from '../database/row.js';
import { divideNumbers, signOf } from '../suiteql/stored-number.js';
import { cents, givenNumber, lineAmount } from './line-amounts.js';
import { linesOfValue } from './merge-lines.js';
import type { RecordType } from './record-type.js';
import type { RecordValue, RecordValueObject, RecordValues } from './record-value.js';
import { findRow, findRows, nextId, type StoredRow } from './stored-row.js';
import { insertRow } from './written-row.js';

/** The status of a new transaction, by type. Assumed: the preferences of a new account decide, and nobody approves. */
const firstStatus: Readonly<Record<string, string>> = {
  CashSale: 'B',
  CustCred: 'A',
  CustDep: 'A',
  CustInvc: 'A',
  CustPymt: 'B',
  Estimate: 'A',
  ExpRept: 'A',
  ItemShip: 'C',
  Journal: 'B',
  Opprtnty: 'A',
  PurchOrd: 'B',
  RtnAuth: 'A',
  SalesOrd: 'A',
  TrnfrOrd: 'A',
  VendAuth: 'A',
  VendBill: 'A',
  VendCred: 'A',
  WorkOrd: 'B',
};

const withoutPosting: ReadonlySet<string> = new Set([
  'Estimate',
  'Opprtnty',
  'PurchOrd',
  'PurchReq',
  'RtnAuth',
  'SalesOrd',
  'TrnfrOrd',
  'VendAuth',
  'WorkOrd',
]);

export interface NewTransaction {
  readonly type: RecordType;
  readonly id: number;
  readonly values: RecordValues;
  /** Columns that the request itself names. */
  readonly row: Row;
  /** `2026-02-01`. */
  readonly today: string;
}

/**
 * What NetSuite fills in of a transaction: number, status, currency, rate, period, names.
 *
 * Assumed: a number follows the highest of its type, with the same letters before it.
 */
export function newTransactionColumns(database: EmulatorDatabase, transaction: NewTransaction): Row {
  const { type, id, values, today } = transaction;
  const given = transaction.row;
  const code = String(
    type.conditions.find(({ column }) => column === 'type')?.value ?? typeCode(type.record.name),
  );
  const trandate = String(given.trandate ?? today);
  const { number, tranid, abbrevtype } = nextNumber(database, type, id);
  const shownId = given.tranid ?? tranid;
  const currency = given.currency ?? defaultCurrency(database, values);
  const status =
    idOf(values.get('orderStatus')) ?? idOf(values.get('shipStatus')) ?? firstStatus[code] ?? null;
  const isPosting = !withoutPosting.has(code);
  return {
    type: code,
    recordtype: type.record.name,
    trandate,
    entity: entityId(values),
    tranid,
    number,
    transactionnumber: String(number),
    typebaseddocumentnumber: shownId,
    trandisplayname: `${transactionTypeNames[code] ?? code} #${shownId}`,
    abbrevtype,
    status,
    approvalstatus: status === 'A' && code === 'SalesOrd' ? 1 : 2,
    posting: isPosting,
    postingperiod: isPosting ? periodOf(database, trandate) : null,
    void: false,
    voided: false,
    currency,
    exchangerate: given.exchangerate ?? exchangeRate(database, { values, currency, trandate }),
    tobeprinted: false,
    isreversal: false,
  };
}

// Journals and the other types without a code of their own.
function typeCode(record: string): string {
  if (record.endsWith('journalentry') || record === 'periodendjournal') return 'Journal';
  return record === 'transferorder' || record === 'intercompanytransferorder' ? 'TrnfrOrd' : record;
}

function nextNumber(
  database: EmulatorDatabase,
  { table, conditions }: RecordType,
  id: number,
): { readonly number: number; readonly tranid: string; readonly abbrevtype: RowValue } {
  const [condition] = conditions;
  const text =
    `SELECT number, tranid, abbrevtype FROM "${table.name}" WHERE "${condition?.column}" = ? AND number IS NOT NULL ` +
    'ORDER BY number DESC LIMIT 1';
  const last =
    condition === undefined ? null : (database.sqlite.get(text, [condition.value]) as StoredRow | null);
  if (last === null) return { number: id, tranid: String(id), abbrevtype: null };
  const number = Number(last.number) + 1;
  const letters = /^(\D*)\d+$/.exec(String(last.tranid ?? ''))?.[1] ?? '';
  const abbrevtype = last.abbrevtype ?? null;
  return {
    number,
    tranid: `${letters}${number}`,
    abbrevtype: abbrevtype === null ? null : String(abbrevtype),
  };
}

/** The entity's subsidiary, where the request names none. Null: nothing tells. */
export function defaultSubsidiary(database: EmulatorDatabase, values: RecordValues): string | null {
  const given = idOf(values.get('subsidiary'));
  if (given !== null) return given;
  const entity = entityId(values);
  for (const kind of ['customer', 'vendor']) {
    const table = `${kind}subsidiaryrelationship`;
    if (entity === null || !database.tables.has(table)) continue;
    const [row] = findRows(database, table, { column: 'entity', value: entity });
    if (row !== undefined && row.subsidiary !== null) return String(row.subsidiary);
  }
  const [employee] = entity === null ? [] : findRows(database, 'employee', { column: 'id', value: entity });
  if (employee?.subsidiary !== null && employee?.subsidiary !== undefined) return String(employee.subsidiary);
  const top = database.sqlite.get('SELECT MIN(id) AS id FROM subsidiary') as StoredRow | null;
  return top?.id === null || top?.id === undefined ? null : String(top.id);
}

function defaultCurrency(database: EmulatorDatabase, values: RecordValues): string | null {
  const entity = entityId(values);
  for (const table of ['customer', 'vendor', 'employee']) {
    if (entity === null || database.tables.get(table)?.columns.get('currency')?.exposed !== true) continue;
    const [row] = findRows(database, table, { column: 'id', value: entity });
    if (row?.currency !== null && row?.currency !== undefined) return String(row.currency);
  }
  return baseCurrency(database, defaultSubsidiary(database, values));
}

function baseCurrency(database: EmulatorDatabase, subsidiary: string | null): string | null {
  const [row] =
    subsidiary === null ? [] : findRows(database, 'subsidiary', { column: 'id', value: subsidiary });
  if (row?.currency !== null && row?.currency !== undefined) return String(row.currency);
  const first = database.sqlite.get('SELECT MIN(id) AS id FROM currency') as StoredRow | null;
  return first?.id === null || first?.id === undefined ? null : String(first.id);
}

interface RateQuestion {
  readonly values: RecordValues;
  readonly currency: RowValue;
  readonly trandate: string;
}

/** The latest rate of the day or before. 1 where none is known. */
function exchangeRate(database: EmulatorDatabase, { values, currency, trandate }: RateQuestion): number {
  const base = baseCurrency(database, defaultSubsidiary(database, values));
  if (base === null || currency === null || String(currency) === base) return 1;
  const text =
    'SELECT exchangerate FROM currencyrate WHERE basecurrency = ? AND transactioncurrency = ? AND effectivedate <= ? ' +
    'ORDER BY effectivedate DESC LIMIT 1';
  const day = parseIso(trandate, database.timeZone) ?? 0;
  const row = database.sqlite.get(text, [base, String(currency), day]) as StoredRow | null;
  return Number(row?.exchangerate ?? 1);
}

function periodOf(database: EmulatorDatabase, trandate: string): string | null {
  const day = parseIso(trandate, database.timeZone);
  if (day === undefined || !database.tables.has('accountingperiod')) return null;
  const text =
    'SELECT id FROM accountingperiod WHERE startdate <= ? AND enddate >= ? ORDER BY enddate - startdate LIMIT 1';
  const row = database.sqlite.get(text, [day, day]) as StoredRow | null;
  return row === null ? null : String(row.id);
}

export interface LineDefaults {
  readonly currency: RowValue;
  readonly isSale: boolean;
}

/**
 * Lines of items with quantity, price level, rate and amount, as NetSuite fills them in: one piece at the item's base
 * price, or at the price that was paid for it.
 */
export function completeLines(
  database: EmulatorDatabase,
  value: RecordValue,
  defaults: LineDefaults,
): readonly RecordValueObject[] {
  return linesOfValue(value).map((line) => completeLine(database, line, defaults));
}

function completeLine(
  database: EmulatorDatabase,
  line: RecordValueObject,
  { currency, isSale }: LineDefaults,
): RecordValueObject {
  const quantity = givenNumber(line.quantity) ?? 1;
  const amount = givenNumber(line.amount);
  if (amount !== null) {
    const rate =
      line.rate ?? (signOf(quantity) === 0 ? null : String(cents(divideNumbers(amount, quantity))));
    return { ...line, quantity, rate };
  }
  if ((line.rate ?? null) !== null) return { ...line, quantity, amount: lineAmount({ ...line, quantity }) };
  const level = isSale ? (line.price ?? '1') : null;
  const rate = String(itemPrice(database, { item: String(line.item), currency, level }));
  const amountOfPrice = lineAmount({ quantity, rate });
  return { ...line, quantity, rate, amount: amountOfPrice, ...(level === null ? {} : { price: level }) };
}

interface PriceQuestion {
  readonly item: string;
  readonly currency: RowValue;
  /** Null: what the company pays. */
  readonly level: RecordValue;
}

/** 0 where no price is known. */
function itemPrice(database: EmulatorDatabase, { item, currency, level }: PriceQuestion): number {
  const table = database.tables.get('item');
  if (table === undefined) return 0;
  if (level !== null && database.tables.has('pricing')) {
    const prices = findRows(database, 'pricing', { column: 'item', value: item });
    const price = prices.find(
      (row) => String(row.pricelevel) === String(level) && String(row.currency) === String(currency),
    );
    if (price !== undefined) return Number(price.unitprice ?? 0);
  }
  const found = findRow(database, { table, conditions: [] }, { column: 'id', value: item });
  return level === null ? Number(found?.cost ?? found?.lastpurchaseprice ?? 0) : 0;
}

/**
 * Copies the addresses that a customer or vendor has by default, and gives the columns that point to them. An address
 * that the request gives is its own.
 */
export function defaultAddresses(database: EmulatorDatabase, values: RecordValues): Row {
  const entity = entityId(values);
  const columns: Record<string, RowValue> = {};
  if (entity === null) return columns;
  for (const [property, kind, flag] of [
    ['billingAddress', 'billing', 'defaultbilling'],
    ['shippingAddress', 'shipping', 'defaultshipping'],
  ] as const) {
    const table = database.tables.get(`transaction${kind}address`);
    const address = values.has(property) ? null : entityAddress(database, entity, flag);
    if (table === undefined || address === null) continue;
    const nkey = nextId(database, [table.name]);
    const { nkey: _own, lastmodifieddate: _modified, ...copied } = address;
    insertRow(database, table, { ...(copied as Row), nkey });
    columns[`${kind}address`] = nkey;
  }
  return columns;
}

function entityAddress(database: EmulatorDatabase, entity: string, flag: string): StoredRow | null {
  for (const kind of ['customer', 'vendor']) {
    const books = `${kind}addressbook`;
    const addresses = `${books}entityaddress`;
    if (!database.tables.has(books) || !database.tables.has(addresses)) continue;
    const line = findRows(database, books, { column: 'entity', value: entity }).find(
      (row) => row[flag] === 'T',
    );
    const key = line?.addressbookaddress ?? null;
    if (key !== null) return findRows(database, addresses, { column: 'nkey', value: String(key) })[0] ?? null;
  }
  return null;
}

export function entityId(values: RecordValues): string | null {
  return idOf(values.get('entity')) ?? idOf(values.get('customer'));
}

function idOf(value: RecordValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
