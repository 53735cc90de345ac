import api from '@fye/netsuite-rest-api';
import { startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contractSeed, customerIds } from './contract-seed.js';
import { startTlsProxy } from './tls-proxy.js';

const seed = {
  tables: {
    ...contractSeed.tables,
    currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
    item: [{ id: 7, itemid: 'GRINDER', itemtype: 'InvtPart' }],
  },
};
const emulator = await startEmulator({ seed, account: '1234567_SB1' });
const proxy = await startTlsProxy(emulator.url);
// It has no option for the certificate of a proxy.
beforeAll(() => vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'));
afterAll(async () => {
  vi.unstubAllEnvs();
  proxy.close();
  await emulator.close();
});

const { consumerKey, consumerSecret, tokenId, tokenSecret } = emulator.credentials.tba;
const config = {
  netsuiteApiHost: proxy.host,
  consumerKey,
  consumerSecret,
  netsuiteAccountId: emulator.account,
  netsuiteTokenKey: tokenId,
  netsuiteTokenSecret: tokenSecret,
  netsuiteQueryLimit: 5,
};

describe('@fye/netsuite-rest-api, unchanged, through a TLS proxy', () => {
  it('streams all pages of a query, from one link to the next', async () => {
    const stream = api.suiteqlSearch(config, { query: 'SELECT id, companyname FROM customer ORDER BY id' });
    const totals: unknown[] = [];
    stream.on('totalResults', (total: unknown) => totals.push(total));
    const rows: { readonly id: string }[] = [];
    for await (const row of stream) rows.push(row as { readonly id: string });
    expect(rows.map(({ id }) => id)).toEqual(customerIds);
    expect(rows[4]).toEqual({ links: [], companyname: "O'Neill & Söhne 5", id: '5' });
    expect(totals).toEqual([23]);
  });

  it('follows the links of a collection', async () => {
    const ids: string[] = [];
    let path: string | undefined = 'services/rest/record/v1/customer?limit=10';
    while (path !== undefined) {
      const { body } = await api.makeRequest(config, { method: 'GET', requestType: 'record', path });
      const page = body as {
        readonly items: readonly { readonly id: string }[];
        readonly links: readonly { readonly rel: string; readonly href: string }[];
      };
      ids.push(...page.items.map(({ id }) => id));
      path = page.links.find(({ rel }) => rel === 'next')?.href.replace(`https://${proxy.host}/`, '');
    }
    expect(ids).toEqual(customerIds);
  });

  it('creates, changes and reads a sales order with its lines', async () => {
    const created = await api.makeRequest(config, {
      method: 'POST',
      requestType: 'record',
      path: api.salesOrderPath,
      query: { entity: { id: '1' }, item: { items: [{ item: { id: '7' }, quantity: 2, rate: 10 }] } },
    });
    expect(created.statusCode).toBe(204);
    const location = created.headers.location ?? '';
    expect(location).toMatch(new RegExp(`^https://${proxy.host}/services/rest/record/v1/salesorder/\\d+$`));
    const id = location.slice(location.lastIndexOf('/') + 1);
    const changed = await api.update(config, {
      id,
      path: api.salesOrderPath,
      updateValues: { memo: 'Urgent' },
    });
    expect(changed.statusCode).toBe(204);
    const path = `${api.salesOrderPath}/${id}?${api.expandAbleSubResourcesQueryParam}`;
    const { body } = await api.makeRequest(config, { method: 'GET', requestType: 'record', path });
    expect(body).toMatchObject({ id, memo: 'Urgent', item: { items: [{ quantity: 2, item: { id: '7' } }] } });
  });

  it('sees what NetSuite answers to a mistake', async () => {
    const read = async (): Promise<void> => {
      for await (const _row of api.suiteqlSearch(config, { query: 'SELECT id FROM nothing' }));
    };
    await expect(read()).rejects.toThrow('Invalid search type: nothing.');
    const stranger = { ...config, netsuiteTokenSecret: 'wrong' };
    const request = { method: 'POST', requestType: 'suiteql', query: 'SELECT id FROM customer' } as const;
    expect((await api.makeRequest(stranger, request)).statusCode).toBe(401);
  });
});
