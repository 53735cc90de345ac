import { runInNewContext } from 'node:vm';
import { type ClientBase, count, eq, extendModel, from, gt, sql } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, openStore, type Store, type StoreClient } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

/** A call is refused with a TypeError, and nothing is sent. */
async function expectRefused(call: () => PromiseLike<unknown>, message: string): Promise<void> {
  const requests = await store.requestsOf(async () => {
    let refusal: unknown;
    try {
      await call();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(TypeError);
    expect((refusal as TypeError).message).toContain(message);
    expect((refusal as TypeError).message.length).toBeLessThan(800);
  });
  expect(requests).toBe(0);
}

async function readAll(rows: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

class Money {
  readonly amount: string;
  constructor(amount: string) {
    this.amount = amount;
  }
}
const EXPRESSION = 'a column or condition of the query builder cannot stand here. Give';
const accessor = (name: string, enumerable: boolean) =>
  Object.defineProperty({}, name, { get: () => 10, enumerable });

describe('a call refuses, before anything is sent,', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'id = 10', "findMany of transaction: 'id = 10' cannot stand here. Give an object"],
    ['null', null, 'findMany of transaction: null cannot stand here'],
    ['an array', [{ id: 10 }], 'findMany of transaction: an array cannot stand here'],
    ['a number', 10, 'findMany of transaction: 10 cannot stand here'],
    [
      'an unknown name',
      { limit: 1 },
      "findMany of transaction: 'limit' is not an argument. Did you mean 'take'? Use one of: where,",
    ],
    ['a misspelt name', { wehre: { id: 1 } }, "'wehre' is not an argument. Did you mean 'where'?"],
    [
      'a name that objects inherit',
      JSON.parse('{ "__proto__": { "where": 1 } }'),
      "'__proto__' is not an argument",
    ],
    ['another such', { constructor: 1 }, "'constructor' is not an argument"],
    ['a very long name', { ['x'.repeat(10_000)]: 1 }, "x…' is not an argument"],
    [
      'inherited arguments',
      Object.create({ where: { id: 10 } }),
      'findMany of transaction: an instance of Object cannot stand here',
    ],
    ['a prototype written as a property', { __proto__: { where: { id: 10 } } }, 'cannot stand here'],
    [
      'where as an array',
      { where: [] },
      'where of transaction: an array cannot stand here. Give an object of conditions',
    ],
    ['where as a date', { where: new Date() }, 'where of transaction: an instance of Date cannot stand here'],
    [
      'where as a map',
      { where: new Map([['id', 10]]) },
      'where of transaction: an instance of Map cannot stand here',
    ],
    ['where as a text', { where: 'id = 10' }, "where of transaction: 'id = 10' cannot stand here"],
    ['where as null', { where: null }, 'where of transaction: null cannot stand here'],
    [
      'where as a function',
      { where: () => ({ id: 10 }) },
      'where of transaction: a function cannot stand here',
    ],
    ['where as a table', { where: customer }, 'where of transaction: the property a symbol is a symbol'],
    ['where as a column', { where: customer.id }, 'where of transaction: an object is not a condition'],
    [
      'where as a query',
      { where: from(customer).select({ id: customer.id }) },
      'where of transaction: the property a symbol',
    ],
    [
      'where as a piece of text',
      { where: { AND: [sql`1 = 1`] } },
      'where.AND.0 of transaction: the property a symbol',
    ],
    [
      'an accessor',
      { where: accessor('id', true) },
      "where of transaction: the property 'id' is a symbol, an accessor or not enumerable",
    ],
    ['a hidden property', { where: accessor('id', false) }, "the property 'id'"],
    ['a symbol', { where: { [Symbol('id')]: 10 } }, 'the property a symbol'],
    [
      'a field that does not exist',
      { where: { trnid: 'x' } },
      "where.trnid of transaction: transaction has no field 'trnid' for this place. Did you mean 'tranid'?",
    ],
    [
      'a name that objects inherit, as a field',
      { where: { constructor: 1 } },
      "transaction has no field 'constructor'",
    ],
    [
      'an array for a value',
      { where: { id: [] } },
      'where.id of transaction: Cannot compare with an array. For one of several values use in',
    ],
    [
      'a date for a value',
      { where: { trandate: new Date() } },
      "where.trandate of transaction: Cannot compare with an instance of Date. Give the day as a string, such as '2026-01-31'.",
    ],
    [
      'a date in a condition',
      { where: { trandate: { gte: new Date() } } },
      'where.trandate.gte of transaction: Cannot compare with an instance of Date',
    ],
    [
      'a map for a filter',
      { where: { id: new Map() } },
      'where.id of transaction: Cannot compare with an instance of Map',
    ],
    [
      'an instance for an id',
      { where: { id: new Money('5') } },
      'where.id of transaction: Cannot compare with an instance of Money',
    ],
    [
      'an instance for a number, without a codec',
      { where: { foreigntotal: new Money('5') } },
      'where.foreigntotal of transaction: an instance of Money cannot be sent to NetSuite',
    ],
    [
      'an object for a number',
      { where: { foreigntotal: { equals: {} } } },
      'where.foreigntotal.equals of transaction: an object cannot be sent to NetSuite',
    ],
    [
      'an array for a number',
      { where: { foreigntotal: { gt: [1] } } },
      'where.foreigntotal.gt of transaction: Cannot compare with an array',
    ],
    [
      'a day that does not exist',
      { where: { trandate: { gte: '2026-13-01' } } },
      "where.trandate.gte of transaction: '2026-13-01' is not a date",
    ],
    [
      'a number that is none',
      { where: { OR: [{ id: Number.NaN }] } },
      'where.OR.0.id of transaction: Cannot compare with NaN',
    ],
    ['a long text in its message, cut', { where: { trandate: 'x'.repeat(10_000) } }, "x…' is not a date"],
    [
      'a text for in',
      { where: { id: { in: '1,2' } } },
      "where.id.in of transaction: '1,2' cannot stand here. Give an array.",
    ],
    [
      'a set for in',
      { where: { id: { in: new Set([1]) } } },
      'where.id.in of transaction: an instance of Set cannot stand here',
    ],
    [
      'null in in',
      { where: { id: { in: [1, null] } } },
      'where.id.in.1 of transaction: Cannot compare with null',
    ],
    [
      'three ends of a range',
      { where: { id: { between: [1, 2, 3] } } },
      'where.id.between of transaction: give an array of two values',
    ],
    [
      'a condition that does not exist',
      { where: { tranid: { startWith: 'x' } } },
      "where.tranid of transaction: 'startWith' is not a condition. Did you mean 'startsWith'?",
    ],
    [
      'a number to look for',
      { where: { tranid: { contains: 1 } } },
      'where.tranid.contains of transaction: 1 cannot stand here. Give a string',
    ],
    [
      'a text for isNull',
      { where: { tranid: { isNull: 'no' } } },
      "where.tranid.isNull of transaction: 'no' cannot stand here. Give true or false.",
    ],
    [
      'AND as an object',
      { where: { AND: { id: 1 } } },
      'where.AND of transaction: an object cannot stand here. Give an array',
    ],
    ['OR as null', { where: { OR: null } }, 'where.OR of transaction: null cannot stand here'],
    ['OR of a text', { where: { OR: ['id = 1'] } }, "where.OR.0 of transaction: 'id = 1' cannot stand here"],
    [
      'NOT as an array',
      { where: { NOT: [{ id: 1 }] } },
      'where.NOT of transaction: an array cannot stand here',
    ],
    ['NOT as a date', { where: { NOT: new Date() } }, 'where.NOT of transaction: an instance of Date'],
    [
      'some as an array',
      { where: { lines: { some: [] } } },
      'where.lines.some of transaction: an array cannot stand here',
    ],
    [
      'a relation as an array',
      { where: { lines: [] } },
      'where.lines of transaction is a relation: give conditions',
    ],
    [
      'a relation as a date',
      { where: { entity: { parent: new Date() } } },
      'where.entity.parent of transaction: Cannot compare with an instance of Date',
    ],
    [
      'a field of a relation',
      { where: { entity: { companynam: 'x' } } },
      "where.entity.companynam of transaction: customer has no field 'companynam'",
    ],
    [
      'a field of a list',
      { where: { lines: { some: { qantity: 1 } } } },
      "where.lines.some.qantity of transaction: transactionline has no field 'qantity'",
    ],
    [
      'select as an array',
      { select: ['id'] },
      'select of transaction: an array cannot stand here. Give an object such as { id: true }',
    ],
    ['select as a text', { select: 'id' }, "select of transaction: 'id' cannot stand here"],
    [
      'a number for true',
      { select: { id: 1 } },
      'select.id of transaction: 1 cannot stand here. Give true, false',
    ],
    [
      'null for false',
      { select: { id: true, entity: null } },
      'select.entity of transaction: null cannot stand here',
    ],
    [
      'a column with parts',
      { select: { tranid: { select: { id: true } } } },
      "select.tranid of transaction: transaction has no field 'tranid' for this place",
    ],
    [
      'an unknown argument of a list',
      { select: { lines: { limit: 1 } } },
      "select.lines of transaction: 'limit' is not an argument. Did you mean 'take'?",
    ],
    [
      'rows of a relation to one',
      { include: { entity: { take: 1 } } },
      "include.entity of transaction: 'take' is not an argument. Use one of: select, include.",
    ],
    [
      'a number of rows of a list',
      { include: { lines: { take: '1' } } },
      "include.lines of transaction: take: '1' is not a number of rows",
    ],
    [
      'conditions of a list',
      { include: { lines: { where: { quantity: [] } } } },
      'where.quantity of transactionline: Cannot compare with an array',
    ],
    [
      'conditions of a list in a list',
      { include: { entity: { include: { transactions: { include: { lines: { where: [] } } } } } } },
      'where of transactionline: an array',
    ],
    [
      'a value that a list cannot send',
      { include: { entity: { include: { transactions: { where: { trandate: 'x' } } } } } },
      "where.trandate of transaction: 'x' is not a date",
    ],
    [
      'a field of a list that does not exist',
      { include: { lines: { select: { nope: true } } } },
      "transactionline has no field 'nope'",
    ],
    [
      'a count of no relation',
      { select: { id: true, _count: { tranid: true } } },
      "select._count.tranid of transaction: transaction has no field 'tranid'",
    ],
    [
      'a number for a count',
      { select: { id: true, _count: { lines: 1 } } },
      'select._count.lines of transaction: 1 cannot stand here',
    ],
    [
      'an argument of a count',
      { include: { _count: { lines: { whre: {} } } } },
      "include._count.lines of transaction: 'whre' is not an argument",
    ],
    [
      'counts as true',
      { select: { id: true, _count: true } },
      'select._count of transaction: true cannot stand here',
    ],
    [
      'a text for a display',
      { select: { id: true, _display: { entity: 'yes' } } },
      "select._display.entity of transaction: 'yes' cannot stand here",
    ],
    [
      'orderBy as a text',
      { orderBy: 'id' },
      "orderBy of transaction: 'id' cannot stand here. Give an object such as { id: 'asc' }",
    ],
    [
      'orderBy as a map',
      { orderBy: new Map([['id', 'asc']]) },
      'orderBy of transaction: an instance of Map cannot stand here',
    ],
    [
      'a list of texts',
      { orderBy: [{ id: 'asc' }, 'tranid'] },
      "orderBy.1 of transaction: 'tranid' cannot stand here",
    ],
    [
      'a direction that does not exist',
      { orderBy: { id: 'ASC' } },
      "orderBy.id of transaction: give 'asc', 'desc'",
    ],
    [
      'more than a direction',
      { orderBy: { id: { sort: 'asc', null: 'last' } } },
      "orderBy.id of transaction: give 'asc', 'desc'",
    ],
    [
      'a sort key of a relation',
      { orderBy: { entity: { companynam: 'asc' } } },
      "orderBy.entity.companynam of transaction: customer has no field 'companynam'",
    ],
    [
      'a sort key of a list',
      { orderBy: { lines: { _sum: 'asc' } } },
      "orderBy.lines of transaction: '_sum' is not a sort key",
    ],
    [
      'a text for a number of rows',
      { take: '5' },
      "findMany of transaction: take: '5' is not a number of rows",
    ],
    ['null for a number of rows', { take: null }, 'take: null is not a number of rows'],
    ['an array for a number of rows', { skip: [] }, 'skip: an array is not a number of rows'],
    [
      'a text for unfiltered',
      { unfiltered: 'no' },
      "findMany of transaction: unfiltered: 'no' cannot stand here. Give true or false.",
    ],
    [
      'a controller for a signal',
      { signal: new AbortController() },
      'findMany of transaction: signal: an instance of AbortController cannot stand here. Give an AbortSignal',
    ],
    ['an object for a signal', { signal: { aborted: false } }, 'signal: an object cannot stand here'],
    ['a condition in place of the arguments', eq(customer.id, 1), `findMany of transaction: ${EXPRESSION}`],
    ['a column in place of the arguments', customer.id, `findMany of transaction: ${EXPRESSION}`],
    ['a column to sort by', { orderBy: customer.id }, `orderBy of transaction: ${EXPRESSION}`],
    [
      'a column among those to sort by',
      { orderBy: [customer.id] },
      `orderBy.0 of transaction: ${EXPRESSION}`,
    ],
    [
      'a column of a relation to sort by',
      { orderBy: { entity: customer.companyname } },
      `orderBy.entity of transaction: ${EXPRESSION}`,
    ],
    [
      'a direction for a count of rows to sort by',
      { orderBy: { lines: 'asc' } },
      "orderBy.lines._count of transaction: give 'asc', 'desc'",
    ],
    ['a column to select', { select: customer.id }, `select of transaction: ${EXPRESSION}`],
    ['a column to include', { include: customer.id }, `include of transaction: ${EXPRESSION}`],
    [
      'a condition for a list',
      { include: { lines: eq(customer.id, 1) } },
      `include.lines of transaction: ${EXPRESSION}`,
    ],
    [
      'a condition for a relation',
      { include: { entity: eq(customer.id, 1) } },
      `include.entity of transaction: ${EXPRESSION}`,
    ],
    [
      'a column for counts',
      { include: { _count: customer.id } },
      `include._count of transaction: ${EXPRESSION}`,
    ],
    [
      'a condition for a count',
      { include: { _count: { lines: eq(customer.id, 1) } } },
      `include._count.lines of transaction: ${EXPRESSION}`,
    ],
    [
      'a condition for a value',
      { where: { id: eq(customer.id, 1) } },
      'where.id of transaction: a condition cannot stand here. Give a value, a column or an expression.',
    ],
    [
      'a condition in a condition',
      { where: { id: { in: [eq(customer.id, 1)] } } },
      'where.id.in.0 of transaction: a condition cannot stand here',
    ],
    [
      'a text for a boolean',
      { where: { entity: { isinactive: 'no' } } },
      "where.entity.isinactive of transaction: 'no' is not a boolean. Give true or false.",
    ],
    [
      'a number for a boolean',
      { where: { entity: { isinactive: 0 } } },
      'where.entity.isinactive of transaction: 0 is not a boolean',
    ],
    [
      'a boolean for an id',
      { where: { id: true } },
      'where.id of transaction: true is not a number or an id',
    ],
    [
      'a boolean for a number',
      { where: { foreigntotal: { gt: false } } },
      'where.foreigntotal.gt of transaction: false is not a number or an id',
    ],
  ])('%s', async (_title, given, message) => {
    await expectRefused(() => ns.transaction.findMany(given as never), message);
    await expectRefused(() => ns.transaction.findMany(given as never).toSuiteQL(), message);
  });

  const shared = { where: [] } as never;
  const unknown = { where: {}, limit: 1, by: ['id'], _count: true } as never;
  it.each<[string, () => PromiseLike<unknown>, () => PromiseLike<unknown>]>([
    ['findFirst', () => ns.customer.findFirst(shared), () => ns.customer.findFirst(unknown)],
    ['findFirst', () => ns.customer.findFirstOrThrow(shared), () => ns.customer.findFirstOrThrow(unknown)],
    ['exists', () => ns.customer.exists(shared), () => ns.customer.exists(unknown)],
    ['count', () => ns.customer.count(shared), () => ns.customer.count(unknown)],
    [
      'aggregate',
      () => ns.customer.aggregate({ _count: true, where: [] } as never),
      () => ns.customer.aggregate(unknown),
    ],
    [
      'groupBy',
      () => ns.customer.groupBy({ by: ['id'], _count: true, where: [] } as never),
      () => ns.customer.groupBy(unknown),
    ],
    ['paginate', () => ns.customer.paginate(shared), () => ns.customer.paginate(unknown)],
    ['stream', () => readAll(ns.customer.stream(shared)), () => readAll(ns.customer.stream(unknown))],
  ])('what findMany refuses: %s', async (name, array, limit) => {
    await expectRefused(array, 'where of customer: an array cannot stand here');
    await expectRefused(limit, `${name} of customer: '`);
  });

  it('what no call is', async () => {
    for (const given of [null, 'id = 10', 10, [], new Date(), new Map(), eq(customer.id, 10)]) {
      for (const name of [
        'findFirst',
        'findFirstOrThrow',
        'findUnique',
        'findUniqueOrThrow',
        'exists',
        'count',
        'aggregate',
        'groupBy',
        'paginate',
      ] as const) {
        const call = ns.customer[name] as (given: unknown) => PromiseLike<unknown>;
        await expectRefused(() => call(given), `${name.replace('OrThrow', '')} of customer: `);
      }
      await expectRefused(() => readAll(ns.customer.stream(given as never)), 'stream of customer: ');
    }
  });

  it.each<[string, object, string]>([
    [
      'by as a text',
      { by: 'entity' },
      "by of transaction: 'entity' cannot stand here. Give an array of field names.",
    ],
    ['by of a number', { by: [1] }, 'by of transaction: an array cannot stand here'],
    [
      'a field that does not exist',
      { by: ['entty'] },
      "by.entty of transaction: transaction has no field 'entty'",
    ],
    [
      'an array of sums',
      { by: ['type'], _sum: ['foreigntotal'] },
      '_sum of transaction: an array cannot stand here. Give fields: { field: true }',
    ],
    [
      'a text for true',
      { by: ['type'], _sum: { foreigntotal: 'yes' } },
      "_sum.foreigntotal of transaction: 'yes' cannot stand here",
    ],
    [
      'a sum of a field that does not exist',
      { by: ['type'], _sum: { total: true } },
      "_sum.total of transaction: transaction has no field 'total'",
    ],
    [
      'having as a date',
      { by: ['type'], having: new Date() },
      'having of transaction: an instance of Date cannot stand here',
    ],
    ['having as an array', { by: ['type'], having: [] }, 'having of transaction: an array'],
    [
      'having of an array',
      { by: ['type'], having: { _sum: { foreigntotal: [] } } },
      'having._sum.foreigntotal of transaction: Cannot compare with an array',
    ],
    [
      'having of sums',
      { by: ['type'], having: { _sum: [] } },
      'having._sum of transaction: an array cannot stand here',
    ],
    [
      'having of a field',
      { by: ['type'], having: { tpe: 'x' } },
      "having.tpe of transaction: transaction has no field 'tpe'",
    ],
    ['having of a condition', { by: ['type'], having: { _count: { gtr: 1 } } }, 'having._count'],
    [
      'orderBy of sums',
      { by: ['type'], orderBy: { _sum: { foreigntotal: 'up' } } },
      "orderBy._sum.foreigntotal of transaction: give 'asc', 'desc'",
    ],
    [
      'orderBy as a text',
      { by: ['type'], orderBy: 'type' },
      "orderBy of transaction: 'type' cannot stand here",
    ],
    [
      'byRelated as an array',
      { byRelated: ['entity'] },
      'byRelated of transaction: an array cannot stand here',
    ],
    [
      'byRelated of true',
      { byRelated: { entity: true } },
      'byRelated.entity of transaction: true cannot stand here. Give fields of it, such as { id: true }.',
    ],
    [
      'byRelated of nothing',
      { byRelated: { entity: { id: false } } },
      'byRelated.entity of transaction names no field',
    ],
    [
      'byRelated of a field',
      { byRelated: { entity: { nme: true } } },
      "byRelated.entity.nme of transaction: customer has no field 'nme'",
    ],
    [
      'having as a condition',
      { by: ['type'], having: gt(count(), 5) },
      `having of transaction: ${EXPRESSION}`,
    ],
    [
      'having of sums as a condition',
      { by: ['type'], having: { _sum: gt(count(), 5) } },
      `having._sum of transaction: ${EXPRESSION}`,
    ],
    [
      'having of a field that makes no group',
      { by: ['type'], having: { tranid: 'SO1' } },
      'having.tranid of transaction: groups have no value of it. Name it in by',
    ],
    ['sums of a column', { by: ['type'], _sum: customer.id }, `_sum of transaction: ${EXPRESSION}`],
    [
      'byRelated as a column',
      { by: ['type'], byRelated: customer.id },
      `byRelated of transaction: ${EXPRESSION}`,
    ],
    [
      'byRelated of a column',
      { byRelated: { entity: customer.id } },
      `byRelated.entity of transaction: ${EXPRESSION}`,
    ],
    ['neither by nor byRelated', {}, 'groupBy of transaction: give by or byRelated'],
  ])('groups: %s', async (_title, given, message) => {
    await expectRefused(() => ns.transaction.groupBy({ _count: true, ...given } as never), message);
  });

  it('an option of other calls', async () => {
    await expectRefused(
      () => ns.customer.paginate({ after: 5 } as never),
      'paginate of customer: after: 5 cannot stand here',
    );
    await expectRefused(
      () => ns.customer.paginate({ skip: 5 } as never),
      "paginate of customer: 'skip' is not an argument",
    );
    await expectRefused(
      () => readAll(ns.customer.stream({ resume: 5 } as never)),
      'stream of customer: resume: 5 cannot stand here',
    );
    await expectRefused(() => ns.customer.findMany({ resume: 'x' } as never), "'resume' is not an argument");
    await expectRefused(
      () => ns.customer.findFirst({ take: 'x' } as never),
      "take: 'x' is not a number of rows",
    );
  });

  it('what extendModel does not take', () => {
    expect(() => extendModel(ns.customer, { were: {} } as never)).toThrow(
      "extendModel of customer: 'were' is not an argument. Did you mean 'where'?",
    );
    expect(() => extendModel(ns.customer, [] as never)).toThrow(
      'extendModel of customer: an array cannot stand here',
    );
    const refused: readonly (readonly [unknown, string])[] = [
      [{ where: [] }, 'where of extendModel of customer: an array cannot stand here'],
      [{ where: 'id = 10' }, "where of extendModel of customer: 'id = 10' cannot stand here"],
      [{ where: new Map() }, 'where of extendModel of customer: an instance of Map cannot stand here'],
      [
        { computed: { label: 5 } },
        'computed of extendModel of customer: an object cannot stand here. Give a function',
      ],
      [{ computed: () => ({ label: 5 }) }, 'label: 5 is not a computed field. Give a function'],
      [{ computed: async () => ({}) }, 'an instance of Promise cannot stand here'],
      [
        { computed: (field: (needs: unknown, compute?: unknown) => unknown) => ({ label: field('id') }) },
        'a field takes',
      ],
      [{ methods: 'x' }, "methods of extendModel of customer: 'x' cannot stand here. Give a function"],
      [{ methods: () => 'xyz' }, "'xyz' cannot stand here"],
    ];
    for (const [extension, message] of refused) {
      expect(() => extendModel(ns.customer, extension as never)).toThrow(message);
    }
  });
});

