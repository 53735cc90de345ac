import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import {
  type Connection,
  createConnection,
  type EventMap,
  openLogin,
  type StoredToken,
  type TokenStore,
} from '@suitewright/runtime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestClock, testClock } from '../local-server.js';

const redirectUri = 'https://127.0.0.1:8910/callback';
const hourMs = 60 * 60 * 1000;

let clock: TestClock;
let emulator: Emulator;
beforeEach(async () => {
  clock = testClock();
  emulator = await startEmulator({ rows: 100, account: '1234567_SB1', clock: clock.now });
});
afterEach(() => emulator.close());

/** A store in memory that a test can break. */
interface BreakableStore extends TokenStore {
  readonly kept: Map<string, StoredToken>;
  /** Operations that fail. */
  broken: readonly ('read' | 'write')[];
}

function breakableStore(): BreakableStore {
  const kept = new Map<string, StoredToken>();
  return {
    kept,
    broken: [],
    async read(name) {
      if (this.broken.includes('read')) throw new Error('The disk is gone.');
      return kept.get(name) ?? null;
    },
    async write(name, token) {
      if (this.broken.includes('write')) throw new Error('The disk is full.');
      kept.set(name, token);
    },
  };
}

function settings(tokenStore: TokenStore) {
  // Without a secret: a refresh token of a public client is good for one time.
  const { NETSUITE_CLIENT_SECRET: _, ...environment } = emulator.environment('authorization-code');
  return { environment, clock, tokenStore };
}

async function signIn(tokenStore: TokenStore): Promise<void> {
  await using login = openLogin(settings(tokenStore));
  const attempt = login.begin(redirectUri);
  const answer = await fetch(attempt.url, { redirect: 'manual' });
  await attempt.complete(new URL(answer.headers.get('location') ?? ''));
}

const use = (connection: Connection): Promise<unknown> =>
  connection.suiteql.all({ text: 'SELECT id FROM subsidiary ORDER BY id', parameters: [] });

async function storeEvents(work: () => Promise<void>): Promise<EventMap['store'][]> {
  const events: EventMap['store'][] = [];
  const note = (event: unknown): void => void events.push(event as EventMap['store']);
  subscribe('suitewright:store', note);
  await work().finally(() => unsubscribe('suitewright:store', note));
  return events;
}

test.each([[['write']], [['read', 'write']]] as const)(
  'a login goes on in memory while the store fails to %s, and is stored as soon as that works',
  async (broken) => {
    const store = breakableStore();
    await signIn(store);
    const before = [...store.kept.values()][0];
    await using connection = createConnection(settings(store));
    await use(connection);

    const events = await storeEvents(async () => {
      clock.advance(2 * hourMs);
      store.broken = ['write'];
      await use(connection);
      store.broken = broken;
      // The stored refresh token is used up by now: only the one in memory renews again.
      for (let round = 0; round < 3; round += 1) {
        clock.advance(2 * hourMs);
        await use(connection);
      }
    });
    expect(events).toContainEqual({
      account: '1234567_SB1',
      store: 'token',
      operation: 'write',
      error: 'Error',
    });
    expect([...store.kept.values()][0]).toEqual(before);

    store.broken = [];
    clock.advance(2000);
    await use(connection);
    await expect.poll(() => [...store.kept.values()][0]?.value).not.toBe(before?.value);
    await using next = createConnection(settings(store));
    clock.advance(2 * hourMs);
    await use(next);
  },
);

test('what could not be stored is stored when the connection is closed', async () => {
  const store = breakableStore();
  await signIn(store);
  const connection = createConnection(settings(store));
  clock.advance(2 * hourMs);
  store.broken = ['write'];
  await use(connection);
  store.broken = [];
  await connection.close();
  clock.advance(2 * hourMs);
  await using next = createConnection(settings(store));
  await use(next);
});

test('a login of somebody who signed in meanwhile is not written over', async () => {
  const store = breakableStore();
  await signIn(store);
  const connection = createConnection(settings(store));
  clock.advance(2 * hourMs);
  store.broken = ['write'];
  await use(connection);
  store.broken = [];
  await signIn(store);
  const [newer] = store.kept.values();
  await connection.close();
  expect([...store.kept.values()]).toEqual([newer]);
});

test('a login whose tokens could not be stored is completed by asking again', async () => {
  const store = breakableStore();
  await using login = openLogin(settings(store));
  const attempt = login.begin(redirectUri);
  const answer = await fetch(attempt.url, { redirect: 'manual' });
  const callback = new URL(answer.headers.get('location') ?? '');
  store.broken = ['write'];
  await expect(attempt.complete(callback)).rejects.toMatchObject({
    name: 'StoreFailedError',
    operation: 'write',
  });
  store.broken = [];
  await expect(attempt.complete(callback)).resolves.toMatchObject({ role: '3' });
  expect(store.kept.size).toBe(1);
});

test('a failure of the store is the failure of a request that needs a login, and is told', async () => {
  const store = breakableStore();
  store.broken = ['read'];
  await using connection = createConnection({ ...settings(store), retry: { attempts: 2 } });
  const events = await storeEvents(async () => {
    await expect(use(connection)).rejects.toMatchObject({
      code: 'NETSUITE_STORE_FAILED',
      message: expect.stringContaining('The disk is gone. Nothing was sent.'),
    });
  });
  expect(events.length).toBeGreaterThan(1);
  expect(emulator.requests.total).toBe(0);
});
