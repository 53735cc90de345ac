import {
  add,
  alias,
  and,
  type Condition,
  caseWhen,
  eq,
  exists,
  from,
  not,
  or,
  type Query,
  subquery,
  unionAll,
} from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, openStore, type Store, type StoreClient } from '../model/store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const t0 = alias(customer, 't0');
const many = 100_000;
const conditions = (count: number) => Array.from({ length: count }, (_, index) => eq(t0.id, index));
const select = (condition: Condition<'t0'>) => from(t0).where(condition).orderBy(t0.id).select({ id: t0.id });
const start = 'SELECT t0.id AS c0 FROM customer t0 WHERE ';
const repeated = (operator: string, count: number) =>
  `${start}${Array.from({ length: count }, () => 't0.id = ?').join(` ${operator} `)} ORDER BY t0.id ASC`;
const tooDeep = /nests more than 500 levels deep/;

describe('conditions of one AND or OR are one list in the text, however they were put together:', () => {
  it.each([
    ['folded by reduce', (list: Condition<'t0'>[]) => list.reduce((all, each) => or(all, each))],
    ['folded from the right', (list: Condition<'t0'>[]) => list.reduceRight((all, each) => or(each, all))],
    ['given as arguments', (list: Condition<'t0'>[]) => or(...list)],
    [
      'folded onto nothing',
      (list: Condition<'t0'>[]) => list.reduce((all, each) => or(all, each), or<'t0'>()),
    ],
    [
      'folded in halves',
      (list: Condition<'t0'>[]) => or(or(...list.slice(0, 50)), or(and(or(...list.slice(50))))),
    ],
  ])('OR %s', async (_title, fold) => {
    const query = select(fold(conditions(150)));
    expect(ns.$toSuiteQL(query).text).toBe(repeated('OR', 150));
    expect(await ns.$all(query)).toEqual([{ id: '10' }, { id: '11' }, { id: '12' }]);
  });

  it('AND within OR keeps its parentheses, and OR within AND', async () => {
    const [a, b, c] = [eq(t0.id, 10), eq(t0.id, 11), eq(t0.companyname, 'Beta')];
    const query = select(or(a, or(and(b, and(c, not(and(a, b)))))));
    expect(ns.$toSuiteQL(query).text).toBe(
      `${start}t0.id = ? OR (t0.id = ? AND t0.companyname = ? AND (NOT (t0.id = ? AND t0.id = ?))) ORDER BY t0.id ASC`,
    );
    expect(await ns.$all(query)).toEqual([{ id: '10' }, { id: '11' }]);
    expect(ns.$toSuiteQL(select(and(c, and(or(a, b))))).text).toBe(
      `${start}t0.companyname = ? AND (t0.id = ? OR t0.id = ?) ORDER BY t0.id ASC`,
    );
  });

  it('100,000 of them, from the builder', () => {
    const list = conditions(many);
    expect(ns.$toSuiteQL(select(list.reduce((all, each) => or(all, each)))).text).toBe(repeated('OR', many));
    expect(ns.$toSuiteQL(select(list.reduceRight((all, each) => and(each, all)))).text).toBe(
      repeated('AND', many),
    );
    const chained = list.reduce((query, each) => query.where(each), from(t0));
    expect(ns.$toSuiteQL(chained.orderBy(t0.id).select({ id: t0.id })).text).toBe(repeated('AND', many));
    const { text } = ns.$toSuiteQL(
      from(t0)
        .groupBy(t0.id)
        .having(list.reduce((all, each) => or(all, each)))
        .select({ id: t0.id }),
    );
    expect(text.match(/ OR /g)).toHaveLength(many - 1);
  }, 120_000);

  it('100,000 of them, from a model', async () => {
    const ids = Array.from({ length: many }, (_, id) => ({ id }));
    const found = (where: object) =>
      ns.customer.findMany({ where: where as never, select: { id: true } }).toSuiteQL();
    expect((await found({ OR: ids })).text).toBe(repeated('OR', many));
    expect((await found({ AND: ids })).text).toBe(repeated('AND', many));
    const folded = ids.map(({ id }) => eq(customer.id, id)).reduce((all, each) => or(all, each));
    expect((await found({ AND: [folded] })).text).toBe(repeated('OR', many));
    expect((await found({ id: { in: ids.map(({ id }) => id) } })).parameters).toHaveLength(many);
  }, 120_000);
});

