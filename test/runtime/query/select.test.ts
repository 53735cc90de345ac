import {
  alias,
  and,
  asc,
  between,
  contains,
  count,
  countDistinct,
  desc,
  display,
  endsWith,
  eq,
  from,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  not,
  notInArray,
  or,
  sum,
  upper,
} from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('the query builder', () => {
  it('joins, filters, sorts and names the output', async () => {
    const query = from(salesorder)
      .innerJoin(customer, eq(salesorder.entity, customer.id))
      .where(gte(salesorder.trandate, '2026-02-01'))
      .orderBy(asc(salesorder.id))
      .select({ number: salesorder.tranid, date: salesorder.trandate, name: customer.companyname });

    expect(ns.$toSuiteQL(query)).toEqual({
      text:
        "SELECT transaction.tranid AS c0, TO_CHAR(transaction.trandate, 'YYYY-MM-DD') AS c1, customer.companyname AS c2 " +
        'FROM transaction INNER JOIN customer ON transaction.entity = customer.id ' +
        "WHERE transaction.type = ? AND transaction.trandate >= TO_DATE(?, 'YYYY-MM-DD') ORDER BY transaction.id ASC",
      parameters: ['SalesOrd', '2026-02-01'],
    });
    expect(await ns.$all(query)).toEqual([
      { number: 'SO2', date: '2026-02-01', name: 'Acme_Labs' },
      { number: 'SO3', date: '2026-02-01', name: 'Acme 100%' },
    ]);
  });

  it('keeps rows without a partner in a left join, with nulls', async () => {
    const query = from(customer)
      .leftJoin(employee, eq(customer.salesrep, employee.id))
      .orderBy(customer.id)
      .select({ id: customer.id, rep: employee.entityid });

    expect(await ns.$all(query)).toEqual([
      { id: '10', rep: 'Bo' },
      { id: '11', rep: 'Ada' },
      { id: '12', rep: null },
    ]);
  });

  it('joins a table with itself under an alias', async () => {
    const boss = alias(employee, 'boss');
    const query = from(employee)
      .innerJoin(boss, eq(employee.supervisor, boss.id))
      .select({ name: employee.entityid, boss: boss.entityid });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT employee.entityid AS c0, boss.entityid AS c1 FROM employee INNER JOIN employee boss ON employee.supervisor = boss.id',
    );
    expect(await ns.$all(query)).toEqual([{ name: 'Bo', boss: 'Ada' }]);
  });

  it('groups, aggregates and filters groups', async () => {
    const query = from(salesorder)
      .groupBy(salesorder.entity)
      .having(gt(count(), 1))
      .orderBy(desc(count()))
      .select({
        customer: salesorder.entity,
        orders: count(),
        days: countDistinct(salesorder.trandate),
        total: sum(salesorder.foreigntotal),
      });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT transaction.entity AS c0, COUNT(*) AS c1, COUNT(DISTINCT transaction.trandate) AS c2, SUM(transaction.foreigntotal) AS c3 ' +
        'FROM transaction WHERE transaction.type = ? GROUP BY transaction.entity HAVING COUNT(*) > ? ORDER BY COUNT(*) DESC',
    );
    expect(await ns.$all(query)).toEqual([{ customer: '10', orders: 2, days: 2, total: 10.5 }]);
  });

  it.each([
    ['ne', ne(customer.id, 10), ['11', '12']],
    ['between', between(customer.id, 10, 11), ['10', '11']],
    ['inArray', inArray(customer.id, ['10', 12]), ['10', '12']],
    ['inArray of none', inArray(customer.id, []), []],
    ['notInArray of none', notInArray(customer.id, []), ['10', '11', '12']],
    [
      'inArray of 2,500',
      inArray(
        customer.id,
        Array.from({ length: 2500 }, (_, index) => 11 + index),
      ),
      ['11', '12'],
    ],
    [
      'notInArray of 2,500',
      notInArray(
        customer.id,
        Array.from({ length: 2500 }, (_, index) => 11 + index),
      ),
      ['10'],
    ],
    ['isNull', isNull(customer.salesrep), ['12']],
    ['isNotNull', isNotNull(customer.salesrep), ['10', '11']],
    ['contains, with a % that stands for itself', contains(customer.companyname, '0%'), ['10']],
    ['endsWith, with a _ that stands for itself', endsWith(customer.companyname, '_Labs'), ['11']],
    ['a boolean', eq(customer.isinactive, true), ['12']],
    [
      'or within and',
      and(eq(customer.isinactive, false), or(eq(customer.id, 11), eq(customer.id, 12))),
      ['11'],
    ],
    ['not', not(eq(customer.id, 11)), ['10', '12']],
    ['undefined operands', and(undefined, eq(customer.id, 11)), ['11']],
    ['a function of a column', eq(upper(customer.companyname), 'ACME_LABS'), ['11']],
    ['a quote', eq(customer.companyname, "Zoë's"), ['12']],
    ['a local datetime', gte(customer.datecreated, '2026-01-31T09:30:00'), ['10', '11']],
  ])('finds the rows of %s, bound and written as literals', async (_name, condition, ids) => {
    const query = from(customer).where(condition).orderBy(customer.id).select({ id: customer.id });

    expect((await ns.$all(query)).map(({ id }) => id)).toEqual(ids);
    const literal = await shop.client({ parameters: 'literal' }).$all(query);
    expect(literal.map(({ id }) => id)).toEqual(ids);
  });

  it('shows what a reference is called', async () => {
    const query = from(customer)
      .where(eq(customer.id, 10))
      .select({ rep: display(customer.salesrep) });

    expect(await ns.$first(query)).toEqual({ rep: 'Bo' });
  });

  it('leaves a builder as it was when another is made from it', () => {
    const all = from(customer);
    const active = all.where(eq(customer.isinactive, false));

    expect(ns.$toSuiteQL(all.select({ id: customer.id })).text).not.toContain('WHERE');
    expect(ns.$toSuiteQL(active.select({ id: customer.id })).text).toContain('WHERE');
  });

  it('refuses a table that is in the query already', () => {
    expect(() => from(employee).innerJoin(employee, eq(employee.supervisor, employee.id))).toThrow(
      "'employee' is in the query already. Join it under another name: alias(employee, 'other').",
    );
  });

  it('refuses a name from metadata that is no plain name', async () => {
    const { defineTable } = await import('@suitewright/runtime');
    type Hostile = Parameters<typeof from>[0] & Record<string, Parameters<typeof isNull>[0]>;
    const hostile = defineTable<Hostile>('customer', { 'id FROM customer --': 'id' });
    const column = hostile['id FROM customer --'];
    if (column === undefined) throw new Error('the column is missing');

    expect(() => ns.$toSuiteQL(from(hostile).select({ column }))).toThrow('is not a name that SuiteQL takes');
  });
});
