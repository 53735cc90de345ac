import { bindClient, type ClientBase, eq, from, gt, inArray, type Pending } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customer, openStore, type Store, transaction } from './store.js';

/** A decimal as a library of the user's has it. */
class Money {
  readonly #cents: bigint;
  constructor(text: string) {
    const [whole = '', rest = ''] = text.split('.');
    this.#cents = BigInt(`${whole}${rest.padEnd(2, '0')}`);
  }
  toText(): string {
    const digits = String(this.#cents).padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
}

const decimals = {
  decode: (text: string) => new Money(text),
  encode: (value: unknown) => (value as Money).toText(),
};

/** A model whose types do not know of the client's decimals: those are declared for a whole program. */
interface Untyped {
  findMany(query: object): Pending<{ readonly id: string }[]>;
  groupBy(query: object): Pending<unknown[]>;
  count(query: object): Pending<number>;
}

let store: Store;
let transactions: Untyped;

beforeAll(async () => {
  store = await openStore(undefined, { decimals });
  transactions = store.ns.transaction as never;
});
afterAll(() => store[Symbol.asyncDispose]());

const five = new Money('5');
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("a decimal of the user's codec", () => {
  it.each<[string, object, string, readonly string[], readonly string[]]>([
    ['alone', { foreigntotal: five }, 't0.foreigntotal = ?', ['5.00'], ['101']],
    ['equals', { foreigntotal: { equals: five } }, 't0.foreigntotal = ?', ['5.00'], ['101']],
    ['not', { foreigntotal: { not: five } }, 't0.foreigntotal <> ?', ['5.00'], ['100', '103']],
    [
      'in',
      { foreigntotal: { in: [five, new Money('99')] } },
      't0.foreigntotal IN (?, ?)',
      ['5.00', '99.00'],
      ['101', '103'],
    ],
    ['notIn', { foreigntotal: { notIn: [five] } }, 't0.foreigntotal NOT IN (?)', ['5.00'], ['100', '103']],
    ['gt', { foreigntotal: { gt: five } }, 't0.foreigntotal > ?', ['5.00'], ['100', '103']],
    ['lte', { foreigntotal: { lte: five } }, 't0.foreigntotal <= ?', ['5.00'], ['101']],
    [
      'between',
      { foreigntotal: { between: [five, new Money('30')] } },
      't0.foreigntotal BETWEEN ? AND ?',
      ['5.00', '30.00'],
      ['100', '101'],
    ],
    ['in NOT', { NOT: { foreigntotal: five } }, 'NOT (t0.foreigntotal = ?)', ['5.00'], ['100', '103']],
    [
      'in OR',
      { OR: [{ foreigntotal: five }, { foreigntotal: null }] },
      't0.foreigntotal = ? OR t0.foreigntotal IS NULL',
      ['5.00'],
      ['101', '102'],
    ],
  ])('filters: %s', async (_title, where, text, parameters, ids) => {
    const query = transactions.findMany({ where, select: { id: true } });
    expect(await query.toSuiteQL()).toEqual({
      text: `SELECT t0.id AS c0 FROM transaction t0 WHERE ${text} ORDER BY t0.id ASC`,
      parameters,
    });
    expect(idsOf(await query)).toEqual(ids);
  });

  it('filters rows of a list, and groups', async () => {
    const rows = await transactions.findMany({
      where: { lines: { some: { quantity: five } } },
      select: { id: true, lines: { where: { quantity: five }, select: { uniquekey: true } } },
    });
    expect(rows).toEqual([{ id: '101', lines: [{ uniquekey: '5' }] }]);

    const groups = transactions.groupBy({
      by: ['type'],
      _count: true,
      having: { _max: { foreigntotal: new Money('30') }, _sum: { foreigntotal: { gt: five } } },
    });
    expect((await groups.toSuiteQL()).text).toContain(
      'HAVING MAX(t0.foreigntotal) = ? AND SUM(t0.foreigntotal) > ?',
    );
    expect(await groups).toEqual([{ type: 'SalesOrd', _count: 3 }]);
    expect(
      await transactions.groupBy({
        by: ['foreigntotal'],
        _count: true,
        having: { foreigntotal: five },
      } as never),
    ).toMatchObject([{ _count: 1 }]);
  });

  it('filters in the query builder', async () => {
    const query = (condition: never) =>
      from(transaction).where(condition).orderBy(transaction.id).select({ id: transaction.id });
    const found = async (condition: unknown) => idsOf(await store.ns.$all(query(condition as never)));
    expect(await found(eq(transaction.foreigntotal, five as never))).toEqual(['101']);
    expect(await found(gt(transaction.foreigntotal, five as never))).toEqual(['100', '103']);
    expect(await found(inArray(transaction.foreigntotal, [five as never]))).toEqual(['101']);
  });

  it.each<[string, object, string]>([
    [
      'a column of another kind',
      { id: five },
      'where.id of transaction: Cannot compare with an instance of Money',
    ],
    [
      'a text',
      { tranid: { in: [five] } },
      'where.tranid.in.0 of transaction: Cannot compare with an instance of Money',
    ],
    [
      'a reference',
      { entity: five },
      'where.entity of transaction: Cannot compare with an instance of Money',
    ],
    [
      'a related row',
      { entity: { companyname: five } },
      'where.entity.companyname of transaction: Cannot compare with an instance of Money',
    ],
    ['a list', { lines: five }, 'where.lines of transaction is a relation'],
    ['a group', { OR: five }, 'where.OR of transaction: an instance of Money cannot stand here'],
  ])('is refused for %s', async (_title, where, message) => {
    await expect(transactions.count({ where })).rejects.toThrow(message);
  });

  it('is nothing else than what the codec encodes as a decimal', async () => {
    const count = (foreigntotal: unknown) => transactions.count({ where: { foreigntotal } });
    await expect(count(new Date())).rejects.toThrow(
      "where.foreigntotal of transaction: the codec of the option 'decimals' cannot encode an instance of Date",
    );
    await expect(count({ equals: { toText: () => '1 OR 1 = 1' } })).rejects.toThrow(
      "where.foreigntotal.equals of transaction: the codec of the option 'decimals' makes '1 OR 1 = 1' of an object, which is not a decimal",
    );
    await expect(count({ in: [[five]] })).rejects.toThrow(
      'where.foreigntotal.in.0 of transaction: Cannot compare with an array',
    );
  });

  it('may be a bigint', async () => {
    const models = { transaction: async () => ({ transaction }), customer: async () => ({ customer }) };
    const generated = { format: 1, schema: '', bindParameters: true, timeZone: null, models } as const;
    const whole = {
      decode: (text: string) => BigInt(text),
      encode: (value: unknown) => String(value as bigint),
    };
    const client = bindClient<ClientBase & { readonly transaction: Untyped }>(generated, {
      environment: store.emulator.environment('tba'),
      decimals: whole,
    });
    expect(
      await client.transaction.findMany({
        where: { foreigntotal: 5n },
        select: { id: true, foreigntotal: true },
      }),
    ).toEqual([{ id: '101', foreigntotal: 5n }]);
    await expect(client.transaction.count({ where: { id: 5n } })).rejects.toThrow(
      'where.id of transaction: Cannot compare with 5n',
    );
    await client.$close();
  });
});
