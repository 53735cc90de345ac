import { and, asc, count, eq, from, type Query, subquery } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('joins', () => {
  it('a right join keeps the joined table’s rows, also behind a subtype', async () => {
    const query = from(salesorder)
      .rightJoin(customer, eq(salesorder.entity, customer.id))
      .orderBy(customer.id, salesorder.id)
      .select({ id: customer.id, number: salesorder.tranid });

    expectTypeOf(query).toExtend<Query<{ readonly number: string | null }>>();
    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT customer.id AS c0, transaction.tranid AS c1 FROM transaction ' +
        'RIGHT JOIN customer ON transaction.entity = customer.id AND transaction.type = ? ORDER BY customer.id ASC, transaction.id ASC',
    );
    expect(await ns.$all(query)).toEqual([
      { id: '10', number: 'SO1' },
      { id: '10', number: 'SO3' },
      { id: '11', number: 'SO2' },
      { id: '12', number: null },
    ]);
  });

  it('a right join of a subtype keeps rows of the subtype only', async () => {
    const query = from(customer)
      .rightJoin(salesorder, and(eq(salesorder.entity, customer.id), eq(customer.id, 11)))
      .orderBy(salesorder.id)
      .select({ number: salesorder.tranid, name: customer.companyname });

    expect(ns.$toSuiteQL(query).text).toContain(
      'RIGHT JOIN transaction ON transaction.entity = customer.id AND customer.id = ? WHERE transaction.type = ?',
    );
    expect(await ns.$all(query)).toEqual([
      { number: 'SO1', name: null },
      { number: 'SO2', name: 'Acme_Labs' },
      { number: 'SO3', name: null },
    ]);
  });

  it('a full join keeps the rows of both sides', async () => {
    const query = from(employee)
      .fullJoin(customer, and(eq(customer.salesrep, employee.id), eq(customer.id, 11)))
      .orderBy(asc(employee.id), customer.id)
      .select({ employee: employee.id, customer: customer.id });

    expect(ns.$toSuiteQL(query).text).toContain(
      'FROM employee FULL JOIN customer ON customer.salesrep = employee.id AND customer.id = ?',
    );
    expect(await ns.$all(query)).toEqual([
      { employee: '1', customer: '11' },
      { employee: '2', customer: null },
      { employee: null, customer: '10' },
      { employee: null, customer: '12' },
    ]);
  });

  it('a full join takes a subtype as a subquery only', async () => {
    expect(() => from(salesorder).fullJoin(customer, eq(salesorder.entity, customer.id))).toThrow(
      'fullJoin with customer: one side is a subtype, a part of its table. Put it into a subquery first',
    );
    const orders = subquery(
      from(salesorder).select({ id: salesorder.id, entity: salesorder.entity }),
      'orders',
    );
    const query = from(orders)
      .fullJoin(customer, eq(orders.entity, customer.id))
      .orderBy(customer.id, orders.id)
      .select({ order: orders.id, customer: customer.id });

    expect((await ns.$all(query)).at(-1)).toEqual({ order: null, customer: '12' });
  });

  it('a cross join puts every row beside every row, of a subtype its own only', async () => {
    const query = from(employee).crossJoin(salesorder).select({ pairs: count() });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT COUNT(*) AS c0 FROM employee CROSS JOIN transaction WHERE transaction.type = ?',
    );
    expect(await ns.$all(query)).toEqual([{ pairs: 6 }]);
  });
});
