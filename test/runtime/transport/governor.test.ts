import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventMap, RateLimitedError } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { createGovernor, type Governor } from '../../../packages/runtime/src/transport/governor.js';
import { answerJson, connectTo, errorBody, startServer, testClock } from '../local-server.js';

function governor(
  maximum: number,
  more: { perSecond?: number; burst?: number } = {},
): Governor & {
  readonly throttles: EventMap['throttle'][];
  readonly clock: ReturnType<typeof testClock>;
} {
  const throttles: EventMap['throttle'][] = [];
  const clock = testClock();
  const { perSecond, burst } = more;
  const rateLimit =
    perSecond === undefined ? undefined : { perSecond, ...(burst !== undefined && { burst }) };
  const events = { emit: (_: string, event: object) => throttles.push(event as EventMap['throttle']) };
  const made = createGovernor({ maximum, rateLimit, clock, events: events as never });
  return Object.assign(Object.create(made), { throttles, clock });
}

/** Holds the only place until it is told to leave. */
async function occupy(of: Governor): Promise<() => void> {
  return new Promise((entered) => {
    of.run(() => new Promise<void>((leave) => entered(leave)), {});
  });
}

test('callers take turns, however much each of them asks for', async () => {
  const one = governor(1);
  const leave = await occupy(one);
  const entered: string[] = [];
  const ask = (name: string, caller: object): Promise<void> =>
    one.run(async () => void entered.push(name), { caller });
  const [greedy, modest] = [{}, {}];
  const all = [ask('g1', greedy), ask('g2', greedy), ask('g3', greedy), ask('m1', modest), ask('m2', modest)];
  leave();
  await Promise.all(all);
  expect(entered).toEqual(['g1', 'm1', 'g2', 'm2', 'g3']);
});

test('interactive requests pass before bulk, and bulk does not starve', async () => {
  const one = governor(1);
  const leave = await occupy(one);
  const entered: string[] = [];
  const ask = (priority: 'interactive' | 'bulk'): Promise<void> =>
    one.run(async () => void entered.push(priority[0] ?? ''), { priority });
  const all = [...Array(3).fill('bulk'), ...Array(10).fill('interactive')].map(ask);
  leave();
  await Promise.all(all);
  expect(entered.join('')).toBe('iiiibiiiibiib');
});

test('passes over those that gave up; a task that fails makes room like any other', async () => {
  const one = governor(1);
  const leave = await occupy(one);
  const stop = new AbortController();
  const gone = one.run(async () => {}, { signal: stop.signal });
  const broken = one.run(() => Promise.reject(new Error('broken')), {});
  const last = one.run(async () => 'last', {});
  stop.abort(new Error('gave up'));
  await expect(gone).rejects.toThrow('gave up');
  leave();
  await expect(broken).rejects.toThrow('broken');
  await expect(last).resolves.toBe('last');
});

test('halves the limit once for all refusals of one time, and grows by one for as many successes as it counts', async () => {
  const many = governor(16);
  await Promise.all(
    Array.from({ length: 16 }, () =>
      many.run(async (admission) => {
        await nextTurn();
        admission.overLimit();
      }, {}),
    ),
  );
  expect(many.limit).toBe(8);
  const succeed = (): Promise<void> => many.run(async (admission) => admission.accepted(), {});
  for (let success = 0; success < 9; success += 1) await succeed();
  expect(many.limit).toBe(9);
  for (let success = 0; success < 200; success += 1) await succeed();
  expect(many.limit).toBe(16);
  for (let refusal = 0; refusal < 10; refusal += 1) {
    await many.run(async (admission) => admission.overLimit(), {});
  }
  expect(many.limit).toBe(1);
  expect(many.throttles[0]).toEqual({ limit: 8, reason: 'over limit' });
});

test('starts no more requests than the rate allows, after a burst', async () => {
  const slow = governor(100, { perSecond: 10, burst: 3 });
  for (let request = 0; request < 6; request += 1) await slow.run(async () => {}, {});
  expect(slow.clock.sleeps).toEqual([0, 0, 0, 100, 100, 100]);
});

test('reads the limit of the account where it is asked to, and does with less where it may not', async () => {
  const limits = { accountConcurrencyLimit: 20, integrationConcurrencyLimit: 7 };
  for (const [answer, expected] of [
    [[200, limits], 7],
    [[403, errorBody(403, 'INSUFFICIENT_PERMISSION', 'No.')], 5],
  ] as const) {
    let running = 0;
    let most = 0;
    await using server = await startServer(async ({ url }, response) => {
      if (url.endsWith('/governanceLimits')) return answerJson(response, answer[0], answer[1]);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      answerJson(response, 200, {});
    });
    await using connection = connectTo(server, { concurrency: 'account' });
    const request = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
    await Promise.all(Array.from({ length: 25 }, () => connection.request(request)));
    expect(most).toBe(expected);
    expect(server.requests).toHaveLength(26);
  }
});

test('sends fewer requests at a time after a 429', async () => {
  let running = 0;
  const seen: number[] = [];
  await using server = await startServer(async (_, response) => {
    running += 1;
    seen.push(running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
    const body = errorBody(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Blocked.');
    answerJson(response, seen.length <= 10 ? 429 : 200, body);
  });
  await using connection = connectTo(server, { concurrency: 10, retry: { attempts: 2, baseDelayMs: 1 } });
  const request = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
  const settled = await Promise.allSettled(Array.from({ length: 12 }, () => connection.request(request)));
  expect(Math.max(...seen.slice(10))).toBeLessThanOrEqual(6);
  for (const each of settled) {
    if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(RateLimitedError);
  }
});

test.each([1e9, 1001, 0, -5, 1.5, '20', null, Number.MAX_SAFE_INTEGER])(
  'does not believe an account limit of %s, and keeps to the default',
  async (claim) => {
    let running = 0;
    let most = 0;
    await using server = await startServer(async ({ url }, response) => {
      if (url.endsWith('/governanceLimits'))
        return answerJson(response, 200, { accountConcurrencyLimit: claim });
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      const rows = { count: 1, hasMore: false, items: [{ id: '7' }], offset: 0, totalResults: 1 };
      answerJson(response, 200, rows);
    });
    await using connection = connectTo(server, { concurrency: 'account' });
    await Promise.all(
      Array.from({ length: 12 }, () =>
        connection.suiteql.all({ text: 'SELECT id FROM a ORDER BY id', parameters: [] }),
      ),
    );
    expect(most).toBeLessThanOrEqual(5);
  },
);

test('refuses a concurrency that no account has', async () => {
  await using server = await startServer((_, response) => answerJson(response, 200, {}));
  expect(() => connectTo(server, { concurrency: 1e9 })).toThrow('concurrency: must be at most 1000');
});
