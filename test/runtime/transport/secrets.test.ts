import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import {
  type ConnectionOptions,
  type LeaseStore,
  NetSuiteError,
  redisTokenStore,
  StoreFailedError,
  type TokenStore,
} from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { ecKeys, pem } from '../keys.js';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';
import { startRawServer } from '../raw-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const tokenPath = '/services/rest/auth/oauth2/v1/token';
/** With characters that JSON, URLs and HTML write in other ways. */
const secret = `Canary"s\\ecret/+&<'7`;
const bearer = { method: 'bearer', accessToken: secret } as const;

const everyForm: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['JSON-escaped', (text) => JSON.stringify(text)],
  ['JSON-escaped twice', (text) => JSON.stringify(JSON.stringify(text))],
  ['JSON-escaped by numbers', (text) => [...text].map((each) => `\\u${hex(each).padStart(4, '0')}`).join('')],
  ['JSON-escaped with slashes', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  ['URL-encoded', (text) => encodeURIComponent(text)],
  ['URL-encoded in lower case', (text) => encodeURIComponent(text).toLowerCase()],
  ['URL-encoded throughout', (text) => [...text].map((each) => `%${hex(each)}`).join('')],
  ['as a form', (text) => new URLSearchParams({ a: text }).toString()],
  ['HTML-escaped', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
  ['in lower case', (text) => text.toLowerCase()],
  ['in upper case', (text) => text.toUpperCase()],
  ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ...[0, 1, 2].flatMap((offset) => {
    const around = (text: string): Buffer => Buffer.from(`${'x'.repeat(offset)}${text}yy`);
    return [
      [`in base64 behind ${offset}`, (text: string) => around(text).toString('base64')],
      [`in base64url behind ${offset}`, (text: string) => around(text).toString('base64url')],
    ] as const;
  }),
];

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}

/** All texts that can be reached from a value: its properties, enumerable or not, by name or symbol, and its getters. */
function textsIn(value: unknown, seen: Set<unknown> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  if (Buffer.isBuffer(value)) return [value.toString('latin1')];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const inner = Reflect.ownKeys(value).flatMap((key) => [
    String(key),
    ...textsIn((value as Record<string | symbol, unknown>)[key], seen),
  ]);
  return [...inner, ...(value instanceof Map || value instanceof Set ? textsIn([...value], seen) : [])];
}

/** Fails where a secret can be found in a value, in any form. */
function expectNone(values: readonly unknown[], secrets: readonly string[]): void {
  const found = values.flatMap((value) => [
    ...textsIn(value),
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    JSON.stringify(value) ?? '',
    String(value),
  ]);
  const everything = found.join('\n').toLowerCase();
  for (const each of secrets) {
    for (const [name, form] of everyForm) {
      // Of base64, what stands for the secret alone.
      const text = name.includes('base64') ? form(each).slice(4, -5) : form(each);
      expect(everything.includes(text.toLowerCase()), `${name}: ${text}`).toBe(false);
    }
  }
}

interface Observed extends Disposable {
  readonly told: unknown[];
  readonly options: ConnectionOptions;
}

/** Everything that events and the logger are told. */
function observe(): Observed {
  const told: unknown[] = [];
  const note = (event: unknown): void => void told.push(event);
  const names = ['request', 'retry', 'query', 'throttle', 'token', 'store', 'clock'];
  for (const name of names) subscribe(`suitewright:${name}`, note);
  return {
    told,
    options: { logger: { debug: note, warn: note }, clock: testClock(), retry: { attempts: 2 } },
    [Symbol.dispose]: () => {
      for (const name of names) unsubscribe(`suitewright:${name}`, note);
    },
  };
}

test.each(everyForm)('takes a secret out that the server repeats %s', async (_, form) => {
  using observed = observe();
  const repeated = form(secret);
  const header = repeated.replace(/[^\x21-\x7e]/g, '');
  const answers: readonly Handler[] = [400, 401, 403, 429, 500, 503].flatMap((status) => [
    (__, response) =>
      answerJson(
        response,
        status,
        errorBody(status, repeated, `Bad: ${repeated}`, {
          'o:errorPath': repeated,
          'o:errorQueryParam': repeated,
        }),
        { 'x-n-operationid': header },
      ),
    (__, response) => answerJson(response, status, { error: repeated, error_description: repeated }),
    (__, response) => response.writeHead(status, { 'content-type': header }).end(`<p>${repeated}</p>`),
  ]);
  const successes: readonly Handler[] = [
    (__, response) =>
      response.writeHead(200, { 'content-type': header, 'x-n-operationid': header }).end(`<${repeated}`),
    (__, response) => answerJson(response, 200, {}, { 'x-n-operationid': header }),
  ];
  for (const answer of [...answers, ...successes]) {
    await using server = await startServer(answer);
    await using connection = connectTo(server, { ...observed.options, auth: bearer });
    const outcome: unknown = await connection.request(get).catch((error: unknown) => error);
    if (outcome instanceof Error) observed.told.push(outcome);
    else observed.told.push((outcome as { operationId: string }).operationId);
  }
  expect(observed.told.length).toBeGreaterThan(30);
  expectNone(observed.told, [secret]);
});

