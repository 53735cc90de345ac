import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query, sign } from '../signing.js';

const customers = Array.from({ length: 12 }, (_, index) => ({ id: index + 1, companyname: `C${index + 1}` }));
const emulator = await startEmulator({ seed: { tables: { customer: customers } } });
afterAll(() => emulator.close());

const direct = emulator.url;
const port = emulator.port;

/** Every URL in a response's body. */
async function linksOf(response: Response): Promise<readonly string[]> {
  expect(response.status).toBe(200);
  return (await response.text()).match(/https?:\/\/[^"]+/g) ?? [];
}

describe('links, seen through a proxy', () => {
  it.each<[title: string, headers: Readonly<Record<string, string>>, origin: string]>([
    ['without one', {}, direct],
    [
      'by its scheme and host',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test' },
      'https://ns.test',
    ],
    [
      'by the Host that it passes on',
      { 'x-forwarded-proto': 'https', host: 'ns.test:8443' },
      'https://ns.test:8443',
    ],
    [
      'by a port of its own header',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test', 'x-forwarded-port': '8443' },
      'https://ns.test:8443',
    ],
    [
      'without the port that goes without saying',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test', 'x-forwarded-port': '443' },
      'https://ns.test',
    ],
    [
      'by the first of several',
      { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'outer.test, inner.test' },
      'https://outer.test',
    ],
    ['by an IPv6 address', { 'x-forwarded-host': '[2001:db8::1]:80' }, 'http://[2001:db8::1]:80'],
    [
      'by what is a scheme and a host alone',
      { 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'a"b/c' },
      direct,
    ],
  ])('begin %s', async (_title, headers, origin) => {
    const search = '?limit=5&offset=5';
    const post = { method: 'POST', body: '{"q":"SELECT id FROM customer"}' };
    const responses = await Promise.all([
      call(emulator, `/services/rest/record/v1/customer${search}`, { headers }),
      call(emulator, '/services/rest/record/v1/customer/3', { headers }),
      call(emulator, '/services/rest/record/v1/metadata-catalog?select=customer', { headers }),
      call(emulator, `/services/rest/query/v1/suiteql${search}`, {
        ...post,
        headers: { prefer: 'transient', ...headers },
      }),
    ]);
    for (const response of responses) {
      const links = (await linksOf(response)).filter((link) => link.includes('/services/rest/'));
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !link.startsWith(`${origin}/services/rest/`))).toEqual([]);
    }
  });

  it('leads to a created record', async () => {
    const response = await call(emulator, '/services/rest/record/v1/currency', {
      method: 'POST',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test' },
      body: JSON.stringify({ name: 'Franc', symbol: 'CHF' }),
    });
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/ns\.test\/services\/rest\/record\/v1\/currency\/\d+$/,
    );
  });

  it('may be what the client signs', async () => {
    const path = '/services/rest/record/v1/customer?limit=5';
    const authorization = sign(emulator, { url: `https://ns.test${path}` });
    const headers = { authorization, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test' };
    const response = await emulator.handle(new Request(`http://127.0.0.1:${port}${path}`, { headers }));
    expect(response.status).toBe(200);
  });
});

describe('a page of many results', () => {
  interface Page {
    readonly links: readonly { readonly rel: string; readonly href: string }[];
    readonly hasMore: boolean;
    readonly totalResults: number;
  }
  const rows = Array.from({ length: 1200 }, (_, index) => ({ id: index + 1 }));
  const offsetOf = (page: Page, rel: string): number | undefined => {
    const href = page.links.find((link) => link.rel === rel)?.href;
    return href === undefined ? undefined : Number(new URL(href).searchParams.get('offset'));
  };

  // FACTS.md: 1000 pages at most; vendorBill, vendorPayment and journalEntry each had 5000 results with limit=5.
  it('of a collection counts what 1000 pages hold, and links no further', async () => {
    const large = await startEmulator({ seed: { tables: { customer: rows } } });
    const page = async (search: string): Promise<Page> =>
      (await call(large, `/services/rest/record/v1/customer${search}`)).json() as Promise<Page>;
    expect(await page('?limit=1')).toMatchObject({ totalResults: 1000, hasMore: true });
    expect(await page('?limit=2')).toMatchObject({ totalResults: 1200, hasMore: true });
    const last = await page('?limit=1&offset=999');
    expect(last).toMatchObject({ totalResults: 1000, hasMore: false });
    expect(offsetOf(last, 'next')).toBeUndefined();
    expect(offsetOf(await page('?limit=1'), 'last')).toBe(999);
    await large.close();
  });

  it('of a query links to no page that would be refused', async () => {
    const large = await startEmulator({
      seed: { tables: { customer: rows } },
      resultsMaximum: 1100,
      totalResults: 'actual',
    });
    const page = async (search: string): Promise<Page> => {
      const response = await query(large, 'SELECT id FROM customer ORDER BY id', search);
      expect(response.status).toBe(200);
      return (await response.json()) as Page;
    };
    for (const limit of [1, 2, 100, 1000]) {
      const first = await page(`?limit=${limit}`);
      await page(`?limit=${limit}&offset=${offsetOf(first, 'last')}`);
    }
    expect(offsetOf(await page('?limit=1'), 'last')).toBe(999);
    const end = await page('?limit=1&offset=999');
    expect(end).toMatchObject({ hasMore: true, totalResults: 1200 });
    expect(offsetOf(end, 'next')).toBeUndefined();
    expect(offsetOf(await page('?limit=100&offset=1000'), 'next')).toBeUndefined();
    await large.close();
  });
});
