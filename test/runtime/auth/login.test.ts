import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import {
  AuthenticationError,
  ConfigurationError,
  type Connection,
  createConnection,
  fileTokenStore,
  type Login,
  LoginFailedError,
  openLogin,
  redisTokenStore,
  type StoredToken,
  type TokenStore,
} from '@suitewright/runtime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestClock, testClock } from '../local-server.js';
import { connectRedis, hasRedis, startRedis } from '../redis-server.js';

const redirectUri = 'https://127.0.0.1:8910/callback';
const statement = { text: 'SELECT id FROM subsidiary ORDER BY id', parameters: [] };
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

let clock: TestClock;
let emulator: Emulator;
let folder: string;
let file: string;
beforeEach(async () => {
  clock = testClock();
  emulator = await startEmulator({ rows: 100, account: '1234567_SB1', clock: clock.now });
  folder = await mkdtemp(join(tmpdir(), 'suitewright-login-'));
  file = join(folder, 'deep', 'login.json');
});
afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

type ClientKind = 'public' | 'confidential';

function settings(kind: ClientKind) {
  const environment: Record<string, string | undefined> = {
    ...emulator.environment('authorization-code'),
    NETSUITE_LOGIN_FILE: file,
  };
  if (kind === 'public') delete environment.NETSUITE_CLIENT_SECRET;
  return { environment, clock };
}

