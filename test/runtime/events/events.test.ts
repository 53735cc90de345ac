import { AsyncLocalStorage } from 'node:async_hooks';
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { randomFaults, startEmulator } from '@suitewright/emulator';
import { createConnection, type EventMap, type EventName } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { answerJson, connectTo, errorBody, startServer, testClock } from '../local-server.js';

const names: readonly EventName[] = ['request', 'query:start', 'query', 'retry', 'throttle', 'token'];

/** Notes what is published while it lives. */
function listen(): Disposable & { readonly events: { readonly name: string; readonly event: unknown }[] } {
  const events: { name: string; event: unknown }[] = [];
  const note = (event: unknown, channel: string | symbol): void => {
    events.push({ name: String(channel), event });
  };
  for (const name of names) subscribe(`suitewright:${name}`, note);
  return {
    events,
    [Symbol.dispose]: () => {
      for (const name of names) unsubscribe(`suitewright:${name}`, note);
    },
  };
}

test('tells requests, queries, retries and throttling, and no values', async () => {
  using heard = listen();
  const messages: string[] = [];
  const logger = {
    debug: (message: string) => messages.push(`debug ${message}`),
    warn: (message: string) => messages.push(`warn ${message}`),
  };
  await using server = await startServer((_, response, index) =>
    index === 0
      ? answerJson(response, 429, errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.'))
      : answerJson(
          response,
          200,
          { count: 1, hasMore: false, items: [{ id: '7' }], offset: 0, totalResults: 1 },
          { 'x-n-operationid': 'operation-1' },
        ),
  );
  const settings = { clock: testClock(), random: () => 0.5, logger, parameters: 'literal' } as const;
  await using connection = connectTo(server, settings);
  const statement = { text: 'SELECT id FROM customer WHERE email = ?', parameters: ['private@example.com'] };
  await connection.suiteql.all(statement);
  const resource = '/services/rest/query/v1/suiteql';
  const account = '1234567_SB1';
  const exchange = { account, method: 'POST', origin: server.url, resource };
  const request = { ...exchange, error: null, durationMs: 0, queuedMs: 0 };
  expect(heard.events).toEqual([
    { name: 'suitewright:query:start', event: { account, statement: statement.text } },
    { name: 'suitewright:request', event: { ...request, attempt: 1, status: 429, operationId: null } },
    { name: 'suitewright:throttle', event: { account, limit: 2, reason: 'over limit' } },
    {
      name: 'suitewright:retry',
      event: {
        ...{ account, method: 'POST', resource, attempt: 1 },
        ...{ failure: 'retry later', delayMs: 250, error: 'RateLimitedError' },
      },
    },
    {
      name: 'suitewright:request',
      event: { ...request, attempt: 2, status: 200, operationId: 'operation-1' },
    },
    {
      name: 'suitewright:query',
      event: { account, statement: statement.text, error: null, rows: 1, totalResults: 1, durationMs: 250 },
    },
  ]);
  expect(messages.map((message) => message.split(' {')[0])).toEqual([
    'debug suitewright request',
    'warn suitewright throttle',
    'warn suitewright retry',
    'debug suitewright request',
    'debug suitewright query',
  ]);
  expect(messages.join()).not.toContain('private@example.com');
});

test('tells of exchanges without an answer, and of pages that do not come, why', async () => {
  using heard = listen();
  await using server = await startServer((_, response, index) =>
    index === 0
      ? response.destroy()
      : answerJson(response, 400, errorBody(400, 'INVALID_PARAMETER', 'Unknown identifier')),
  );
  await using connection = connectTo(server, { clock: testClock() });
  await connection.suiteql.all({ text: 'SELECT nonsense FROM customer', parameters: [] }).catch(() => {});
  expect(heard.events.map(({ name, event }) => ({ ...(event as object), name }))).toMatchObject([
    { name: 'suitewright:query:start' },
    { name: 'suitewright:request', attempt: 1, status: null, error: 'ConnectionFailedError' },
    { name: 'suitewright:retry', attempt: 1, error: 'ConnectionFailedError' },
    { name: 'suitewright:request', attempt: 2, status: 400, error: null },
    { name: 'suitewright:query', error: 'QueryRejectedError', rows: null, totalResults: null },
  ]);
});

test('tells every exchange, those for tokens and with refused ones too', async () => {
  using heard = listen();
  const emulator = await startEmulator({
    rows: 100,
    faults: ({ index }) => (index === 1 ? { kind: 'refused', status: 401 } : null),
  });
  const connection = createConnection({ environment: emulator.environment('oauth2') });
  await connection.suiteql.page({ text: 'SELECT id FROM currency', parameters: [] });
  await connection.close();
  await emulator.close();
  const requests = heard.events.filter(({ name }) => name === 'suitewright:request');
  expect(requests.map(({ event }) => event)).toMatchObject([
    { resource: '/services/rest/auth/oauth2/v1/token', status: 200 },
    { resource: '/services/rest/query/v1/suiteql', status: 401, attempt: 1 },
    { resource: '/services/rest/auth/oauth2/v1/token', status: 200 },
    { resource: '/services/rest/query/v1/suiteql', status: 200, attempt: 1 },
  ]);
  expect(emulator.requests.total).toBe(requests.length);
});

test('runs what fetches a page in the stores that are bound to its start', async () => {
  await using server = await startServer((_, response) =>
    answerJson(response, 200, { count: 0, hasMore: false, items: [], offset: 0, totalResults: 0 }),
  );
  await using connection = connectTo(server, { concurrency: 1 });
  const statements = new AsyncLocalStorage<unknown>();
  const start = channel('suitewright:query:start');
  const seen: unknown[] = [];
  const note = (): void => {
    seen.push(statements.getStore());
  };
  start.bindStore(statements, (event) => (event as EventMap['query:start']).statement);
  subscribe('suitewright:request', note);
  subscribe('suitewright:query', note);
  const texts = ['SELECT 1 FROM a', 'SELECT 2 FROM b', 'SELECT 3 FROM c'];
  await Promise.all(texts.map((text) => connection.suiteql.page({ text, parameters: [] })));
  unsubscribe('suitewright:request', note);
  unsubscribe('suitewright:query', note);
  start.unbindStore(statements);
  expect(seen).toEqual(texts.flatMap((text) => [text, text]));
  expect(statements.getStore()).toBeUndefined();
});

test.each(['tba', 'oauth2'] as const)(
  'no secret of %s is part of an event, a message or an error, whatever goes wrong',
  async (method) => {
    using heard = listen();
    const messages: string[] = [];
    const write = (message: string): number => messages.push(message);
    const seen: string[] = [];
    const rates = { 401: 0.2, 429: 0.1, 500: 0.1, 503: 0.1, html: 0.1, reset: 0.1, broken: 0.1, cut: 0.1 };
    const choose = randomFaults({ seed: 3, rates });
    const emulator = await startEmulator({ rows: 100, faults: choose });
    const environment = emulator.environment(method);
    const connection = createConnection({
      environment,
      logger: { debug: write, warn: write },
      retry: { baseDelayMs: 1, maximumDelayMs: 2, attempts: 2 },
    });
    for (let round = 0; round < 60; round += 1) {
      const failed = await connection
        .request({ method: round % 2 === 0 ? 'GET' : 'POST', path: '/services/rest/record/v1/customer/1' })
        .catch((error: unknown) => error);
      seen.push(inspect(failed, { depth: 20, showHidden: true }));
    }
    await connection.close();
    await emulator.close();
    const everything = [
      ...seen,
      ...messages,
      inspect(heard.events, { depth: 20 }),
      inspect(connection, { depth: 9 }),
    ].join('\n');
    expect(heard.events.some(({ name }) => name === 'suitewright:retry')).toBe(true);
    const secrets = Object.entries(environment).filter(([name]) => /SECRET|PRIVATE_KEY/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, secret] of secrets) {
      for (const line of secret?.split(/\\n|\n/) ?? []) {
        if (line.length > 10 && !line.startsWith('-----')) expect(everything).not.toContain(line);
      }
    }
    // Tokens and assertions are JWTs; signatures stand behind these words.
    expect(everything).not.toMatch(/eyJ[\w-]+\.|oauth_signature=|Bearer ey|client_assertion=/);
  },
);
