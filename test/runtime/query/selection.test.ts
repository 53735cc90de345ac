import {
  add,
  alias,
  avg,
  caseWhen,
  coalesce,
  count,
  countDistinct,
  desc,
  eq,
  fn,
  from,
  gt,
  isNull,
  max,
  not,
  over,
  type Query,
  type RowOf,
  sql,
  startsWith,
  sum,
  upper,
  value,
} from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('select', () => {
  it('takes a whole table', async () => {
    const query = from(employee)
      .where(eq(employee.id, 2))
      .select({ ...employee });

    expect(await ns.$all(query)).toEqual([{ id: '2', entityid: 'Bo', lastname: "O'Hara", supervisor: '1' }]);
    expectTypeOf<keyof RowOf<typeof query>>().toEqualTypeOf<'id' | 'entityid' | 'lastname' | 'supervisor'>();
  });

  it('nests objects as it is told, to any depth', async () => {
    const boss = alias(employee, 'boss');
    const query = from(employee)
      .leftJoin(boss, eq(employee.supervisor, boss.id))
      .orderBy(employee.id)
      .select({ name: employee.entityid, boss: { id: boss.id, names: { last: boss.lastname } } });

    const rows = await ns.$all(query);
    expectTypeOf(rows).items.toEqualTypeOf<{
      readonly name: string | null;
      readonly boss: {
        readonly id: RowOf<typeof query>['boss']['id'];
        readonly names: { readonly last: string | null };
      };
    }>();
    expect(rows).toEqual([
      { name: 'Ada', boss: { id: null, names: { last: null } } },
      { name: 'Bo', boss: { id: '1', names: { last: 'Ek' } } },
    ]);
  });

  it('knows what an outer join leaves null, and what never is', async () => {
    const query = from(customer)
      .leftJoin(employee, eq(customer.salesrep, employee.id))
      .groupBy(customer.id, employee.id, employee.entityid)
      .orderBy(customer.id)
      .select({
        customer: customer.id,
        rep: employee.id,
        name: coalesce(employee.entityid, 'nobody'),
        upper: upper(employee.entityid),
        reps: count(employee.id),
        word: value('x'),
      });

    expectTypeOf(query).toExtend<
      Query<{ readonly name: string; readonly reps: number; readonly word: string }>
    >();
    expectTypeOf<null>().toExtend<RowOf<typeof query>['rep']>();
    expectTypeOf<null>().toExtend<RowOf<typeof query>['upper']>();
    expectTypeOf<null>().not.toExtend<RowOf<typeof query>['customer']>();
    expect((await ns.$all(query)).at(-1)).toEqual({
      customer: '12',
      rep: null,
      name: 'nobody',
      upper: null,
      reps: 0,
      word: 'x',
    });
  });

  it('removes equal rows', async () => {
    const query = from(salesorder)
      .distinct()
      .orderBy(salesorder.trandate)
      .select({ date: salesorder.trandate });

    expect(ns.$toSuiteQL(query).text).toBe(
      "SELECT DISTINCT TO_CHAR(transaction.trandate, 'YYYY-MM-DD') AS c0 FROM transaction WHERE transaction.type = ? ORDER BY c0 ASC",
    );
    expect(await ns.$all(query)).toEqual([{ date: '2026-01-01' }, { date: '2026-02-01' }]);
  });

  it('sorts distinct rows by what they have only', () => {
    const distinct = from(salesorder).distinct().orderBy(salesorder.id);
    expect(() => distinct.select({ date: salesorder.trandate })).toThrow(
      'orderBy sorts by transaction.id, which the distinct query does not select. Select it, too.',
    );
  });

  it('skips and takes rows', async () => {
    const query = from(customer).orderBy(customer.id).offset(1).take(1).select({ id: customer.id });

    expect(ns.$toSuiteQL(query).text).toMatch(/ OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY$/);
    expect(await ns.$all(query)).toEqual([{ id: '11' }]);
  });

  it('groups by an expression with a value in it, written so that both are the same', async () => {
    const kind = caseWhen(startsWith(customer.companyname, 'Acme'), 'acme').else("other's");
    const query = from(customer).groupBy(kind).orderBy(kind).select({ kind, customers: count() });

    const text = "CASE WHEN customer.companyname LIKE 'Acme%' THEN 'acme' ELSE 'other''s' END";
    expect(ns.$toSuiteQL(query)).toEqual({
      text: `SELECT ${text} AS c0, COUNT(*) AS c1 FROM customer GROUP BY ${text} ORDER BY ${text} ASC`,
      parameters: [],
    });
    expect(await ns.$all(query)).toEqual([
      { kind: 'acme', customers: 2 },
      { kind: "other's", customers: 1 },
    ]);
  });

  it('sums up by rollup and cube, with nulls in the rows of the sums', async () => {
    const query = from(salesorder)
      .groupByRollup(salesorder.entity)
      .orderBy(salesorder.entity)
      .select({ customer: salesorder.entity, orders: count() });

    expect(ns.$toSuiteQL(query).text).toContain(' GROUP BY ROLLUP(transaction.entity) ');
    expect(await ns.$all(query)).toEqual([
      { customer: '10', orders: 2 },
      { customer: '11', orders: 1 },
      { customer: null, orders: 3 },
    ]);
    const cube = from(salesorder)
      .groupByCube(salesorder.entity, salesorder.trandate)
      .select({ customer: salesorder.entity, day: salesorder.trandate, orders: count() });
    expect(ns.$toSuiteQL(cube).text).toContain(' GROUP BY CUBE(transaction.entity, transaction.trandate)');
    expect(await ns.$all(cube)).toHaveLength(8);
  });

  it('tells aggregates that look at some rows, and each value once', async () => {
    const query = from(salesorder).select({
      ofTen: sum(salesorder.foreigntotal, { where: eq(salesorder.entity, 10) }),
      days: countDistinct(salesorder.trandate),
      mean: avg(salesorder.foreigntotal, { distinct: true }),
      last: max(salesorder.trandate),
    });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT SUM(CASE WHEN transaction.entity = ? THEN transaction.foreigntotal END) AS c0, COUNT(DISTINCT transaction.trandate) AS c1, ' +
        "AVG(DISTINCT transaction.foreigntotal) AS c2, TO_CHAR(MAX(transaction.trandate), 'YYYY-MM-DD') AS c3 FROM transaction WHERE transaction.type = ?",
    );
    expect(await ns.$all(query)).toEqual([{ ofTen: 10.5, days: 2, mean: 5.4, last: '2026-02-01' }]);
  });

  it('takes an aggregate in SuiteQL text beside what it groups by', async () => {
    const most = sql.aggregate(sql`MAX(${salesorder.foreigntotal}) - MIN(${salesorder.foreigntotal})`, 'num');
    const query = from(salesorder)
      .groupBy(salesorder.entity)
      .having(gt(most, -1))
      .orderBy(desc(most), salesorder.entity)
      .select({
        entity: salesorder.entity,
        orders: fn.aggregate.listagg(salesorder.tranid, ' ', { orderBy: desc(salesorder.id) }),
        days: sql.aggregate(sql`LISTAGG(${salesorder.tranid}, ',')`, 'text'),
        spread: most,
      });

    expect(ns.$toSuiteQL(query).text).toBe(
      "SELECT transaction.entity AS c0, LISTAGG(transaction.tranid, ' ') WITHIN GROUP (ORDER BY transaction.id DESC) AS c1, " +
        "(LISTAGG(transaction.tranid, ',')) AS c2, (MAX(transaction.foreigntotal) - MIN(transaction.foreigntotal)) AS c3 " +
        'FROM transaction WHERE transaction.type = ? GROUP BY transaction.entity ' +
        'HAVING (MAX(transaction.foreigntotal) - MIN(transaction.foreigntotal)) > ? ' +
        'ORDER BY (MAX(transaction.foreigntotal) - MIN(transaction.foreigntotal)) DESC, transaction.entity ASC',
    );
    expect(await ns.$all(query)).toEqual([
      { entity: '10', orders: 'SO3 SO1', days: expect.stringMatching(/^SO[13],SO[13]$/), spread: 0 },
      { entity: '11', orders: 'SO2', days: 'SO2', spread: 0 },
    ]);
    expect(() => from(salesorder).where(gt(most, 1)).select({ id: salesorder.id })).toThrow(
      'where holds an aggregate',
    );
    expect(() => over(most)).toThrow('Write OVER (…) into the text itself.');
  });

  it.each([
    ['select', () => from(customer).select({ name: customer.companyname, all: count() })],
    [
      'a sum with a column in it',
      () => from(salesorder).select({ odd: add(sum(salesorder.foreigntotal), salesorder.foreigntotal) }),
    ],
    [
      'orderBy',
      () => from(customer).groupBy(customer.salesrep).orderBy(customer.id).select({ all: count() }),
    ],
    [
      'having',
      () => from(customer).groupBy(customer.salesrep).having(gt(customer.id, 1)).select({ all: count() }),
    ],
  ])('refuses a column of single rows in a query of groups: %s', (_place, build) => {
    expect(build).toThrow(
      / reads \w+\.\w+ of single rows, but the query is about groups of them\. Add groupBy\(/,
    );
  });

  it('refuses aggregates and window functions where single rows are looked at', () => {
    const isMany = gt(count(), 1);
    expect(() => from(customer).where(isMany).select({ id: customer.id })).toThrow(
      'where holds an aggregate, but looks at single rows. Conditions on groups go into having().',
    );
    expect(() => from(salesorder).leftJoin(customer, isMany).select({ id: salesorder.id })).toThrow(
      'the join of customer holds an aggregate',
    );
    const isFirst = eq(over(fn.window.rowNumber(), { orderBy: customer.id }), 1);
    expect(() => from(customer).where(not(isFirst)).select({ id: customer.id })).toThrow(
      'where holds a window function, whose value is known behind it only. Select it in a subquery(…)',
    );
  });

  it('refuses what it cannot select', () => {
    // @ts-expect-error: names no column
    expect(() => from(customer).select({})).toThrow('select({}) selects nothing. Name at least one column.');
    // @ts-expect-error: a plain value is no expression
    expect(() => from(customer).select({ one: 1 })).toThrow("select: 'one' is a number.");
    // @ts-expect-error: a condition has no value
    expect(() => from(customer).select({ is: { acme: eq(customer.id, 1) } })).toThrow(
      "select: 'is.acme': a condition cannot stand here",
    );
    expect(() => eq(customer.id, eq(customer.id, 1) as never)).toThrow(
      'customer.id: a condition cannot stand here',
    );
  });

  it('formats the text for people to read', () => {
    const query = from(salesorder)
      .innerJoin(customer, eq(salesorder.entity, customer.id))
      .where(isNull(customer.salesrep))
      .where(gt(salesorder.foreigntotal, 5))
      .orderBy(salesorder.id)
      .select({ id: salesorder.id, name: customer.companyname });

    expect(ns.$toSuiteQL(query, { format: true })).toEqual({
      text: [
        'SELECT transaction.id AS c0,',
        '       customer.companyname AS c1',
        'FROM transaction',
        'INNER JOIN customer ON transaction.entity = customer.id',
        'WHERE transaction.type = ?',
        '  AND customer.salesrep IS NULL',
        '  AND transaction.foreigntotal > ?',
        'ORDER BY transaction.id ASC',
      ].join('\n'),
      parameters: ['SalesOrd', 5],
    });
  });
});
