import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock, LeaseStore } from '@suitewright/runtime';
import { afterEach, expect, test, vi } from 'vitest';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const hourMs = 60 * 60 * 1000;
const accept: Handler = (_, response) => answerJson(response, 200, {});

afterEach(() => {
  vi.restoreAllMocks();
});

const realNow = Date.now.bind(Date);

/** Sets the machine's clock, as far as programs see it. */
function setClock(byMs: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + byMs);
}

/** Fails the test where a timer was given a time that it does not take. */
async function withoutWarnings(work: () => Promise<void>): Promise<void> {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  process.on('warning', note);
  await work();
  await delay(10);
  process.off('warning', note);
  expect(warnings).toEqual([]);
}

const jumps = [
  ['back two hours', -2 * hourMs],
  ['forward 400 days', 400 * 24 * hourMs],
  ['back 400 days', -400 * 24 * hourMs],
] as const;

test.each(jumps)(
  'a clock that is set %s neither holds rate-limited requests up nor ends them',
  async (_, jumpMs) => {
    await withoutWarnings(async () => {
      await using server = await startServer(accept);
      await using connection = connectTo(server, { rateLimit: { perSecond: 50, burst: 1 } });
      await connection.request(get);
      setClock(jumpMs);
      await Promise.all(Array.from({ length: 5 }, () => connection.request(get)));
      expect(server.requests).toHaveLength(6);
    });
  },
);

test.each(jumps)('a clock that is set %s during the wait after a 429 changes nothing', async (_, jumpMs) => {
  await withoutWarnings(async () => {
    await using server = await startServer((__, response, index) => {
      if (index > 1) return answerJson(response, 200, {});
      setClock(index === 0 ? jumpMs : 0);
      answerJson(response, 429, errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.'));
    });
    await using connection = connectTo(server, { retry: { baseDelayMs: 20, deadlineMs: 60_000 } });
    await expect(connection.request(get)).resolves.toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(3);
  });
});

test.each(jumps)(
  'a clock of the caller’s that jumps %s does not either, where it only tells the time',
  async (_, jumpMs) => {
    let offsetMs = 0;
    const clock: Clock = {
      now: () => Date.now() + offsetMs,
      sleep: (milliseconds, signal) => delay(milliseconds, undefined, signal && { signal }),
    };
    await using server = await startServer((__, response, index) => {
      offsetMs = jumpMs;
      if (index === 1)
        return answerJson(response, 429, errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.'));
      answerJson(response, 200, {});
    });
    const rateLimit = { perSecond: 50, burst: 1 };
    await using connection = connectTo(server, { clock, rateLimit, retry: { baseDelayMs: 20 } });
    for (let request = 0; request < 4; request += 1) await connection.request(get);
    expect(server.requests).toHaveLength(5);
  },
);

test.each(jumps)('leases are passed on and given back when the clock is set %s', async (_, jumpMs) => {
  await withoutWarnings(async () => {
    const out = new Set<string>();
    const store: LeaseStore = {
      async acquire({ id, limit }) {
        if (!out.has(id) && out.size >= limit) return false;
        out.add(id);
        return true;
      },
      release: async ({ id }) => void out.delete(id),
    };
    await using server = await startServer((__, response, index) => {
      if (index === 2) setClock(jumpMs);
      answerJson(response, 200, {});
    });
    await using one = connectTo(server, { concurrency: 1, sharedLimit: { store } });
    await using other = connectTo(server, { concurrency: 1, sharedLimit: { store } });
    await Promise.all(Array.from({ length: 10 }, (__, index) => (index % 2 ? one : other).request(get)));
    expect(out.size).toBe(0);
  });
});

test('a token is renewed by the time that passes, whatever the clock says', async () => {
  let offsetMs = 0;
  let elapsedMs = 0;
  const clock: Clock = {
    now: () => Date.parse('2026-03-12T08:57:09Z') + elapsedMs + offsetMs,
    elapsed: () => elapsedMs,
    sleep: async () => {},
  };
  let tokens = 0;
  await using server = await startServer(({ url }, response) => {
    if (!url.endsWith('/token')) return answerJson(response, 200, {});
    tokens += 1;
    answerJson(response, 200, { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 3600 });
  });
  const { ecKeys, pem } = await import('../keys.js');
  const auth = {
    ...{ method: 'oauth2', clientId: 'c', certificateId: 'k', privateKey: pem(ecKeys().privateKey) },
  } as const;
  await using connection = connectTo(server, { auth: { ...auth, method: 'oauth2' }, clock });
  await connection.request(get);
  // Set back: the token does not live longer for it.
  offsetMs = -2 * hourMs;
  elapsedMs += 30 * 60_000;
  await connection.request(get);
  expect(tokens).toBe(1);
  elapsedMs += 31 * 60_000;
  await connection.request(get);
  expect(tokens).toBe(2);
});

test('settings of any length make no timer overflow', async () => {
  await withoutWarnings(async () => {
    await using server = await startServer((_, response, index) =>
      index === 0
        ? answerJson(response, 429, errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.'))
        : answerJson(response, 200, {}),
    );
    const store: LeaseStore = { acquire: async () => true, release: async () => {} };
    const longest = 1e15;
    await using connection = connectTo(server, {
      timeouts: { connectMs: longest, headersMs: longest, bodyMs: longest },
      retry: { deadlineMs: longest, baseDelayMs: 1 },
      sharedLimit: { store, leaseMs: longest },
    });
    await connection.request(get);
  });
});

test('a signal that lives long keeps nothing of the requests that were made with it', async () => {
  const { signal } = new AbortController();
  await withoutWarnings(async () => {
    await using server = await startServer((_, response, index) =>
      answerJson(response, index % 7 === 3 ? 503 : 200, { ok: true }),
    );
    const store: LeaseStore = { acquire: async () => true, release: async () => {} };
    await using connection = connectTo(server, {
      ...{ concurrency: 4, sharedLimit: { store }, retry: { baseDelayMs: 1 } },
    });
    const add = vi.spyOn(AbortSignal, 'any');
    await Promise.all(Array.from({ length: 60 }, () => connection.request({ ...get, signal })));
    // AbortSignal.any leaks on Node 20 where one of its signals lives on.
    expect(add).not.toHaveBeenCalled();
  });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('a signal that ends many requests at once ends them all', async () => {
  const stop = new AbortController();
  await using server = await startServer(() => {});
  await using connection = connectTo(server, { concurrency: 4, clock: testClock() });
  const all = Array.from({ length: 20 }, () => connection.request({ ...get, signal: stop.signal }));
  const reason = new Error('enough');
  setTimeout(() => stop.abort(reason), 50);
  const settled = await Promise.allSettled(all);
  expect(settled).toEqual(all.map(() => ({ status: 'rejected', reason })));
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
});