describe('a call takes', () => {
  it('plain objects of another realm and without a prototype', async () => {
    const other = runInNewContext(
      '({ where: { OR: [{ id: { in: [10] } }, { id: 11 }] }, select: { id: true } })',
    );
    expect(await ns.customer.findMany(other)).toEqual([{ id: '10' }, { id: '11' }]);
    const bare = Object.assign(Object.create(null), {
      where: Object.assign(Object.create(null), { id: 10 }),
    });
    expect(await ns.customer.count(bare)).toBe(1);
  });

  it('in and OR of none, which match nothing', async () => {
    expect(await ns.customer.findMany({ where: { id: { in: [] } } })).toEqual([]);
    expect(await ns.customer.count({ where: { id: { notIn: [] } } })).toBe(3);
    expect(await ns.customer.findMany({ where: { OR: [] } })).toEqual([]);
  });

  it('take in findFirst, where one row is all that it gives', async () => {
    expect(await ns.customer.findFirst({ take: 0 })).toBeNull();
    expect(await ns.customer.findFirst({ take: 5, select: { id: true } })).toEqual({ id: '10' });
  });

  it('the empty text in lists of values, as NULL', async () => {
    const ids = async (email: object): Promise<unknown[]> =>
      (await ns.customer.findMany({ where: { email }, select: { id: true } })).map(({ id }) => id);
    expect(await ids({ in: ['', 'a@acme.test'] })).toEqual(['10', '11']);
    expect(await ids({ in: ['', 'A@ACME.TEST'], mode: 'insensitive' })).toEqual(['10', '11']);
    expect(await ids({ in: [''] })).toEqual(['11']);
    expect(await ids({ notIn: ['', 'a@acme.test'] })).toEqual(['12']);
    expect(await ids({ notIn: [''] })).toEqual(['10', '12']);
  });

  it('undefined and where NULL stands, as the number of related rows to sort by', async () => {
    const rows = await ns.transaction.findMany({
      select: { id: true },
      orderBy: { lines: { _count: undefined }, id: 'desc' } as never,
    });
    expect(rows.map(({ id }) => id)).toEqual(['103', '102', '101', '100']);
    const groups = await ns.transaction.groupBy({
      by: ['type'],
      _count: true,
      orderBy: { _count: { sort: 'desc', nulls: 'last' } },
    });
    expect(groups.map(({ _count }) => _count)).toEqual([3, 1]);
  });

  it('false for what is not to be returned, in the types too', async () => {
    const row = await ns.transaction.findFirstOrThrow({
      include: { entity: false, lines: false, _count: { lines: false } },
    });
    const entity: string | null = row.entity;
    const lines: undefined = row.lines;
    expect([entity, lines]).toEqual(['10', undefined]);
  });

  it('undefined for every argument', async () => {
    const nothing = {
      where: undefined,
      select: undefined,
      include: undefined,
      orderBy: undefined,
      take: undefined,
      skip: undefined,
      unfiltered: undefined,
      signal: undefined,
    };
    expect(await ns.customer.findMany(nothing as never)).toHaveLength(3);
  });
});