test('takes a secret out that stands in a page where a number should', async () => {
  using observed = observe();
  for (const wrong of [{ offset: secret }, { count: secret }, { totalResults: secret }]) {
    const page = { count: 1, hasMore: false, items: [{ id: '7' }], offset: 0, totalResults: 1, ...wrong };
    await using server = await startServer((_, response) => answerJson(response, 200, page));
    await using connection = connectTo(server, { ...observed.options, auth: bearer });
    const read = connection.suiteql.all({ text: 'SELECT id FROM customer ORDER BY id', parameters: [] });
    const error: unknown = await read.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'MalformedResponseError' });
    observed.told.push(error);
  }
  expectNone(observed.told, [secret]);
});

test('takes out the keys of token-based authentication, and the signature of the request', async () => {
  using observed = observe();
  const auth = {
    method: 'tba',
    consumerKey: 'canary-consumer-key',
    consumerSecret: 'canary-consumer-secret',
    tokenId: 'canary-token-id',
    tokenSecret: 'canary-token-secret',
  } as const;
  const secrets: string[] = [auth.consumerKey, auth.consumerSecret, auth.tokenId, auth.tokenSecret];
  const known = [...secrets];
  await using server = await startServer(({ headers: { authorization = '' } }, response) => {
    const signature = /oauth_signature="([^"]+)"/.exec(authorization)?.[1] ?? '';
    secrets.push(decodeURIComponent(signature));
    const repeated = [authorization, signature, decodeURIComponent(signature), ...known].join(' ');
    answerJson(response, 400, errorBody(400, 'X', repeated), { 'x-n-operationid': signature });
  });
  await using connection = connectTo(server, { ...observed.options, auth });
  for (let request = 0; request < 3; request += 1) {
    observed.told.push(await connection.request(get).catch((error: unknown) => error));
  }
  expect(secrets).toHaveLength(7);
  expectNone([...observed.told, connection], secrets);
});

test('takes out assertions, access tokens and the private key of OAuth 2.0', async () => {
  using observed = observe();
  const privateKey = pem(ecKeys().privateKey);
  const auth = { method: 'oauth2', clientId: 'c', certificateId: 'k', privateKey } as const;
  const line = privateKey.split('\n')[1] ?? '';
  const secrets = [line];
  let tokens = 0;
  await using server = await startServer(({ url, body }, response) => {
    const assertion = new URLSearchParams(body).get('client_assertion');
    if (assertion !== null) secrets.push(assertion);
    if (url === tokenPath && tokens < 3) {
      tokens += 1;
      secrets.push(`canary-access-token-${tokens}`);
      return answerJson(response, 200, { access_token: secrets.at(-1), token_type: 'bearer' });
    }
    // Of the assertions, the token endpoint alone can repeat one.
    const repeated = secrets.filter((each) => url === tokenPath || !each.startsWith('ey')).join(' ');
    answerJson(response, 401, errorBody(401, 'X', repeated), { 'x-n-operationid': secrets.at(-1) ?? '' });
  });
  await using connection = connectTo(server, { ...observed.options, auth });
  for (let request = 0; request < 3; request += 1) {
    observed.told.push(await connection.request(get).catch((error: unknown) => error));
  }
  expect(secrets.length).toBeGreaterThan(6);
  expectNone([...observed.told, connection], secrets);
});

/** Ways of breaking HTTP; undici's parser errors hold what was received. */
const broken: readonly (readonly [string, (text: string) => string])[] = [
  ['a status line that is none', (text) => `HTTP/1.1 xyz\r\n\r\n${text}`],
  ['a header that is none', (text) => `HTTP/1.1 200 OK\r\nbad header ${text}\r\n\r\n${text}`],
  ['two lengths', (text) => `HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 900\r\n\r\n${text}`],
  ['a chunk that is none', (text) => `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n${text}`],
  ['another protocol', (text) => `${text} ${text}\r\n\r\n`],
];

