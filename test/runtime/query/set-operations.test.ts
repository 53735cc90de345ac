import {
  count,
  desc,
  eq,
  fn,
  from,
  gt,
  inQuery,
  intersect,
  minus,
  type Query,
  subquery,
  union,
  unionAll,
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

const customers = from(customer).select({
  kind: value('customer'),
  id: fnText(customer.id),
  name: customer.companyname,
});
const employees = from(employee).select({
  name: employee.entityid,
  kind: value('employee'),
  id: fnText(employee.id),
});

/** The id as a plain text: ids of different records do not mix. */
function fnText<S extends string>(id: Parameters<typeof fn.convert.toChar<string, S, S>>[0]) {
  return fn.convert.toChar(id);
}

describe('set operations', () => {
  it('unionAll keeps the rows of all queries, columns matched by name, sorted and cut as a whole', async () => {
    const query = unionAll(customers, employees).orderBy({ kind: 'desc' }, 'name').offset(1).take(3);

    expectTypeOf(query).toExtend<Query<{ readonly kind: string; readonly name: string | null }>>();
    expect(ns.$toSuiteQL(query)).toEqual({
      text:
        'SELECT ? AS c0, TO_CHAR(customer.id) AS c1, customer.companyname AS c2 FROM customer ' +
        'UNION ALL SELECT ? AS c0, TO_CHAR(employee.id) AS c1, employee.entityid AS c2 FROM employee ' +
        'ORDER BY c0 DESC, c2 ASC OFFSET 1 ROWS FETCH NEXT 3 ROWS ONLY',
      parameters: ['customer', 'employee'],
    });
    expect(await ns.$all(query)).toEqual([
      { kind: 'employee', id: '2', name: 'Bo' },
      { kind: 'customer', id: '10', name: 'Acme 100%' },
      { kind: 'customer', id: '11', name: 'Acme_Labs' },
    ]);
  });

  const all = from(customer).select({ id: customer.id });
  const ordering = from(salesorder).select({ id: salesorder.entity });
  it.each([
    ['union', union(all, ordering), 'UNION', ['10', '11', '12']],
    ['unionAll', unionAll(all, ordering), 'UNION ALL', ['10', '10', '10', '11', '11', '12']],
    ['intersect', intersect(all, ordering), 'INTERSECT', ['10', '11']],
    ['minus', minus(all, ordering), 'MINUS', ['12']],
  ])('%s', async (_name, query, operator, ids) => {
    const sorted = query.orderBy('id');

    expect(ns.$toSuiteQL(sorted).text).toBe(
      `SELECT customer.id AS c0 FROM customer ${operator} SELECT transaction.entity AS c0 FROM transaction WHERE transaction.type = ? ORDER BY c0 ASC`,
    );
    expect((await ns.$all(sorted)).map(({ id }) => id)).toEqual(ids);
  });

  it('go from left to right, and by parentheses where they are told so', async () => {
    const ten = from(customer).where(eq(customer.id, 10)).select({ id: customer.id });
    const left = minus(union(all, ten), ten).orderBy('id');
    const right = union(ten, minus(all, ten)).orderBy('id');

    expect(ns.$toSuiteQL(left).text).not.toContain('(');
    expect((await ns.$all(left)).map(({ id }) => id)).toEqual(['11', '12']);
    expect(ns.$toSuiteQL(right).text).toContain(' UNION (SELECT');
    expect((await ns.$all(right)).map(({ id }) => id)).toEqual(['10', '11', '12']);
  });

  it('keep the order and limit of a part, and dates', async () => {
    const last = from(salesorder)
      .orderBy(salesorder.id)
      .take(1)
      .select({ id: salesorder.id, day: salesorder.trandate });
    const query = unionAll(
      last,
      from(salesorder).where(gt(salesorder.id, 101)).select({ day: salesorder.trandate, id: salesorder.id }),
    );

    expect(await ns.$all(query.orderBy('id'))).toEqual([
      { id: '100', day: '2026-01-01' },
      { id: '102', day: '2026-02-01' },
    ]);
    expect(ns.$toSuiteQL(query).text).toMatch(/^\(SELECT .* FETCH FIRST 1 ROWS ONLY\) UNION ALL SELECT/);
  });

  it('stand in FROM and in IN', async () => {
    const ids = union(all, ordering);
    const both = subquery(ids, 'both_kinds');
    const query = from(both).select({ all: count() });

    expect(ns.$toSuiteQL(query).text).toMatch(/FROM \(SELECT customer\.id AS id FROM customer UNION SELECT /);
    expect(await ns.$all(query)).toEqual([{ all: 3 }]);
    const inside = from(customer).where(inQuery(customer.id, ids)).select({ all: count() });
    expect(await ns.$all(inside)).toEqual([{ all: 3 }]);
  });

  it('come whole over many pages, sorted so that no row falls between them', async () => {
    const pairs = from(customer)
      .crossJoin(salesorder)
      .crossJoin(employee)
      .select({ customer: customer.id, order: salesorder.id });
    const many = unionAll(pairs, ...(Array.from({ length: 69 }, () => pairs) as [typeof pairs])).orderBy(
      'order',
    );
    const rows = await ns.$all(many);

    expect(rows).toHaveLength(70 * 18);
    expect(rows.filter(({ customer: id, order }) => id === '11' && order === '101')).toHaveLength(140);
  });

  it.each<[string, unknown]>([
    ['a sort key of one query', desc(customer.id)],
    ['a column', customer.id],
    ['a date', new Date()],
    ['a map', new Map([['id', 'desc']])],
    ['an array', ['id']],
    ['null', null],
    ['undefined', undefined],
  ])('are not sorted by %s', (_title, key) => {
    expect(() => unionAll(customers, employees).orderBy(key as never)).toThrow(
      / is not a sort key of several queries as one. Give the name of a column/,
    );
  });

  it('are refused for rows that differ', () => {
    const other = from(employee).select({ id: fnText(employee.id), label: employee.entityid });
    // @ts-expect-error: 'label' is not 'name', and 'kind' is missing
    expect(() => unionAll(customers, other)).toThrow(
      'UNION ALL: one query selects kind, id, name; the other id, label.',
    );
    const day = from(salesorder).select({ id: salesorder.trandate });
    expect(() => union(all, day)).toThrow("UNION: 'id' is id in one query and date in another.");
    const number = from(salesorder).select({ id: salesorder.foreigntotal });
    // @ts-expect-error: an id and a number
    union(all, number);
    // @ts-expect-error: no such column
    expect(() => union(all, ordering).orderBy('name')).toThrow(
      "orderBy: there is no column 'name'. Use one of: id.",
    );
  });
});
