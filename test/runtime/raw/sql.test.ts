import {
  alias,
  and,
  defineQuery,
  eq,
  from,
  gte,
  type Id,
  or,
  type Query,
  type Sql,
  sql,
} from '@suitewright/runtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';

let shop: Shop;
let ns: ShopClient;
let literal: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
  literal = shop.client({ parameters: 'literal' });
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('sql', () => {
  it('sends values as parameters, and gives rows as they come', async () => {
    const name = "Zoë's";
    const query = sql<{ id: string; salesrep?: string }>`
      SELECT id, salesrep FROM customer WHERE companyname = ${name} AND isinactive = ${true} AND id > ${10}`;

    expect(ns.$toSuiteQL(query)).toEqual({
      text: '\n      SELECT id, salesrep FROM customer WHERE companyname = ? AND isinactive = ? AND id > ?',
      parameters: ["Zoë's", true, 10],
    });
    expect(await ns.$all(query)).toEqual([{ id: '12' }]);
    expect(await literal.$first(query)).toEqual({ id: '12' });
  });

  it('ends a piece that ends in a comment before what stands behind it', async () => {
    const query = from(customer)
      .where(sql.condition(sql`companyname = ${"Zoë's"} -- the only one`))
      .select({ length: sql.expression(sql`LENGTH(companyname) -- of the name`, 'int') });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT (LENGTH(companyname) -- of the name\n) AS c0 FROM customer WHERE (companyname = ? -- the only one\n)',
    );
    expect(await ns.$all(query)).toEqual([{ length: 5 }]);
  });

  it('sees the comment of a piece within a piece', async () => {
    const inner = sql`LENGTH(companyname) -- of the name`;
    const query = from(customer)
      .where(eq(customer.id, '12'))
      .select({ length: sql.expression(sql`${sql`${inner}`}`, 'int') });

    expect(ns.$toSuiteQL(query).text).toBe(
      'SELECT (LENGTH(companyname) -- of the name\n) AS c0 FROM customer WHERE customer.id = ?',
    );
    expect(await ns.$all(query)).toEqual([{ length: 5 }]);
  });

  it('folds any number of pieces into one, whose text and parameters stay in order', async () => {
    const count = 50_000;
    const indices = Array.from({ length: count }, (_, index) => index);
    let condition = sql`id > ${-1}`;
    for (const index of indices) condition = sql`${condition} AND id <> ${index}`;
    let front = sql`id > ${-1}`;
    for (const index of indices) front = sql.join([sql`id <> ${index}`, front], sql` AND `);
    let nested = sql`${1}`;
    for (const _ of indices) nested = sql`(${nested})`;

    expect(ns.$toSuiteQL(condition)).toEqual({
      text: `id > ?${' AND id <> ?'.repeat(count)}`,
      parameters: [-1, ...indices],
    });
    expect(ns.$toSuiteQL(front)).toEqual({
      text: `${'id <> ? AND '.repeat(count)}id > ?`,
      parameters: [...indices.toReversed(), -1],
    });
    expect(ns.$toSuiteQL(nested)).toEqual({
      text: `${'('.repeat(count)}?${')'.repeat(count)}`,
      parameters: [1],
    });
    const inBuilder = from(customer).where(sql.condition(condition)).select({ id: customer.id });
    expect(ns.$toSuiteQL(inBuilder).parameters).toHaveLength(count + 1);

    let few = sql`id > ${-1}`;
    for (const id of [10, 11]) few = sql`${few} AND id <> ${id}`;
    expect(await ns.$all(sql`SELECT id FROM customer WHERE ${few}`)).toEqual([{ id: '12' }]);
  });

  it('keeps a condition of the builder together, however deep the piece stands that holds it', () => {
    const either = sql`${or(eq(customer.id, '10'), eq(customer.id, '11'))}`;
    expect(ns.$toSuiteQL(sql`SELECT id FROM customer WHERE ${sql`${either}`} AND id > 1`).text).toBe(
      'SELECT id FROM customer WHERE (customer.id = ? OR customer.id = ?) AND id > 1',
    );
  });

  it('decodes and types rows whose columns are declared', async () => {
    const query = sql`
      SELECT id, ${sql.output(salesorder.trandate)} AS trandate, foreigntotal AS orderTotal
      FROM transaction WHERE type = 'SalesOrd' ORDER BY id DESC`.as({
      id: salesorder.id,
      trandate: salesorder.trandate,
      orderTotal: 'num',
    });

    expect(ns.$toSuiteQL(query).text).toContain("TO_CHAR(transaction.trandate, 'YYYY-MM-DD') AS trandate");
    const rows = await ns.$all(query);
    expectTypeOf(rows).items.toHaveProperty('id').toEqualTypeOf<Id<'transaction'>>();
    expectTypeOf(rows).items.toHaveProperty('orderTotal').toEqualTypeOf<number | null>();
    expect(rows).toEqual([
      { id: '102', trandate: '2026-02-01', orderTotal: null },
      { id: '101', trandate: '2026-02-01', orderTotal: 0.3 },
      { id: '100', trandate: '2026-01-01', orderTotal: 10.5 },
    ]);
  });

  it('refuses a date in the form of the account instead of guessing it', async () => {
    const query = sql`SELECT trandate FROM transaction`.as({ trandate: 'date' });
    await expect(ns.$first(query)).rejects.toThrow(
      /^A date came as '.+', in the account's own form\. Select it as TO_CHAR\(column, 'YYYY-MM-DD'\) AS name/,
    );
  });

  it('takes tables, aliases, columns and conditions of the generated code', async () => {
    const boss = alias(employee, 'boss');
    const query = sql<{ name: string; bossname: string }>`
      SELECT ${employee.entityid} AS name, ${boss.entityid} AS bossname
      FROM ${employee} JOIN ${boss} ON ${eq(employee.supervisor, boss.id)}
      WHERE ${or(eq(employee.lastname, "O'Hara"), eq(boss.id, 7))} AND 1 = 1`;

    expect(ns.$toSuiteQL(query)).toEqual({
      text: `
      SELECT employee.entityid AS name, boss.entityid AS bossname
      FROM employee JOIN employee boss ON employee.supervisor = boss.id
      WHERE (employee.lastname = ? OR boss.id = ?) AND 1 = 1`,
      parameters: ["O'Hara", 7],
    });
    expect(await ns.$all(query)).toEqual([{ name: 'Bo', bossname: 'Ada' }]);
  });

  it('puts pieces together, in order', async () => {
    const since = sql`trandate >= ${sql.value('2026-02-01', 'date')}`;
    const kinds = sql.in(sql`UPPER(type)`, ['SALESORD', 'CUSTINVC']);
    const query = sql<{ tranid: string }>`
      SELECT tranid FROM transaction WHERE ${sql.join([since, kinds, and(gte(salesorder.foreigntotal, 1))], sql` AND `)} ORDER BY ${sql.join([sql`id`, sql`tranid`])}${sql``}`;

    expect(ns.$toSuiteQL(query)).toEqual({
      text: `
      SELECT tranid FROM transaction WHERE trandate >= TO_DATE(?, 'YYYY-MM-DD') AND UPPER(type) IN (?, ?) AND transaction.foreigntotal >= ? ORDER BY id, tranid`,
      parameters: ['2026-02-01', 'SALESORD', 'CUSTINVC', 1],
    });
    expect(await ns.$all(query)).toEqual([{ tranid: 'INV1' }]);
  });

  it('finds members and others among none, few and over 1,000 values', async () => {
    const count = async (condition: Sql<unknown>): Promise<unknown> =>
      (
        await ns.$first(
          sql<{ n: string }>`SELECT COUNT(*) AS n FROM ${customer} WHERE 1 = 1 AND ${condition}`,
        )
      )?.n;
    const many = Array.from({ length: 2500 }, (_, at) => at + 11);

    expect(await count(sql.in(customer.id, []))).toBe('0');
    expect(await count(sql.notIn(customer.id, []))).toBe('3');
    expect(await count(sql.in(customer.id, [10, 12]))).toBe('2');
    expect(await count(sql.in(customer.id, many))).toBe('2');
    expect(await count(sql.notIn(customer.id, many))).toBe('1');
    const { text } = ns.$toSuiteQL(sql`SELECT 1 FROM t WHERE a = 1 AND ${sql.in(customer.id, many)}`);
    expect(text).toMatch(
      /AND \(customer\.id IN \((?:\?(?:, )?){1000}\) OR .* OR customer\.id IN \((?:\?(?:, )?){500}\)\)$/,
    );
  });

  it('streams, and reads the first row', async () => {
    const query = sql<{ id: string }>`SELECT id FROM ${customer} ORDER BY id`;
    const ids: string[] = [];
    for await (const { id } of ns.$stream(query)) ids.push(id);
    expect(ids).toEqual(['10', '11', '12']);
    expect(await ns.$first(sql<{ id: string }>`SELECT id FROM customer WHERE 1 = 0`)).toBeNull();
    expect(await ns.$all(query).toSuiteQL()).toEqual({
      text: 'SELECT id FROM customer ORDER BY id',
      parameters: [],
    });
  });

  it('gives any text back that goes in as a value, under both ways of sending', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom("'", "''", '?', '--', '/*', "'; DROP TABLE customer --", '\\', "\\'", '"'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (parts) => {
        const value = parts.join('').replaceAll('\0', '');
        const query = sql<{ echo?: string }>`SELECT ${value} AS echo FROM ${customer} WHERE id = ${10}`;
        // Oracle has no empty text: it is NULL.
        const expected = value === '' ? {} : { echo: value };
        expect(await ns.$all(query)).toEqual([expected]);
        expect(await literal.$all(query)).toEqual([expected]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['null', null, 'sql: a part is null. Write NULL or IS NULL'],
    ['undefined', undefined, 'sql: a part is undefined.'],
    ['an array', [1, 2], 'Use sql.in(column, values)'],
    ['a Date', new Date(0), "Give sql.value('2026-01-31', 'date')"],
    ['NaN', Number.NaN, 'Give a string, a finite number or a boolean'],
    ['an object', { id: 1 }, 'sql: a part is an object.'],
    [
      'a query of the builder',
      from(customer).select({ id: customer.id }),
      'a query of the builder is none of them',
    ],
    ['a subtype', salesorder, "WHERE transaction.type = 'SalesOrd'"],
  ])('refuses %s, and says what to write', (_, part, message) => {
    expect(() => sql`SELECT ${part as unknown as string}`).toThrow(TypeError);
    expect(() => sql`SELECT ${part as unknown as string}`).toThrow(message);
  });

  it('says so where a query was not awaited', () => {
    const found = ns.$first(sql`SELECT id FROM customer`);
    expect(() => sql`SELECT ${found as never}`).toThrow(
      new TypeError('sql: a part is a query that was not awaited: write await before it.'),
    );
    for (const build of [
      () => eq(customer.id, found as never),
      () => eq(salesorder.foreigntotal, found as never),
      () => sql.in(customer.id, [found as never]),
    ]) {
      expect(build).toThrow('The value is a query that was not awaited: write await before it.');
    }
  });

  it('refuses to be called with a text', () => {
    const call = sql as unknown as (text: string) => unknown;
    expect(() => call("SELECT id FROM customer WHERE id = '1'")).toThrow('sql is a template tag');
  });

  it('refuses holes in a list of values or parts, as it does undefined', () => {
    const holes = [1, 2];
    delete holes[0];
    expect(() => sql.in(customer.id, holes)).toThrow('sql.in(): Cannot compare with undefined');
    expect(() => sql.notIn(customer.id, holes)).toThrow('sql.notIn(): Cannot compare with undefined');
    expect(() => sql.join(holes)).toThrow('sql: a part is undefined');
  });

  it.each([[[]], ['id'], [5], [null], [new Map([['id', 5]])]])(
    'a query of a file refuses %j in place of its parameters',
    (given) => {
      const parameters = [{ name: 'id', kind: 'id' }] as const;
      const byId = defineQuery<(of: never) => Query<unknown>>({
        name: 'byId',
        text: 'SELECT id FROM customer WHERE id = ?',
        parameters,
        columns: { id: 'id' },
      });
      expect(() => byId(given as never)).toThrow(
        /^byId: .* cannot stand here. Give an object of parameters.$/,
      );
      expect(() => byId({ id: new Date() } as never)).toThrow(
        'byId: id: Cannot compare with an instance of Date',
      );
    },
  );

  it('refuses a value between quotes, where it would be no value', async () => {
    await expect(ns.$all(sql`SELECT id FROM customer WHERE companyname = '${'x'}'`)).rejects.toThrow(
      'The SuiteQL statement has 0 ? placeholders and 1 values were given.',
    );
  });

  it('has no rows that are not text, unless they are declared', () => {
    // @ts-expect-error A number cannot come undeclared.
    sql<{ total: number }>`SELECT 1 AS total FROM dual`;
    expectTypeOf(sql`SELECT 1 AS n FROM dual`.as({ n: 'int', of: customer.salesrep })).toMatchTypeOf<
      Query<{ readonly n: number | null }>
    >();
  });
});