test.each(broken)('keeps nothing of an answer of the token endpoint with %s', async (_, answer) => {
  using observed = observe();
  const fresh = 'canary-token-that-nobody-knows-yet';
  const text = JSON.stringify({ access_token: fresh, refresh_token: fresh, token_type: 'bearer' });
  await using server = await startRawServer((socket) => socket.write(answer(text)));
  const auth = {
    method: 'oauth2',
    clientId: 'c',
    certificateId: 'k',
    privateKey: pem(ecKeys().privateKey),
  } as const;
  await using connection = connectTo(
    { ...server, requests: [] },
    {
      ...observed.options,
      auth,
      timeouts: { headersMs: 500, bodyMs: 500 },
    },
  );
  const error: unknown = await connection.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NetSuiteError);
  expect((error as Error).cause).toBeInstanceOf(Error);
  expectNone([...observed.told, error], [fresh]);
});

test("shows nothing of a dispatcher's errors but name, code and message", async () => {
  using observed = observe();
  const inner = Object.assign(new Error(`inner ${secret}`), { headers: { authorization: secret } });
  const causes: readonly unknown[] = [
    Object.assign(new Error(`refused ${secret}`, { cause: inner }), {
      code: 'ECONNRESET',
      data: Buffer.from(secret),
    }),
    new AggregateError([inner, new Error(secret)], secret),
    Object.assign(new TypeError(secret), {
      name: secret,
      code: secret,
      [Symbol('response')]: { body: secret },
    }),
    Object.defineProperty(new Error('hidden'), 'request', {
      value: { headers: [secret] },
      enumerable: false,
    }),
    secret,
    { message: secret },
    new Error('proxy failed: http://user:unknown-password@proxy.example/'),
  ];
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  for (const cause of causes) {
    const dispatcher = { request: () => Promise.reject(cause), close: async () => {} };
    await using connection = connectTo(server, { ...observed.options, auth: bearer, dispatcher });
    for (const method of ['GET', 'POST'] as const) {
      const error: unknown = await connection.request({ ...get, method }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NetSuiteError);
      observed.told.push(error);
    }
  }
  expectNone(observed.told, [secret, 'unknown-password']);
});

test("a store's errors are foreign texts: addresses with passwords and commands do not show", async () => {
  using observed = observe();
  const password = 'canary-redis-password';
  const failure = Object.assign(
    new Error(`connect ECONNREFUSED redis://default:${password}@redis.example:6379`),
    {
      ...{ code: 'ECONNREFUSED', command: { name: 'auth', args: ['default', password] } },
      ...{ cause: new Error(`AUTH failed, password=${password}`) },
    },
  );
  const fail = (): Promise<never> => Promise.reject(failure);
  const store: LeaseStore = { acquire: fail, release: fail };
  const tokenStore: TokenStore = { read: fail, write: fail, remove: fail };
  await using server = await startServer(({ url }, response) =>
    answerJson(response, 200, url === tokenPath ? { access_token: secret, token_type: 'bearer' } : {}),
  );
  const auth = {
    method: 'oauth2',
    clientId: 'c',
    certificateId: 'k',
    privateKey: pem(ecKeys().privateKey),
  } as const;
  await using leasing = connectTo(server, { ...observed.options, sharedLimit: { store } });
  const error: unknown = await leasing.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreFailedError);
  expect(error).toMatchObject({ code: 'NETSUITE_STORE_FAILED', store: 'lease', operation: 'acquire' });
  expect((error as Error).message).toContain('ECONNREFUSED');

  await using keeping = connectTo(server, { ...observed.options, auth, tokenStore });
  await expect(keeping.request(get)).resolves.toMatchObject({ status: 200 });
  const login = { method: 'authorization-code', clientId: 'c' } as const;
  await using person = connectTo(server, { ...observed.options, auth: login, tokenStore });
  const unread: unknown = await person.request(get).catch((reason: unknown) => reason);
  expect(unread).toMatchObject({ name: 'StoreFailedError', store: 'token', operation: 'read' });
  expectNone([...observed.told, error, unread], [password, secret]);
});

test('what Redis holds under the name of a token, and is none, is not quoted', async () => {
  const tokens = redisTokenStore({ eval: async () => `${secret} is no JSON` });
  const error: unknown = await tokens.read('name').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreFailedError);
  expectNone([error], [secret, secret.slice(0, 10)]);
});
