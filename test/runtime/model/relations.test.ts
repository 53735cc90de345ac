import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store, type StoreClient, storeRows } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const text = async (query: { toSuiteQL(): Promise<{ text: string }> }) => (await query.toSuiteQL()).text;

describe('relations to many rows', () => {
  it('are read with their own where, orderBy and select, in one statement for all rows', async () => {
    const query = ns.salesorder.findMany({
      select: {
        tranid: true,
        lines: {
          where: { mainline: false },
          orderBy: { quantity: 'desc' },
          select: { quantity: true, item: { select: { itemid: true } } },
        },
      },
    });

    expect(await text(query)).toBe(
      'SELECT t0.tranid AS c0, t0.id AS c1 FROM transaction t0 WHERE t0.type = ? ORDER BY t0.id ASC',
    );
    expect(await query).toEqual([
      {
        tranid: 'SO1',
        lines: [
          { quantity: 2, item: { itemid: 'Bolt' } },
          { quantity: 1, item: { itemid: 'Nut' } },
        ],
      },
      { tranid: 'SO2', lines: [{ quantity: 5, item: { itemid: 'Bolt' } }] },
      { tranid: 'SO3', lines: [] },
    ]);
    expect(
      await store.requestsOf(() => ns.salesorder.findMany({ select: { tranid: true, lines: true } })),
    ).toBe(2);
  });

  it('go to any depth, through relations to one row too: a statement for each relation', async () => {
    const find = () =>
      ns.transactionline.findMany({
        where: { uniquekey: 2 },
        select: {
          quantity: true,
          transaction: {
            select: {
              tranid: true,
              entity: { select: { companyname: true, children: { select: { companyname: true } } } },
              lines: { select: { accountinglines: { select: { amount: true } } } },
            },
          },
        },
      });

    expect(await find()).toEqual([
      {
        quantity: 2,
        transaction: {
          tranid: 'SO1',
          entity: { companyname: 'Acme', children: [{ companyname: 'Beta' }, { companyname: 'Gone' }] },
          lines: [
            { accountinglines: [] },
            { accountinglines: [{ amount: -20 }] },
            { accountinglines: [{ amount: -10 }] },
          ],
        },
      },
    ]);
    expect(await store.requestsOf(find)).toBe(4);
  });

  it('are cut for each row, not for all', async () => {
    const query = ns.transaction.findMany({
      select: { tranid: true, lines: { orderBy: { id: 'desc' }, take: 1, select: { id: true } } },
      where: { id: { in: [100, 101] } },
    });

    expect(await query).toEqual([
      { tranid: 'SO1', lines: [{ id: 2 }] },
      { tranid: 'SO2', lines: [{ id: 1 }] },
    ]);
    const skipped = ns.transaction.findMany({
      select: { lines: { orderBy: { id: 'asc' }, skip: 1, take: 1, select: { id: true } } },
      where: { id: { in: [100, 101] } },
    });
    expect(await skipped).toEqual([{ lines: [{ id: 1 }] }, { lines: [{ id: 1 }] }]);
  });

  it('stand beside all columns with include', async () => {
    const rows = await ns.customer.findMany({
      where: { id: 10 },
      include: { children: { select: { id: true } }, parent: true, _count: { transactions: true } },
    });

    expect(rows).toEqual([
      {
        id: '10',
        companyname: 'Acme',
        email: 'a@acme.test',
        isinactive: false,
        parent: null,
        children: [{ id: '11' }, { id: '12' }],
        _count: { transactions: 3 },
      },
    ]);
    const [child] = await ns.customer.findMany({ where: { id: 11 }, include: { parent: true } });
    expect(child?.parent?.companyname).toBe('Acme');
  });

  it('are counted in the same statement', async () => {
    const query = ns.customer.findMany({
      select: { id: true, _count: { transactions: { where: { type: 'SalesOrd' } }, children: true } },
    });

    expect(await text(query)).toBe(
      'SELECT t0.id AS c0, (SELECT COUNT(*) FROM transaction t1 WHERE t0.id = t1.entity AND t1.type = ?) AS c1, ' +
        '(SELECT COUNT(*) FROM customer t2 WHERE t0.id = t2.parent) AS c2 FROM customer t0 ORDER BY t0.id ASC',
    );
    expect(await query).toEqual([
      { id: '10', _count: { transactions: 2, children: 2 } },
      { id: '11', _count: { transactions: 1, children: 0 } },
      { id: '12', _count: { transactions: 0, children: 0 } },
    ]);
  });

  it('sort rows by their number, and their own lists too', async () => {
    const query = ns.customer.findMany({
      orderBy: { children: { _count: 'desc' } },
      select: {
        id: true,
        transactions: { select: { id: true }, orderBy: { lines: { _count: 'desc' } }, take: 2 },
      },
    });

    expect(await text(query)).toBe(
      'SELECT t0.id AS c0 FROM customer t0 ORDER BY (SELECT COUNT(*) FROM customer t1 WHERE t0.id = t1.parent) DESC, t0.id ASC',
    );
    expect(await query).toEqual([
      { id: '10', transactions: [{ id: '100' }, { id: '103' }] },
      { id: '11', transactions: [{ id: '101' }] },
      { id: '12', transactions: [] },
    ]);
    // @ts-expect-error: many rows have no order of their own
    await expect(ns.customer.findMany({ orderBy: { children: 'asc' } })).rejects.toThrow(
      "orderBy.children._count of customer: give 'asc', 'desc'",
    );
  });

  it.each([
    ['some', { some: { quantity: { gt: 1 } } }, ['100', '101']],
    ['some of any', { some: {} }, ['100', '101']],
    ['none', { none: { quantity: { gte: 5 } } }, ['100', '102']],
    ['every', { every: { mainline: true } }, ['102']],
    ['every, where unknown is not true', { every: { quantity: { gt: 0 } } }, ['102']],
    ['a relation within', { some: { item: { itemid: 'Nut' } } }, ['100']],
    ['two at once', { some: { id: 1 }, none: { id: 2 } }, ['101']],
  ])('filter by %s', async (_name, lines, ids) => {
    const rows = await ns.salesorder.findMany({ where: { lines }, select: { id: true } });

    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('filter by EXISTS', async () => {
    expect(
      await text(
        ns.salesorder.findMany({
          select: { id: true },
          where: {
            lines: { some: { item: { itemid: 'Nut' }, mainline: false }, every: { rate: 1, quantity: 1 } },
          },
        }),
      ),
    ).toBe(
      'SELECT t0.id AS c0 FROM transaction t0 WHERE t0.type = ? AND ' +
        'EXISTS (SELECT 1 FROM transactionline t1 LEFT JOIN item t2 ON t1.item = t2.id WHERE t0.id = t1.transaction AND t2.itemid = ? AND t1.mainline = ?) AND ' +
        'NOT EXISTS (SELECT 1 FROM transactionline t3 WHERE t0.id = t3.transaction AND CASE WHEN t3.rate = ? AND t3.quantity = ? THEN 1 ELSE 0 END = 0) ' +
        'ORDER BY t0.id ASC',
    );
  });

  it('take one statement for a thousand rows, whatever the number of rows', async () => {
    const transactions = Array.from({ length: 2500 }, (_, index) => ({
      ...storeRows.transaction[0],
      id: index + 1,
      tranid: `SO${index + 1}`,
    }));
    const lines = transactions.map(({ id }) => ({
      ...storeRows.transactionline[1],
      uniquekey: id,
      transaction: id,
    }));
    // One request at a time: how a read is cut into parts then does not depend on which answer comes first.
    await using large = await openStore(
      { ...storeRows, transaction: transactions, transactionline: lines },
      { concurrency: 1 },
    );
    const find = () =>
      large.ns.salesorder.findMany({
        select: { id: true, lines: { select: { uniquekey: true } }, entity: { select: { children: true } } },
      });

    const rows = await find();
    expect(rows).toHaveLength(2500);
    expect(rows.every(({ id, lines: [line] }) => String(line?.uniquekey) === String(id))).toBe(true);
    const plain = await large.requestsOf(() => large.ns.salesorder.findMany({ select: { id: true } }));
    // Three parts of the result, two relations each.
    expect(await large.requestsOf(find)).toBe(plain + 3 * 2);
  });
});

describe('stream', () => {
  it('gives rows their lists, and resumes behind the last row that was handed over', async () => {
    const query = { select: { id: true, lines: { select: { uniquekey: true } } } } as const;
    const first = ns.transaction.stream(query);
    const seen: unknown[] = [];
    for await (const row of first) {
      seen.push(row);
      if (seen.length === 2) break;
    }
    for await (const row of ns.transaction.stream({ ...query, resume: first.checkpoint() })) seen.push(row);

    expect(seen).toEqual(await ns.transaction.findMany(query));
  });
});

describe('display names', () => {
  it('come without a join', async () => {
    const query = ns.salesorder.findMany({
      select: {
        entity: true,
        _display: { entity: true },
        lines: { select: { _display: { item: true } }, where: { id: 1 } },
      },
      take: 1,
    });

    expect(await text(query)).toBe(
      'SELECT t0.entity AS c0, BUILTIN.DF(t0.entity) AS c1, t0.id AS c2 FROM transaction t0 WHERE t0.type = ? ORDER BY t0.id ASC FETCH FIRST 1 ROWS ONLY',
    );
    expect(await query).toEqual([
      { entity: '10', _display: { entity: 'Acme' }, lines: [{ _display: { item: 'Bolt' } }] },
    ]);
  });
});
