import type { CallStatements, Dispatcher, Pending, Statement } from '@suitewright/runtime';
import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, type StoreClient } from './store.js';

interface Sent {
  readonly q: string;
  readonly params: readonly string[];
}

/** What the emulator received. */
let sent: Sent[];
let store: Store;
let ns: StoreClient;

const agent = new Agent();
const dispatcher: Dispatcher = {
  request(request) {
    if (request.path.includes('/suiteql') && request.body !== null)
      sent.push({ params: [], ...JSON.parse(request.body) });
    return agent.request(request);
  },
  close: () => agent.close(),
};

beforeAll(async () => {
  store = await openStore(undefined, { dispatcher });
  ns = store.ns;
});
beforeEach(() => {
  sent = [];
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  await agent.close();
});

/** A statement as it is sent for one parent. */
function forParent({ text, parameters }: Statement, key: string): Sent {
  const [before = '', after] = text.split(':parents');
  if (after === undefined) return { q: text, params: parameters.map(wireText) };
  const place = before.split('?').length - 1;
  const params = [...parameters.slice(0, place).map(wireText), key, ...parameters.slice(place).map(wireText)];
  return { q: `${before}?${after}`, params };
}

function wireText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'T' : 'F') : String(value);
}

/** What a call shows, after checking that it sends just that. @param keys Of the one parent of each related statement. */
async function shown(call: Pending<unknown>, keys: readonly string[]): Promise<CallStatements> {
  const statements = await call.toSuiteQL();
  expect(sent).toEqual([]);
  await call;
  const { related = [] } = statements;
  expect(related).toHaveLength(keys.length);
  const wanted = [statements, ...related].map((each, index) => forParent(each, keys[index - 1] ?? ''));
  expect(sent.toSorted(byText)).toEqual(wanted.toSorted(byText));
  return statements;
}

function byText(one: Sent, other: Sent): number {
  return one.q < other.q ? -1 : 1;
}

