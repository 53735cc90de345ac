import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

const emulator = await startEmulator({
  seed: {
    tables: {
      subsidiary: [{ id: 1, name: 'Parent Company' }],
      currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
      customer: [{ id: 20, companyname: 'Acme' }],
      entity: [{ id: 20, entityid: 'Acme', type: 'CustJob' }],
      vendor: [{ id: 30, companyname: 'Mill' }],
      item: [{ id: 7, itemid: 'GRINDER', itemtype: 'InvtPart' }],
      transaction: [{ id: 50, type: 'SalesOrd', entity: 20 }],
      transactionline: [{ uniquekey: 90, id: 1, transaction: 50, mainline: false, item: 7 }],
    },
    custom: { customrecord_flight: { columns: {} } },
  },
});
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

async function create(record: string, body: unknown): Promise<number> {
  const response = await call(emulator, `${records}/${record}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(204);
  return Number(/\d+$/.exec(response.headers.get('location') ?? '')?.[0]);
}

async function remove(record: string, id: number): Promise<void> {
  expect((await call(emulator, `${records}/${record}/${id}`, { method: 'DELETE' })).status).toBe(204);
}

// NetSuite's internal ids are not used again after a record was deleted.
describe('the id of a new record', () => {
  it.each<[record: string, body: unknown]>([
    ['vendor', { companyName: 'New', subsidiary: { id: '1' } }],
    ['currency', { name: 'Franc', symbol: 'CHF' }],
    ['customrecord_flight', { name: 'LX 1' }],
    ['salesOrder', { entity: { id: '20' }, item: { items: [{ item: { id: '7' }, quantity: 1 }] } }],
  ])('of type %s is not one that was deleted', async (record, body) => {
    const first = await create(record, body);
    await remove(record, first);
    const second = await create(record, body);
    expect(second).toBeGreaterThan(first);
    await remove(record, second);
    await create('vendor', { companyName: 'Between', subsidiary: { id: '1' } });
    expect(await create(record, body)).toBeGreaterThan(second);
  });

  it('is not that of a row of the seed which was deleted, nor of a record that shares its ids', async () => {
    const fresh = await startEmulator({
      seed: {
        tables: {
          subsidiary: [{ id: 1, name: 'Parent Company' }],
          vendor: [{ id: 30, companyname: 'Mill' }],
          customer: [{ id: 20, companyname: 'Acme' }],
        },
      },
    });
    await call(fresh, `${records}/vendor/30`, { method: 'DELETE' });
    const response = await call(fresh, `${records}/customer`, {
      method: 'POST',
      body: JSON.stringify({ companyName: 'New', subsidiary: { id: '1' } }),
    });
    expect(response.headers.get('location')).toMatch(/\/customer\/31$/);
    await fresh.close();
  });

  it('is new for the lines of a transaction whose lines are replaced', async () => {
    const keys = async (): Promise<readonly number[]> => {
      const response = await query(emulator, 'SELECT uniquekey FROM transactionline WHERE transaction = 50');
      const { items } = (await response.json()) as { readonly items: readonly { uniquekey: string }[] };
      return items.map(({ uniquekey }) => Number(uniquekey));
    };
    const before = await keys();
    const body = JSON.stringify({ item: { items: [{ item: { id: '7' }, quantity: 2 }] } });
    const changed = await call(emulator, `${records}/salesOrder/50?replace=item`, { method: 'PATCH', body });
    expect(changed.status).toBe(204);
    expect((await keys()).filter((key) => before.includes(key))).toEqual([]);
  });
});
