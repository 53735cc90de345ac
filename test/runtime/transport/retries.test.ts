import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import {
  AuthenticationError,
  type ConnectionOptions,
  OutcomeUnknownError,
  RateLimitedError,
  ServerFailedError,
  TimedOutError,
} from '@suitewright/runtime';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const post = { method: 'POST', path: '/services/rest/record/v1/customer', body: {} } as const;
const tooMany = errorBody(
  429,
  'CONCURRENCY_LIMIT_EXCEEDED',
  'Concurrent request limit exceeded. Request blocked.',
);

/** Fails with the first handlers, then answers 200. */
function after(...failures: readonly Handler[]): Handler {
  return (request, response, index) => (failures[index] ?? success)(request, response, index);
}

const success: Handler = (_, response) => answerJson(response, 200, { ok: true });
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    answerJson(
      response,
      code,
      code === 429 ? tooMany : errorBody(code, 'UNEXPECTED_ERROR', 'Failed.'),
      headers,
    );
const reset: Handler = (_, response) => response.destroy();
const cutBody: Handler = (_, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"ok":');
  setTimeout(() => response.destroy(), 20);
};

function options(more: ConnectionOptions = {}): ConnectionOptions & { clock: ReturnType<typeof testClock> } {
  return { random: () => 0.5, ...more, clock: testClock() };
}

test('repeats a read after 429, 502, 503, a reset and a cut body, with growing delays', async () => {
  await using server = await startServer(after(status(429), status(503), reset, cutBody));
  const settings = options();
  await using connection = connectTo(server, settings);
  await expect(connection.request(get)).resolves.toMatchObject({ body: { ok: true } });
  expect(server.requests).toHaveLength(5);
  expect(settings.clock.sleeps).toEqual([250, 500, 1000, 2000]);
});

test('draws delays with full jitter, and none above the maximum', async () => {
  await using server = await startServer(status(503));
  const draws = [0, 0.999, 0.5];
  const settings = options({
    random: () => draws.shift() ?? 0,
    retry: { baseDelayMs: 1000, maximumDelayMs: 1500, attempts: 4 },
  });
  await using connection = connectTo(server, settings);
  await expect(connection.request(get)).rejects.toThrow(ServerFailedError);
  expect(settings.clock.sleeps).toEqual([0, 1498.5, 750]);
});

test('waits as long as Retry-After says, in seconds or as a date', async () => {
  const settings = options();
  const date = new Date(settings.clock.now() + 11_000).toUTCString();
  await using server = await startServer(
    after(status(429, { 'retry-after': '7' }), status(503, { 'retry-after': date })),
  );
  await using connection = connectTo(server, settings);
  await connection.request(get);
  expect(settings.clock.sleeps).toEqual([7000, 4000]);
});

test('leaves it to the caller when Retry-After asks for more than two minutes', async () => {
  await using server = await startServer(status(429, { 'retry-after': '3600' }));
  await using connection = connectTo(server, options());
  const error: unknown = await connection.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RateLimitedError);
  expect(error).toMatchObject({ retryAfterMs: 3_600_000 });
  expect(server.requests).toHaveLength(1);
});

test('reports the last failure when the attempts are used up', async () => {
  await using server = await startServer(status(429));
  await using connection = connectTo(server, options({ retry: { attempts: 3 } }));
  await expect(connection.request(get)).rejects.toThrow(RateLimitedError);
  expect(server.requests).toHaveLength(3);
});

test('repeats a write only after a refusal that did nothing', async () => {
  await using refused = await startServer(after(status(429)));
  await using first = connectTo(refused, options());
  await expect(first.request(post)).resolves.toMatchObject({ status: 200 });
  expect(refused.requests).toHaveLength(2);

  for (const failure of [status(503), reset, cutBody]) {
    await using server = await startServer(after(failure));
    await using connection = connectTo(server, options());
    await expect(connection.request(post)).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  }
});

test.each([400, 401, 403, 404])('does not repeat a read after %i', async (code) => {
  await using server = await startServer(status(code));
  await using connection = connectTo(server, options());
  await expect(connection.request(get)).rejects.toMatchObject({ status: code });
  expect(server.requests).toHaveLength(1);
});

