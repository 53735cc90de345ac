import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

const customers = Array.from({ length: 12 }, (_, index) => ({
  id: index + 1,
  companyname: index % 2 === 0 ? `Company "${index + 1}"` : null,
  isinactive: index === 3,
}));
const emulator = await startEmulator({ seed: { tables: { customer: customers } }, resultsMaximum: 10 });
afterAll(() => emulator.close());

const path = '/services/rest/query/v1/suiteql';
const statement = 'SELECT id, companyname, isinactive FROM customer ORDER BY id';

interface ErrorBody {
  readonly 'o:errorDetails': readonly [Readonly<Record<string, string>>];
}

async function refusal(response: Response): Promise<Readonly<Record<string, string>>> {
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.oracle.resource+json; type=error; charset=UTF-8',
  );
  const { 'o:errorDetails': details } = (await response.json()) as ErrorBody;
  return details[0];
}

describe('a page of results', () => {
  // As captured (2026-03, real account).
  it('has alphabetical keys, values as strings, no NULL columns and links', async () => {
    const response = await query(emulator, `${statement} FETCH FIRST 2 ROWS ONLY`);
    expect(await response.text()).toBe(
      `{"links":[{"rel":"self","href":"${emulator.url}${path}","method":"POST"}],"count":2,"hasMore":false,` +
        '"items":[{"links":[],"companyname":"Company \\"1\\"","id":"1","isinactive":"F"},' +
        '{"links":[],"id":"2","isinactive":"F"}],"offset":0,"totalResults":2}',
    );
  });

  it('links to its neighbours, with the last one where NetSuite thinks it is', async () => {
    const response = await query(emulator, statement, '?limit=2&offset=2');
    const body = (await response.json()) as Readonly<Record<string, unknown>>;
    const href = (offset: number): string => `${emulator.url}${path}?limit=2&offset=${offset}`;
    expect(body).toMatchObject({ count: 2, hasMore: true, offset: 2, totalResults: 10 });
    expect(body.links).toEqual([
      { rel: 'previous', href: href(0) },
      { rel: 'first', href: href(0) },
      { rel: 'next', href: href(4) },
      { rel: 'last', href: href(4) },
      { rel: 'self', href: href(2), method: 'POST' },
    ]);
  });

  it('ends where offsets end', async () => {
    const last = (await (await query(emulator, statement, '?limit=5&offset=5')).json()) as {
      hasMore: boolean;
    };
    expect(last).toMatchObject({ count: 5, hasMore: false, totalResults: 10 });
    const telling = await startEmulator({
      seed: { tables: { customer: customers } },
      resultsMaximum: 10,
      totalResults: 'actual',
    });
    const actual = await (await query(telling, statement, '?limit=5&offset=5')).json();
    expect(actual).toMatchObject({ count: 5, hasMore: true, totalResults: 12 });
    await telling.close();
  });

  it('beyond the result is empty', async () => {
    const response = await query(emulator, 'SELECT id FROM customer WHERE id = 1', '?limit=2&offset=4');
    expect(await response.json()).toMatchObject({
      count: 0,
      hasMore: false,
      items: [],
      offset: 4,
      totalResults: 1,
    });
  });

  it('takes bind parameters', async () => {
    const response = await call(emulator, path, {
      method: 'POST',
      headers: { prefer: 'transient' },
      body: JSON.stringify({
        q: 'SELECT id FROM customer WHERE id BETWEEN ? AND ? ORDER BY id',
        params: ['2', '3'],
      }),
    });
    expect(await response.json()).toMatchObject({ items: [{ id: '2' }, { id: '3' }] });
  });
});

describe('a request that NetSuite refuses', () => {
  it.each([
    ['a limit over 1000', '?limit=1001', 'limit'],
    ['a limit of 0', '?limit=0', 'limit'],
    ['an offset that limit does not divide', '?limit=2&offset=3', 'offset'],
    ['an offset past the last row in reach', '?limit=5&offset=10', 'offset'],
    ['an offset that is no number', '?offset=x', 'offset'],
  ])('%s', async (_title, search, parameter) => {
    const detail = await refusal(await query(emulator, statement, search));
    expect(detail).toMatchObject({ 'o:errorCode': 'INVALID_PARAMETER', 'o:errorQueryParam': parameter });
  });

  it('without Prefer: transient', async () => {
    const response = await call(emulator, path, { method: 'POST', body: JSON.stringify({ q: statement }) });
    expect(await refusal(response)).toMatchObject({
      'o:errorCode': 'INVALID_HEADER',
      'o:errorHeader': 'Prefer',
    });
  });

  it.each(['', 'SELECT id FROM customer', '[]', '{"q": 1}', '{}', '{"q": "SELECT 1", "params": [null]}'])(
    'with the body %j',
    async (body) => {
      const response = await call(emulator, path, { method: 'POST', headers: { prefer: 'transient' }, body });
      expect((await refusal(response))['o:errorCode']).toMatch(/^INVALID_(REQUEST|PARAMETER)$/);
    },
  );

  it('with a table that there is not, and logs the reason', async () => {
    expect(await refusal(await query(emulator, 'SELECT id FROM Email'))).toEqual({
      detail: 'Invalid search query. Detailed unprocessed description follows. Invalid search type: Email.',
      'o:errorQueryParam': 'q',
      'o:errorCode': 'INVALID_PARAMETER',
    });
    expect(emulator.log.at(-1)).toMatchObject({ event: 'request refused', request: `POST ${path}` });
  });
});
