import { AuthenticationError, MalformedResponseError } from '@suitewright/runtime';
import { jwtVerify } from 'jose';
import { expect, test, vi } from 'vitest';
import { ecKeys, type KeyPair, pem, rsaKeys } from '../keys.js';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';

const tokenPath = '/services/rest/auth/oauth2/v1/token';
const get = { method: 'GET', path: '/services/rest/record/v1/customer' } as const;

function authWith(keys: KeyPair, more: object = {}) {
  return {
    method: 'oauth2',
    clientId: 'client-1',
    certificateId: 'certificate-1',
    privateKey: pem(keys.privateKey),
    ...more,
  } as const;
}

/** Gives out token-1, token-2 …, each for `expiresIn` seconds; `api` answers everything else. */
function tokenServer(expiresIn: unknown, api: Handler): Handler {
  let tokens = 0;
  return (request, response, index) => {
    if (request.url !== tokenPath) return api(request, response, index);
    tokens += 1;
    answerJson(response, 200, {
      access_token: `token-${tokens}`,
      expires_in: expiresIn,
      token_type: 'bearer',
    });
  };
}

const acceptAll: Handler = (_, response) => answerJson(response, 200, {});

test.each([
  ['ES256', ecKeys('P-256')],
  ['ES384', ecKeys('P-384')],
  ['ES512', ecKeys('P-521')],
  ['PS256', rsaKeys()],
  ['PS384', rsaKeys()],
  ['PS512', rsaKeys()],
] as const)('exchanges an assertion signed with %s for a token', async (algorithm, keys) => {
  const clock = testClock();
  await using server = await startServer(tokenServer(3600, acceptAll));
  await using connection = connectTo(server, { auth: authWith(keys, { algorithm }), clock });
  await connection.request(get);

  const [exchange, call] = server.requests;
  const form = new URLSearchParams(exchange?.body);
  expect(exchange?.method).toBe('POST');
  expect(exchange?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(form.get('grant_type')).toBe('client_credentials');
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  const { protectedHeader, payload } = await jwtVerify(form.get('client_assertion') ?? '', keys.publicKey, {
    currentDate: new Date(clock.now()),
  });
  expect(protectedHeader).toEqual({ typ: 'JWT', alg: algorithm, kid: 'certificate-1' });
  expect(payload).toMatchObject({
    iss: 'client-1',
    aud: server.url + tokenPath,
    scope: ['restlets', 'rest_webservices'],
    iat: Math.floor(clock.now() / 1000),
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThan(3600);
  expect(call?.headers.authorization).toBe('Bearer token-1');
});

test('writes the scope claim as one text, and another audience, where the settings say so', async () => {
  const keys = ecKeys();
  const more = {
    scopes: ['rest_webservices', 'suite_analytics'],
    scopeForm: 'string',
    audience: 'https://a.example',
  };
  await using server = await startServer(tokenServer('3600', acceptAll));
  await using connection = connectTo(server, { auth: authWith(keys, more) });
  await connection.request(get);
  const assertion = new URLSearchParams(server.requests[0]?.body).get('client_assertion') ?? '';
  const { payload } = await jwtVerify(assertion, keys.publicKey);
  expect(payload).toMatchObject({ scope: 'rest_webservices suite_analytics', aud: 'https://a.example' });
});

test('fetches one token for any number of callers, and keeps it', async () => {
  await using server = await startServer(tokenServer(3600, acceptAll));
  await using connection = connectTo(server, { auth: authWith(ecKeys()) });
  await Promise.all(Array.from({ length: 20 }, () => connection.request(get)));
  await connection.request(get);
  expect(server.requests.filter(({ url }) => url === tokenPath)).toHaveLength(1);
  expect(server.requests).toHaveLength(22);
});

test('renews the token before it expires', async () => {
  const clock = testClock();
  await using server = await startServer(tokenServer('3600', acceptAll));
  await using connection = connectTo(server, { auth: authWith(ecKeys()), clock, random: () => 0.5 });
  await connection.request(get);
  clock.advance(3_500_000);
  await connection.request(get);
  const tokensFetched = (): number => server.requests.filter(({ url }) => url === tokenPath).length;
  expect(tokensFetched()).toBe(1);
  // 50 seconds before the end: nobody waits for the new token while the old one is good.
  clock.advance(50_000);
  await connection.request(get);
  await vi.waitFor(() => expect(tokensFetched()).toBe(2));
  await vi.waitFor(async () => {
    await connection.request(get);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer token-2');
  });
  expect(tokensFetched()).toBe(2);
});

test('fetches a fresh token once after a 401, and reports the second 401', async () => {
  const refuseFirstToken: Handler = ({ headers }, response) =>
    headers.authorization === 'Bearer token-1'
      ? answerJson(response, 401, errorBody(401, 'INVALID_LOGIN', 'Invalid login attempt.'))
      : answerJson(response, 200, { ok: true });
  await using server = await startServer(tokenServer(3600, refuseFirstToken));
  await using connection = connectTo(server, { auth: authWith(ecKeys()) });
  const answers = await Promise.all([
    connection.request(get),
    connection.request(get),
    connection.request(get),
  ]);
  expect(answers.map(({ body }) => body)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(server.requests.filter(({ url }) => url === tokenPath)).toHaveLength(2);

  await using closed = await startServer(
    tokenServer(3600, (_, response) =>
      answerJson(response, 401, errorBody(401, 'INVALID_LOGIN', 'Invalid login attempt.')),
    ),
  );
  await using refused = connectTo(closed, { auth: authWith(ecKeys()) });
  await expect(refused.request(get)).rejects.toThrow(AuthenticationError);
  expect(closed.requests).toHaveLength(4);
});

test('says why the token endpoint gave no token, and asks again for the next caller', async () => {
  await using server = await startServer((_, response) =>
    answerJson(response, 400, { error: 'invalid_grant' }),
  );
  await using connection = connectTo(server, { auth: authWith(ecKeys()) });
  const error = await connection.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ status: 400, errorCode: 'invalid_grant', resource: tokenPath });
  expect(String(error)).toContain('a sandbox refresh removes the mapping');
  await expect(connection.request(get)).rejects.toThrow(AuthenticationError);
  expect(server.requests).toHaveLength(2);
});

test.each([
  ['no token', { token_type: 'bearer', expires_in: 3600 }],
  ['another kind of token', { access_token: 'x', token_type: 'mac', expires_in: 3600 }],
  ['a token that is no header value', { access_token: 'x\ny', token_type: 'bearer', expires_in: 3600 }],
  ['text', 'hello'],
])('refuses a token answer with %s', async (_, body) => {
  await using server = await startServer((__, response) => answerJson(response, 200, body));
  await using connection = connectTo(server, { auth: authWith(ecKeys()), clock: testClock() });
  await expect(connection.request(get)).rejects.toThrow(MalformedResponseError);
  // As many attempts as any request has; the request that needed the token makes no more of them.
  expect(server.requests).toHaveLength(5);
});

test('a caller that gives up does not take the token from the others', async () => {
  let answerToken = (): void => {};
  await using server = await startServer((request, response) => {
    if (request.url !== tokenPath) return answerJson(response, 200, {});
    answerToken = () =>
      answerJson(response, 200, { access_token: 'token', expires_in: 3600, token_type: 'Bearer' });
    stop.abort(new Error('given up'));
  });
  await using connection = connectTo(server, { auth: authWith(ecKeys()) });
  const stop = new AbortController();
  const impatient = connection.request({ ...get, signal: stop.signal });
  const patient = connection.request(get);
  await expect(impatient).rejects.toThrow('given up');
  answerToken();
  await expect(patient).resolves.toMatchObject({ status: 200 });
  expect(server.requests.filter(({ url }) => url === tokenPath)).toHaveLength(1);
});

test.each([
  ...[1e13, Number.MAX_VALUE, -1, 0, 'soon', '1e13', '', null, true, [3600], { seconds: 5 }],
  ...['-5', 'Infinity', 'NaN'],
])('a token that is said to expire in %j is used, and not for more than a day', async (expiresIn) => {
  const clock = testClock();
  await using server = await startServer(tokenServer(expiresIn, acceptAll));
  await using connection = connectTo(server, { auth: authWith(ecKeys()), clock });
  await connection.request(get);
  await connection.request(get);
  const exchanges = (): number => server.requests.filter(({ url }) => url === tokenPath).length;
  expect(exchanges()).toBe(1);
  clock.advance(24 * 60 * 60 * 1000);
  await connection.request(get);
  expect(exchanges()).toBe(2);
});
