import { describe, expect, it } from 'vitest';
import { accountTables } from '../../../packages/emulator/src/account/account-tables.js';
import { demoAccount } from '../../../packages/emulator/src/account/demo-account.js';
import type { Row } from '../../../packages/emulator/src/demo/row.js';
import { cents, keysOf, readDemo, targetOf } from './read-demo.js';

const tables = accountTables(demoAccount);
const demo = readDemo({ rows: 3_000 });
const rowsOf = (table: string): readonly Row[] => demo.get(table) ?? [];

function groupBy(rows: readonly Row[], column: string): ReadonlyMap<unknown, readonly Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const key = row[column];
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

describe('demoRows', () => {
  it('fills only tables and columns that the account has, with values of their kinds', () => {
    const wrong: string[] = [];
    for (const [name, rows] of demo) {
      const table = tables.get(name);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          const known = table?.columns.get(column);
          if (known?.exposed !== true) wrong.push(`${name}.${column} is unknown`);
          else if (value !== null && !fits(known.kind, value)) wrong.push(`${name}.${column}: ${value}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it.each([100, 3_000, 20_000])('points every reference at a row that is there (%i lines)', (rows) => {
    const data = rows === 3_000 ? demo : readDemo({ rows });
    const keys = new Map([...tables].map(([name, table]) => [name, keysOf(table, data.get(name) ?? [])]));
    const dangling = new Set<string>();
    for (const [name, tableRows] of data) {
      for (const { name: column, kind } of tables.get(name)?.columns.values() ?? []) {
        const target = targetOf(kind);
        if (target === null) continue;
        for (const row of tableRows) {
          const value = row[column];
          if (value === null || value === undefined) continue;
          for (const id of String(value).split(', ')) {
            if (keys.get(target)?.has(id) !== true) dangling.add(`${name}.${column} = ${id} (${target})`);
          }
        }
      }
    }
    expect([...dangling]).toEqual([]);
  });

  it('gives every primary key once, and entities of all kinds one key space', () => {
    for (const [name, rows] of demo) {
      const table = tables.get(name);
      if (table?.primaryKey == null) continue;
      expect(keysOf(table, rows).size, name).toBe(rows.length);
    }
    const kinds = ['customer', 'vendor', 'employee', 'contact', 'partner', 'job'];
    const entities = rowsOf('entity').map(({ id }) => id);
    expect(new Set(kinds.flatMap((kind) => rowsOf(kind).map(({ id }) => id)))).toEqual(new Set(entities));
  });

  it('balances debit and credit in every transaction', () => {
    const postings = groupBy(rowsOf('transactionaccountingline'), 'transaction');
    expect(postings.size).toBe(rowsOf('transaction').length);
    for (const [transaction, rows] of postings) {
      const debit = rows.reduce((sum, row) => sum + cents(row.debit), 0);
      const credit = rows.reduce((sum, row) => sum + cents(row.credit), 0);
      expect(debit - credit, `transaction ${transaction}`).toBe(0);
      expect(rows.reduce((sum, row) => sum + cents(row.amount), 0)).toBe(0);
    }
  });

  it('numbers lines from 0, the main line first, and adds them up to the total', () => {
    const lines = groupBy(rowsOf('transactionline'), 'transaction');
    for (const { id, type, foreigntotal } of rowsOf('transaction')) {
      const own = lines.get(id) ?? [];
      expect(own.map((line) => line.id)).toEqual(own.map((_, index) => index));
      expect(own.map((line) => line.mainline)).toEqual(own.map((_, index) => index === 0));
      const rest = own.slice(1).reduce((sum, line) => sum + cents(line.foreignamount), 0);
      expect(cents(own[0]?.foreignamount)).toBe(-rest + 0);
      if (type !== 'Journal') expect(cents(foreigntotal)).toBe(-rest + 0);
    }
  });

  it('converts amounts with the rate of the transaction and of the month', () => {
    const rates = new Map(
      rowsOf('currencyrate').map((row) => [
        `${row.transactioncurrency}>${row.basecurrency}@${String(row.effectivedate).slice(0, 7)}`,
        row.exchangerate,
      ]),
    );
    const lines = groupBy(rowsOf('transactionline'), 'transaction');
    const subsidiaries = new Map(rowsOf('subsidiary').map((row) => [row.id, row]));
    let foreign = 0;
    for (const row of rowsOf('transaction')) {
      const own = lines.get(row.id) ?? [];
      const base = subsidiaries.get(own[0]?.subsidiary ?? null)?.currency;
      if (row.currency !== base) foreign++;
      const month = String(row.trandate).slice(0, 7);
      if (row.type !== 'CustCred')
        expect(row.exchangerate).toBe(rates.get(`${row.currency}>${base}@${month}`));
      if (row.type !== 'CustInvc') continue;
      for (const line of own.slice(1)) {
        expect(cents(line.netamount)).toBe(Math.round(cents(line.foreignamount) * Number(row.exchangerate)));
      }
    }
    expect(foreign).toBeGreaterThan(10);
  });

  it('signs as NetSuite does: revenue and payables negative, the main line against them', () => {
    const lines = groupBy(rowsOf('transactionline'), 'transaction');
    const sign = (type: string): ReadonlySet<number> =>
      new Set(
        rowsOf('transaction')
          .filter((row) => row.type === type)
          .map(({ id }) => Math.sign(Number(lines.get(id)?.[0]?.foreignamount))),
      );
    expect([...sign('CustInvc')]).toEqual([1]);
    expect([...sign('SalesOrd')]).toEqual([1]);
    expect([...sign('CustCred')]).toEqual([-1]);
    expect([...sign('VendBill')]).toEqual([-1]);
    expect([...sign('VendPymt')]).toEqual([-1]);
  });

  it('settles an invoice by exactly the payments and credits that are linked to it', () => {
    const applied = new Map<unknown, number>();
    for (const link of rowsOf('nexttransactionlink')) {
      if (link.linktype !== 'Payment') continue;
      applied.set(link.previousdoc, (applied.get(link.previousdoc) ?? 0) + cents(link.foreignamount));
    }
    const settled = rowsOf('transaction').filter(({ type }) => type === 'CustInvc' || type === 'VendBill');
    for (const row of settled) {
      expect(cents(row.foreignamountpaid), String(row.tranid)).toBe(applied.get(row.id) ?? 0);
      expect(cents(row.foreignamountpaid) + cents(row.foreignamountunpaid)).toBe(
        Math.abs(cents(row.foreigntotal)),
      );
      expect(row.status).toBe(cents(row.foreignamountunpaid) === 0 ? 'B' : 'A');
    }
  });

  it('keeps in each customer what its open invoices add up to', () => {
    const open = new Map<unknown, number>();
    const entities = new Map(rowsOf('transaction').map((row) => [row.id, row.entity]));
    for (const posting of rowsOf('transactionaccountingline')) {
      if (posting.accounttype !== 'AcctRec' || posting.amountunpaid == null) continue;
      const entity = entities.get(posting.transaction);
      open.set(entity, (open.get(entity) ?? 0) + cents(posting.amountunpaid));
    }
    for (const { id, balancesearch } of rowsOf('customer'))
      expect(cents(balancesearch)).toBe(open.get(id) ?? 0);
    expect(open.size).toBeGreaterThan(3);
  });

  it('ships and bills no more than was ordered, line by line', () => {
    const line = (transaction: unknown, id: unknown): string => `${transaction}:${id}`;
    const lines = new Map(rowsOf('transactionline').map((row) => [line(row.transaction, row.id), row]));
    const billed = new Map<string, number>();
    for (const link of rowsOf('nexttransactionlinelink')) {
      if (link.linktype !== 'OrdBill') continue;
      const previous = line(link.previousdoc, link.previousline);
      const next = lines.get(line(link.nextdoc, link.nextline));
      expect(next?.item).toBe(lines.get(previous)?.item);
      billed.set(previous, (billed.get(previous) ?? 0) + Math.abs(Number(next?.quantity)));
    }
    for (const [key, quantity] of billed) expect(lines.get(key)?.quantitybilled, key).toBe(quantity);
    expect(billed.size).toBeGreaterThan(100);
  });

  it('leaves stock and money with what they should have, and payables owed', () => {
    const names = new Map(rowsOf('account').map((row) => [row.id, row.fullname]));
    const balances = new Map<unknown, number>();
    for (const row of rowsOf('transactionaccountingline')) {
      if (row.posting !== true) continue;
      const name = names.get(row.account ?? null);
      balances.set(name, (balances.get(name) ?? 0) + cents(row.amount));
    }
    const sign = (name: string): number => Math.sign(balances.get(name) ?? 0);
    const assets = ['Operating Checking', 'Inventory Asset', 'Accounts Receivable'];
    expect(assets.map(sign)).toEqual([1, 1, 1]);
    expect(['Accounts Payable', 'Sales : Product Sales', 'Retained Earnings'].map(sign)).toEqual([
      -1, -1, -1,
    ]);
    expect([...balances.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
  });

  it('has text that trips over quotes, accents, wildcards and NULL', () => {
    const names = rowsOf('customer').map(({ companyname }) => companyname);
    expect(names.some((name) => name === null)).toBe(true);
    for (const part of ["'", 'ü', '%', '_', '&']) {
      expect(
        names.some((name) => String(name).includes(part)),
        part,
      ).toBe(true);
    }
    expect(new Set(rowsOf('transaction').map(({ type }) => type)).size).toBe(26);
    const statuses = rowsOf('transaction').flatMap((row) => (row.type === 'SalesOrd' ? [row.status] : []));
    expect(new Set(statuses).size).toBeGreaterThanOrEqual(5);
  });

  it.each(['2024-02-29', '2026-06-30', '2026-11-28', '2027-01-01'])('ends at its today (%s)', (today) => {
    const data = readDemo({ rows: 1_000, today });
    const daysAgo = (row: Row): number => (Date.parse(today) - Date.parse(String(row.trandate))) / 86_400_000;
    const ages = (data.get('transaction') ?? []).map(daysAgo).sort((a, b) => a - b);
    expect(ages[0]).toBe(0);
    expect(ages.filter((age) => age <= 7).length).toBeGreaterThanOrEqual(3);
    expect(ages.at(-1)).toBe(1095);

    // An emulator starts at any time of its today: what was done there was done before.
    const late = new Set<string>();
    for (const [name, rows] of data) {
      for (const { name: column, kind } of tables.get(name)?.columns.values() ?? []) {
        if (kind !== 'datetime') continue;
        if (rows.some((row) => String(row[column] ?? '') >= today)) late.add(`${name}.${column}`);
      }
    }
    expect([...late]).toEqual([]);
  });

  it('has what happens seldom too, at any size', () => {
    const small = readDemo({ rows: 100 });
    const types = new Set((small.get('transaction') ?? []).map(({ recordtype }) => recordtype));
    for (const recordtype of [
      'returnauthorization',
      'vendorreturnauthorization',
      'vendorcredit',
      'cashsale',
      'cashrefund',
      'customerdeposit',
      'customerrefund',
      'deposit',
      'expensereport',
      'check',
      'inventorytransfer',
      'transferorder',
      'transfer',
      'inventoryadjustment',
    ]) {
      expect(types).toContain(recordtype);
    }
    for (const table of ['bin', 'inventorynumber', 'inventoryassignment', 'budgets', 'transactionshipment']) {
      expect((small.get(table) ?? []).length, table).toBeGreaterThan(1);
    }
    expect(rowsOf('trackingnumber').length).toBeGreaterThan(10);
  });

  it('gives each line the day of its own last change, never after its header', () => {
    const headers = new Map(rowsOf('transaction').map((row) => [row.id, row]));
    let older = 0;
    for (const { transaction, linelastmodifieddate } of rowsOf('transactionline')) {
      const header = headers.get(transaction ?? null);
      const [created, changed] = [String(header?.createddate), String(header?.lastmodifieddate)];
      expect(created <= changed).toBe(true);
      expect([created, changed]).toContain(linelastmodifieddate);
      if (linelastmodifieddate !== changed) older++;
    }
    expect(older).toBeGreaterThan(100);
  });

  it('moves as much into a location or an account as out of the other', () => {
    const lines = groupBy(rowsOf('transactionline'), 'transaction');
    for (const { id, type } of rowsOf('transaction')) {
      if (type !== 'InvTrnfr') continue;
      const [, from, to] = lines.get(id) ?? [];
      expect([from?.item, Number(from?.quantity)]).toEqual([to?.item, -Number(to?.quantity)]);
      expect(from?.location).not.toBe(to?.location);
    }
  });

  it('gives the same rows for the same seed, others for another', () => {
    const text = (seed: number): string => JSON.stringify([...readDemo({ rows: 400, seed })]);
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it.each([100, 1_000, 10_000])('makes about as many transaction lines as asked for (%i)', (rows) => {
    const count = readDemo({ rows }).get('transactionline')?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(rows);
    expect(count).toBeLessThan(rows + 120);
  });

  it('shows the custom definitions of the account through SuiteQL tables', () => {
    const scriptIds = rowsOf('customfield').map(({ scriptid }) => String(scriptid).toLowerCase());
    for (const { scriptId } of demoAccount.customFields) expect(scriptIds).toContain(scriptId);
    expect(rowsOf('customrecordtype')).toHaveLength(demoAccount.customRecordTypes.length);
    expect(rowsOf('customlist')).toHaveLength(demoAccount.customLists.length);
    for (const { scriptId } of demoAccount.customRecordTypes)
      expect(rowsOf(scriptId).length).toBeGreaterThan(3);
  });
});

function fits(kind: string, value: Exclude<Row[string], null>): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'num':
      return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    case 'datetime':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value);
    default:
      return kind.startsWith('multi:') ? typeof value === 'string' : Number.isSafeInteger(value);
  }
}
