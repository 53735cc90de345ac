import type { Fault } from '@suitewright/emulator';
import { type Connection, type Dispatcher, QueryRejectedError, type WireRow } from '@suitewright/runtime';
import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allIds, type FaultyAccount, openFaultyAccount, readIds, readings, streams } from './account.js';
import { expectNothingLeftBehind, expectNothingSince, resourcesNow } from './resources.js';

expectNothingLeftBehind();

let account: FaultyAccount;
let before: ReadonlySet<number>;
beforeAll(async () => {
  account = await openFaultyAccount();
});
beforeEach(() => {
  before = resourcesNow();
});
afterEach(() => account.goWrong(null));
afterAll(() => account[Symbol.asyncDispose]());

/** Longer than any test: what waits so long and is not ended is found. */
const patient = { timeouts: { headersMs: 60_000, bodyMs: 60_000 }, retry: { baseDelayMs: 60_000 } };
const askedToWait: Fault = { kind: 'refused', status: 503, retryAfterSeconds: 60 };
const stalled: Fault = { kind: 'stalled', at: 0.5 };

/** Sockets may wait for the next request; nothing else is left before the connection is closed. */
async function expectNothingUnderWay(): Promise<void> {
  await expectNothingSince(before, 'packages/runtime');
  await expect.poll(() => account.emulator.requests.inFlight).toBe(0);
}

async function take(rows: AsyncIterator<WireRow>, count: number): Promise<void> {
  for (let taken = 0; taken < count; taken += 1) expect((await rows.next()).done).toBe(false);
}

async function takeRest(rows: AsyncIterator<WireRow>): Promise<void> {
  while ((await rows.next()).done !== true);
}

/** A reader that takes nothing holds the fetching up. */
async function fetchingRests(): Promise<void> {
  const { requests } = account.emulator;
  for (let total = -1; total !== requests.total; ) {
    total = requests.total;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Reads on until everything under way is stuck: one half waits for a minute to be sent again, the other half for the
 * rest of an answer. More rows are there to be taken. `begins` is told when the first of these requests comes next.
 */
async function readUntilStuck(rows: AsyncIterator<WireRow>, begins = () => {}): Promise<void> {
  await take(rows, 25);
  await fetchingRests();
  begins();
  let stuck = 0;
  account.goWrong(() => {
    stuck += 1;
    return stuck % 2 === 0 ? askedToWait : stalled;
  });
  await take(rows, 100);
  await expect.poll(() => stuck).toBeGreaterThanOrEqual(4);
}

function rowsOf(
  reading: (typeof readings)[number],
  connection: Connection,
  signal?: AbortSignal,
): AsyncIterator<WireRow> {
  return streams[reading](connection, signal)[Symbol.asyncIterator]();
}

test.each(readings)('nothing is left of a read that came to its end: %s', async (reading) => {
  const connection = account.connect();
  expect(await readIds(reading, connection)).toEqual(allIds);
  await expectNothingUnderWay();
  await connection.close();
});

test.each(readings)('nothing is left of a read whose loop is left: %s', async (reading) => {
  const connection = account.connect(patient);
  const rows = rowsOf(reading, connection);
  await readUntilStuck(rows);
  await rows.return?.();
  await expectNothingUnderWay();
  await connection.close();
});

test.each(readings)('nothing is left of a read that is aborted: %s', async (reading) => {
  const connection = account.connect(patient);
  const abort = new AbortController();
  const rows = rowsOf(reading, connection, abort.signal);
  await readUntilStuck(rows);
  const rest = takeRest(rows);
  abort.abort(new Error('enough'));
  await expect(rest).rejects.toThrow('enough');
  await expectNothingUnderWay();
  await connection.close();
});

test.each(readings)('nothing is left of a read that fails: %s', async (reading) => {
  const pool = new Pool(account.emulator.url, { connections: 6 });
  let fail = (): void => {};
  const mayFail = new Promise<void>((resolve) => {
    fail = resolve;
  });
  let isNextOneWrong = false;
  const request: Dispatcher['request'] = async (asked) => {
    if (!isNextOneWrong) return pool.request(asked);
    isNextOneWrong = false;
    await mayFail;
    return pool.request({ ...asked, path: '/nowhere' });
  };
  const connection = account.connect({ ...patient, dispatcher: { request, close: () => pool.close() } });
  const rows = rowsOf(reading, connection);
  await readUntilStuck(rows, () => {
    isNextOneWrong = true;
  });
  account.goWrong(null);
  fail();
  await expect(takeRest(rows)).rejects.toThrow(QueryRejectedError);
  await expectNothingUnderWay();
  await connection.close();
  await pool.close();
});

test.each(readings)('nothing is left of a read whose connection is closed: %s', async (reading) => {
  let asked = 0;
  account.goWrong(() => {
    asked += 1;
    if (asked % 3 === 0) return { kind: 'refused', status: 503 };
    return { kind: 'late', milliseconds: 20 };
  });
  const connection = account.connect();
  const rows = rowsOf(reading, connection);
  await take(rows, 125);
  const rest = takeRest(rows).catch((error: unknown) => error);
  await connection.close();
  expect(String(await rest)).toContain('The connection is closed');
  await expectNothingUnderWay();
});

test.each(readings)('nothing is left of a read that waits for its turn: %s', async (reading) => {
  const connection = account.connect({ rateLimit: { perSecond: 1 / 60, burst: 8 } });
  const abort = new AbortController();
  const rows = rowsOf(reading, connection, abort.signal);
  await take(rows, 25);
  await fetchingRests();
  const rest = takeRest(rows);
  await fetchingRests();
  abort.abort(new Error('enough'));
  await expect(rest).rejects.toThrow('enough');
  await expectNothingUnderWay();
  await connection.close();
});

test('nothing is left of a request that waits until the limit is known', async () => {
  const connection = account.connect({ ...patient, concurrency: 'account' });
  let questions = 0;
  account.goWrong(({ service }) => {
    if (service !== 'system') return null;
    questions += 1;
    return askedToWait;
  });
  const abort = new AbortController();
  const rest = takeRest(rowsOf('by offsets', connection, abort.signal));
  await expect.poll(() => questions).toBe(1);
  abort.abort(new Error('enough'));
  await expect(rest).rejects.toThrow('enough');
  await connection.close();
  await expectNothingUnderWay();
});

test.each(readings)('nothing is left of a token that is being renewed for a read: %s', async (reading) => {
  const connection = account.connect(patient);
  const abort = new AbortController();
  const rows = rowsOf(reading, connection, abort.signal);
  await take(rows, 25);
  await fetchingRests();
  let renewals = 0;
  account.goWrong(({ service }) => {
    if (service === 'suiteql') return { kind: 'refused', status: 401 };
    renewals += 1;
    return askedToWait;
  });
  const rest = takeRest(rows);
  await expect.poll(() => renewals).toBe(1);
  abort.abort(new Error('enough'));
  await expect(rest).rejects.toThrow('enough');
  await connection.close();
  await expectNothingUnderWay();
});
