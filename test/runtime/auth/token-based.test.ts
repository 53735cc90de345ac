import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signRequest } from '../../../packages/runtime/src/auth/token-based.js';
import { restAddress } from '../../../packages/runtime/src/transport/address.js';
import { answerJson, connectTo, startServer } from '../local-server.js';

// The credentials and signatures that Oracle prints:
// https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1534941088.html
const credentials = {
  realm: '123456',
  consumerKey: 'ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4',
  consumerSecret: 'd26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5',
  tokenId: '2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc',
  tokenSecret: 'c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295',
};
const moment = { nonce: 'fjaLirsIcCGVZWzBX0pg', timestamp: 1508242306 };

test('signs the REST GET of the documentation', () => {
  const url = new URL('https://123456.suitetalk.api.netsuite.com/services/rest/record/v1/employee/40');
  const header = signRequest(credentials, { method: 'GET', url }, moment);
  expect(signatureOf(header)).toBe('B5OIWznZ2YP0OB7VrJrGkYsTh+8H+5T9Hag+o92q0zY=');
  expect(parts(header)).toEqual({
    realm: '123456',
    oauth_token: credentials.tokenId,
    oauth_consumer_key: credentials.consumerKey,
    oauth_nonce: 'fjaLirsIcCGVZWzBX0pg',
    oauth_timestamp: '1508242306',
    oauth_signature_method: 'HMAC-SHA256',
    oauth_version: '1.0',
    oauth_signature: 'B5OIWznZ2YP0OB7VrJrGkYsTh%2B8H%2B5T9Hag%2Bo92q0zY%3D',
  });
});

test('signs the query parameters of the RESTlet POST of the documentation', () => {
  const url = new URL(
    'https://123456.restlets.api.netsuite.com/app/site/hosting/restlet.nl?script=6&deploy=1&customParam=someValue&testParam=someOtherValue',
  );
  const header = signRequest(credentials, { method: 'POST', url }, moment);
  expect(signatureOf(header)).toBe('+KK4SKNgz4ZiILGLwOMtfYlgcXSy1eis8ldE9X90azQ=');
});

test('signs any query the way RFC 5849 says', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(fc.dictionary(text, text), (query) => {
      fc.pre(!('__proto__' in query));
      const url = restAddress(
        'https://123456.suitetalk.api.netsuite.com',
        '/services/rest/record/v1/customer',
        query,
      );
      const header = signRequest(credentials, { method: 'GET', url }, moment);
      expect(signatureOf(header)).toBe(expectedSignature(url, query));
      expect(url.searchParams.size).toBe(Object.keys(query).length);
    }),
  );
});

test('sends a header per request, each with a nonce of its own and the realm in upper case', async () => {
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  const auth = {
    method: 'tba',
    consumerKey: 'ck',
    consumerSecret: 'cs',
    tokenId: 'ti',
    tokenSecret: 'ts',
  } as const;
  await using connection = connectTo(server, { account: '1234567-sb1', auth });
  const request = {
    method: 'GET',
    path: '/services/rest/record/v1/customer',
    query: { q: "a = 'b & c'" },
  } as const;
  await connection.request(request);
  await connection.request(request);

  const [first = '', second = ''] = server.requests.map(({ headers }) => headers.authorization);
  expect(parts(first).realm).toBe('1234567_SB1');
  expect(parts(first).oauth_nonce).toMatch(/^.{20}$/);
  expect(parts(first).oauth_nonce).not.toBe(parts(second).oauth_nonce);
  expect(server.requests[0]?.url).toBe('/services/rest/record/v1/customer?q=a%20%3D%20%27b%20%26%20c%27');
  const sent = parts(first);
  const url = new URL(server.url + server.requests[0]?.url);
  const again = signRequest(
    { realm: '1234567_SB1', consumerKey: 'ck', consumerSecret: 'cs', tokenId: 'ti', tokenSecret: 'ts' },
    { method: 'GET', url },
    { nonce: sent.oauth_nonce ?? '', timestamp: Number(sent.oauth_timestamp) },
  );
  expect(again).toBe(first);
});

/** RFC 5849 section 3.4, written a second time. */
function expectedSignature(url: URL, query: Record<string, string>): string {
  const parameters = Object.entries({
    ...query,
    oauth_consumer_key: credentials.consumerKey,
    oauth_nonce: moment.nonce,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(moment.timestamp),
    oauth_token: credentials.tokenId,
    oauth_version: '1.0',
  })
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const base = ['GET', encode(url.origin + url.pathname), encode(parameters)].join('&');
  const key = `${credentials.consumerSecret}&${credentials.tokenSecret}`;
  return createHmac('sha256', key).update(base).digest('base64');
}

function encode(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function parts(header: string): Record<string, string> {
  const pairs = header.replace(/^OAuth /, '').split(', ');
  return Object.fromEntries(pairs.map((pair) => /^([a-z_]+)="(.*)"$/.exec(pair)?.slice(1) ?? []));
}

function signatureOf(header: string): string {
  return decodeURIComponent(parts(header).oauth_signature ?? '');
}
