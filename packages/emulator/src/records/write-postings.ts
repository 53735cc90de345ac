import { accountingLineType } from '../account/accounting-line-type.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import { absoluteNumber, signOf, subtractNumbers } from '../suiteql/stored-number.js';
import { recordNumber, signedNumber } from './record-number.js';
import { findRow, findRows, type StoredRow } from './stored-row.js';
import {
  isMainLine,
  isSale,
  lineTable,
  postingTable,
  type TransactionHeader,
  transactionRows,
} from './transaction-lines.js';
import { isInvoiced } from './transaction-totals.js';
import { changeRow, insertRow, removeRows } from './written-row.js';

/** Where a main line posts to, by type of account, where nothing else tells. Assumed: as the forms of a new account have it. */
const mainAccountTypes: Readonly<Record<string, string>> = {
  creditmemo: 'AcctRec',
  expensereport: 'AcctPay',
  invoice: 'AcctRec',
  vendorbill: 'AcctPay',
  vendorcredit: 'AcctPay',
};

const paymentAccountTypes: Readonly<Record<string, string>> = {
  customerdeposit: 'OthCurrLiab',
  customerpayment: 'AcctRec',
  customerrefund: 'AcctRec',
  vendorpayment: 'AcctPay',
};

export interface PostingsWrite {
  readonly header: TransactionHeader;
  /** Accounts that a request names, by the number of their line. */
  readonly accounts: ReadonlyMap<number, string>;
  /** Numbers of lines that post elsewhere than before: they have another item. */
  readonly moved: ReadonlySet<number>;
  readonly nowIso: string;
}

/**
 * Writes what the lines of a transaction post, in place of what they posted before.
 *
 * Assumed: lines of items post to the item's income account, or to its asset account where they are bought; main lines to
 * the account of the newest transaction of the type. Costs of goods sold are not posted.
 */
export function writePostings(
  database: EmulatorDatabase,
  { header, accounts, moved, nowIso }: PostingsWrite,
): void {
  const table = database.tables.get(postingTable);
  const lines = database.tables.get(lineTable);
  if (table === undefined || lines === undefined) return;
  const [transaction] = findRows(database, 'transaction', { column: 'id', value: header.id });
  const isPosting = transaction?.posting === 'T';
  const before = new Map(
    findRows(database, postingTable, { column: 'transaction', value: header.id }).map((row) => [
      Number(row.transactionline),
      row,
    ]),
  );
  removeRows(database, postingTable, { column: 'transaction', value: header.id });
  for (const line of transactionRows(database, header.id)) {
    const id = Number(line.id);
    const former = moved.has(id) ? undefined : before.get(id);
    const account =
      accounts.get(id) ??
      textOf(line.expenseaccount) ??
      textOf(former?.account) ??
      usualAccount(database, { header, line, isPosting });
    const accounttype = account === null ? null : accountTypeOf(database, account);
    const amount = signedNumber(line.netamount ?? 0, 1);
    const isOpen = isMainLine(line) && isInvoiced(header.record);
    const paid = signedNumber(former?.amountpaid ?? 0, 1);
    insertRow(database, table, {
      transaction: header.id,
      transactionline: id,
      accountingbook: 1,
      account,
      accounttype,
      amount,
      netamount: amount,
      debit: signOf(amount) > 0 ? amount : null,
      credit: signOf(amount) < 0 ? signedNumber(amount, -1) : null,
      amountpaid: isOpen ? paid : null,
      amountunpaid: isOpen ? recordNumber(subtractNumbers(absoluteNumber(amount), paid)) : null,
      posting: isPosting,
      exchangerate: header.exchangeRate,
      processedbyrevcommit: false,
      lastmodifieddate: nowIso,
    });
    const accountinglinetype = isPosting && accounttype !== null ? accountingLineType(accounttype) : null;
    if ((line.accountinglinetype ?? null) === accountinglinetype) continue;
    const key = { column: 'uniquekey', value: String(line.uniquekey) };
    changeRow(database, lines, { key, row: { accountinglinetype } });
  }
}

interface LineToPost {
  readonly header: TransactionHeader;
  readonly line: StoredRow;
  readonly isPosting: boolean;
}

function usualAccount(database: EmulatorDatabase, { header, line, isPosting }: LineToPost): string | null {
  const { record } = header;
  if (isMainLine(line)) {
    const type = isPosting ? (mainAccountTypes[record] ?? 'Bank') : 'NonPosting';
    return newestAccount(database, header, 0) ?? firstAccount(database, type);
  }
  if ((line.item ?? null) !== null) {
    const item = findRows(database, 'item', { column: 'id', value: String(line.item) })[0];
    return isSale(record)
      ? (textOf(item?.incomeaccount) ?? firstAccount(database, 'Income'))
      : (textOf(item?.assetaccount) ?? textOf(item?.expenseaccount) ?? firstAccount(database, 'Expense'));
  }
  const type = paymentAccountTypes[record];
  return type === undefined ? null : (newestAccount(database, header, 1) ?? firstAccount(database, type));
}

/** Where the newest other transaction of the type posts to. */
function newestAccount(
  { sqlite }: EmulatorDatabase,
  { id, record }: TransactionHeader,
  line: number,
): string | null {
  const text =
    'SELECT account FROM transactionaccountingline WHERE "transaction" = ' +
    '(SELECT id FROM "transaction" WHERE recordtype = ? AND id <> ? ORDER BY id DESC LIMIT 1) AND transactionline = ?';
  return textOf((sqlite.get(text, [record, id, line]) as StoredRow | null)?.account);
}

function firstAccount({ sqlite, tables }: EmulatorDatabase, type: string): string | null {
  if (!tables.has('account')) return null;
  const text = 'SELECT MIN(id) AS id FROM account WHERE accttype = ?';
  return textOf((sqlite.get(text, [type]) as StoredRow | null)?.id);
}

function accountTypeOf(database: EmulatorDatabase, id: string): string | null {
  const table = database.tables.get('account');
  if (table === undefined) return null;
  return textOf(findRow(database, { table, conditions: [] }, { column: 'id', value: id })?.accttype);
}

/** The account that the newest line with an expense category has. */
export function categoryAccount(database: EmulatorDatabase, category: string): string | null {
  const text =
    'SELECT expenseaccount FROM transactionline WHERE category = ? AND expenseaccount IS NOT NULL ' +
    'ORDER BY uniquekey DESC LIMIT 1';
  const found = database.sqlite.get(text, [category]) as StoredRow | null;
  return textOf(found?.expenseaccount) ?? firstAccount(database, 'Expense');
}

function textOf(value: StoredRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
