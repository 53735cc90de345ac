import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { AuthenticationError } from '@suitewright/runtime';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import { answerJson, connectTo, errorBody, type Handler, startServer, testClock } from '../local-server.js';

const get = { method: 'GET', path: '/services/rest/record/v1/customer/7' } as const;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const auth = {
  method: 'tba',
  consumerKey: 'consumer-key',
  consumerSecret: 'consumer-secret',
  tokenId: 'token-id',
  tokenSecret: 'token-secret',
} as const;

const timestampOf = (authorization = ''): number =>
  Number(/oauth_timestamp="(\d+)"/.exec(authorization)?.[1]) * 1000;
const refuse: (date: number) => Handler = (date) => (_, response) =>
  answerJson(response, 401, errorBody(401, 'INVALID_LOGIN', 'Invalid login attempt.'), {
    date: new Date(date).toUTCString(),
  });
const accept: (date: number) => Handler = (date) => (_, response) =>
  answerJson(response, 200, {}, { date: new Date(date).toUTCString() });

/** Sends requests to a server that answers with these handlers, and gives the times that they were signed by. */
async function signedBy(
  handlers: readonly Handler[],
  requests: number,
): Promise<{ readonly offsetsMs: readonly number[]; readonly told: readonly unknown[] }> {
  const told: unknown[] = [];
  const note = (event: unknown): void => void told.push((event as { offsetMs: number }).offsetMs);
  subscribe('suitewright:clock', note);
  const clock = testClock();
  const offsetsMs: number[] = [];
  await using server = await startServer((request, response, index) => {
    offsetsMs.push(
      Math.round((timestampOf(request.headers.authorization) - clock.now()) / minuteMs) * minuteMs,
    );
    return (handlers[index] ?? accept(clock.now()))(request, response, index);
  });
  await using connection = connectTo(server, { auth, clock });
  for (let request = 0; request < requests; request += 1) await connection.request(get).catch(() => {});
  unsubscribe('suitewright:clock', note);
  return { offsetsMs, told };
}

const nowMs = testClock().now();

test.each([
  ['in 2099', Date.parse('2099-01-01T00:00:00Z')],
  ['more than a day ahead', nowMs + 25 * hourMs],
  ['more than a day behind', nowMs - 25 * hourMs],
  ['at the beginning of time', 0],
])('does not sign for a time %s', async (_, date) => {
  const { offsetsMs, told } = await signedBy([refuse(date), refuse(date)], 2);
  expect(offsetsMs).toEqual([0, 0]);
  expect(told).toEqual([]);
});

test.each([10 * minuteMs, -70 * minuteMs, 23 * hourMs])(
  'signs by a server that is %i ms off for as long as its answers say so, and tells it',
  async (offsetMs) => {
    const there = nowMs + offsetMs;
    const { offsetsMs, told } = await signedBy(
      [refuse(there), accept(there), accept(there), accept(nowMs)],
      4,
    );
    // The last answer showed that the clock here is right by now.
    expect(offsetsMs).toEqual([0, offsetMs, offsetMs, offsetMs, 0]);
    expect(told).toEqual([expect.closeTo(offsetMs, -4), 0]);
  },
);

test('forgets a correction after a success that does not confirm it', async () => {
  const { offsetsMs } = await signedBy([refuse(nowMs + 10 * hourMs), accept(nowMs)], 2);
  expect(offsetsMs).toEqual([0, 10 * hourMs, 0]);
});

test('does not believe the clock of a server that anybody on the way could speak for', async () => {
  const far = nowMs + hourMs;
  await using server = await startServer(refuse(far));
  // Leads to this machine, but is not its name.
  const { port } = new URL(server.url);
  const dispatcher = new Agent({
    connect: {
      lookup: (_: string, __: object, done: (...found: unknown[]) => void) =>
        done(null, [{ address: '127.0.0.1', family: 4 }]),
    } as never,
  });
  for (const [host, attempts] of [
    ['netsuite.example', 1],
    ['127.0.0.1.example', 1],
    ['localhost', 2],
  ] as const) {
    const before = server.requests.length;
    const options = { auth, clock: testClock(), dispatcher, baseUrl: `http://${host}:${port}` };
    await using connection = connectTo(server, options);
    await expect(connection.request(get)).rejects.toThrow(AuthenticationError);
    expect(server.requests.length - before).toBe(attempts);
  }
  await dispatcher.close();
});

test('requests that were signed at the same time by a clock that is off are all sent again', async () => {
  const clock = testClock();
  const there = clock.now() + hourMs;
  await using server = await startServer((request, response, index) => {
    const isRight = Math.abs(timestampOf(request.headers.authorization) - there) < 5 * minuteMs;
    return (isRight ? accept(there) : refuse(there))(request, response, index);
  });
  await using connection = connectTo(server, { auth, clock, concurrency: 5 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => connection.request(get)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});