/** What a browser does, and a person who consents: the address that NetSuite sends it back to. */
async function consent(url: string): Promise<URL> {
  const answer = await fetch(url, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

async function signIn(login: Login): Promise<void> {
  const attempt = login.begin(redirectUri);
  await attempt.complete(await consent(attempt.url));
}

async function storedIn(path: string): Promise<StoredToken> {
  const [login] = Object.values(JSON.parse(await readFile(path, 'utf8')) as Record<string, StoredToken>);
  if (login === undefined) throw new Error('There is no login.');
  return login;
}

const systemSleep = (milliseconds: number): Promise<void> => delay(milliseconds);

const subsidiaries = (connection: Connection): Promise<unknown> => connection.suiteql.all(statement);

test('asks with a state and a challenge of the sizes that NetSuite takes, anew each time', async () => {
  await using login = openLogin(settings('public'));
  const [first, second] = [login.begin(redirectUri), login.begin(redirectUri)].map(({ url }) => new URL(url));
  expect(first?.origin).toBe(emulator.url);
  expect(first?.pathname).toBe('/app/login/oauth2/authorize.nl');
  expect(Object.fromEntries(first?.searchParams ?? [])).toEqual({
    response_type: 'code',
    client_id: emulator.credentials.oauth2.clientId,
    redirect_uri: redirectUri,
    scope: 'rest_webservices restlets',
    state: expect.stringMatching(/^[\w-]{22,1024}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  expect(first?.searchParams.get('state')).not.toBe(second?.searchParams.get('state'));
  expect(first?.searchParams.get('code_challenge')).not.toBe(second?.searchParams.get('code_challenge'));
});

test("sends the person to the account's own host of NetSuite's user interface", async () => {
  const auth = { method: 'authorization-code', clientId: 'c' } as const;
  await using login = openLogin({ account: '1234567_SB1', auth, environment: {} });
  expect(login.begin(redirectUri).url).toMatch(
    /^https:\/\/1234567-sb1\.app\.netsuite\.com\/app\/login\/oauth2\/authorize\.nl\?response_type=code&/,
  );
});

test.each<ClientKind>(['public', 'confidential'])(
  'a %s client signs in, queries, renews when the token is over, and stores before it uses',
  async (kind) => {
    await using login = openLogin(settings(kind));
    await signIn(login);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await storedIn(file);

    await using connection = createConnection(settings(kind));
    const rows = await subsidiaries(connection);
    expect(rows).toContainEqual({ id: '1' });
    expect(emulator.requests.byService.token).toBe(1);

    clock.advance(2 * hourMs);
    const again = await Promise.all(Array.from({ length: 10 }, () => subsidiaries(connection)));
    expect(again).toEqual(Array.from({ length: 10 }, () => rows));
    // One renewal for all who wait.
    expect(emulator.requests.byService.token).toBe(2);
    const after = await storedIn(file);
    expect(after.value).not.toBe(before.value);
    expect(after.refreshToken?.value === before.refreshToken?.value).toBe(kind === 'confidential');

    // Another process goes on with what is stored.
    await using next = createConnection(settings(kind));
    expect(await subsidiaries(next)).toEqual(rows);
    expect(emulator.requests.byService.token).toBe(2);
  },
);

test('renews after a 401 for a token that NetSuite ended early', async () => {
  await using login = openLogin(settings('public'));
  await signIn(login);
  await using connection = createConnection({ ...settings('public'), clock: testClock() });
  clock.advance(hourMs);
  expect(await subsidiaries(connection)).not.toEqual([]);
  expect(emulator.requests.byService.token).toBe(2);
});

test('two connections that share a login do not take it from each other', async () => {
  await using login = openLogin(settings('public'));
  await signIn(login);
  // The one that comes too late waits for the other to have stored its tokens.
  const patient = { ...settings('public'), clock: { now: clock.now, sleep: systemSleep } };
  await using first = createConnection(patient);
  await using second = createConnection(patient);
  for (let round = 0; round < 5; round += 1) {
    clock.advance(2 * hourMs);
    await Promise.all([subsidiaries(first), subsidiaries(second)]);
  }
  expect(emulator.requests.byService.token).toBeGreaterThanOrEqual(6);
});

test('a refresh token that was used before is refused, and the error says to sign in again', async () => {
  await using login = openLogin(settings('public'));
  await signIn(login);
  const stolen = await readFile(file, 'utf8');
  clock.advance(2 * hourMs);
  await using connection = createConnection(settings('public'));
  await subsidiaries(connection);

  const copy = join(folder, 'copy.json');
  const [name = ''] = Object.keys(JSON.parse(stolen));
  await fileTokenStore(copy).write(name, JSON.parse(stolen)[name]);
  const environment = { ...settings('public').environment, NETSUITE_LOGIN_FILE: copy };
  await using late = createConnection({ environment, clock });
  const error = await subsidiaries(late).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ status: 400, errorCode: 'invalid_grant' });
  expect(String(error)).toContain('npx suitewright login');
  expect(inspect(error, { depth: 10 })).not.toContain(JSON.parse(stolen)[name].refreshToken.value);
});

test.each<[ClientKind, number]>([
  ['public', 2],
  ['confidential', 7],
])('the login of a %s client ends after %i days without use', async (kind, days) => {
  await using login = openLogin(settings(kind));
  const attempt = login.begin(redirectUri);
  const { endsAt, role } = await attempt.complete(await consent(attempt.url));
  expect(role).toBe('3');
  expect(Date.parse(endsAt) - clock.now()).toBe(days * dayMs);
  await using connection = createConnection(settings(kind));
  clock.advance(days * dayMs);
  await expect(subsidiaries(connection)).rejects.toThrow(AuthenticationError);
});

test('says how to sign in where nobody has', async () => {
  await using connection = createConnection(settings('public'));
  await expect(subsidiaries(connection)).rejects.toThrow(ConfigurationError);
  await expect(subsidiaries(connection)).rejects.toThrow(
    'NETSUITE_LOGIN_FILE: holds no login for this account and client; sign in: npx suitewright login',
  );
  expect(emulator.requests.total).toBe(0);
});

test.each<[string, (callback: URL) => void, string]>([
  ['another state', (callback) => callback.searchParams.set('state', 'x'.repeat(43)), 'state'],
  ['no state', (callback) => callback.searchParams.delete('state'), 'state'],
  ['no code', (callback) => callback.searchParams.delete('code'), 'no code'],
  ['a refusal', (callback) => callback.searchParams.set('error', 'access_denied'), 'refused'],
  ['another account', (callback) => callback.searchParams.set('company', '7654321'), 'other account'],
])('does not exchange an answer with %s', async (_, change, reason) => {
  await using login = openLogin(settings('public'));
  const attempt = login.begin(redirectUri);
  const callback = await consent(attempt.url);
  const code = callback.searchParams.get('code') ?? '';
  change(callback);
  const error = await attempt.complete(callback).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LoginFailedError);
  expect(error).toMatchObject({ code: 'NETSUITE_LOGIN_FAILED', reason });
  expect(inspect(error)).not.toContain(code);
  expect(emulator.requests.byService.token).toBe(0);
});

test('a code cannot be exchanged twice, nor by the verifier of another login', async () => {
  await using login = openLogin(settings('public'));
  const attempt = login.begin(redirectUri);
  const callback = await consent(attempt.url);
  await attempt.complete(callback);
  const error = await attempt.complete(callback).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(String(error)).toContain('sign in again');
  expect(inspect(error)).not.toContain(callback.searchParams.get('code'));

  const [mine, other] = [login.begin(redirectUri), login.begin(redirectUri)];
  const foreign = await consent(other?.url ?? '');
  foreign.searchParams.set('state', new URL(mine?.url ?? '').searchParams.get('state') ?? '');
  await expect(mine?.complete(foreign)).rejects.toThrow(AuthenticationError);
});

test('a browser that comes back twice at a time signs in once', async () => {
  await using login = openLogin(settings('public'));
  const attempt = login.begin(redirectUri);
  const callback = await consent(attempt.url);
  const answers = await Promise.all([attempt.complete(callback), attempt.complete(callback)]);
  expect(answers[0]).toEqual(answers[1]);
  expect(emulator.requests.byService.token).toBe(1);
});

test('a wrong client secret is told as such, and does not show', async () => {
  const environment = { ...settings('confidential').environment, NETSUITE_CLIENT_SECRET: 'canary-secret' };
  await using login = openLogin({ environment, clock });
  const error = await signIn(login).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 401, errorCode: 'invalid_client' });
  expect(String(error)).toContain('Check NETSUITE_CLIENT_ID and NETSUITE_CLIENT_SECRET');
  expect(inspect(error, { depth: 10 })).not.toContain('canary');
  expect(inspect(login, { depth: 10 })).not.toContain('canary');
});