describe('queries of the client', () => {
  const wrong: readonly (readonly [string, () => unknown, string])[] = [
    ['a text', () => 'SELECT id FROM customer', "'SELECT id FROM customer' is not a query. Give from("],
    ['nothing', () => undefined, 'undefined is not a query. Give from('],
    ['null', () => null, 'null is not a query'],
    ['a table', () => customer, 'is not a query'],
    ['a column', () => customer.id, 'an object is not a query'],
    [
      'a builder that has selected nothing',
      () => from(customer),
      'The query selects no column. Call .select({ … }) on it',
    ],
    ['a call of a model', () => ns.customer.findMany(), 'an object is not a query'],
  ];

  it.each(wrong)('refuse %s', async (_title, query, message) => {
    const given = query() as never;
    await expectRefused(() => ns.$all(given), `$all: `);
    await expectRefused(() => ns.$all(given), message);
    await expectRefused(() => ns.$first(given), message);
    await expectRefused(() => ns.$all(given).toSuiteQL(), message);
    expect(() => ns.$toSuiteQL(given)).toThrow(message);
    expect(() => ns.$stream(given)).toThrow(message);
  });

  it('refuse an option that does not exist', () => {
    const query = from(customer).select({ id: customer.id });
    expect(() => (ns as ClientBase).$stream(query, { take: 1 } as never)).toThrow(
      "$stream: 'take' is not an argument",
    );
    for (const options of [{ formt: true }, { format: 'yes' }, 'format', [], null] as never[]) {
      expect(() => ns.$toSuiteQL(query, options)).toThrow('$toSuiteQL: ');
    }
    expect(() => ns.$stream(query, { signal: 'x' } as never)).toThrow(
      "$stream: signal: 'x' cannot stand here",
    );
    expect(() => ns.$stream(query, { resume: 5 } as never)).toThrow('$stream: resume: 5 cannot stand here');
    expect(() => ns.$stream(query, null as never)).toThrow('$stream: null cannot stand here');
  });

  it('refuse an option of how to show a call', async () => {
    const call = ns.customer.findMany();
    await expectRefused(
      () => call.toSuiteQL({ formt: true } as never),
      "toSuiteQL: 'formt' is not an argument",
    );
    await expectRefused(() => call.toSuiteQL(null as never), 'toSuiteQL: null cannot stand here');
  });
});

it('a query that was not awaited is named as such, wherever it stands', async () => {
  const found = ns.customer.findFirst({}) as never;
  const advice = 'is a query that was not awaited: write await before it.';
  await expectRefused(
    () => ns.transaction.findMany({ where: { id: found } }),
    `where.id of transaction ${advice}`,
  );
  await expectRefused(
    () => ns.transaction.findMany({ where: { id: { in: [found] } } }),
    `where.id.in.0 of transaction ${advice}`,
  );
  await expectRefused(() => ns.transaction.findMany({ take: found }), `take of transaction ${advice}`);
});
