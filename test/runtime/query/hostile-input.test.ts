import * as runtime from '@suitewright/runtime';
import {
  asc,
  type CaseOf,
  caseOf,
  caseWhen,
  count,
  eq,
  fn,
  from,
  over,
  type Query,
  sql,
  union,
} from '@suitewright/runtime';
import { afterAll, describe, expect, it } from 'vitest';
import { customer, employee, openShop, salesorder } from '../shop.js';
import { holdsHostileCode, hostileValues } from './hostile-values.js';

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** Exports that take no part in making a query. A new one must be put here, or be called below. */
const otherExports: ReadonlySet<string> = new Set([
  ...['bindClient', 'createConnection', 'openLogin', 'fileTokenStore', 'redisLeaseStore', 'redisTokenStore'],
  // Takes the text of a `.suiteql` file from generated code; the queries that it makes are called below.
  'defineQuery',
  // Takes a model: its queries are called below, with everything that it may be given.
  'extendModel',
]);

const shop = await openShop();
const ns = shop.client();
afterAll(() => shop[Symbol.asyncDispose]());

const { companyname: text, id } = customer;
const { foreigntotal: num, trandate: date } = salesorder;
const rows = from(customer).select({ id, name: text });
const names = from(customer).select({ text });
const condition = eq(id, 1);
const joined = from(customer).crossJoin(salesorder);

/** Arguments of which at least one list suits each function. */
const argumentLists: readonly (readonly unknown[])[] = [
  ...[
    [],
    [text],
    [num],
    [condition],
    [rows],
    [customer],
    [sql`1`],
    [5],
    ['x'],
    [{ id }],
    [[text, 'a'], sql`, `],
  ],
  ...[
    [text, 'a'],
    [num, 1],
    [num, num],
    [text, ['a']],
    [text, 'a', 'b'],
    [num, 1, 2],
    [num, 1, 2, 3],
  ],
  ...[
    [text, 'a', 1, 1],
    [text, 'a', 1, 1, 'i'],
    [date, 'month'],
    [date, 'monday'],
    ['year', date],
  ],
  ...[
    [condition, 'a'],
    [condition, condition],
    ['A', 'a'],
    [text, 'first'],
    [text, names],
    [text, text, 'a'],
    [text, [['a', 'b']], 'c'],
  ],
  ...[
    [rows, rows],
    [rows, 't1'],
    [customer, 't1'],
    [employee, condition],
    [salesorder],
    [names],
    [{ id: 'desc' }],
  ],
  ...[
    [sql`1`, 'text'],
    ['x', 'text'],
    [null, 'text'],
    ['id', { above: 1, upTo: 2, order: 'ASC' }],
    ['2026-01-31', 'date'],
  ],
  ...[
    ['table1', { id: 'id' }, { primaryKey: 'id' }],
    [text, 'MN_INCLUDE', ['1'], { names: true }],
    [text, 'DISPLAY'],
  ],
  ...[[num, { subsidiary: 1, period: 2, kind: 'LEDGER', rates: 'DEFAULT', rateType: 'DEFAULT', book: 1 }]],
  ...[
    ['TM', 'START'],
    ['TM', 'START', 'ALL', '='],
    [num, { distinct: true, where: condition }],
    [{ total: 'num' }],
  ],
  [fn.window.rank(), { partitionBy: [text], orderBy: [asc(id, 'last')], rows: ['start', 0] }],
  [Object.freeze(Object.defineProperty(['SELECT ', ''], 'raw', { value: Object.freeze(['', '']) })), text],
];

/** What is made before its methods can be called. */
const makers: Readonly<Record<string, () => object>> = {
  'from(…)': () => from(customer),
  'union(…)': () => union(rows, rows),
  'caseOf(…)': () => caseOf(text),
  'caseOf(…).when(…)': () => caseOf(text).when('A', 'a'),
  'caseWhen(…)': () => caseWhen(condition, 'a'),
  'sql`…`': () => sql`1`,
};

