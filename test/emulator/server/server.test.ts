import { parseEnv } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query, sign } from '../signing.js';

const seed = { tables: { customer: [{ id: '1', companyname: 'Acme' }] } };
const emulator = await startEmulator({ seed });
afterAll(() => emulator.close());

describe('a response', () => {
  // As in captured responses (2026-03, real account).
  it('has the headers of a real one', async () => {
    const { headers } = await query(emulator, 'SELECT id FROM customer');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'No-Cache',
      'content-type': 'application/vnd.oracle.resource+json; type=collection; charset=UTF-8',
      expires: '0',
      pragma: 'No-Cache',
      'preference-applied': 'transient',
      'strict-transport-security': 'max-age=31536000',
      vary: 'User-Agent, Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'x-n-operationid': expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
      'x-netsuite-jobid': expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
    });
  });

  it('is compressed where the client takes gzip, and only there', async () => {
    const path = '/services/rest/record/v1/metadata-catalog';
    const plain = await call(emulator, path);
    const compressed = await call(emulator, path, { headers: { 'accept-encoding': 'deflate, gzip;q=0.9' } });
    const refused = await call(emulator, path, { headers: { 'accept-encoding': 'gzip;q=0, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.has('content-encoding') || refused.headers.has('content-encoding')).toBe(false);
    expect(gunzipSync(Buffer.from(await compressed.arrayBuffer())).toString()).toBe(await plain.text());
  });

  it('is the same over a socket as without one', async () => {
    const url = `${emulator.url}/services/rest/record/v1/metadata-catalog/customer`;
    const headers = { authorization: sign(emulator, { url }), accept: 'application/schema+json' };
    const overSocket = await fetch(url, { headers });
    const direct = await call(emulator, '/services/rest/record/v1/metadata-catalog/customer', {
      headers: { accept: 'application/schema+json' },
    });
    expect(await overSocket.text()).toBe(await direct.text());
  });
});

describe('the concurrency limit', () => {
  it('answers one request too many with 429, and has room again afterwards', async () => {
    const limited = await startEmulator({ seed, concurrency: 2, latencyMs: 20 });
    const responses = await Promise.all(
      Array.from({ length: 5 }, () => query(limited, 'SELECT id FROM customer')),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
    const refused = responses.find(({ status }) => status === 429);
    expect(await refused?.json()).toEqual({
      type: 'https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
      title: 'Bad Request',
      status: 429,
      'o:errorCode': 'USER_ERROR',
      'o:errorDetails': [
        {
          detail: 'Concurrent request limit exceeded. Request blocked.',
          'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED',
        },
      ],
    });
    expect((await query(limited, 'SELECT id FROM customer')).status).toBe(200);
    expect(limited.requests).toMatchObject({
      total: 6,
      inFlight: 0,
      overLimit: 3,
      byService: { suiteql: 6 },
    });
    await limited.close();
  });

  // A warm emulator answers in about a millisecond; on a real account twelve queries at a time are twelve in flight.
  it('counts requests that come at a time, however fast each is answered', async () => {
    const limited = await startEmulator({ seed, concurrency: 5 });
    const url = `${limited.url}/services/rest/query/v1/suiteql`;
    const send = async (): Promise<number> => {
      const headers = {
        authorization: sign(limited, { url, method: 'POST' }),
        prefer: 'transient',
        'content-type': 'application/json',
      };
      const response = await fetch(url, { method: 'POST', headers, body: '{"q":"SELECT id FROM customer"}' });
      await response.text();
      return response.status;
    };
    await send();
    for (let round = 0; round < 5; round += 1) {
      const statuses = await Promise.all(Array.from({ length: 12 }, send));
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
    }
    expect(limited.requests.inFlight).toBe(0);
    await limited.close();
  });

  it('is told by governanceLimits', async () => {
    const response = await call(emulator, '/services/rest/system/v1/governanceLimits');
    expect(await response.json()).toEqual({
      accountConcurrencyLimit: 5,
      accountUnallocatedConcurrencyLimit: 5,
      integrationLimitType: 'accountLimit',
    });
  });
});

describe('what the emulator does not know', () => {
  it('is refused and logged, never made up', async () => {
    const response = await call(emulator, '/services/rest/somewhere/v1/else');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ 'o:errorDetails': [{ 'o:errorCode': 'INVALID_REQUEST' }] });
    expect(emulator.log.at(-1)).toMatchObject({
      event: 'not emulated',
      request: 'GET /services/rest/somewhere/v1/else',
    });
  });
});

describe('an emulator', () => {
  it('gives its clock to serverTime', async () => {
    const clocked: Emulator = await startEmulator({ seed, clock: () => Date.parse('2025-03-26T16:21:00Z') });
    const url = `${clocked.url}/services/rest/system/v1/serverTime`;
    const oauth = { oauth_timestamp: String(Date.parse('2025-03-26T16:21:00Z') / 1000) };
    const authorization = sign(clocked, { url, oauth });
    const response = await clocked.handle(new Request(url, { headers: { authorization } }));
    expect(await response.json()).toEqual({ serverTime: '2025-03-26T16:21:00.000Z' });
    await clocked.close();
  });

  it('writes an environment file that reads back as its variables', () => {
    const variables = emulator.environment('tba');
    expect(variables).toMatchObject({ NETSUITE_AUTH_TYPE: 'tba', NETSUITE_BASE_URL: emulator.url });
    const read = parseEnv(emulator.formatEnvironmentFile('tba'));
    expect({ ...read }).toEqual({
      ...variables,
      NETSUITE_PRIVATE_KEY: variables.NETSUITE_PRIVATE_KEY?.trim(),
    });
  });

  it('shares nothing with another one', async () => {
    const other = await startEmulator({ seed });
    expect(other.credentials).not.toEqual(emulator.credentials);
    const url = `${other.url}/services/rest/system/v1/serverTime`;
    const authorization = sign(emulator, { url });
    expect((await other.handle(new Request(url, { headers: { authorization } }))).status).toBe(401);
    await other.close();
    expect((await query(emulator, 'SELECT id FROM customer')).status).toBe(200);
  });

  it('says which port it cannot have', async () => {
    const { port } = emulator;
    await expect(startEmulator({ seed, port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });

  it.each([
    [{ rows: 0 }, /rows is 0/],
    [{ concurrency: 0.5 }, /concurrency is 0.5/],
    [{ account: 'evil.example.com/' }, /not a NetSuite account id/],
    [{ prt: 0 } as never, "The emulator has no option 'prt'. Use one of: port, host,"],
    [
      { totalResults: 'all' } as never,
      "The emulator's option totalResults is 'all'. Give 'capped' or 'actual'.",
    ],
    [{ faults: 5 } as never, "The emulator's option faults is 5. Give a function"],
    [{ clock: 5 } as never, "The emulator's option clock is 5. Give a function."],
    [{ log: 'stderr' } as never, "The emulator's option log is 'stderr'. Give a function."],
    [{ account: 5 } as never, "The emulator's option account is 5. Give a string."],
    [{ credentials: { oauth: {} } } as never, 'Give an object with tba, oauth2 or clientSecret.'],
  ])('refuses %o', async (options, message) => {
    await expect(startEmulator({ seed, ...options })).rejects.toThrow(message);
  });
});
