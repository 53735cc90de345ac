import {
  alias,
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  from,
  gt,
  gte,
  inQuery,
  isNotNull,
  max,
  notExists,
  notInQuery,
  type Query,
  scalar,
  sql,
  subquery,
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

describe('subqueries', () => {
  it('stand in FROM like a table, with typed columns, and join', async () => {
    const totals = subquery(
      from(salesorder)
        .groupBy(salesorder.entity)
        .select({ customer: salesorder.entity, orders: count(), last: max(salesorder.trandate) }),
      'totals',
    );
    const query = from(customer)
      .leftJoin(totals, eq(totals.customer, customer.id))
      .where(gte(customer.id, 11))
      .orderBy(customer.id)
      .select({ name: customer.companyname, orders: totals.orders, last: totals.last });

    expectTypeOf(query).toExtend<Query<{ readonly name: string | null; readonly orders: number | null }>>();
    expect(ns.$toSuiteQL(query)).toEqual({
      text:
        "SELECT customer.companyname AS c0, totals.orders AS c1, TO_CHAR(totals.last, 'YYYY-MM-DD') AS c2 FROM customer " +
        'LEFT JOIN (SELECT transaction.entity AS customer, COUNT(*) AS orders, MAX(transaction.trandate) AS last ' +
        'FROM transaction WHERE transaction.type = ? GROUP BY transaction.entity) totals ON totals.customer = customer.id ' +
        'WHERE customer.id >= ? ORDER BY customer.id ASC',
      parameters: ['SalesOrd', 11],
    });
    expect(await ns.$all(query)).toEqual([
      { name: 'Acme_Labs', orders: 1, last: '2026-02-01' },
      { name: "Zoë's", orders: null, last: null },
    ]);
  });

  it('in FROM take names that SuiteQL would misread', async () => {
    const rows = subquery(
      from(customer).select({ order: customer.id, 'a name': customer.companyname }),
      'rows_of_customer',
    );
    const query = from(rows).where(eq(rows.order, 11)).select({ name: rows['a name'] });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT rows_of_customer.c1 AS c0 FROM (SELECT customer.id AS c0, customer.companyname AS c1 FROM customer) rows_of_customer ' +
        'WHERE rows_of_customer.c0 = ?',
    );
    expect(await ns.$all(query)).toEqual([{ name: 'Acme_Labs' }]);
  });

  it('may be text whose columns are declared', async () => {
    const big = subquery(
      sql`SELECT entity, SUM(foreigntotal) AS total FROM transaction GROUP BY entity`.as({
        entity: salesorder.entity,
        total: 'num',
      }),
      'big',
    );
    const query = from(big).where(gt(big.total, 100)).select({ entity: big.entity, total: big.total });

    expect(await ns.$all(query)).toEqual([{ entity: '10', total: 109.5 }]);
    expect(() => subquery(sql`SELECT 1 AS one FROM customer`, 'one')).toThrow('Declare them');
  });

  it('stand in text, too', async () => {
    const ids = subquery(from(customer).where(gt(customer.id, 10)).select({ id: customer.id }), 'ids');
    const query = sql<{ id: string }>`SELECT ${ids.id} AS id FROM ${ids} WHERE ${gt(ids.id, 11)}`;

    expect(ns.$toSuiteQL(query)).toEqual({
      text: 'SELECT ids.id AS id FROM (SELECT customer.id AS id FROM customer WHERE customer.id > ?) ids WHERE ids.id > ?',
      parameters: [10, 11],
    });
    expect(await ns.$all(query)).toEqual([{ id: '12' }]);
  });

  it('give one value, of their own row when they are correlated', async () => {
    const last = scalar(
      from(salesorder)
        .correlate(customer)
        .where(eq(salesorder.entity, customer.id))
        .select({ date: max(salesorder.trandate) }),
    );
    const query = from(customer).orderBy(desc(last), customer.id).select({ id: customer.id, last });

    expectTypeOf(query).toExtend<Query<{ readonly last: string | null }>>();
    expect(ns.$toSuiteQL(query).text).toBe(
      "SELECT customer.id AS c0, TO_CHAR((SELECT MAX(transaction.trandate) FROM transaction WHERE transaction.type = ? AND transaction.entity = customer.id), 'YYYY-MM-DD') AS c1 " +
        'FROM customer ORDER BY (SELECT MAX(transaction.trandate) FROM transaction WHERE transaction.type = ? AND transaction.entity = customer.id) DESC, customer.id ASC',
    );
    expect(await ns.$all(query)).toEqual([
      { id: '12', last: null },
      { id: '10', last: '2026-02-01' },
      { id: '11', last: '2026-02-01' },
    ]);
  });

  const ofCustomer = from(salesorder).correlate(customer).where(eq(salesorder.entity, customer.id));
  const entities = from(salesorder).where(isNotNull(salesorder.entity)).select({ entity: salesorder.entity });
  const last = from(salesorder).select({ entity: max(salesorder.entity) });
  it.each([
    [
      'exists',
      exists(ofCustomer),
      'EXISTS (SELECT 1 FROM transaction WHERE transaction.type = ? AND transaction.entity = customer.id)',
      ['10', '11'],
    ],
    [
      'notExists with a condition of its own',
      notExists(ofCustomer.where(gt(salesorder.foreigntotal, 1))),
      'NOT EXISTS (SELECT 1 FROM transaction WHERE transaction.type = ? AND transaction.entity = customer.id AND transaction.foreigntotal > ?)',
      ['11', '12'],
    ],
    [
      'inQuery',
      inQuery(customer.id, entities),
      'customer.id IN (SELECT transaction.entity FROM transaction WHERE transaction.type = ? AND transaction.entity IS NOT NULL)',
      ['10', '11'],
    ],
    [
      'notInQuery',
      notInQuery(customer.id, entities),
      'customer.id NOT IN (SELECT transaction.entity FROM transaction WHERE transaction.type = ? AND transaction.entity IS NOT NULL)',
      ['12'],
    ],
    [
      'a comparison with a scalar',
      eq(customer.id, scalar(last)),
      'customer.id = (SELECT MAX(transaction.entity) FROM transaction WHERE transaction.type = ?)',
      ['11'],
    ],
  ])('filter: %s', async (_name, condition, text, ids) => {
    const query = from(customer).where(condition).orderBy(asc(customer.id)).select({ id: customer.id });

    expect(ns.$toSuiteQL(query).text).toContain(` WHERE ${text} ORDER BY`);
    expect((await ns.$all(query)).map(({ id }) => id)).toEqual(ids);
  });

  it('nest, each reading the tables around it', async () => {
    const boss = alias(employee, 'boss');
    const query = from(boss)
      .where(
        exists(
          from(employee)
            .correlate(boss)
            .where(
              and(
                eq(employee.supervisor, boss.id),
                exists(from(customer).correlate(employee).where(eq(customer.salesrep, employee.id))),
              ),
            ),
        ),
      )
      .select({ name: boss.entityid });

    expect(await ns.$all(query)).toEqual([{ name: 'Ada' }]);
  });

  it('refuse what cannot be one value, or a table that is there already', () => {
    const two = from(customer).select({ id: customer.id, rep: customer.salesrep });

    expect(() => scalar(two)).toThrow('scalar() takes a query of one column; this one selects 2: id, rep.');
    expect(() => from(customer).correlate(customer)).toThrow("'customer' is in the query already");
    expect(() => subquery(two, 'select')).toThrow("'select' cannot be an alias: it is a reserved word.");
  });
});
