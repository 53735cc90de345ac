import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type ClientCredentials, type Emulator, startEmulator } from '@suitewright/emulator';
import { createRemoteJWKSet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';

const seed = { tables: {} };
const tokenPath = '/services/rest/auth/oauth2/v1/token';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

let nowMs = Date.parse('2026-03-12T09:00:00Z');
const clock = (): number => nowMs;
const emulator = await startEmulator({ seed, account: '1234567_SB1', clock });
afterAll(() => emulator.close());

interface AssertionOptions {
  readonly header?: Readonly<Record<string, string>>;
  readonly claims?: JWTPayload;
  readonly key?: KeyObject;
}

function assertion(
  target: Emulator,
  { header = {}, claims = {}, key }: AssertionOptions = {},
): Promise<string> {
  const { clientId, certificateId, privateKey, algorithm } = target.credentials.oauth2;
  const issuedAt = Math.floor(nowMs / 1000);
  const payload: JWTPayload = {
    iss: clientId,
    scope: ['restlets', 'rest_webservices'],
    aud: `https://1234567-sb1.suitetalk.api.netsuite.com${tokenPath}`,
    iat: issuedAt,
    exp: issuedAt + 3600,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid: certificateId, ...header })
    .sign(key ?? createPrivateKey(privateKey));
}

async function requestToken(target: Emulator, form: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(form);
  return target.handle(new Request(`${target.url}${tokenPath}`, { method: 'POST', body }));
}

async function exchange(target: Emulator, options: AssertionOptions = {}): Promise<Response> {
  return requestToken(target, {
    grant_type: 'client_credentials',
    client_assertion_type: assertionType,
    client_assertion: await assertion(target, options),
  });
}

async function accessToken(target: Emulator): Promise<string> {
  const { access_token: token } = (await (await exchange(target)).json()) as { access_token: string };
  return token;
}