const functions = [
  ...functionsOf(runtime, '').filter(([name]) => !otherExports.has(name)),
  ...Object.entries(makers).flatMap(([title, make]) => functionsOf(make(), `${title}.`)),
];

/** The functions in a value: its own, those of its prototype, and those in what it holds. */
function functionsOf(of: object, path: string): readonly (readonly [string, AnyFunction])[] {
  const names = Object.keys(of);
  if (of.constructor !== Object && typeof of === 'object' && Object.getPrototypeOf(of) !== null) {
    names.push(
      ...Object.getOwnPropertyNames(Object.getPrototypeOf(of)).filter((name) => name !== 'constructor'),
    );
  }
  return names.flatMap((name): readonly (readonly [string, AnyFunction])[] => {
    const value: unknown = Reflect.get(of, name);
    if (typeof value === 'object' && value !== null) return functionsOf(value, `${path}${name}.`);
    if (typeof value !== 'function' || value.prototype instanceof Error) return [];
    return [[path + name, (...args) => value.apply(of, args)], ...functionsOf(value, `${path}${name}.`)];
  });
}

/** A list of arguments with one value in it, at any depth, or behind it, replaced by another. */
function* withEach(args: unknown, value: unknown): Generator<unknown> {
  yield value;
  if (Array.isArray(args)) {
    for (const [index, each] of args.entries()) {
      for (const other of withEach(each, value)) yield args.with(index, other);
    }
    yield [...args, value];
  } else if (typeof args === 'object' && args !== null && Object.getPrototypeOf(args) === Object.prototype) {
    for (const [name, each] of Object.entries(args)) {
      for (const other of withEach(each, value)) yield { ...args, [name]: other };
      if (typeof value === 'string') yield { ...args, [value]: each };
    }
  }
}

type Place = (made: never) => string;

/** Statements in all places where what a function returned can stand. */
const places: readonly Place[] = [
  (made) => made,
  (made) => textOf(made),
  (made) => textOf(joined.select({ made })),
  (made) => textOf(joined.where(made).select({ id })),
  (made) => textOf(joined.orderBy(made).select({ id })),
  (made) => textOf(joined.groupBy(made).select({ rows: count() })),
  (made) => textOf(joined.select({ made: over(made, { orderBy: id }) })),
  (made) => textOf(from(made).select({ ...(made as object), rows: fn.date.today() })),
  (made) => textOf((made as typeof joined).select({ id })),
  (made) => textOf((made as typeof joined).select({ rows: count() })),
  (made) => textOf(joined.select({ made: (made as CaseOf<string, 'customer'>).when('A', 'a') })),
  (made) => textOf(sql`SELECT ${made}`),
];

function textOf(query: Query<unknown>): string {
  return ns.$toSuiteQL(query).text;
}

