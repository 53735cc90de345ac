import { startEmulator } from '@suitewright/emulator';
import { NetSuiteClient, NetSuiteError, suiteql } from 'netsuite-sdk';
import { afterAll, describe, expect, it } from 'vitest';
import { contractSeed, customerIds } from './contract-seed.js';

const emulator = await startEmulator({ seed: contractSeed, account: '1234567_SB1' });
afterAll(() => emulator.close());

const { consumerKey, consumerSecret, tokenId, tokenSecret } = emulator.credentials.tba;

// It has no setting for the host. Its middleware runs after the signature, which stays that of the
// account's own host, as behind a proxy.
function connect(secret: string = tokenSecret): NetSuiteClient {
  const client = new NetSuiteClient({
    auth: { consumerKey, consumerSecret, tokenKey: tokenId, tokenSecret: secret, realm: emulator.account },
    accountId: emulator.account,
  });
  return client.use((context, next) => {
    context.url = context.url.replace('https://1234567-sb1.suitetalk.api.netsuite.com', emulator.url);
    return next();
  });
}

describe('netsuite-sdk, unchanged', () => {
  const statement = suiteql().select('id', 'companyname').from('customer').orderBy('id').build();

  it('reads all pages of a query', async () => {
    const result = await connect().suiteql.query(statement, { pageSize: 5 });
    expect(result).toMatchObject({ totalResults: 23, pagesFetched: 5, hasMore: false });
    expect(result.items.map(({ id }) => id)).toEqual(customerIds);
    expect(result.items[4]).toEqual({ links: [], companyname: "O'Neill & Söhne 5", id: '5' });
  });

  it('streams pages', async () => {
    const sizes: number[] = [];
    for await (const page of connect().suiteql.queryPages(statement, { pageSize: 10 }))
      sizes.push(page.length);
    expect(sizes).toEqual([10, 10, 3]);
  });

  it('creates, reads, changes, lists and deletes a record', async () => {
    const { records } = connect();
    const created = await records.create('customer', { companyName: 'Neu GmbH', subsidiary: { id: '1' } });
    expect(created.status).toBe(204);
    const id = /\/(\d+)$/.exec(created.headers.location ?? '')?.[1] ?? '';
    expect((await records.get('customer', id)).data).toMatchObject({ id, companyName: 'Neu GmbH' });
    await records.update('customer', id, { comments: 'Pays late' });
    expect((await records.get('customer', id, { fields: ['comments'] })).data).toMatchObject({
      comments: 'Pays late',
    });
    expect((await records.list('customer', { limit: 10, offset: 20 })).data).toMatchObject({
      totalResults: 24,
      count: 4,
    });
    await records.delete('customer', id);
    await expect(records.get('customer', id)).rejects.toMatchObject({ status: 404 });
  });

  it('sees what NetSuite answers to a mistake', async () => {
    const error = await connect()
      .suiteql.query('SELECT id FROM nothing')
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetSuiteError);
    expect(error).toMatchObject({ status: 400, details: { title: 'Bad Request' } });
    await expect(connect('wrong').suiteql.query(statement)).rejects.toMatchObject({ status: 401 });
  });
});
