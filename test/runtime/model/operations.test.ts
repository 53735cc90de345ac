import { bindClient, MalformedResponseError, NoRowError } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerJson, bearer, startServer } from '../local-server.js';
import { customer, openStore, type Store, type StoreClient } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const text = async (query: { toSuiteQL(): Promise<{ text: string }> }) => (await query.toSuiteQL()).text;

describe('findUnique', () => {
  it('gives the row of a key, or null', async () => {
    const query = ns.transactionline.findUnique({ where: { uniquekey: 2 }, select: { quantity: true } });

    expect(await text(query)).toBe(
      'SELECT t0.quantity AS c0 FROM transactionline t0 WHERE t0.uniquekey = ? ORDER BY t0.uniquekey ASC FETCH FIRST 1 ROWS ONLY',
    );
    expect(await query).toEqual({ quantity: 2 });
    expect(await ns.customer.findUnique({ where: { id: '99' } })).toBeNull();
  });

  it('needs the key', async () => {
    // @ts-expect-error: a field that is no key
    await expect(ns.customer.findUnique({ where: { companyname: 'Acme' } })).rejects.toThrow(
      'findUnique of customer needs its key: where: { id: … }',
    );
    // @ts-expect-error: a table without a key
    await expect(ns.transactionaccountingline.findUnique({ where: {} })).rejects.toThrow(
      'has no key that is known',
    );
  });
});

describe('OrThrow', () => {
  it('gives the row, or fails with the model and the statement, without values', async () => {
    expect((await ns.customer.findFirstOrThrow({ where: { companyname: 'Beta' } })).id).toBe('11');
    const failure = await ns.customer.findUniqueOrThrow({ where: { id: '4711' } }).catch((error) => error);

    expect(failure).toBeInstanceOf(NoRowError);
    expect(failure).toMatchObject({ code: 'NETSUITE_NO_ROW', model: 'customer' });
    expect(failure.statement).toContain('FROM customer t0 WHERE t0.id = ?');
    expect(JSON.stringify(failure) + failure.message).not.toContain('4711');
    await expect(ns.customer.findFirstOrThrow({ where: { id: 99 } })).rejects.toThrow(NoRowError);
  });
});

describe('exists', () => {
  it('asks for one row without values', async () => {
    const query = ns.salesorder.exists({ where: { lines: { some: { quantity: 5 } } } });

    expect(await text(query)).toBe(
      'SELECT 1 AS c0 FROM transaction t0 WHERE t0.type = ? AND EXISTS (SELECT 1 FROM transactionline t1 WHERE t0.id = t1.transaction AND t1.quantity = ?) FETCH FIRST 1 ROWS ONLY',
    );
    expect(await query).toBe(true);
    expect(await ns.salesorder.exists({ where: { tranid: 'INV1' } })).toBe(false);
  });
});

describe('aggregate', () => {
  it('sums, counts and compares all rows that fit', async () => {
    const query = ns.salesorder.aggregate({
      where: { entity: { companyname: { contains: 'e' } } },
      _count: true,
      _sum: { foreigntotal: true },
      _avg: { foreigntotal: true },
      _min: { trandate: true },
      _max: { tranid: true },
    });

    expect(await text(query)).toBe(
      "SELECT COUNT(*) AS c0, SUM(t0.foreigntotal) AS c1, AVG(t0.foreigntotal) AS c2, TO_CHAR(MIN(t0.trandate), 'YYYY-MM-DD') AS c3, MAX(t0.tranid) AS c4 " +
        'FROM transaction t0 LEFT JOIN customer t1 ON t0.entity = t1.id WHERE t0.type = ? AND t1.companyname LIKE ?',
    );
    const result = await query;
    const total: number | null = result._sum.foreigntotal;
    expect(total).toBe(35);
    expect(result).toEqual({
      _count: 3,
      _sum: { foreigntotal: 35 },
      _avg: { foreigntotal: 17.5 },
      _min: { trandate: '2026-01-05' },
      _max: { tranid: 'SO3' },
    });
  });

  it('counts values of fields, and gives null over no rows', async () => {
    expect(
      await ns.salesorder.aggregate({
        where: { id: 0 },
        _count: { foreigntotal: true },
        _sum: { foreigntotal: true },
      }),
    ).toEqual({ _count: { foreigntotal: 0 }, _sum: { foreigntotal: null } });
    expect(await ns.salesorder.aggregate({ _count: { foreigntotal: true } })).toEqual({
      _count: { foreigntotal: 2 },
    });
  });

  it('refuses a call without an aggregate', async () => {
    await expect(ns.customer.aggregate({})).rejects.toThrow('The call on customer names no aggregate');
  });
});

