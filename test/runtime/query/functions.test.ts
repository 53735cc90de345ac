import {
  add,
  alias,
  type Condition,
  caseWhen,
  coalesce,
  concat,
  contains,
  countIf,
  type Expression,
  eq,
  fn,
  from,
  isNull,
  over,
  QueryRejectedError,
  sql,
  sum,
  upper,
} from '@suitewright/runtime';
import { functionCatalogue } from '@suitewright/suiteql';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';
import { aggregateCases, groupingCase } from './cases/aggregates.js';
import { builtinCases, builtinConditions } from './cases/builtins.js';
import { choiceCases, conversionCases } from './cases/choices.js';
import { dateCases } from './cases/dates.js';
import { Refusal } from './cases/function-case.js';
import { numberCases } from './cases/numbers.js';
import { everyFunction, taken } from './cases/recorded-functions.js';
import { textCases } from './cases/texts.js';
import { windowCases } from './cases/windows.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

const name = customer.companyname;
const date = salesorder.trandate;
const total = salesorder.foreigntotal;

const cases = [
  ...textCases,
  ...numberCases,
  ...dateCases,
  ...choiceCases,
  ...conversionCases,
  ...aggregateCases,
  groupingCase,
  ...windowCases,
  ...builtinCases,
  ...builtinConditions,
];

describe('every function', () => {
  it('of the builder is in a case of this folder, with its text and its rows', () => {
    expect(everyFunction.filter((name) => !taken.has(name))).toEqual([]);
  });

  it("of NetSuite's list is in the builder", () => {
    // They make values that no row can show, and CONCAT is written ||.
    const without = ['BFILENAME', 'CONCAT', 'EMPTY_BLOB', 'EMPTY_CLOB'];
    const words = new Set(cases.flatMap(([, , text]) => text.match(/[A-Z][A-Z0-9_.]+/g) ?? []));
    const listed = [...functionCatalogue.values()].filter(({ source }) =>
      source.includes('section_158513731864'),
    );

    expect(
      listed
        .map(({ name }) => name)
        .filter((name) => !words.has(name))
        .sort(),
    ).toEqual(without);
  });
});

