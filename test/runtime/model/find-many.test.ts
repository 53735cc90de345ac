import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopClient } from '../shop.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('findMany', () => {
  it('returns every column, decoded, in the order of the key', async () => {
    const query = ns.customer.findMany();

    expect((await query.toSuiteQL()).text).toBe(
      `SELECT t0.id AS c0, t0.companyname AS c1, TO_CHAR(t0.datecreated, 'YYYY-MM-DD"T"HH24:MI:SS') AS c2, t0.isinactive AS c3, t0.salesrep AS c4 FROM customer t0 ORDER BY t0.id ASC`,
    );
    expect((await query)[2]).toEqual({
      id: '12',
      companyname: "Zoë's",
      datecreated: '2025-12-31T23:59:59',
      isinactive: true,
      salesrep: null,
    });
  });

  it('joins the relations that are selected and filtered by, each once', async () => {
    const query = ns.salesorder.findMany({
      where: { trandate: { gte: '2026-01-01' }, entity: { companyname: { startsWith: 'Acme' } } },
      select: {
        tranid: true,
        foreigntotal: true,
        entity: {
          select: {
            companyname: true,
            salesrep: { select: { lastname: true, supervisor: { select: { entityid: true } } } },
          },
        },
      },
      orderBy: { trandate: 'desc' },
      take: 2,
    });

    expect(await query.toSuiteQL()).toEqual({
      text:
        'SELECT t0.tranid AS c0, t0.foreigntotal AS c1, t1.id AS c2, t1.companyname AS c3, t2.id AS c4, t2.lastname AS c5, t3.id AS c6, t3.entityid AS c7 ' +
        'FROM transaction t0 LEFT JOIN customer t1 ON t0.entity = t1.id LEFT JOIN employee t2 ON t1.salesrep = t2.id LEFT JOIN employee t3 ON t2.supervisor = t3.id ' +
        "WHERE t0.type = ? AND t0.trandate >= TO_DATE(?, 'YYYY-MM-DD') AND t1.companyname LIKE ? ORDER BY t0.trandate DESC, t0.id ASC FETCH FIRST 2 ROWS ONLY",
      parameters: ['SalesOrd', '2026-01-01', 'Acme%'],
    });
    expect(await query).toEqual([
      {
        tranid: 'SO2',
        foreigntotal: 0.3,
        entity: { companyname: 'Acme_Labs', salesrep: { lastname: 'Ek', supervisor: null } },
      },
      {
        tranid: 'SO3',
        foreigntotal: null,
        entity: {
          companyname: 'Acme 100%',
          salesrep: { lastname: "O'Hara", supervisor: { entityid: 'Ada' } },
        },
      },
    ]);
  });

  it('gives the id of a reference, or the row it points to, as asked', async () => {
    const [id] = await ns.salesorder.findMany({ select: { entity: true }, take: 1 });
    const [row] = await ns.salesorder.findMany({ select: { entity: { select: { id: true } } }, take: 1 });

    expect(id).toEqual({ entity: '10' });
    expect(row).toEqual({ entity: { id: '10' } });
  });

  it.each([
    ['a value', { companyname: 'Acme_Labs' }, ['11']],
    ['null', { salesrep: null }, ['12']],
    ['not null', { salesrep: { not: null } }, ['10', '11']],
    ['in', { id: { in: ['10', 12] } }, ['10', '12']],
    ['notIn', { id: { notIn: [10] } }, ['11', '12']],
    ['a range of datetimes', { datecreated: { between: ['2026-01-01', '2026-06-30'] } }, ['10']],
    ['text in any letter case', { companyname: { contains: 'ACME', mode: 'insensitive' } }, ['10', '11']],
    ['OR', { OR: [{ id: 10 }, { companyname: { endsWith: "'s" } }] }, ['10', '12']],
    ['OR of none', { OR: [] }, []],
    ['NOT', { NOT: { isinactive: true } }, ['10', '11']],
    ['AND', { AND: [{ id: { gt: 10 } }, { id: { lt: 12 } }] }, ['11']],
    [
      'undefined, which is left out',
      { companyname: undefined, id: { gte: 11, lt: undefined } },
      ['11', '12'],
    ],
    ['a relation', { salesrep: { supervisor: { entityid: 'Ada' } } }, ['10']],
  ] as const)('filters by %s', async (_name, where, ids) => {
    // Every case is a valid `where`; their union is wider than one argument's type.
    const rows = await ns.customer.findMany({ where: where as { id?: string }, select: { id: true } });

    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('skips rows, whether or not a page starts there', async () => {
    const ids = async (skip: number, take?: number) =>
      (
        await ns.customer.findMany({ select: { id: true }, skip, ...(take === undefined ? {} : { take }) })
      ).map(({ id }) => id);

    expect(await ids(1)).toEqual(['11', '12']);
    expect(await ids(1, 1)).toEqual(['11']);
    expect(await ids(1, 2)).toEqual(['11', '12']);
    expect(await ids(2, 5)).toEqual(['12']);
    expect(await ids(5)).toEqual([]);
    expect(await ids(0, 0)).toEqual([]);
  });

  it('asks for the smallest page that holds the rows', async () => {
    const before = shop.emulator.requests.total;
    await ns.customer.findMany({ take: 1 });

    expect(shop.emulator.requests.total - before).toBe(1);
  });

  it('turns datetimes into UTC where the time zone of the account is known, both ways', async () => {
    const berlin = shop.client({ timeZone: 'Europe/Berlin' });
    const rows = await berlin.customer.findMany({
      where: { datecreated: { gte: '2026-01-31T08:30:00Z' } },
      select: { datecreated: true },
    });

    expect(rows).toEqual([{ datecreated: '2026-01-31T08:30:00Z' }, { datecreated: '2026-07-01T10:00:00Z' }]);
  });

  it('refuses a moment while the time zone is not known', async () => {
    await expect(
      ns.customer.findMany({ where: { datecreated: { gt: '2026-01-31T08:30:00Z' } } }),
    ).rejects.toThrow("Set the option 'timeZone'");
  });

  it('gives decimals as text, or as a codec makes them', async () => {
    const text = await shop
      .client({ decimals: 'string' })
      .salesorder.findMany({ select: { foreigntotal: true } });
    const cents = { decode: (wire: string) => Math.round(Number(wire) * 100), encode: String };
    const coded = await shop
      .client({ decimals: cents })
      .salesorder.findMany({ select: { foreigntotal: true } });

    expect(text.map((row) => row.foreigntotal)).toEqual(['10.5', '0.3', null]);
    expect(coded.map((row) => row.foreigntotal)).toEqual([1050, 30, null]);
  });

  it.each([
    [{ where: { compnyname: 'x' } }, "customer has no field 'compnyname'"],
    [{ where: { companyname: { like: 'x' } } }, "'like' is not a condition"],
    [{ select: {} }, 'select of customer names no field'],
    [{ orderBy: { id: 'up' } }, "give 'asc', 'desc'"],
    [{ take: 1.5 }, 'take: 1.5 is not a number of rows'],
    [{ where: { datecreated: { gt: '31.01.2026' } } }, "'31.01.2026' is not a datetime"],
  ])('refuses %j with words that say what is wrong', async (query, message) => {
    await expect(ns.customer.findMany(query as never)).rejects.toThrow(message);
  });

  it('is not sent before it is awaited', async () => {
    const before = shop.emulator.requests.total;
    await ns.customer.findMany().toSuiteQL();

    expect(shop.emulator.requests.total).toBe(before);
  });
});

describe('findFirst, count and stream', () => {
  it('gives the first row or null', async () => {
    expect(await ns.customer.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })).toEqual({
      id: '12',
    });
    expect(await ns.customer.findFirst({ where: { id: 99 } })).toBeNull();
  });

  it('counts rows of the subtype only, through relations too', async () => {
    expect(await ns.salesorder.count()).toBe(3);
    expect(await ns.salesorder.count({ where: { entity: { companyname: 'Acme 100%' } } })).toBe(2);
  });

  it('streams rows', async () => {
    const ids: string[] = [];
    for await (const { id } of ns.customer.stream({ select: { id: true } })) ids.push(id);

    expect(ids).toEqual(['10', '11', '12']);
  });
});