describe('groupBy', () => {
  it('gives the aggregates of each group', async () => {
    const query = ns.transaction.groupBy({
      by: ['entity'],
      _count: true,
      _sum: { foreigntotal: true },
      having: { _count: { gte: 1 }, _sum: { foreigntotal: { gt: 1 } } },
      orderBy: { _sum: { foreigntotal: 'asc' } },
    });

    expect(await text(query)).toBe(
      'SELECT t0.entity AS c0, COUNT(*) AS c1, SUM(t0.foreigntotal) AS c2 FROM transaction t0 GROUP BY t0.entity ' +
        'HAVING COUNT(*) >= ? AND SUM(t0.foreigntotal) > ? ORDER BY SUM(t0.foreigntotal) ASC',
    );
    const groups = await query;
    const first: { entity: string | null; _count: number } | undefined = groups[0];
    expect(first?.entity).toBe('11');
    expect(groups).toEqual([
      { entity: '11', _count: 1, _sum: { foreigntotal: 5 } },
      { entity: '10', _count: 3, _sum: { foreigntotal: 129 } },
    ]);
  });

  it('groups by several fields, in their order, and takes some groups', async () => {
    const query = ns.transaction.groupBy({ by: ['type', 'trandate'], _count: true, take: 2, skip: 1 });

    expect(await text(query)).toContain(
      'GROUP BY t0.type, t0.trandate ORDER BY t0.type ASC, t0.trandate ASC',
    );
    expect(await query).toEqual([
      { type: 'SalesOrd', trandate: '2026-01-05', _count: 1 },
      { type: 'SalesOrd', trandate: '2026-02-05', _count: 2 },
    ]);
  });

  it('groups by fields of rows that relations to one row lead to, at any depth', async () => {
    const query = ns.transactionline.groupBy({
      by: ['mainline'],
      byRelated: { item: { itemid: true }, transaction: { type: true, entity: { companyname: true } } },
      where: { transaction: { type: 'SalesOrd' } },
      _sum: { quantity: true },
      orderBy: { transaction: { entity: { companyname: 'desc' } }, _sum: { quantity: 'asc' } },
    });

    expect(await text(query)).toBe(
      'SELECT t0.mainline AS c0, t1.itemid AS c1, t2.type AS c2, t3.companyname AS c3, SUM(t0.quantity) AS c4 ' +
        'FROM transactionline t0 LEFT JOIN item t1 ON t0.item = t1.id LEFT JOIN transaction t2 ON t0.transaction = t2.id ' +
        'LEFT JOIN customer t3 ON t2.entity = t3.id WHERE t2.type = ? ' +
        'GROUP BY t0.mainline, t1.itemid, t2.type, t3.companyname ORDER BY t3.companyname DESC, SUM(t0.quantity) ASC',
    );
    const groups = await query;
    const item: { itemid: string | null } | undefined = groups[0]?.item;
    const name: string | null | undefined = groups[0]?.transaction.entity.companyname;
    expect({ item, name }).toEqual({ item: { itemid: 'Bolt' }, name: 'Beta' });
    const [beta, acme] = ['Beta', 'Acme'].map((companyname) => ({
      type: 'SalesOrd',
      entity: { companyname },
    }));
    expect(groups).toEqual([
      { mainline: false, item: { itemid: 'Bolt' }, transaction: beta, _sum: { quantity: 5 } },
      { mainline: true, item: { itemid: null }, transaction: beta, _sum: { quantity: null } },
      { mainline: false, item: { itemid: 'Nut' }, transaction: acme, _sum: { quantity: 1 } },
      { mainline: false, item: { itemid: 'Bolt' }, transaction: acme, _sum: { quantity: 2 } },
      { mainline: true, item: { itemid: null }, transaction: acme, _sum: { quantity: null } },
    ]);
  });

  it('sorts by what makes the groups when it is not told how', async () => {
    const query = ns.salesorder.groupBy({ by: ['type'], byRelated: { entity: { id: true } }, _count: true });

    expect(await text(query)).toContain('GROUP BY t0.type, t1.id ORDER BY t0.type ASC, t1.id ASC');
    expect(await query).toEqual([
      { type: 'SalesOrd', entity: { id: '10' }, _count: 2 },
      { type: 'SalesOrd', entity: { id: '11' }, _count: 1 },
    ]);
  });

  it('groups by fields of related rows alone', async () => {
    const query = ns.salesorder.groupBy({ byRelated: { entity: { companyname: true } }, _count: true });

    expect(await text(query)).toBe(
      'SELECT t1.companyname AS c0, COUNT(*) AS c1 FROM transaction t0 LEFT JOIN customer t1 ON t0.entity = t1.id WHERE t0.type = ? GROUP BY t1.companyname ORDER BY t1.companyname ASC',
    );
    expect(await query).toEqual([
      { entity: { companyname: 'Acme' }, _count: 2 },
      { entity: { companyname: 'Beta' }, _count: 1 },
    ]);
  });

  it('refuses groups that make no sense', async () => {
    await expect(
      // @ts-expect-error: the same relation in both
      ns.salesorder.groupBy({ by: ['entity'], byRelated: { entity: { companyname: true } }, _count: true }),
    ).rejects.toThrow('groupBy of salesorder: entity is in by and in byRelated. For its id too, write');
    await expect(
      // @ts-expect-error: a relation to many rows
      ns.salesorder.groupBy({ by: ['type'], byRelated: { lines: { id: true } }, _count: true }),
    ).rejects.toThrow("salesorder has no field 'lines' for this place");
    await expect(
      // @ts-expect-error: a field that does not exist
      ns.salesorder.groupBy({ by: ['type'], byRelated: { entity: { nme: true } }, _count: true }),
    ).rejects.toThrow("customer has no field 'nme' for this place");
    await expect(
      ns.salesorder.groupBy({ by: ['type'], _count: true, orderBy: { entity: { companyname: 'asc' } } }),
    ).rejects.toThrow('orderBy.entity of salesorder: groups are sorted by what makes them');
    await expect(ns.salesorder.groupBy({ by: ['type'] })).rejects.toThrow('names no aggregate');
  });
});

