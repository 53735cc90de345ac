import { alias, and, type Condition, contains, eq, from, gte, lt, not, or } from '@suitewright/runtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, openStore, type Store, type StoreClient } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const t0 = alias(customer, 't0');
const byBuilder = (condition: Condition<'t0'> | undefined) =>
  from(t0).where(condition).orderBy(t0.id).select({ id: t0.id });
const byModel = (where: object | undefined) =>
  ns.customer.findMany({ where: where as never, select: { id: true } });
const statement = (conditions: string, parameters: readonly unknown[] = []) => ({
  text: `SELECT t0.id AS c0 FROM customer t0${conditions === '' ? '' : ` WHERE ${conditions}`} ORDER BY t0.id ASC`,
  parameters,
});
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const [x, y] = [eq(t0.id, 11), eq(t0.id, 12)];
const [X, Y] = [{ id: 11 }, { id: 12 }];
const every = ['10', '11', '12'];

describe('what is undefined in a filter is left out, by models and builder alike:', () => {
  it.each([
    ['a condition', undefined, { id: undefined }, '', [], every],
    ['all of a group', and(undefined), { AND: [{ id: undefined }] }, '', [], every],
    ['a group of none', and(), { AND: [] }, '', [], every],
    ['a part of a group', and(undefined, x), { AND: [undefined, X] }, 't0.id = ?', [11], ['11']],
    ['a branch of OR', or(undefined, x), { OR: [undefined, X] }, 't0.id = ?', [11], ['11']],
    ['a branch that is empty', or(and(), x), { OR: [{}, X] }, 't0.id = ?', [11], ['11']],
    [
      'a branch of three',
      or(x, undefined, y),
      { OR: [X, {}, Y] },
      't0.id = ? OR t0.id = ?',
      [11, 12],
      ['11', '12'],
    ],
    ['what is negated', not(and(undefined)), { NOT: { email: { contains: undefined } } }, '', [], every],
    ['what is negated twice', not(not(undefined)), { NOT: { NOT: {} } }, '', [], every],
    ['a negated branch', or(not(and()), x), { OR: [{ NOT: {} }, X] }, 't0.id = ?', [11], ['11']],
    [
      'a condition beside another',
      and(or(x, y), undefined),
      { OR: [X, Y], id: undefined },
      't0.id = ? OR t0.id = ?',
      [11, 12],
      ['11', '12'],
    ],
    [
      'groups around one condition',
      and(or(and(x, undefined))),
      { AND: [{ OR: [{ AND: [X, {}] }] }] },
      't0.id = ?',
      [11],
      ['11'],
    ],
  ] as const)('%s', async (_title, condition, where, text, parameters, ids) => {
    expect(ns.$toSuiteQL(byBuilder(condition))).toEqual(statement(text, parameters));
    expect(await byModel(where).toSuiteQL()).toEqual(statement(text, parameters));
    expect(idsOf(await ns.$all(byBuilder(condition)))).toEqual(ids);
    expect(idsOf(await byModel(where))).toEqual(ids);
  });

  it.each([
    ['no branch', or(), { OR: [] }],
    ['an undefined branch', or(undefined), { OR: [undefined] }],
    ['an empty branch', or(and(undefined)), { OR: [{}] }],
    [
      'a branch with nothing left',
      or(and(), undefined),
      { OR: [{ email: { contains: undefined } }, { AND: [] }] },
    ],
    ['another such OR', or(or(), or(undefined)), { OR: [{ OR: [] }, { OR: [undefined] }] }],
  ] as const)('OR with %s matches no row, and its contrary every row', async (_title, condition, where) => {
    expect(ns.$toSuiteQL(byBuilder(condition))).toEqual(statement('1 = 0'));
    expect(await byModel(where).toSuiteQL()).toEqual(statement('1 = 0'));
    expect(await ns.$all(byBuilder(condition))).toEqual([]);
    expect(await byModel(where)).toEqual([]);
    expect(await byModel({ NOT: where }).toSuiteQL()).toEqual(statement('NOT (1 = 0)'));
    expect(idsOf(await byModel({ NOT: where }))).toEqual(every);
    expect(idsOf(await ns.$all(byBuilder(not(condition))))).toEqual(every);
  });

  it('OR: undefined is no OR', async () => {
    expect(idsOf(await byModel({ OR: undefined, AND: undefined, NOT: undefined }))).toEqual(every);
  });

  it('a relation asked for with nothing still has to be there, and a condition that is always true still is one', async () => {
    const some = await ns.customer.findMany({ where: { children: { some: {} } }, select: { id: true } });
    expect(idsOf(some)).toEqual(['10']);
    expect(idsOf(await byModel({ children: { some: { id: undefined } } }))).toEqual(['10']);
    expect(await ns.item.count({ where: { NOT: { subsidiary: { all: [] } } } })).toBe(0);
    expect(await ns.item.count({ where: { OR: [{ subsidiary: { all: [] } }, { id: 1 }] } })).toBe(3);
    expect(await byModel({ NOT: { id: { notIn: [] } } })).toEqual([]);
  });

  it('conditions of the builder within those of a model', async () => {
    const rows = await ns.customer.findMany({
      where: { OR: [and<'customer'>(undefined), eq(customer.id, 11)], NOT: and<'customer'>() },
      select: { id: true },
    });
    expect(idsOf(rows)).toEqual(['11']);
    expect(await ns.customer.count({ where: { OR: [or<'customer'>(undefined)] } })).toBe(0);
  });

  it('in having, on, and the default filter of a model', async () => {
    const groups = from(t0)
      .leftJoin(alias(customer, 'parent'), and(undefined))
      .where(x)
      .groupBy(t0.id)
      .having(or<'t0'>(undefined, and(undefined), x))
      .select({ id: t0.id });
    expect(ns.$toSuiteQL(groups).text).toBe(
      'SELECT t0.id AS c0 FROM customer t0 LEFT JOIN customer parent ON 1 = 1 WHERE t0.id = ? GROUP BY t0.id HAVING t0.id = ?',
    );
    expect(await ns.$all(groups)).toEqual([{ id: '11' }]);
    expect(
      await ns.customer.groupBy({ by: ['id'], _count: true, having: { _count: { gt: undefined } } as never }),
    ).toHaveLength(3);
  });

  type Tree =
    | { readonly from: number }
    | { readonly below: number }
    | { readonly and: readonly (Tree | undefined)[] }
    | { readonly or: readonly (Tree | undefined)[] }
    | { readonly not: Tree | undefined };

  const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
    const branches = fc.array(fc.option(tie('tree'), { nil: undefined, freq: 3 }), { maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.integer({ min: 9, max: 13 }).map((from) => ({ from })),
        fc.integer({ min: 9, max: 13 }).map((below) => ({ below })),
        branches.map((and) => ({ and })),
        branches.map((or) => ({ or })),
        fc.option(tie('tree'), { nil: undefined }).map((not) => ({ not })),
      ),
    };
  });

  const whereOf = (of: Tree | undefined): object | undefined => {
    if (of === undefined) return undefined;
    if ('from' in of) return { id: { gte: of.from } };
    if ('below' in of) return { id: { lt: of.below } };
    if ('and' in of) return { AND: of.and.map(whereOf) };
    return 'or' in of ? { OR: of.or.map(whereOf) } : { NOT: whereOf(of.not) };
  };
  const conditionOf = (of: Tree | undefined): Condition<'t0'> | undefined => {
    if (of === undefined) return undefined;
    if ('from' in of) return gte(t0.id, of.from);
    if ('below' in of) return lt(t0.id, of.below);
    if ('and' in of) return and(...of.and.map(conditionOf));
    return 'or' in of ? or(...of.or.map(conditionOf)) : not(conditionOf(of.not));
  };
  /** Undefined: nothing is asked. */
  const holds = (of: Tree | undefined, id: number): boolean | undefined => {
    if (of === undefined) return undefined;
    if ('from' in of) return id >= of.from;
    if ('below' in of) return id < of.below;
    if ('not' in of) {
      const inner = holds(of.not, id);
      return inner === undefined ? undefined : !inner;
    }
    const asked = ('and' in of ? of.and : of.or)
      .map((each) => holds(each, id))
      .filter((each) => each !== undefined);
    if ('or' in of) return asked.includes(true);
    return asked.length === 0 ? undefined : !asked.includes(false);
  };

  it('in any tree of AND, OR and NOT, as a plain evaluation leaves it out', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (of) => {
        const condition = conditionOf(of);
        const model = byModel(whereOf(of));
        expect(await model.toSuiteQL()).toEqual(ns.$toSuiteQL(byBuilder(condition)));
        expect(idsOf(await model)).toEqual([10, 11, 12].filter((id) => holds(of, id) !== false).map(String));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('undefined as a value is refused:', () => {
  it.each([
    ['in', { id: { in: [undefined] } }, 'where.id.in.0 of customer: Cannot compare with undefined'],
    [
      'a hole of in',
      { id: { in: new Array(1) } },
      'where.id.in.0 of customer: Cannot compare with undefined',
    ],
    [
      'between',
      { id: { between: [1, undefined] } },
      'where.id.between of customer: Cannot compare with undefined',
    ],
  ])('%s', async (_title, where, message) => {
    await expect(byModel(where)).rejects.toThrow(message);
  });

  it('operands of the builder', () => {
    const nothing = undefined as never;
    expect(() => eq(customer.id, nothing)).toThrow(TypeError);
    expect(() => eq(customer.id, nothing)).toThrow('customer.id: Cannot compare with undefined');
    expect(() => contains(customer.email, nothing)).toThrow('undefined is not a text to look for');
    expect(() => or(false as never)).toThrow('or(): argument 1: false is not a condition');
    expect(() => and(x, null as never)).toThrow('and(): argument 2: null is not a condition');
    expect(() => not(customer.isinactive as never)).toThrow('not(): an object is not a condition');
    expect(() => from(customer).where('id = 1' as never)).toThrow("where(): 'id = 1' is not a condition");
    expect(() => from(customer).innerJoin(t0, nothing)).toThrow('innerJoin(): the condition is undefined');
  });
});

describe("with undefinedInFilters: 'refuse'", () => {
  let strict: Store;
  beforeAll(async () => {
    strict = await openStore(undefined, { undefinedInFilters: 'refuse' });
  });
  afterAll(() => strict[Symbol.asyncDispose]());

  it.each([
    ['where', { where: undefined }, 'where of customer is undefined'],
    ['a condition', { where: { id: undefined } }, 'where.id of customer is undefined'],
    [
      'a filter',
      { where: { email: { contains: undefined } } },
      'where.email.contains of customer is undefined',
    ],
    ['a branch', { where: { OR: [{ id: 1 }, undefined] } }, 'where.OR.1 of customer is undefined'],
    [
      'a relation',
      { where: { children: { some: { id: undefined } } } },
      'where.children.some.id of customer is undefined',
    ],
    [
      'a list',
      { select: { children: { where: { id: undefined } } } },
      'select.children.where.id of customer is undefined',
    ],
    [
      'a count',
      { include: { _count: { children: { where: { id: undefined } } } } },
      'include._count.children.where.id of customer is undefined',
    ],
    ['an operand', { where: { id: { in: [1, undefined] } } }, 'where.id.in.1 of customer is undefined'],
    [
      'a condition of the builder',
      { where: { AND: [or(undefined, x)] } },
      'where.AND.0 of customer: or(): argument 1 is undefined',
    ],
  ])('a call names where %s is undefined, and sends nothing', async (_title, given, message) => {
    const requests = await strict.requestsOf(async () => {
      const call = strict.ns.customer.findMany(given as never);
      await expect(call).rejects.toThrow(TypeError);
      await expect(call).rejects.toThrow(message);
      await expect(call).rejects.toThrow("undefinedInFilters is 'refuse'");
    });
    expect(requests).toBe(0);
  });

  it.each([
    ['and(): argument 2', from(t0).where(and(x, undefined))],
    ['or(): argument 1', from(t0).where(and(x, not(or(or(undefined, y), x))))],
    ['not()', from(t0).where(and(x, not(undefined)))],
    ['and(): argument 1', from(t0).where(or(and(undefined), x))],
    ['where()', from(t0).where(undefined)],
    ['having()', from(t0).groupBy(t0.id).having(undefined)],
  ])('a query of the builder names %s', async (place, query) => {
    const complete = query.select({ id: t0.id });
    expect(() => strict.ns.$toSuiteQL(complete)).toThrow(`$toSuiteQL: ${place} is undefined`);
    expect(await strict.requestsOf(() => expect(strict.ns.$all(complete)).rejects.toThrow(TypeError))).toBe(
      0,
    );
    expect(ns.$toSuiteQL(complete).text).toContain('FROM customer t0');
  });

  it('arguments beside the filter may be undefined, and filters without it are as ever', async () => {
    const rows = strict.ns.customer.findMany({
      where: { OR: [{ id: 11 }, { email: null }] },
      select: { id: true },
      ...({ take: undefined, orderBy: { id: undefined } } as object),
    });
    expect(idsOf(await rows)).toEqual(['11']);
    expect(
      await strict.ns.customer.groupBy({ by: ['id'], _count: true, having: { _count: 1 } }),
    ).toHaveLength(3);
  });

  it('a setting that does not exist is refused', async () => {
    const setting = { undefinedInFilters: 'reject' as never };
    await expect(openStore(undefined, setting)).rejects.toThrow(
      "undefinedInFilters: 'reject' is not a setting. Give 'ignore' or 'refuse'.",
    );
  });
});
