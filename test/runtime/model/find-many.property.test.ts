import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, type RandomFind } from './evaluate.js';
import { openStore, type Store, type StoreClient, storeRows } from './store.js';

/** Many rows of few values, so that conditions, ties and NULLs meet. */
const rows = {
  ...storeRows,
  transaction: Array.from({ length: 60 }, (_, index) => ({
    id: index + 1,
    type: index % 5 === 0 ? 'CustInvc' : 'SalesOrd',
    tranid: index % 7 === 0 ? null : ['A', 'Ab', 'b', 'a%', 'B_'][index % 5],
    trandate: index % 6 === 0 ? null : `2026-0${(index % 3) + 1}-15`,
    entity: [10, 11, 12, null][index % 4],
    foreigntotal: index % 9 === 0 ? null : (index % 8) - 2.5,
  })),
  transactionline: Array.from({ length: 150 }, (_, index) => ({
    uniquekey: index + 1,
    id: index % 4,
    transaction: (index % 50) + 1,
    mainline: index % 4 === 0,
    item: [1, 2, 3, null][index % 4],
    quantity: index % 5 === 0 ? null : index % 6,
    rate: index % 3,
  })),
};

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore(rows);
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const text = fc.constantFrom('A', 'Ab', 'b', 'a%', 'B_', '%', '_', '');
const total = fc.integer({ min: -3, max: 6 }).map((whole) => whole + 0.5);
const date = fc.constantFrom('2026-01-15', '2026-02-15', '2026-03-15', '2026-02-01');
const key = fc.integer({ min: 1, max: 60 });

const comparisons = <Value>(value: fc.Arbitrary<Value>) => [
  ...['gt', 'gte', 'lt', 'lte'].map((operator) => value.map((given) => ({ [operator]: given }))),
  value.map((equals) => ({ equals })),
  value.map((not) => ({ not })),
  fc.array(value, { maxLength: 3 }).map((given) => ({ in: given })),
  fc.array(value, { maxLength: 3 }).map((given) => ({ notIn: given })),
  fc.tuple(value, value).map((between) => ({ between })),
  fc.boolean().map((isNull) => ({ isNull })),
  fc.constant(null),
];

const textFilter = fc.oneof(
  ...comparisons(text).filter((_, index) => index !== 8),
  fc
    .oneof(...comparisons(text).slice(0, 8))
    .map((conditions) => ({ ...(conditions as object), mode: 'insensitive' })),
  fc.constantFrom(undefined, { contains: undefined }, {}),
  fc.record({ contains: text, mode: fc.constantFrom('sensitive', 'insensitive') }),
  text.map((startsWith) => ({ startsWith })),
  text.map((endsWith) => ({ endsWith, mode: 'insensitive' })),
);

const customerWhere = fc.oneof(
  fc.record({ companyname: fc.oneof(fc.constantFrom('Acme', 'Beta'), fc.constant({ contains: 'e' })) }),
  fc.boolean().map((isinactive) => ({ isinactive })),
);
const lineWhere = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((quantity) => ({ quantity: { gt: quantity } })),
  fc.boolean().map((mainline) => ({ mainline })),
  fc.constantFrom('Bolt', 'Nut').map((itemid) => ({ item: { itemid } })),
  fc.constant({}),
);

const { where } = fc.letrec<{ where: object }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(...comparisons(total)).map((foreigntotal) => ({ foreigntotal })),
    fc.oneof(...comparisons(date)).map((trandate) => ({ trandate })),
    textFilter.map((tranid) => ({ tranid })),
    fc.array(key, { maxLength: 20 }).map((ids) => ({ id: { in: ids } })),
    customerWhere.map((entity) => ({ entity })),
    fc.constantFrom({}, { id: undefined }, { OR: undefined }, { AND: [{ tranid: undefined }, undefined] }),
    fc.record({ some: lineWhere }).map((lines) => ({ lines })),
    fc.record({ none: lineWhere }).map((lines) => ({ lines })),
    fc.record({ every: lineWhere }).map((lines) => ({ lines })),
    fc.array(tie('where'), { maxLength: 3 }).map((OR) => ({ OR })),
    fc.array(tie('where'), { maxLength: 3 }).map((AND) => ({ AND })),
    tie('where').map((NOT) => ({ NOT })),
  ),
}));

const direction = fc.oneof(
  fc.constantFrom('asc', 'desc'),
  fc.record({ sort: fc.constantFrom('asc', 'desc'), nulls: fc.constantFrom('first', 'last') }),
);
const fields = ['trandate', 'foreigntotal', 'entity', 'id'] as const;

const find: fc.Arbitrary<RandomFind> = fc.record(
  {
    where,
    orderBy: fc
      .tuple(fc.shuffledSubarray([...fields]), fc.array(direction, { minLength: 4, maxLength: 4 }))
      .map(([names, directions]) =>
        Object.fromEntries(names.map((name, index) => [name, directions[index]])),
      ),
    take: fc.integer({ min: 0, max: 20 }),
    skip: fc.integer({ min: 0, max: 20 }),
    lines: fc.record({ where: lineWhere, take: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['where'] }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<RandomFind>;

describe('findMany', () => {
  it('gives what a plain evaluation of the same arguments over the same rows gives', async () => {
    await fc.assert(
      fc.asyncProperty(find, async (request) => {
        const { lines, ...rest } = request;
        const select = {
          ...{ id: true, tranid: true, entity: { select: { companyname: true } } },
          ...(lines === undefined
            ? {}
            : { lines: { ...lines, orderBy: { quantity: 'desc' }, select: { uniquekey: true } } }),
        };
        // Every random request is a valid one; its type is wider.
        const found = await ns.transaction.findMany({ ...rest, select } as never);

        expect(found).toEqual(evaluate(rows, request));
      }),
      { numRuns: 1000 },
    );
  }, 120_000);
});
