import { contains, eq, upper } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, openStore, type Store, type StoreClient, salesorder, transactionline } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

describe('where', () => {
  it('compares a field with a field, of the row or of one on the way to it', async () => {
    const query = ns.transactionline.findMany({
      where: { quantity: { lt: transactionline.rate } },
      select: { uniquekey: true },
    });
    expect((await query.toSuiteQL()).text).toContain('WHERE t0.quantity < t0.rate');
    expect((await query).map(({ uniquekey }) => uniquekey)).toEqual(['2', '3']);

    const orders = ns.salesorder.findMany({
      where: { lines: { some: { quantity: { equals: salesorder.foreigntotal } } } },
      select: { id: true },
    });
    expect((await orders.toSuiteQL()).text).toContain('t1.quantity = t0.foreigntotal');
    expect(await orders).toEqual([{ id: '101' }]);
  });

  it('takes conditions of the query builder among its own', async () => {
    const query = ns.customer.findMany({
      where: {
        OR: [contains(upper(customer.companyname), 'BET'), { id: 10 }],
        NOT: eq(customer.isinactive, true),
      },
      select: { id: true },
    });

    const { text } = await query.toSuiteQL();
    expect(text).toContain('WHERE (UPPER(t0.companyname) LIKE ? OR t0.id = ?) AND ');
    expect(text).toContain('NOT (t0.isinactive = ?)');
    expect(await query).toEqual([{ id: '10' }, { id: '11' }]);
  });

  it('refuses a column of a table that the place does not reach', async () => {
    await expect(
      ns.customer.findMany({ where: { companyname: { equals: salesorder.tranid } } }),
    ).rejects.toThrow("where of customer names a column of 'transaction', which is not reached here");
  });

  it.each([
    ['isNull', { email: { isNull: true } }, ['11']],
    ['isNull: false', { email: { isNull: false } }, ['10', '12']],
    ['isEmpty', { email: { isEmpty: true } }, ['11']],
    ['the empty text, which NetSuite keeps as NULL', { email: '' }, ['11']],
    ['not the empty text', { email: { not: '' } }, ['10', '12']],
  ] as const)('knows %s', async (_name, where, ids) => {
    const rows = await ns.customer.findMany({ where, select: { id: true } });

    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['equals', { equals: 'ACME' }, 'UPPER(t0.companyname) = UPPER(?)', ['10']],
    ['not', { not: 'acme' }, 'UPPER(t0.companyname) <> UPPER(?)', ['11', '12']],
    ['in', { in: ['acme', 'BETA'] }, 'UPPER(t0.companyname) IN (UPPER(?), UPPER(?))', ['10', '11']],
    ['notIn', { notIn: ['ACME'] }, 'UPPER(t0.companyname) NOT IN (UPPER(?))', ['11', '12']],
    ['gt', { gt: 'beta' }, 'UPPER(t0.companyname) > UPPER(?)', ['12']],
    ['gte', { gte: 'beta' }, 'UPPER(t0.companyname) >= UPPER(?)', ['11', '12']],
    ['lt', { lt: 'beta' }, 'UPPER(t0.companyname) < UPPER(?)', ['10']],
    ['lte', { lte: 'beta' }, 'UPPER(t0.companyname) <= UPPER(?)', ['10', '11']],
    [
      'between',
      { between: ['acme', 'beta'] },
      'UPPER(t0.companyname) BETWEEN UPPER(?) AND UPPER(?)',
      ['10', '11'],
    ],
    ['startsWith', { startsWith: 'bE' }, 'UPPER(t0.companyname) LIKE UPPER(?)', ['11']],
    [
      'several conditions',
      { not: 'GONE', in: ['gone', 'beta'] },
      'UPPER(t0.companyname) <> UPPER(?) AND UPPER(t0.companyname) IN (UPPER(?), UPPER(?))',
      ['11'],
    ],
    ['another column', { equals: customer.email }, 'UPPER(t0.companyname) = UPPER(t0.email)', []],
    ['null', { not: null }, 't0.companyname IS NOT NULL', ['10', '11', '12']],
    ['the empty text', { equals: '' }, 't0.companyname IS NULL', []],
  ])('heeds no letter case beside %s', async (_name, companyname, text, ids) => {
    const where = { companyname: { ...companyname, mode: 'insensitive' } } as never;
    const query = ns.customer.findMany({ where, select: { id: true } });

    expect((await query.toSuiteQL()).text).toBe(
      `SELECT t0.id AS c0 FROM customer t0 WHERE ${text} ORDER BY t0.id ASC`,
    );
    expect((await query).map(({ id }) => id)).toEqual(ids);
  });

  it('heeds no letter case in conditions on groups', async () => {
    const query = ns.customer.groupBy({
      by: ['companyname'],
      _count: true,
      having: {
        companyname: { in: ['ACME', 'beta'], mode: 'insensitive' },
        _max: { email: { equals: 'A@acme.TEST', mode: 'insensitive' } },
      },
    });

    expect((await query.toSuiteQL()).text).toContain(
      'HAVING UPPER(t0.companyname) IN (UPPER(?), UPPER(?)) AND UPPER(MAX(t0.email)) = UPPER(?)',
    );
    expect(await query).toEqual([{ companyname: 'Acme', _count: 1 }]);
  });

  it.each([
    [
      'a misspelt mode',
      { companyname: { equals: 'x', mode: 'Insensitive' } },
      "where.companyname.mode of customer: 'Insensitive' is not a mode. Give 'sensitive' or 'insensitive'.",
    ],
    [
      'a mode without effect',
      { id: { in: [1], mode: 'insensitive' } },
      'where.id.mode of customer: only texts are compared with or without regard to letter case.',
    ],
    [
      'a mode for true and false',
      { isinactive: { equals: true, mode: 'sensitive' } },
      'where.isinactive.mode of customer: only texts',
    ],
    [
      'a mode for a reference',
      { parent: { equals: 10, mode: 'insensitive' } },
      'where.parent.mode of customer: only texts',
    ],
  ])('refuses %s', async (_name, where, message) => {
    await expect(ns.customer.findMany({ where: where as never })).rejects.toThrow(message);
  });

  it.each([
    ['any', { any: [1, 3] }, ['1']],
    ['all', { all: ['1', '2'] }, ['1']],
    ['none', { none: [1] }, ['2', '3']],
    ['any of none', { any: [] }, []],
    ['all of none', { all: [] }, ['1', '2', '3']],
    ['isEmpty', { isEmpty: true }, ['3']],
  ])('asks a multiple select for %s', async (_name, subsidiary, ids) => {
    const rows = await ns.item.findMany({ where: { subsidiary }, select: { id: true } });

    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('asks a multiple select by BUILTIN.MNFILTER', async () => {
    const query = ns.item.findMany({ where: { subsidiary: { any: [1, 3] } }, select: { id: true } });

    expect(await query.toSuiteQL()).toEqual({
      text: "SELECT t0.id AS c0 FROM item t0 WHERE BUILTIN.MNFILTER(t0.subsidiary, 'MN_INCLUDE', '', 'FALSE', ?, ?) = 'T' ORDER BY t0.id ASC",
      parameters: [1, 3],
    });
  });

  it.each([
    [{ lines: 1 }, 'is a relation: give conditions on what it leads to, as { some'],
    [{ lines: { any: {} } }, "'any' is not a condition on related rows. Give some, none or every."],
    [{ lines: { some: { nope: 1 } } }, "transactionline has no field 'nope'"],
  ])('refuses %j with words that say what is wrong', async (where, message) => {
    await expect(ns.transaction.findMany({ where: where as never })).rejects.toThrow(message);
  });
});