describe('paginate', () => {
  const leafThrough = async (orderBy: object) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: { rows: readonly { id: string }[]; next: string | null } = await ns.transaction.paginate({
        select: { id: true },
        orderBy,
        take: 1,
        after,
      });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  };

  it.each([
    [{}],
    [{ trandate: 'desc' }],
    [{ foreigntotal: 'asc' }],
    [{ foreigntotal: 'desc' }],
    [{ foreigntotal: { sort: 'asc', nulls: 'first' } }],
    [{ foreigntotal: { sort: 'desc', nulls: 'last' }, tranid: 'asc' }],
    [{ entity: { companyname: 'desc' }, trandate: 'asc' }],
  ] as const)('gives every row once, in the order %j', async (orderBy) => {
    const all = await ns.transaction.findMany({ select: { id: true }, orderBy });

    expect(await leafThrough(orderBy)).toEqual(all.map(({ id }) => id));
  });

  it.each([
    [{ lines: { _count: 'desc' } }, ['100', '101', '103', '102']],
    [{ entity: { transactions: { _count: 'asc' } }, tranid: 'asc' }, ['101', '103', '100', '102']],
  ] as const)('gives every row once by the number of related rows, in the order %j', async (orderBy, ids) => {
    const query = ns.transaction.findMany({ select: { id: true }, orderBy });

    expect((await query).map(({ id }) => id)).toEqual(ids);
    expect(await leafThrough(orderBy)).toEqual(ids);
  });

  it('begins behind the last row, whatever comes before it', async () => {
    const first = await ns.customer.paginate({ orderBy: { companyname: 'asc' }, take: 2 });
    const second = ns.customer.paginate({ orderBy: { companyname: 'asc' }, take: 2, after: first.next });

    expect(await text(second)).toContain(
      'WHERE t0.companyname > ? OR t0.companyname IS NULL OR (t0.companyname = ? AND t0.id > ?) ORDER BY t0.companyname ASC, t0.id ASC FETCH FIRST 3 ROWS ONLY',
    );
    expect(await second).toEqual({ rows: [expect.objectContaining({ companyname: 'Gone' })], next: null });
  });

  it('refuses a cursor of another order, or none at all', async () => {
    const { next } = await ns.customer.paginate({ take: 1 });

    const byCount = await ns.customer.paginate({ take: 1, orderBy: { transactions: { _count: 'asc' } } });
    const otherCount = ns.customer.paginate({
      orderBy: { children: { _count: 'asc' } },
      after: byCount.next,
    });
    await expect(otherCount).rejects.toThrow('belongs to another order');
    await expect(ns.customer.paginate({ orderBy: { email: 'asc' }, after: next })).rejects.toThrow(
      'belongs to another order',
    );
    await expect(ns.customer.paginate({ after: 'x' })).rejects.toThrow('`after` is no cursor');
  });
});

describe('an answer without the one row that a statement always has', () => {
  it.each<[string, readonly unknown[], (client: StoreClient) => PromiseLike<unknown>]>([
    ['count of customer: NetSuite returned no row', [], (client) => client.customer.count()],
    [
      "count of customer: NetSuite returned 'many' as the number",
      [{ c0: 'many' }],
      (client) => client.customer.count(),
    ],
    [
      'aggregate of customer: NetSuite returned no row',
      [],
      (client) => client.customer.aggregate({ _count: true }),
    ],
  ])('fails: %s', async (message, items, call) => {
    await using server = await startServer((_request, response) =>
      answerJson(response, 200, {
        count: items.length,
        hasMore: false,
        items,
        offset: 0,
        totalResults: items.length,
      }),
    );
    const generated = {
      format: 1,
      schema: 'test',
      bindParameters: true,
      timeZone: null,
      models: { customer: async () => ({ customer }) },
    } as const;
    await using client = bindClient<StoreClient>(generated, {
      ...{ account: '1234567', baseUrl: server.url, auth: bearer, environment: {} },
      retry: { attempts: 1 },
    });
    const failure = call(client);
    await expect(failure).rejects.toThrow(MalformedResponseError);
    await expect(failure).rejects.toThrow(message);
  });
});