test.each<ClientKind>(['public', 'confidential'])(
  'signing a %s client out revokes and forgets',
  async (kind) => {
    await using login = openLogin(settings(kind));
    await signIn(login);
    const revoked = await storedIn(file);
    expect(await login.end()).toBe(true);
    await expect(stat(file)).rejects.toThrow('ENOENT');
    expect(await login.end()).toBe(false);

    const auth = { method: 'bearer', accessToken: revoked.value } as const;
    await using bearer = createConnection({ ...settings(kind), auth });
    await expect(subsidiaries(bearer)).rejects.toThrow(AuthenticationError);
    const store: TokenStore = { read: async () => ({ ...revoked, expiresAtMs: 0 }), write: async () => {} };
    await using connection = createConnection({ ...settings(kind), tokenStore: store });
    await expect(subsidiaries(connection)).rejects.toThrow('npx suitewright login');
  },
);

describe.skipIf(!hasRedis)('with Redis (skipped where the machine has none)', () => {
  test('a login is kept there for as long as it lasts', async () => {
    await using redis = await startRedis();
    const client = await connectRedis(redis.port);
    const shared = { ...settings('public'), tokenStore: redisTokenStore(client) };
    await using login = openLogin(shared);
    await signIn(login);
    const lifetimeMs = Number(await client.eval(`return redis.call('PTTL', redis.call('RANDOMKEY'))`, 0));
    expect(lifetimeMs).toBeGreaterThan(dayMs);
    clock.advance(2 * hourMs);
    await using connection = createConnection(shared);
    expect(await subsidiaries(connection)).not.toEqual([]);
    await login.end();
    expect(await client.eval(`return redis.call('DBSIZE')`, 0)).toBe(0);
    client.close();
  });
});