describe('toSuiteQL of a model call', () => {
  it('shows the statement of each relation to many rows, without the keys of the rows that it starts from', async () => {
    const call = ns.salesorder.findMany({
      where: { id: 101 },
      select: {
        tranid: true,
        lines: { where: { mainline: false }, select: { quantity: true } },
        entity: { select: { companyname: true, children: { select: { id: true } } } },
      },
    });

    expect(await shown(call, ['101', '11'])).toEqual({
      text:
        'SELECT t0.tranid AS c0, t0.id AS c1, t1.id AS c2, t1.companyname AS c3 FROM transaction t0 ' +
        'LEFT JOIN customer t1 ON t0.entity = t1.id WHERE t0.type = ? AND t0.id = ? ORDER BY t0.id ASC',
      parameters: ['SalesOrd', 101],
      related: [
        {
          path: 'lines',
          text:
            'SELECT t0.quantity AS c0, t0.transaction AS c1 FROM transactionline t0 ' +
            'WHERE t0.transaction IN (:parents) AND t0.mainline = ? ORDER BY t0.uniquekey ASC',
          parameters: [false],
        },
        {
          path: 'entity.children',
          text: 'SELECT t0.id AS c0, t0.parent AS c1 FROM customer t0 WHERE t0.parent IN (:parents) ORDER BY t0.id ASC',
          parameters: [],
        },
      ],
    });
    expect(await call).toEqual([
      { tranid: 'SO2', lines: [{ quantity: 5 }], entity: { companyname: 'Beta', children: [] } },
    ]);
  });

  it('shows those within them, by the path that leads there', async () => {
    const { related = [] } = await shown(
      ns.customer.findMany({
        where: { id: 11 },
        select: {
          id: true,
          transactions: {
            where: { tranid: 'SO2' },
            select: {
              lines: {
                where: { item: { itemid: 'Bolt' } },
                include: { accountinglines: true, _count: { accountinglines: true } },
              },
            },
          },
        },
      }),
      ['11', '101', '101'],
    );

    expect(related.map(({ path }) => path)).toEqual([
      'transactions',
      'transactions.lines',
      'transactions.lines.accountinglines',
    ]);
    expect(related[1]?.text).toContain(
      '(SELECT COUNT(*) FROM transactionaccountingline t1 WHERE t0.transaction = t1.transaction AND t0.id = t1.transactionline)',
    );
  });

  it('shows how a list is cut for each row', async () => {
    const { related } = await shown(
      ns.salesorder.findMany({
        where: { tranid: 'SO1' },
        select: {
          lines: {
            where: { rate: { gt: 5 } },
            orderBy: { quantity: 'desc' },
            skip: 1,
            take: 1,
            select: { id: true, transaction: { select: { trandate: true } } },
          },
        },
      }),
      ['100'],
    );

    expect(related).toEqual([
      {
        path: 'lines',
        text:
          "SELECT t.c0 AS c0, t.c1 AS c1, TO_CHAR(t.c2, 'YYYY-MM-DD') AS c2, t.c3 AS c3 FROM (" +
          'SELECT t0.id AS c0, t1.id AS c1, t1.trandate AS c2, t0.transaction AS c3, ' +
          'ROW_NUMBER() OVER (PARTITION BY t0.transaction ORDER BY t0.quantity DESC, t0.uniquekey ASC) AS c4 ' +
          'FROM transactionline t0 LEFT JOIN transaction t1 ON t0.transaction = t1.id ' +
          'WHERE t0.transaction IN (:parents) AND t0.rate > ?) t WHERE t.c4 > 1 AND t.c4 <= 2 ORDER BY t.c3 ASC, t.c4 ASC',
        parameters: [5],
      },
    ]);
    expect(
      await ns.salesorder.findMany({
        where: { tranid: 'SO1' },
        select: {
          lines: {
            take: 1,
            orderBy: { id: 'desc' },
            select: { transaction: { select: { trandate: true } } },
          },
        },
      }),
    ).toEqual([{ lines: [{ transaction: { trandate: '2026-01-05' } }] }]);
  });

  it.each([
    [
      'findFirst',
      () => ns.customer.findFirst({ where: { id: 11 }, include: { transactions: true } }),
      ['11'],
    ],
    [
      'findUniqueOrThrow',
      () => ns.customer.findUniqueOrThrow({ where: { id: '11' }, include: { transactions: true } }),
      ['11'],
    ],
    ['paginate', () => ns.customer.paginate({ where: { id: 11 }, include: { transactions: true } }), ['11']],
    ['count', () => ns.customer.count({ where: { isinactive: false } }), []],
    ['exists', () => ns.customer.exists({ where: { transactions: { some: {} } } }), []],
    ['aggregate', () => ns.salesorder.aggregate({ _sum: { foreigntotal: true } }), []],
    ['groupBy', () => ns.salesorder.groupBy({ by: ['entity'], _count: true, take: 5 }), []],
  ])('shows what %s sends', async (_name, call, keys) => {
    const { related } = await shown(call(), keys);

    expect(related?.map(({ path }) => path)).toEqual(keys.length === 0 ? undefined : ['transactions']);
  });

  it('shows a line for each clause on request, of every statement', async () => {
    const { text, related } = await ns.salesorder
      .findFirst({
        select: { tranid: true, lines: { where: { mainline: false }, select: { id: true }, take: 2 } },
      })
      .toSuiteQL({ format: true });

    expect(text).toBe(`SELECT t0.tranid AS c0,
       t0.id AS c1
FROM transaction t0
WHERE t0.type = ?
ORDER BY t0.id ASC
FETCH FIRST 1 ROWS ONLY`);
    expect(related?.[0]?.text).toBe(`SELECT t.c0 AS c0,
       t.c1 AS c1
FROM (
    SELECT t0.id AS c0,
           t0.transaction AS c1,
           ROW_NUMBER() OVER (PARTITION BY t0.transaction ORDER BY t0.uniquekey ASC) AS c2
    FROM transactionline t0
    WHERE t0.transaction IN (:parents)
      AND t0.mainline = ?
  ) t
WHERE t.c2 <= 2
ORDER BY t.c1 ASC, t.c2 ASC`);
    const counted = await ns.salesorder.groupBy({ by: ['entity'], _count: true }).toSuiteQL({ format: true });
    expect(counted.text.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'SELECT',
      'COUNT(*)',
      'FROM',
      'WHERE',
      'GROUP',
      'ORDER',
    ]);
  });
});