describe('functions', () => {
  it.each([...textCases, ...numberCases, ...dateCases, ...choiceCases, ...conversionCases])(
    '%s',
    async (_name, expression, text, wanted) => {
      const query = from(salesorder)
        .innerJoin(customer, eq(salesorder.entity, customer.id))
        .where(eq(salesorder.id, 100))
        .select({ expression });

      expect(ns.$toSuiteQL(query).text).toContain(`SELECT ${text} AS c0 FROM transaction`);
      if (wanted instanceof Refusal) {
        await expect(ns.$first(query)).rejects.toThrow(QueryRejectedError);
        expect(shop.emulator.log.at(-1)?.reason).toBe(wanted.reason);
        return;
      }
      const row = await ns.$first(query);
      if (typeof wanted === 'number') expect(row?.expression).toBeCloseTo(wanted, 6);
      else expect(row).toEqual({ expression: wanted });
    },
  );

  it.each(aggregateCases)('%s', async (_name, expression, text, wanted) => {
    const query = from(salesorder).select({ expression });

    expect(ns.$toSuiteQL(query).text).toBe(
      `SELECT ${text} AS c0 FROM transaction WHERE transaction.type = ?`,
    );
    const row = await ns.$first(query);
    if (typeof wanted === 'number') expect(row?.expression).toBeCloseTo(wanted, 6);
    else expect(row).toEqual({ expression: wanted });
  });

  it.each([groupingCase])('%s', async (_name, expression, text, wanted) => {
    const query = from(salesorder)
      .groupByRollup(salesorder.type)
      .orderBy(expression)
      .select({ type: salesorder.type, expression });

    expect(ns.$toSuiteQL(query).text).toContain(`SELECT transaction.type AS c0, ${text} AS c1 FROM`);
    expect((await ns.$all(query)).map((row) => row.expression)).toEqual(wanted);
  });

  it.each(windowCases)('%s', async (_name, expression, text, wanted) => {
    const query = from(salesorder).orderBy(salesorder.id).select({ id: salesorder.id, expression });

    expect(ns.$toSuiteQL(query).text).toContain(`SELECT transaction.id AS c0, ${text} AS c1 FROM`);
    expect(await ns.$all(query)).toEqual(
      ['100', '101', '102'].map((id, index) => ({ id, expression: (wanted as readonly unknown[])[index] })),
    );
  });

  it('give the day and the moment of now alike', async () => {
    const query = from(employee).select({ now: fn.date.now(), today: fn.date.today() });
    const row = await ns.$first(query);
    expect(row?.now.slice(0, 10)).toBe(row?.today);
  });

  it('keep what they know of null', () => {
    const both = { id: customer.id, name, rep: customer.salesrep };
    expectTypeOf(upper(both.id)).toEqualTypeOf<Expression<string, 'customer', 'customer'>>();
    expectTypeOf(upper(both.name)).toEqualTypeOf<Expression<string | null, 'customer', 'customer'>>();
    expectTypeOf(coalesce(name, 'x')).toEqualTypeOf<Expression<string, 'customer', never>>();
    expectTypeOf(concat('#', name)).toEqualTypeOf<Expression<string, 'customer', never>>();
    expectTypeOf(concat(name, name)).toEqualTypeOf<Expression<string | null, 'customer', 'customer'>>();
    expectTypeOf(add(1, 2)).toEqualTypeOf<Expression<number, never, never>>();
    expectTypeOf(caseWhen(isNull(name), 'a').else('b')).toEqualTypeOf<
      Expression<string, 'customer', never>
    >();
    expectTypeOf(countIf(isNull(name))).toEqualTypeOf<Expression<number, 'customer', never>>();
  });

  it('conditions of one’s own text stand among others', async () => {
    const either: Condition = sql.condition(sql`${customer.id} = ${10} OR ${customer.id} = ${12}`);
    const query = from(customer).where(either).where(contains(name, 'A')).select({ id: customer.id });

    expect(ns.$toSuiteQL(query).text).toContain(
      'WHERE (customer.id = ? OR customer.id = ?) AND customer.companyname LIKE ?',
    );
    expect(await ns.$all(query)).toEqual([{ id: '10' }]);
  });

  it('refuse to compare or compute what does not go together', () => {
    // @ts-expect-error: a text and a number
    expect(() => from(customer).where(eq(name, add(1, 1)))).toThrow(
      'customer.companyname = an expression compares text with num.',
    );
    expect(() => eq(salesorder.trandate, salesorder.tranid)).toThrow(
      'transaction.trandate = transaction.tranid compares date with text. Convert one side',
    );
    // @ts-expect-error: the sum of a text
    sum(salesorder.tranid);
    // @ts-expect-error: a date in arithmetic
    expect(() => add(salesorder.trandate, 1)).toThrow('see fn.date.addDays');
    // @ts-expect-error: a branch of another kind
    caseWhen(isNull(name), 'text').else(1);
    // @ts-expect-error: a fallback of another kind
    coalesce(name, 1);
    // @ts-expect-error: a window function without OVER
    expect(() => from(customer).select({ row: fn.window.rowNumber() })).toThrow(
      "select: 'row' names no column. Give a column, an expression or an object of such; a window function goes into over(…).",
    );
  });
});

describe('window functions', () => {
  it('refuse what is no window', () => {
    const boss = alias(employee, 'boss');
    expect(() => over(boss.id)).toThrow('over() takes an aggregate or one of fn.window');
    expect(() => over(sum(total), { rows: ['start', 0] })).toThrow('a frame needs orderBy');
    expect(() => over(sum(total), { orderBy: date, rows: [2, 1] })).toThrow('ends before it begins');
  });
});
