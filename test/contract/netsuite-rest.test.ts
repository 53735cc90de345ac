import { startEmulator } from '@suitewright/emulator';
import NetSuiteRest from 'netsuite-rest';
import { afterAll, describe, expect, it } from 'vitest';
import { contractSeed, customerIds } from './contract-seed.js';

const emulator = await startEmulator({ seed: contractSeed, account: '1234567_SB1' });
afterAll(() => emulator.close());

const { consumerKey, consumerSecret, tokenId, tokenSecret } = emulator.credentials.tba;
const options = {
  consumer_key: consumerKey,
  consumer_secret_key: consumerSecret,
  token: tokenId,
  token_secret: tokenSecret,
  realm: emulator.account,
  base_url: emulator.url,
};
const client = new NetSuiteRest(options);

interface Page {
  readonly items: readonly Readonly<Record<string, string>>[];
  readonly hasMore: boolean;
  readonly totalResults: number;
}

describe('netsuite-rest, unchanged', () => {
  it('tries its credentials as its documentation says', async () => {
    expect((await client.request({ path: '*', method: 'OPTIONS' })).statusCode).toBe(204);
  });

  it('reads all pages of a query', async () => {
    const rows: Readonly<Record<string, string>>[] = [];
    let more = true;
    while (more) {
      const { data } = await client.request({
        path: `query/v1/suiteql?limit=5&offset=${rows.length}`,
        method: 'POST',
        body: JSON.stringify({
          q: "SELECT id, companyname FROM customer WHERE companyname LIKE 'O''Neill%' ORDER BY id",
        }),
      });
      const page = data as Page;
      expect(page.totalResults).toBe(23);
      rows.push(...page.items);
      more = page.hasMore;
    }
    expect(rows.map(({ id }) => id)).toEqual(customerIds);
    expect(rows[4]).toEqual({ links: [], companyname: "O'Neill & Söhne 5", id: '5' });
    expect(emulator.requests.byService.suiteql).toBe(5);
  });

  it('lists records and reads the catalog', async () => {
    const { data: customers } = await client.request({ path: 'record/v1/customer/?limit=10' });
    expect((customers as Page).items).toHaveLength(10);
    const { data: catalog } = await client.request({ path: 'record/v1/metadata-catalog/' });
    expect((catalog as Page).items.length).toBeGreaterThan(150);
  });

  it('fails with wrong credentials', async () => {
    const stranger = new NetSuiteRest({ ...options, token_secret: 'wrong' });
    await expect(stranger.request({ path: 'record/v1/customer/' })).rejects.toThrow(/401/);
  });
});
