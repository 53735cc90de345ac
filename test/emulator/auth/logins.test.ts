import { createHash, randomBytes } from 'node:crypto';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';

// Oracle's help: section_158081944642 (step one), section_158081952044 (step two), section_158082518856 (refresh),
// section_161071224088 (revoke).

let nowMs = Date.parse('2026-03-12T09:00:00Z');
const emulator: Emulator = await startEmulator({
  seed: { tables: {} },
  account: '1234567_SB1',
  clock: () => nowMs,
});
afterAll(() => emulator.close());

const { clientId } = emulator.credentials.oauth2;
const redirectUri = 'https://tools.example.com/callback';
const verifier = 'v'.repeat(43);
const state = randomBytes(16).toString('base64url');
const basic = `Basic ${Buffer.from(`${clientId}:${emulator.credentials.clientSecret}`).toString('base64')}`;

const question = {
  response_type: 'code',
  client_id: clientId,
  redirect_uri: redirectUri,
  scope: 'restlets rest_webservices',
  state,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

type Parameters = Readonly<Record<string, string | undefined>>;

const given = (parameters: Parameters): URLSearchParams =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );

function ask(changes: Parameters = {}): Promise<Response> {
  const query = given({ ...question, ...changes });
  return emulator.handle(new Request(`${emulator.url}/app/login/oauth2/authorize.nl?${query}`));
}

async function answer(changes: Parameters = {}): Promise<URLSearchParams> {
  return new URL((await ask(changes)).headers.get('location') ?? '').searchParams;
}

async function codeFor(changes: Parameters = {}): Promise<string> {
  return (await answer(changes)).get('code') ?? '';
}

function post(path: string, form: Parameters, authorization?: string): Promise<Response> {
  const headers = authorization === undefined ? {} : { authorization };
  const url = `${emulator.url}/services/rest/auth/oauth2/v1/${path}`;
  return emulator.handle(new Request(url, { method: 'POST', body: given(form), headers }));
}

interface Grant {
  readonly access_token: string;
  readonly refresh_token: string;
}

const exchange = (form: Parameters, authorization?: string): Promise<Response> =>
  post(
    'token',
    { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier, ...form },
    authorization,
  );
const refresh = (token: string, authorization?: string): Promise<Response> =>
  post(
    'token',
    {
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: authorization === undefined ? clientId : undefined,
    },
    authorization,
  );
const grantOf = async (response: Promise<Response>): Promise<Grant> =>
  (await (await response).json()) as Grant;

async function call(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const url = `${emulator.url}/services/rest/system/v1/serverTime`;
  return (await emulator.handle(new Request(url, { headers }))).status;
}

describe('the authorization endpoint', () => {
  it('sends the browser back with code, state, role, entity and company', async () => {
    const response = await ask();
    expect(response.status).toBe(302);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      state,
      code: expect.any(String),
      role: '3',
      entity: '1',
      company: '1234567_SB1',
    });
  });

  it.each<[string, Parameters, string]>([
    ['a state of 21 characters', { state: 'x'.repeat(21) }, 'invalid_request'],
    ['a state of 1025 characters', { state: 'x'.repeat(1025) }, 'invalid_request'],
    ['a challenge that is plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['an unknown scope', { scope: 'everything' }, 'invalid_scope'],
  ])('sends it back without a code for %s', async (_, changes, error) => {
    const parameters = await answer(changes);
    expect([parameters.get('error'), parameters.get('code')]).toEqual([error, null]);
  });

  it.each<[string, Parameters]>([
    ['an unknown client', { client_id: 'unknown' }],
    ['a redirect to another machine over http', { redirect_uri: 'http://tools.example.com/callback' }],
    ['no redirect URI', { redirect_uri: undefined }],
  ])('sends nobody anywhere for %s', async (_, changes) => {
    const response = await ask(changes);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });
});

describe('the token endpoint, for persons', () => {
  it('gives an access token for an hour and a refresh token', async () => {
    const response = await exchange({ code: await codeFor(), client_id: clientId });
    const grant = (await response.json()) as Grant;
    expect(grant).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    expect(await call(grant.access_token)).toBe(200);
  });

  it.each<[string, Parameters, string]>([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    ['a verifier of 42 characters', { code_verifier: 'v'.repeat(42) }, 'invalid_grant'],
    ['no verifier', { code_verifier: undefined }, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'https://example.com/' }, 'invalid_grant'],
    ['an unknown client', { client_id: 'unknown' }, 'invalid_client'],
    ['no client', { client_id: undefined }, 'invalid_client'],
  ])('refuses %s', async (_, changes, error) => {
    const response = await exchange({ code: await codeFor(), client_id: clientId, ...changes });
    expect([response.status, await response.json()]).toEqual([
      error === 'invalid_client' ? 401 : 400,
      { error },
    ]);
  });

  it('wants PKCE of public clients, and a code once and within ten minutes', async () => {
    const withoutProof = { code_challenge: undefined, code_challenge_method: undefined };
    const open = await exchange({
      code: await codeFor(withoutProof),
      client_id: clientId,
      code_verifier: undefined,
    });
    expect(open.status).toBe(400);
    const closed = await exchange({ code: await codeFor(withoutProof), code_verifier: undefined }, basic);
    expect(closed.status).toBe(200);

    const code = await codeFor();
    expect((await exchange({ code, client_id: clientId })).status).toBe(200);
    expect((await exchange({ code, client_id: clientId })).status).toBe(400);
    const late = await codeFor();
    nowMs += 10 * 60 * 1000;
    expect((await exchange({ code: late, client_id: clientId })).status).toBe(400);
  });

  it('takes the refresh token of a public client once, and gives the next', async () => {
    const first = await grantOf(exchange({ code: await codeFor(), client_id: clientId }));
    const second = await grantOf(refresh(first.refresh_token));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const again = await refresh(first.refresh_token);
    expect([again.status, await again.json()]).toEqual([400, { error: 'invalid_grant' }]);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('takes the refresh token of a client with a secret for 7 days, from that client alone', async () => {
    const { refresh_token: token } = await grantOf(exchange({ code: await codeFor() }, basic));
    const renewed = await grantOf(refresh(token, basic));
    expect(renewed.refresh_token).toBeUndefined();
    expect((await refresh(token)).status).toBe(400);
    expect((await refresh(token, 'Basic bm9ib2R5OmhlcmU=')).status).toBe(401);
    expect((await refresh(token, basic)).status).toBe(200);
    nowMs += 7 * 24 * 60 * 60 * 1000;
    expect((await refresh(token, basic)).status).toBe(400);
  });

  it('ends refresh token and access tokens on revocation, and writes none of them to the log', async () => {
    const first = await grantOf(exchange({ code: await codeFor() }, basic));
    const second = await grantOf(refresh(first.refresh_token, basic));
    expect((await post('revoke', { token: first.refresh_token }, basic)).status).toBe(200);
    expect((await refresh(first.refresh_token, basic)).status).toBe(400);
    expect([await call(first.access_token), await call(second.access_token)]).toEqual([401, 401]);
    expect((await post('revoke', { token: first.refresh_token })).status).toBe(401);
    const log = JSON.stringify(emulator.log);
    for (const secret of [first.refresh_token, first.access_token, verifier])
      expect(log).not.toContain(secret);
  });
});
