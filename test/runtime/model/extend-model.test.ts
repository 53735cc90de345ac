import { extendModel } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store, type StoreClient } from './store.js';

let store: Store;
let ns: StoreClient;

beforeAll(async () => {
  store = await openStore();
  ns = store.ns;
});
afterAll(() => store[Symbol.asyncDispose]());

const extended = () =>
  extendModel(ns.customer, {
    where: { isinactive: false },
    computed: (field) => ({
      label: field(['id', 'companyname'], ({ id, companyname }) => `${companyname} (${id})`),
      domain: field(['email'], ({ email }) => email?.split('@')[1] ?? null),
    }),
    methods: (model) => ({
      named: (companyname: string) => model.findFirst({ where: { companyname }, select: { label: true } }),
    }),
  });

describe('extendModel', () => {
  it('computes fields from columns that are asked for with them', async () => {
    const query = extended().findMany({ select: { domain: true, children: { select: { id: true } } } });

    expect((await query.toSuiteQL()).text).toBe(
      'SELECT t0.id AS c0, t0.email AS c1 FROM customer t0 WHERE t0.isinactive = ? ORDER BY t0.id ASC',
    );
    const rows = await query;
    const domain: string | null | undefined = rows[0]?.domain;
    expect(domain).toBe('acme.test');
    expect(rows).toEqual([
      { domain: 'acme.test', children: [{ id: '11' }, { id: '12' }] },
      { domain: null, children: [] },
    ]);
  });

  it('gives computed fields beside all columns', async () => {
    const row: ReturnType<typeof extended>['$row'] | null = await extended().findFirst();

    expect(row).toMatchObject({ id: '10', companyname: 'Acme', label: 'Acme (10)', domain: 'acme.test' });
  });

  it('computes from columns in whose place a relation is returned', async () => {
    const customers = extendModel(ns.customer, {
      computed: (field) => ({ above: field(['parent'], ({ parent }) => `above: ${parent}`) }),
    });
    const where = { id: 11 };

    expect(
      await customers.findFirst({
        where,
        select: { above: true, parent: { select: { companyname: true } } },
      }),
    ).toEqual({ above: 'above: 10', parent: { companyname: 'Acme' } });
    expect(await customers.findFirst({ where, include: { parent: { select: { id: true } } } })).toMatchObject(
      {
        above: 'above: 10',
        parent: { id: '10' },
      },
    );
    expect(await customers.findFirst({ where, select: { above: true, parent: true } })).toEqual({
      above: 'above: 10',
      parent: '10',
    });
  });

  it('refuses anything but true or false for a computed field, and columns that do not exist', async () => {
    for (const choice of ['yes', 1, null, {}]) {
      const call = extended().findMany({ select: { id: true, label: choice } } as never);
      await expect(call).rejects.toThrow('select.label of customer: ');
    }
    expect(await extended().findFirst({ select: { id: true, label: false } })).toEqual({ id: '10' });
    const wrong = extendModel(ns.customer, {
      computed: (field) => ({ label: field(['nme' as 'id'], ({ id }) => id) }),
    });
    await expect(wrong.findMany()).rejects.toThrow(
      "A computed field of customer needs nme: customer has no field 'nme'",
    );
  });

  it('keeps its filter, whatever happens to the object that it was given', async () => {
    const where = { OR: [{ id: 10 }] };
    const customers = extendModel(ns.customer, { where });
    where.OR.push({ id: 11 });

    expect(await customers.count()).toBe(1);
  });

  it('filters by default, unless a query lifts it', async () => {
    const customers = extended();

    expect(await customers.count()).toBe(2);
    expect(await customers.count({ unfiltered: true })).toBe(3);
    expect(await customers.exists({ where: { id: 12 } })).toBe(false);
    expect(await customers.findUnique({ where: { id: '12' } })).toBeNull();
    expect(
      (await customers.findMany({ where: { OR: [{ id: 12 }, { id: 11 }] } })).map(({ id }) => id),
    ).toEqual(['11']);
    expect(await customers.findMany({ unfiltered: true })).toHaveLength(3);
    expect((await customers.aggregate({ _count: true }))._count).toBe(2);
    expect((await customers.paginate({})).rows.map(({ label }) => label)).toEqual(['Acme (10)', 'Beta (11)']);
  });

  it('has methods of its own, and can be extended again', async () => {
    expect(await extended().named('Beta')).toEqual({ label: 'Beta (11)' });
    const again = extendModel(extended(), {
      where: { email: { not: null } },
      computed: (field) => ({ short: field(['companyname'], ({ companyname }) => companyname?.slice(0, 2)) }),
    });
    expect(await again.findMany({ select: { short: true, label: true } })).toEqual([
      { short: 'Ac', label: 'Acme (10)' },
    ]);
  });

  it('leaves the model as it is', async () => {
    extended();

    expect(await ns.customer.count()).toBe(3);
    expect(await ns.customer.findFirst({ select: { id: true } })).toEqual({ id: '10' });
  });
});
