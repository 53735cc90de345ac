import { transactionStatusNames } from '@suitewright/schema';
import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { absoluteNumber, subtractNumbers, sumNumbers } from '../suiteql/stored-number.js';
import { type RecordNumber, recordNumber } from './record-number.js';
import type { RecordValue } from './record-value.js';
import { findRows, type StoredRow } from './stored-row.js';
import { readSubrecord } from './table-sublists.js';
import { isMainLine, transactionRows } from './transaction-lines.js';

export interface TransactionReading {
  readonly database: EmulatorDatabase;
  readonly row: StoredRow;
  readonly properties: readonly CatalogProperty[];
}

/**
 * What REST shows of a transaction and SuiteQL keeps elsewhere: on the main line, in the lines' sums, in the tables of
 * addresses.
 */
export function transactionValues({
  database,
  row,
  properties,
}: TransactionReading): ReadonlyMap<string, RecordValue> {
  const id = String(row.id);
  const lines = transactionRows(database, id);
  const main = lines.find(isMainLine);
  const values = new Map<string, RecordValue>();
  const set = (name: string, value: RecordValue): void => {
    if (value !== null) values.set(name, value);
  };
  for (const name of ['subsidiary', 'location', 'department', 'class']) {
    set(name, textOf(main?.[name] ?? (name === 'subsidiary' ? lines[0]?.subsidiary : null)));
  }
  set('createdFrom', textOf(lines.find(({ createdfrom }) => (createdfrom ?? null) !== null)?.createdfrom));
  set('customer', textOf(row.entity));
  const status = textOf(row.status);
  if (status !== null) {
    set('status', transactionStatusNames[String(row.type)]?.[status] ?? status);
    for (const name of ['orderStatus', 'shipStatus']) {
      // A return authorization has more statuses than its catalog lists.
      if (takesCode(properties, name, status)) set(name, status);
    }
  }
  for (const [name, value] of Object.entries(amounts(row, lines))) set(name, value);
  set('currencyName', nameOf(database, 'currency', row.currency));
  set('account', accountOf(database, id));
  for (const [name, column] of [
    ['billingAddress', 'billingaddress'],
    ['shippingAddress', 'shippingaddress'],
  ] as const) {
    const key = row[column] ?? null;
    if (key === null) continue;
    const address = readSubrecord(database, { name, properties, table: `transaction${column}`, key });
    set(name, address);
    const text = address?.addrText ?? null;
    for (const twin of [`${name}_text`, name === 'billingAddress' ? 'billAddress' : 'shipAddress'])
      set(twin, text);
  }
  return values;
}

function takesCode(properties: readonly CatalogProperty[], name: string, code: string): boolean {
  const shape = properties.find((property) => property.name === name)?.shape;
  return shape?.kind === 'enum' && Object.hasOwn(shape.values, code);
}

/** REST shows what a transaction comes to without the sign that its postings have. */
function amounts(row: StoredRow, lines: readonly StoredRow[]): Readonly<Record<string, RecordNumber | null>> {
  const total = sizeOf(row.foreigntotal);
  const taxes = lines.filter(({ taxline }) => taxline === 'T').map(({ foreignamount }) => foreignamount ?? 0);
  const tax = absoluteNumber(sumNumbers(taxes) ?? 0);
  const used = sizeOf(row.foreignpaymentamountused);
  const unused = sizeOf(row.foreignpaymentamountunused);
  return {
    total,
    userTotal: total,
    payment: total,
    amount: total,
    projectedTotal: total,
    taxTotal: total === null ? null : recordNumber(tax),
    subTotal: total === null ? null : recordNumber(subtractNumbers(total, tax)),
    amountPaid: sizeOf(row.foreignamountpaid) ?? used,
    amountRemaining: sizeOf(row.foreignamountunpaid) ?? unused,
    applied: used,
    unapplied: unused,
  };
}

function sizeOf(value: StoredRow[string] | undefined): RecordNumber | null {
  return value === null || value === undefined ? null : recordNumber(absoluteNumber(value));
}

function textOf(value: StoredRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function nameOf(database: EmulatorDatabase, table: string, id: StoredRow[string] | undefined): string | null {
  const key = database.tables.get(table)?.primaryKey ?? null;
  if (key === null || id === null || id === undefined) return null;
  return textOf(findRows(database, table, { column: key, value: String(id) })[0]?.name);
}

/** The account that the main line posts to. */
function accountOf(database: EmulatorDatabase, transaction: string): string | null {
  if (!database.tables.has('transactionaccountingline')) return null;
  const postings = findRows(database, 'transactionaccountingline', {
    column: 'transaction',
    value: transaction,
  });
  return textOf(postings.find(({ transactionline }) => Number(transactionline) === 0)?.account);
}