/** What a caller should never have to read: an error that the engine makes of a value that nobody checked. */
const unchecked =
  /Cannot (read|use|convert|destructure)|is not (a function|iterable)|'in' operator|circular|\[object /;

function expectRefusal(error: unknown): undefined {
  expect(error).toBeInstanceOf(TypeError);
  const { message } = error as TypeError;
  expect(message).not.toMatch(unchecked);
  expect(message.length).toBeLessThan(1000);
  return undefined;
}

/** The statements that a call leads to, by the place that what it makes stands in; none where it is refused. */
function statementsOf(call: () => unknown, among = places): ReadonlyMap<Place, string> {
  const statements = new Map<Place, string>();
  let made: unknown;
  try {
    made = call();
  } catch (error) {
    expectRefusal(error);
    return statements;
  }
  for (const place of among) {
    try {
      const statement: unknown = place(made as never);
      if (typeof statement === 'string') statements.set(place, statement);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
  }
  return statements;
}

/** Lists of arguments that suit a function, those of most arguments first, and places for what it makes of them. */
function suitableLists(call: AnyFunction): readonly (readonly [args: readonly unknown[], among: Place[]])[] {
  const suitable = argumentLists
    .toSorted((one, other) => other.length - one.length)
    .map((args) => [args, [...statementsOf(() => call(...args)).keys()].slice(0, 2)] as const)
    .filter(([, among]) => among.length > 0);
  return suitable.slice(0, 4).map(([args, among]) => [args, [...among]]);
}

describe('whatever is given as JSON becomes no code of a statement', () => {
  it.each(functions)('%s', (_, call) => {
    const suitable = suitableLists(call);
    expect(suitable, 'no list of arguments suits the function: add one').not.toEqual([]);
    for (const [args, among] of suitable) {
      for (const value of hostileValues) {
        for (const changed of withEach(args, value)) {
          if (!Array.isArray(changed)) continue;
          for (const statement of statementsOf(() => call(...changed), among).values()) {
            if (holdsHostileCode(statement)) expect.fail(`${JSON.stringify(value)} stands in: ${statement}`);
          }
        }
      }
    }
  });
});

/** What the calls of a model may be given, each name of it once. */
const modelArguments: Readonly<Record<string, object>> = {
  find: {
    where: {
      tranid: { in: ['a'], contains: 'a', mode: 'insensitive' },
      trandate: { gte: '2026-01-01', between: ['2026-01-01', '2026-01-31'] },
      foreigntotal: { gt: 1, isNull: false },
      entity: { companyname: 'a', salesrep: { lastname: { startsWith: 'a' } } },
      AND: [{ id: 1 }],
      OR: [{ tranid: 'a' }],
      NOT: { tranid: 'a' },
    },
    orderBy: { tranid: 'asc', trandate: { sort: 'desc', nulls: 'last' }, entity: { companyname: 'asc' } },
    select: { id: true, entity: { select: { id: true } }, _display: { entity: true } },
    take: 5,
    skip: 1,
    unfiltered: true,
  },
  page: { select: { id: true }, orderBy: { tranid: 'asc' }, take: 5, after: null },
  unique: { where: { id: 1 }, include: { entity: true } },
  count: { where: { tranid: 'a' }, unfiltered: false },
  aggregate: { _count: { id: true }, _sum: { foreigntotal: true }, _max: { trandate: true } },
  groups: {
    by: ['type'],
    byRelated: { entity: { companyname: true } },
    _count: true,
    _avg: { foreigntotal: true },
    having: { _count: { gt: 1 }, type: { in: ['a'] } },
    orderBy: { type: 'desc', _avg: { foreigntotal: 'asc' } },
    take: 5,
    skip: 1,
  },
};

describe('whatever a model is given as JSON becomes no code of a statement', () => {
  const otherMethods: ReadonlySet<string> = new Set([
    // Makes the statement when it is read: the same as that of findMany.
    'stream',
    ...['get', 'create', 'update', 'upsert', 'delete'],
  ]);
  const queries = functionsOf(ns.salesorder, '').filter(([name]) => !otherMethods.has(name));

  async function statementOf(call: AnyFunction, args: unknown): Promise<string | undefined> {
    try {
      const { text, related = [] } = await (
        call(args) as ReturnType<typeof ns.salesorder.findMany>
      ).toSuiteQL();
      return [text, ...related.map((each) => each.text)].join(' ');
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      return undefined;
    }
  }

  it.each(queries)('%s', async (_, call) => {
    let isSuited = false;
    for (const args of Object.values(modelArguments)) {
      if ((await statementOf(call, args)) === undefined) continue;
      isSuited = true;
      for (const value of hostileValues) {
        for (const changed of withEach(args, value)) {
          const statement = await statementOf(call, changed);
          if (statement !== undefined && holdsHostileCode(statement)) {
            expect.fail(`${JSON.stringify(value)} stands in: ${statement}`);
          }
        }
      }
    }
    expect(isSuited, 'no arguments suit the function: add some').toBe(true);
  });
});