test('says whether NetSuite may have carried out a write that broke off', async () => {
  await using server = await startServer(reset);
  await using connection = connectTo(server, options());
  const lost: unknown = await connection.request(post).catch((reason: unknown) => reason);
  expect(lost).toBeInstanceOf(OutcomeUnknownError);
  expect((lost as Error).cause).toMatchObject({ name: 'ConnectionFailedError', mayHaveStarted: true });
  expect((lost as Error).message).toContain('look whether the record is there');
  expect(inspect(lost, { depth: 20, showHidden: true })).not.toContain('canary-access-token');

  const gone = await startServer(success);
  await gone[Symbol.asyncDispose]();
  await using nobody = connectTo(gone, options());
  const unsent: unknown = await nobody.request(post).catch((reason: unknown) => reason);
  expect(unsent).toMatchObject({ mayHaveStarted: false, reason: 'ECONNREFUSED' });
});

test('a header that HTTP cannot carry is a mistake of the caller, and is not repeated', async () => {
  await using server = await startServer(success);
  const settings = options();
  await using connection = connectTo(server, settings);
  await expect(connection.request({ ...get, headers: { prefer: 'a\nb' } })).rejects.toThrow(TypeError);
  await expect(connection.request({ ...get, headers: { Authorization: 'x' } })).rejects.toThrow(TypeError);
  expect(settings.clock.sleeps).toEqual([]);
  expect(server.requests).toHaveLength(0);
});

test('sends through the dispatcher that it is given, and leaves it open', async () => {
  await using server = await startServer(success);
  const dispatcher = new Agent();
  const connection = connectTo(server, { ...options(), dispatcher });
  await expect(connection.request(get)).resolves.toMatchObject({ status: 200 });
  await connection.close();
  expect(dispatcher.closed).toBe(false);
  await dispatcher.close();
  const late = connectTo(server, { ...options(), dispatcher });
  await expect(late.request(get)).rejects.toThrow('The dispatcher that sends the requests is closed');
});

test('does not repeat for a host that does not exist, and doubts the account id', async () => {
  await using server = await startServer(success);
  const settings = options({ baseUrl: 'http://host.invalid' });
  await using connection = connectTo(server, settings);
  await expect(connection.request(get)).rejects.toThrow('check the account id');
  expect(settings.clock.sleeps).toEqual([]);
});

test.each([
  ['headers', () => {}],
  ['body', (_: unknown, response: ServerResponse) => response.writeHead(200).write('{"a":')],
] as const)('gives up when the %s take too long', async (phase, stall) => {
  await using server = await startServer(stall);
  await using connection = connectTo(server, {
    timeouts: { headersMs: 300, bodyMs: 300 },
    retry: { attempts: 1 },
  });
  const error: unknown = await connection.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TimedOutError);
  expect(error).toMatchObject({ phase });
});

test('an abort ends a request under way, one that waits its turn, and one between attempts, with its reason', async () => {
  const arrived = new EventTarget();
  await using server = await startServer(() => arrived.dispatchEvent(new Event('request')));
  await using connection = connectTo(server, { concurrency: 1 });
  const stop = new AbortController();
  const signal = stop.signal;
  const running = connection.request({ ...get, signal });
  const queued = connection.request({ ...get, signal });
  const settled = Promise.allSettled([running, queued]);
  await once(arrived, 'request');
  const reason = new Error('enough');
  stop.abort(reason);
  expect(await settled).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
  await expect(connection.request({ ...get, signal })).rejects.toBe(reason);
  expect(server.requests).toHaveLength(1);

  await using busy = await startServer(status(503));
  const between = new AbortController();
  await using patient = connectTo(busy, {
    retry: { baseDelayMs: 60_000, maximumDelayMs: 60_000 },
    random: () => 0.99,
  });
  const waiting = patient.request({ ...get, signal: between.signal });
  setTimeout(() => between.abort(reason), 100);
  await expect(waiting).rejects.toBe(reason);
});

test('runs no more requests at a time than its concurrency, first come first served', async () => {
  let running = 0;
  let most = 0;
  await using server = await startServer(async (_, response) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
    answerJson(response, 200, {});
  });
  await using connection = connectTo(server, { concurrency: 3 });
  const finished: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      await connection.request({ ...get, query: { index } });
      finished.push(index);
    }),
  );
  expect(most).toBe(3);
  expect(server.requests).toHaveLength(12);
});

test('close waits for the requests under way and refuses new ones', async () => {
  await using server = await startServer(async (_, response) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    answerJson(response, 200, { ok: true });
  });
  const connection = connectTo(server);
  const underWay = connection.request(get);
  await connection.close();
  await expect(underWay).resolves.toMatchObject({ body: { ok: true } });
  await expect(connection.request(get)).rejects.toThrow('The connection is closed');
  await connection.close();
});