describe('what nests too deep is a TypeError that says so:', () => {
  const nested = <Value>(first: Value, deeper: (value: Value) => Value, levels = many): Value => {
    let value = first;
    for (let level = 0; level < levels; level++) value = deeper(value);
    return value;
  };
  const x = eq(t0.id, 10);

  it.each<[string, () => Query<unknown>]>([
    ['not', () => select(nested(x, not))],
    ['AND and OR by turns', () => select(nested(x, (inner) => and(x, or(x, inner))))],
    [
      'a sum',
      () =>
        from(t0).select({
          sum: nested<ReturnType<typeof add>>(
            add(t0.id as never, 1),
            (sum) => add(sum as never, 1) as never,
          ) as never,
        }),
    ],
    [
      'CASE',
      () => select(nested<Condition<'t0'>>(x, (inner) => eq(caseWhen(inner, t0.id).else(t0.parent), 1))),
    ],
    [
      'subqueries in a condition',
      () => select(nested<Condition<'t0'>>(x, (inner) => exists(from(t0).where(inner)), 5_000)),
    ],
    [
      'subqueries in FROM',
      () =>
        nested<Query<{ id: string }>>(
          select(x),
          (inner) => {
            const s = subquery(inner, 's');
            return from(s).select({ id: s.id });
          },
          5_000,
        ),
    ],
    [
      'set operations',
      () => nested<Query<{ id: string }>>(select(x), (inner) => unionAll(inner, select(x)) as never, 5_000),
    ],
  ])(
    '%s',
    (_title, query) => {
      expect(() => ns.$toSuiteQL(query())).toThrow(TypeError);
      expect(() => ns.$toSuiteQL(query())).toThrow(tooDeep);
    },
    120_000,
  );

  it('in having, groups and order', () => {
    const deep = nested(x, not);
    expect(() => ns.$toSuiteQL(from(t0).groupBy(t0.id).having(deep).select({ id: t0.id }))).toThrow(tooDeep);
    const value = caseWhen(deep, t0.id);
    expect(() => ns.$toSuiteQL(from(t0).groupBy(value).select({ value }))).toThrow(tooDeep);
    expect(() => ns.$toSuiteQL(from(t0).distinct().orderBy(value).select({ value }))).toThrow(tooDeep);
  });

  it('a selection', () => {
    const selection = nested<object>({ id: t0.id }, (inner) => ({ inner }));
    expect(() => from(t0).select(selection as never)).toThrow(tooDeep);
  });

  const circular: Record<string, unknown> = {};
  circular.NOT = circular;
  it.each<[string, object]>([
    ['NOT', { where: nested<object>({ id: 10 }, (NOT) => ({ NOT })) }],
    ['AND', { where: nested<object>({ id: 10 }, (inner) => ({ AND: [inner] })) }],
    ['a relation', { where: nested<object>({ id: 10 }, (parent) => ({ parent })) }],
    ['a circle', { where: circular }],
    ['a condition of the builder', { where: { AND: [nested(eq(customer.id, 10), not)] } }],
    ['fields', { select: nested<object>({ id: true }, (select) => ({ parent: { select } })) }],
    ['sort keys', { orderBy: nested<object>({ id: 'asc' }, (parent) => ({ parent })) }],
  ])('in the arguments of a model, by %s', async (_title, given) => {
    const requests = await store.requestsOf(async () => {
      const call = ns.customer.findMany(given as never);
      await expect(call).rejects.toThrow(TypeError);
      await expect(call).rejects.toThrow(tooDeep);
    });
    expect(requests).toBe(0);
  });

  it('and what does not is taken', async () => {
    const query = select(nested(x, not, 400));
    expect(await ns.$all(select(nested(x, not, 20)))).toEqual([{ id: '10' }]);
    expect(ns.$toSuiteQL(query).text.match(/NOT/g)).toHaveLength(400);
    const { text } = await ns.customer
      .findMany({ where: nested<object>({ id: 10 }, (NOT) => ({ NOT }), 400) as never })
      .toSuiteQL();
    expect(text.match(/NOT/g)).toHaveLength(400);
  });
});
