import { channel } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectionOptions, EventMap, LeaseStore, TokenStore } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { ecKeys, pem } from '../keys.js';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const never = (): Promise<never> => new Promise(() => {});
const fail = async (): Promise<never> => {
  throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' });
};
const throwAtOnce = (): never => {
  throw new Error('The client is closed.');
};
const accept: Handler = ({ url }, response) =>
  answerJson(
    response,
    200,
    url.endsWith('/token') ? { access_token: 'token-1', token_type: 'bearer' } : { ok: true },
  );

function leasing(store: LeaseStore, more: object = {}): ConnectionOptions {
  return { sharedLimit: { store, leaseMs: 200, ...more }, clock: testClock(), retry: { attempts: 3 } };
}

test.each([
  ['never answers', never],
  ['fails', fail],
  ['throws', throwAtOnce],
])(
  'a lease store that %s fails the request with a typed error, after the attempts that it has',
  async (_, acquire) => {
    let asked = 0;
    const store: LeaseStore = {
      acquire: () => {
        asked += 1;
        return acquire();
      },
      release: never,
    };
    await using server = await startServer(accept);
    await using connection = connectTo(server, leasing(store));
    await expect(connection.request({ ...get, method: 'POST' })).rejects.toMatchObject({
      ...{ name: 'StoreFailedError', code: 'NETSUITE_STORE_FAILED', store: 'lease', operation: 'acquire' },
      message: expect.stringContaining('Nothing was sent.'),
    });
    expect(asked).toBe(3);
    expect(server.requests).toHaveLength(0);
  },
);

test('a write is sent once the lease store works again: nothing had been sent before', async () => {
  const answers = [fail, never, async () => true];
  const store: LeaseStore = { acquire: () => (answers.shift() ?? never)(), release: async () => {} };
  await using server = await startServer(accept);
  await using connection = connectTo(server, leasing(store));
  await expect(connection.request({ ...get, method: 'POST' })).resolves.toMatchObject({ status: 200 });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['never answers', never],
  ['fails', fail],
])(
  'goes on with the limit of this process where a lease store %s and the settings say so',
  async (_, acquire) => {
    let running = 0;
    let most = 0;
    await using server = await startServer(async (__, response) => {
      running += 1;
      most = Math.max(most, running);
      await delay(5);
      running -= 1;
      answerJson(response, 200, {});
    });
    const told: unknown[] = [];
    const note = (event: unknown): void => void told.push(event);
    channel('suitewright:store').subscribe(note);
    const options = leasing({ acquire, release: never }, { whenUnavailable: 'local' });
    await using connection = connectTo(server, { ...options, concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, () => connection.request(get)));
    channel('suitewright:store').unsubscribe(note);
    expect(most).toBeLessThanOrEqual(3);
    expect(told[0]).toMatchObject({ store: 'lease', operation: 'acquire' } satisfies Partial<
      EventMap['store']
    >);
  },
);

test('an abort and the deadline end the wait for a lease store; a lease that comes later is given back', async () => {
  const released: string[] = [];
  const grant: (() => void)[] = [];
  const store: LeaseStore = {
    acquire: () => new Promise((resolve) => grant.push(() => resolve(true))),
    release: async ({ id }) => void released.push(id),
  };
  await using server = await startServer(accept);
  const sharedLimit = { store, leaseMs: 60_000 };
  await using connection = connectTo(server, { sharedLimit, retry: { deadlineMs: 200 } });
  await expect(connection.request(get)).rejects.toMatchObject({ name: 'TimedOutError', phase: 'deadline' });
  const stop = new AbortController();
  const request = connection.request({ ...get, signal: stop.signal });
  const reason = new Error('enough');
  setTimeout(() => stop.abort(reason), 50);
  await expect(request).rejects.toBe(reason);
  for (const resolve of grant) resolve();
  await expect.poll(() => released.length).toBe(grant.length);
  expect(server.requests).toHaveLength(0);
});

test('an answer does not wait until its lease is given back, and neither does close without bound', async () => {
  const store: LeaseStore = { acquire: async () => true, release: never };
  await using server = await startServer(accept);
  const connection = connectTo(server, leasing(store));
  await expect(connection.request(get)).resolves.toMatchObject({ status: 200 });
  await connection.close();
});

