import { existsSync, readFileSync } from 'node:fs';
import { startEmulator } from '@suitewright/emulator';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type SignOptions, sign } from '../signing.js';

const seed = { tables: {} };
const path = '/services/rest/system/v1/serverTime';
const invalidLogin = {
  type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2',
  title: 'Unauthorized',
  status: 401,
  'o:errorDetails': [
    {
      detail:
        'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at ' +
        'Setup > Users/Roles > User Management > View Login Audit Trail.',
      'o:errorCode': 'INVALID_LOGIN',
    },
  ],
};

const emulator = await startEmulator({ seed, account: '1234567_sb1' });
afterAll(() => emulator.close());

function send(options: SignOptions & { readonly sentUrl?: string }): Promise<Response> {
  const { url, method = 'GET', sentUrl = url } = options;
  return emulator.handle(
    new Request(sentUrl, { method, headers: { authorization: sign(emulator, options) } }),
  );
}

describe('token-based authentication', () => {
  it('accepts a signature over method, URL and query', async () => {
    const response = await send({ url: `${emulator.url}${path}?a=1&b=%20%2B&a=0` });
    expect(response.status).toBe(200);
  });

  it("accepts a signature over the account's own host, as a rewriting proxy leaves it", async () => {
    const url = `https://1234567-sb1.suitetalk.api.netsuite.com${path}?limit=5`;
    const response = await send({ url, sentUrl: `${emulator.url}${path}?limit=5` });
    expect(response.status).toBe(200);
  });

  it('accepts any query that oauth-1.0a signs, and refuses it with another value', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    // oauth-1.0a does not decode names, so that it signs names with an escape in them wrongly.
    const name = fc.stringMatching(/^p[a-z\d_.~-]{0,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, text, { minKeys: 1, maxKeys: 4 }),
        text,
        async (parameters, other) => {
          const query = (entries: readonly (readonly [string, string])[]): string =>
            entries.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
          const entries = Object.entries(parameters);
          const url = `${emulator.url}${path}?${query(entries)}`;
          expect((await send({ url })).status).toBe(200);
          const [[name, value] = ['', ''], ...rest] = entries;
          fc.pre(other !== value);
          const sentUrl = `${emulator.url}${path}?${query([[name, other], ...rest])}`;
          expect((await send({ url, sentUrl })).status).toBe(401);
        },
      ),
      { numRuns: 50 },
    );
  });

  const nowSeconds = Math.floor(Date.now() / 1000);
  const url = `${emulator.url}${path}`;
  it.each<[string, SignOptions & { readonly sentUrl?: string }]>([
    ['signature_invalid', { url, consumerSecret: 'another' }],
    ['signature_invalid', { url, method: 'GET', sentUrl: `${url}?added=1` }],
    ['signature_invalid', { url: `${emulator.url}/services/rest/query/v1/suiteql`, sentUrl: url }],
    ['realm_rejected', { url, realm: '1234567-sb1' }],
    ['consumer_key_unknown', { url, oauth: { oauth_consumer_key: 'f00' } }],
    ['token_rejected', { url, oauth: { oauth_token: 'f00' } }],
    ['signature_method_rejected', { url, oauth: { oauth_signature_method: 'HMAC-SHA1' } }],
    ['version_rejected', { url, oauth: { oauth_version: '2.0' } }],
    ['timestamp_refused', { url, oauth: { oauth_timestamp: String(nowSeconds - 400) } }],
    ['timestamp_refused', { url, oauth: { oauth_timestamp: String(nowSeconds + 400) } }],
    ['timestamp_refused', { url, oauth: { oauth_timestamp: 'now' } }],
    ['nonce_rejected', { url, oauth: { oauth_nonce: 'short' } }],
    ['parameter_absent', { url, oauth: { oauth_nonce: '' } }],
  ])('answers INVALID_LOGIN and logs %s', async (reason, options) => {
    const response = await send(options);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual(invalidLogin);
    const entry = emulator.log.at(-1);
    expect(entry).toMatchObject({ event: 'login refused', request: `GET ${path}`, status: 401 });
    expect(entry?.reason).toMatch(new RegExp(`^${reason}: `));
  });

  it('refuses a nonce that came before with the same timestamp', async () => {
    const authorization = sign(emulator, { url });
    const request = (): Request => new Request(url, { headers: { authorization } });
    expect((await emulator.handle(request())).status).toBe(200);
    expect((await emulator.handle(request())).status).toBe(401);
    expect(emulator.log.at(-1)?.reason).toMatch(/^nonce_used: /);
  });

  it('refuses a request without credentials, and one that names a parameter twice', async () => {
    expect((await emulator.handle(new Request(url))).status).toBe(401);
    const authorization = `${sign(emulator, { url })}, oauth_nonce="another"`;
    expect((await emulator.handle(new Request(url, { headers: { authorization } }))).status).toBe(401);
    expect(emulator.log.at(-1)?.reason).toMatch(/^parameter_rejected: /);
  });

  it('writes no secret to its log', () => {
    const { consumerSecret, tokenSecret } = emulator.credentials.tba;
    const log = JSON.stringify(emulator.log);
    expect(emulator.log.length).toBeGreaterThan(10);
    expect(log).not.toContain(consumerSecret);
    expect(log).not.toContain(tokenSecret);
  });
});

const vectorsFile = new URL('../../../../shared/netsuite/auth/tba-vectors.json', import.meta.url);

interface Vectors {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
  readonly nonce: string;
  readonly timestamp: string;
  readonly realm: string;
  readonly vectors: readonly { readonly method: string; readonly url: string; readonly signature: string }[];
}

describe.skipIf(!existsSync(vectorsFile))("Oracle's published signatures", () => {
  it('are accepted', async () => {
    const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as Vectors;
    const { consumerKey, consumerSecret, token: tokenId, tokenSecret, nonce, timestamp, realm } = vectors;
    for (const { method, url, signature } of vectors.vectors) {
      const published = await startEmulator({
        seed,
        account: realm,
        clock: () => Number(timestamp) * 1000,
        credentials: { tba: { consumerKey, consumerSecret, tokenId, tokenSecret } },
      });
      const authorization =
        `OAuth realm="${realm}", oauth_token="${tokenId}", oauth_consumer_key="${consumerKey}", ` +
        `oauth_nonce="${nonce}", oauth_timestamp="${timestamp}", oauth_signature_method="HMAC-SHA256", ` +
        `oauth_version="1.0", oauth_signature="${encodeURIComponent(signature)}"`;
      const response = await published.handle(new Request(url, { method, headers: { authorization } }));
      expect(response.status).not.toBe(401);
      await published.close();
    }
  });
});