function callWith(token: string): Promise<Response> {
  const url = `${emulator.url}/services/rest/system/v1/serverTime`;
  return emulator.handle(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
}

describe('the token endpoint', () => {
  // RFC 6749, section 5.2: a missing parameter, or one that is repeated. errors.json: invalid_request is 400.
  it.each([
    ['no grant_type', 'invalid_request', 'client_id=x'],
    ['an empty grant_type', 'invalid_request', 'grant_type='],
    ['no body', 'invalid_request', ''],
    ['a grant_type twice', 'invalid_request', 'grant_type=refresh_token&grant_type=refresh_token'],
    ['another grant_type', 'unsupported_grant_type', 'grant_type=password'],
    [
      'no assertion',
      'invalid_request',
      `grant_type=client_credentials&client_assertion_type=${assertionType}`,
    ],
    ['no code', 'invalid_request', 'grant_type=authorization_code'],
    ['no refresh token', 'invalid_request', 'grant_type=refresh_token'],
  ])('answers %s with %s', async (_title, error, form) => {
    const { clientId } = emulator.credentials.oauth2;
    const body = /code|refresh/.test(form) ? `${form}&client_id=${clientId}` : form;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = new Request(`${emulator.url}${tokenPath}`, { method: 'POST', headers, body });
    const response = await emulator.handle(request);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
  });

  it('takes the URL that a proxy stands for as audience', async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: assertionType,
      client_assertion: await assertion(emulator, { claims: { aud: `https://ns.test${tokenPath}` } }),
    });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ns.test' };
    const request = new Request(`${emulator.url}${tokenPath}`, { method: 'POST', headers, body });
    expect((await emulator.handle(request)).status).toBe(200);
  });

  it('grants a bearer token for an hour, signed by a key that it publishes', async () => {
    const response = await exchange(emulator);
    expect(response.status).toBe(200);
    const grant = (await response.json()) as { readonly access_token: string };
    expect(grant).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' });
    const keys = createRemoteJWKSet(new URL(`${emulator.url}/services/rest/auth/oauth2/v1/keys`));
    const { payload } = await jwtVerify(grant.access_token, keys, { currentDate: new Date(nowMs) });
    expect(payload.scope).toEqual(['restlets', 'rest_webservices']);
  });

  it.each([
    [
      'an audience on the restlets host',
      { aud: `https://1234567-sb1.restlets.api.netsuite.com${tokenPath}` },
    ],
    ["the emulator's own URL as audience", { aud: `${emulator.url}${tokenPath}` }],
    ['a scope as one text', { scope: 'rest_webservices restlets' }],
  ])('accepts %s', async (_title, claims) => {
    expect((await exchange(emulator, { claims })).status).toBe(200);
  });

  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
  const issuedAt = Math.floor(nowMs / 1000);
  it.each<[string, string, AssertionOptions]>([
    ['another key', 'invalid_grant', { key: otherKey }],
    ['an unknown kid', 'invalid_grant', { header: { kid: 'unknown' } }],
    ['an unknown client', 'invalid_client', { claims: { iss: 'unknown' } }],
    ['another audience', 'invalid_grant', { claims: { aud: 'https://example.com/token' } }],
    ['a life of over 60 minutes', 'invalid_grant', { claims: { exp: issuedAt + 3601 } }],
    ['an expired assertion', 'invalid_grant', { claims: { iat: issuedAt - 60, exp: issuedAt - 1 } }],
    ['an assertion of the future', 'invalid_grant', { claims: { iat: issuedAt + 900 } }],
    ['no exp', 'invalid_grant', { claims: { exp: undefined } as unknown as JWTPayload }],
    ['PKCS#1 v1.5', 'invalid_grant', { header: { alg: 'RS256' }, key: rsa }],
    ['an algorithm that is not the key’s', 'invalid_grant', { header: { alg: 'ES384' }, key: p384 }],
    ['an unknown scope', 'invalid_scope', { claims: { scope: ['everything'] } }],
  ])('refuses %s with %s', async (_title, error, options) => {
    const response = await exchange(emulator, options);
    expect(response.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await response.json()).toEqual({ error });
    expect(response.headers.get('www-authenticate')).toBe(
      error === 'invalid_client' ? 'Basic realm="1234567_SB1"' : null,
    );
    expect(emulator.log.at(-1)).toMatchObject({ event: 'login refused', request: `POST ${tokenPath}` });
  });

  it('refuses other grants, and forms without an assertion', async () => {
    const other = await requestToken(emulator, { grant_type: 'password' });
    expect(await other.json()).toEqual({ error: 'unsupported_grant_type' });
    const empty = await requestToken(emulator, { grant_type: 'client_credentials' });
    expect(await empty.json()).toEqual({ error: 'invalid_request' });
  });

  const pem = (key: KeyObject, type: 'pkcs8' | 'sec1'): string =>
    key.export({ type, format: 'pem' }).toString();
  it.each<[string, ClientCredentials]>([
    ['PS256', { clientId: 'c', certificateId: 'k', privateKey: pem(rsa, 'pkcs8'), algorithm: 'PS256' }],
    ['PS512', { clientId: 'c', certificateId: 'k', privateKey: pem(rsa, 'pkcs8'), algorithm: 'PS512' }],
    ['ES384', { clientId: 'c', certificateId: 'k', privateKey: pem(p384, 'sec1'), algorithm: 'ES384' }],
  ])('verifies %s against the registered key', async (_title, oauth2) => {
    const registered = await startEmulator({ seed, account: '1234567_SB1', clock, credentials: { oauth2 } });
    expect((await exchange(registered)).status).toBe(200);
    await registered.close();
  });

  it('registers no key that NetSuite would not take', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const oauth2 = {
      clientId: 'c',
      certificateId: 'k',
      privateKey: pem(small, 'pkcs8'),
      algorithm: 'PS256',
    } as const;
    await expect(startEmulator({ seed, credentials: { oauth2 } })).rejects.toThrow(
      /RSA with 3072 or 4096 bits/,
    );
  });
});

describe('a bearer token', () => {
  it('opens the API until it expires', async () => {
    const token = await accessToken(emulator);
    expect((await callWith(token)).status).toBe(200);
    nowMs += 3600 * 1000;
    const response = await callWith(token);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="1234567_SB1", error="invalid_token", error_description="Invalid login attempt."',
    );
    expect(emulator.log.at(-1)?.reason).toMatch(/exp/);
  });

  it('of another emulator is refused', async () => {
    const other = await startEmulator({ seed, account: '1234567_SB1', clock });
    expect((await callWith(await accessToken(other))).status).toBe(401);
    await other.close();
  });

  it('that is no token is a malformed request', async () => {
    const response = await callWith('"no token"');
    expect(response.status).toBe(400);
    expect(response.headers.get('www-authenticate')).toMatch(/error="invalid_request"/);
  });

  it('is not written to the log', async () => {
    const token = await accessToken(emulator);
    await callWith(`${token.slice(0, -3)}AAA`);
    expect(JSON.stringify(emulator.log)).not.toContain(token.slice(0, -3));
  });
});