test('close waits until the leases are given back', async () => {
  let out = 0;
  const store: LeaseStore = {
    async acquire() {
      out += 1;
      return true;
    },
    async release() {
      await delay(50);
      out -= 1;
    },
  };
  await using server = await startServer(accept);
  const connection = connectTo(server, { sharedLimit: { store } });
  await Promise.all([connection.request(get), connection.request(get)]);
  await connection.close();
  expect(out).toBe(0);
});

test('an abort ends the wait for a token store that never answers, and for a question for the limit', async () => {
  const reason = new Error('enough');
  const tokenStore: TokenStore = { read: never, write: never };
  await using server = await startServer(() => {});
  const privateKey = pem(ecKeys().privateKey);
  const oauth2 = { method: 'oauth2', clientId: 'c', certificateId: 'k', privateKey } as const;
  const login = { method: 'authorization-code', clientId: 'c' } as const;
  for (const options of [
    { auth: oauth2, tokenStore },
    { auth: login, tokenStore },
    { auth: oauth2 },
    { concurrency: 'account' },
  ] as const) {
    const connection = connectTo(server, options);
    const stop = new AbortController();
    const request = connection.request({ ...get, signal: stop.signal });
    setTimeout(() => stop.abort(reason), 50);
    await expect(request).rejects.toBe(reason);
    const late = connectTo(server, { ...options, retry: { deadlineMs: 50 } });
    await expect(late.request(get)).rejects.toMatchObject({ name: 'TimedOutError' });
  }
});

test('an abort and the deadline end a request whose dispatcher heeds neither', async () => {
  const body = (async function* () {
    yield await never();
  })();
  await using server = await startServer(accept);
  const reason = new Error('enough');
  for (const request of [never, async () => ({ statusCode: 200, headers: {}, body })]) {
    const dispatcher = { request, close: async () => {} };
    const connection = connectTo(server, { dispatcher, retry: { deadlineMs: 100 } });
    await expect(connection.request(get)).rejects.toMatchObject({ name: 'TimedOutError', phase: 'deadline' });
    const stop = new AbortController();
    const aborted = connection.request({ ...get, signal: stop.signal });
    stop.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    await connection.close();
  }
});

test.each([{ leaseMs: -1 }, { whenUnavailable: 'never' as never }])(
  'refuses the settings %j',
  async (more) => {
    await using server = await startServer(accept);
    expect(() => connectTo(server, leasing({ acquire: never, release: never }, more))).toThrow(
      'sharedLimit.',
    );
  },
);

test.each([
  ['a long message without spaces', () => new Error('a.'.repeat(500_000)), 'broke off (Error)'],
  ['a long message of addresses', () => new Error('a://'.repeat(200_000)), 'broke off (Error)'],
  [
    'properties that throw',
    () => Object.defineProperty(new Error(), 'message', { get: throwAtOnce }),
    'broke off',
  ],
  [
    'a cause that throws',
    () => Object.defineProperty(new Error(), 'cause', { get: throwAtOnce }),
    'broke off',
  ],
])(
  'tells of an error of a dispatcher with %s what can be told of it, in linear time',
  async (_, make, told) => {
    await using server = await startServer(accept);
    const dispatcher = {
      request: async () => {
        throw make();
      },
      close: async () => {},
    };
    await using connection = connectTo(server, { dispatcher, retry: { attempts: 1 } });
    await expect(connection.request(get)).rejects.toMatchObject({
      ...{ name: 'ConnectionFailedError', code: 'NETSUITE_CONNECTION_FAILED' },
      message: expect.stringContaining(told),
    });
  },
);

test.each([
  ['at once', throwAtOnce],
  ['later', () => Promise.reject(new Error('The disk is full.'))],
])(
  'a logger that fails %s does not fail a write that was carried out, nor its retry',
  async (_when, fail) => {
    await using server = await startServer(({ url }, response, index) =>
      index === 0
        ? answerJson(response, 429, errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.'))
        : accept({ url, method: 'POST', headers: {}, body: '' }, response, index),
    );
    const logger = { debug: fail, warn: fail };
    await using connection = connectTo(server, { logger, clock: testClock() });
    await expect(connection.request({ ...get, method: 'POST' })).resolves.toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(2);
  },
);