test('repeats a read after 500 a few times, and not for ever: a bad query may be the reason', async () => {
  await using passing = await startServer(after(status(500), status(500)));
  await using first = connectTo(passing, options());
  await expect(first.request(get)).resolves.toMatchObject({ status: 200 });

  await using staying = await startServer(status(500));
  await using second = connectTo(staying, options({ retry: { attempts: 100 } }));
  await expect(second.request(get)).rejects.toThrow(ServerFailedError);
  expect(staying.requests).toHaveLength(4);
});

const cutJson: Handler = (_, response) => response.writeHead(200).end('{"ok":');
const brokenGzip: Handler = (_, response) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all');
const html: Handler = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
const stalled: Handler = (_, response) => response.writeHead(200).write('{"a":');

test.each([
  ['is cut', cutJson],
  ['has a broken compression', brokenGzip],
  ['is a page of HTML', html],
  ['stalls', stalled],
  ['never begins', () => {}],
])('repeats a read whose answer %s', async (_, fault: Handler) => {
  await using server = await startServer(after(fault));
  await using connection = connectTo(server, options({ timeouts: { headersMs: 300, bodyMs: 300 } }));
  await expect(connection.request(get)).resolves.toMatchObject({ body: { ok: true } });
  expect(server.requests).toHaveLength(2);
});

test.each([
  ['503', status(503)],
  ['500', status(500)],
  ['a cut body', cutBody],
  ['silence', () => {}],
])('a write that meets %s is not repeated, and says how to find out what became of it', async (_, fault) => {
  await using server = await startServer(fault as Handler);
  await using connection = connectTo(server, options({ timeouts: { headersMs: 300 } }));
  const error: unknown = await connection.request(post).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OutcomeUnknownError);
  expect(error).toMatchObject({ code: 'NETSUITE_OUTCOME_UNKNOWN', method: 'POST', resource: post.path });
  expect(server.requests).toHaveLength(1);
});

test('a write that can be repeated is repeated', async () => {
  await using server = await startServer(after(status(503), reset));
  await using connection = connectTo(server, options());
  await connection.request({ ...post, method: 'PUT', repeatable: true });
  expect(server.requests).toHaveLength(3);
});

const refusedLogin: Handler = (_, response) =>
  answerJson(response, 401, errorBody(401, 'INVALID_LOGIN', 'Invalid login attempt.'));

test('a login that is refused after a 429 is waited for, where these credentials have worked before', async () => {
  await using server = await startServer(after(success, status(429), refusedLogin, refusedLogin));
  const settings = options();
  await using connection = connectTo(server, settings);
  await connection.request(get);
  await expect(connection.request(get)).resolves.toMatchObject({ status: 200 });
  expect(settings.clock.sleeps).toEqual([250, 7500, 15_000]);

  await using never = await startServer(after(success, status(429), ...Array(9).fill(refusedLogin)));
  await using other = connectTo(never, options());
  await other.request(get);
  const error: unknown = await other.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuthenticationError);
  expect((error as Error).message).toContain('They are probably right');
});

test('a login that is refused at first is not waited for, whatever came before', async () => {
  await using server = await startServer(after(status(429), refusedLogin));
  await using connection = connectTo(server, options());
  await expect(connection.request(get)).rejects.toThrow('Check, in this order');
  expect(server.requests).toHaveLength(2);
});

test('stops when the retries that the connection has in hand are used up; a 429 costs none', async () => {
  await using server = await startServer(status(503));
  await using connection = connectTo(server, options({ retry: { budget: 5, attempts: 4 } }));
  for (let request = 0; request < 4; request += 1) await connection.request(get).catch(() => {});
  // Three retries for the first request, two for the second, none after that.
  expect(server.requests).toHaveLength(4 + 3 + 1 + 1);

  await using busy = await startServer(after(status(429), status(429), status(429)));
  await using poor = connectTo(busy, options({ retry: { budget: 0 } }));
  await expect(poor.request(get)).resolves.toMatchObject({ status: 200 });
});

test('gives up at the deadline, in the middle of an answer as well', async () => {
  await using server = await startServer(status(503));
  const settings = options({ retry: { attempts: 100, deadlineMs: 5000 } });
  await using connection = connectTo(server, settings);
  await expect(connection.request(get)).rejects.toThrow(ServerFailedError);
  expect(settings.clock.sleeps.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(5000);

  await using silent = await startServer(() => {});
  await using waiting = connectTo(silent, { retry: { deadlineMs: 200 } });
  const error: unknown = await waiting.request(get).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TimedOutError);
  expect(error).toMatchObject({ phase: 'deadline' });
});
