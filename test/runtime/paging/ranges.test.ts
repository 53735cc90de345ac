import { setTimeout as delay } from 'node:timers/promises';
import { MalformedResponseError, type RangeQuery, UnsafeReadError } from '@suitewright/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerJson, connectTo, startServer } from '../local-server.js';
import { keyedStatement, serveKeys } from './keyed-server.js';

const byId: RangeQuery = { key: 'id', statement: keyedStatement };
const descending: RangeQuery = { ...byId, order: 'DESC' };

/** Keys as accounts have them: in runs, with gaps, some far away, some the same. */
const keySets = fc
  .array(
    fc.record({
      start: fc.integer({ min: -2_000_000, max: 2_000_000 }),
      count: fc.integer({ min: 0, max: 60 }),
      step: fc.constantFrom(0.5, 1, 1, 3, 1000),
    }),
    { maxLength: 4 },
  )
  .map((runs) =>
    runs.flatMap(({ start, count, step }) =>
      Array.from({ length: count }, (_, index) => start + Math.floor(index * step)),
    ),
  );

function mostOfOneKey(keys: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

async function idsOf(rows: AsyncIterable<{ readonly id?: unknown }>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of rows) ids.push(Number(id));
  return ids;
}

test('reads every row once and in order, however the keys lie and the ranges come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      keySets,
      fc.integer({ min: 9, max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }),
      fc.constantFrom(byId, descending),
      async (keys, limit, concurrency, delays, query) => {
        fc.pre(mostOfOneKey(keys) < limit);
        let running = 0;
        const answer = serveKeys({ keys });
        await using server = await startServer(async (request, response, index) => {
          running += 1;
          expect(running).toBeLessThanOrEqual(concurrency);
          await delay(delays[index % delays.length]);
          running -= 1;
          await answer(request, response, index);
        });
        await using connection = connectTo(server, { concurrency });
        const sorted = keys.toSorted((a, b) => (query.order === 'DESC' ? b - a : a - b));
        expect(await idsOf(connection.suiteql.ranges(query, { limit }))).toEqual(sorted);
        expect(running).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('asks for about as many pages as there are, where the keys are dense', async () => {
  await using server = await startServer(
    serveKeys({ keys: Array.from({ length: 5000 }, (_, index) => index + 1) }),
  );
  await using connection = connectTo(server);
  expect(await idsOf(connection.suiteql.ranges(byId, { limit: 100 }))).toHaveLength(5000);
  expect(server.requests.length).toBeLessThanOrEqual(50 * 1.2);
});

test('a range that overflows is cut, and its pieces are read at the same time', async () => {
  // Nearly all rows lie in a thousandth of the key space.
  const keys = [1, 500_000, ...Array.from({ length: 2000 }, (_, index) => 900_000 + index), 1_000_000];
  let running = 0;
  let most = 0;
  const answer = serveKeys({ keys });
  await using server = await startServer(async (request, response, index) => {
    running += 1;
    if (index > 10) most = Math.max(most, running);
    await delay(25);
    running -= 1;
    await answer(request, response, index);
  });
  await using connection = connectTo(server, { concurrency: 4 });
  expect(await idsOf(connection.suiteql.ranges(byId, { limit: 50 }))).toEqual(keys);
  expect(most).toBe(4);
  expect(server.requests.length).toBeLessThanOrEqual(100);
});

test('rows that come and go during the read neither shift nor repeat the others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
      let state = seed;
      const draw = (below: number): number => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return state % below;
      };
      const stable = Array.from({ length: 300 }, (_, index) => index * 10);
      const keys = [...stable, ...Array.from({ length: 100 }, (_, index) => index * 10 + 5)];
      const beforePage = (): void => {
        for (let change = 0; change < 5; change += 1) {
          const at = stable.length + draw(keys.length - stable.length);
          if (draw(2) === 0) keys.splice(at, 1);
          else keys.push(draw(400) * 10 + 3);
        }
      };
      await using server = await startServer(serveKeys({ keys, beforePage }));
      await using connection = connectTo(server, { concurrency: 3 });
      const ids = await idsOf(connection.suiteql.ranges(byId, { limit: 20 }));
      expect(ids.filter((id) => id % 10 === 0)).toEqual(stable);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    }),
    { numRuns: 20 },
  );
});

test('goes on from a checkpoint: the same rows, once each', async () => {
  await fc.assert(
    fc.asyncProperty(
      keySets,
      fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
      fc.constantFrom(byId, descending),
      async (keys, stops, query) => {
        fc.pre(mostOfOneKey(keys) < 9);
        await using server = await startServer(serveKeys({ keys }));
        const ids: number[] = [];
        let checkpoint: string | undefined;
        for (const stop of [...stops, Number.POSITIVE_INFINITY]) {
          await using connection = connectTo(server, { concurrency: 2 });
          const rows = connection.suiteql.ranges(query, {
            limit: 9,
            ...(checkpoint !== undefined && { resume: checkpoint }),
          });
          let read = 0;
          if (stop > 0) {
            for await (const { id } of rows) {
              ids.push(Number(id));
              read += 1;
              if (read === stop) break;
            }
          }
          checkpoint = rows.checkpoint();
          expect(checkpoint.length).toBeLessThan(60);
        }
        expect(ids).toEqual(keys.toSorted((a, b) => (query.order === 'DESC' ? b - a : a - b)));
      },
    ),
    { numRuns: 40 },
  );
});

test('a checkpoint of another query is refused', async () => {
  await using server = await startServer(serveKeys({ keys: [1] }));
  await using connection = connectTo(server);
  const rows = connection.suiteql.ranges(byId);
  for await (const _ of rows) break;
  const checkpoint = rows.checkpoint();
  expect(() => connection.suiteql.ranges(descending, { resume: checkpoint })).toThrow(
    'The checkpoint is of another query',
  );
  expect(() => connection.suiteql.ranges(byId, { resume: 'yesterday' })).toThrow('not a checkpoint');
  // Rounded, they would stand for other rows.
  for (const numbers of ['9007199254740993x1', `${'9'.repeat(400)}x1`, '1x9007199254740993']) {
    const resume = checkpoint.replace(/[^.]*$/, numbers);
    expect(() => connection.suiteql.ranges(byId, { resume })).toThrow('not a checkpoint');
  }
  const long = (): unknown => connection.suiteql.ranges(byId, { resume: 'x'.repeat(10_000) });
  expect(long).toThrow(/^.{1,300}$/);
  expect(server.requests).toHaveLength(1);
});

test('a slow reader holds the fetching up, and leaving the loop leaves nothing running', async () => {
  await using server = await startServer(
    serveKeys({ keys: Array.from({ length: 10_000 }, (_, index) => index) }),
  );
  const connection = connectTo(server, { concurrency: 2 });
  let read = 0;
  for await (const _ of connection.suiteql.rangePages(byId, { limit: 20 })) {
    read += 1;
    if (read === 3) {
      await delay(50);
      break;
    }
  }
  await connection.close();
  const sent = server.requests.length;
  // Three read, twice the concurrency ahead, and the search for the end.
  expect(sent).toBeLessThanOrEqual(3 + 4 + 1);
  await delay(20);
  expect(server.requests).toHaveLength(sent);
});

test.each([
  ['a text', ['a', 'b'], 'the key is not a whole number'],
  ['absent', [undefined, undefined], 'the key is not a whole number'],
  ['a fraction', ['1.5', '2'], 'the key is not a whole number'],
  ['sorted as text', ['10', '9'], 'the rows are not in the order of the key'],
  ['the same in a whole page', ['7', '7'], 'too many rows have the same key'],
])('gives up where the key is %s', async (_, ids, reason) => {
  const items = ids.map((id) => ({ links: [], id }));
  await using server = await startServer((__, response) =>
    answerJson(response, 200, { links: [], count: 2, hasMore: true, items, offset: 0, totalResults: 200 }),
  );
  await using connection = connectTo(server);
  const error: unknown = await idsOf(connection.suiteql.ranges(byId, { limit: 2 })).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UnsafeReadError);
  expect(error).toMatchObject({ reason });
});

/** Twenty rows that count as the first ones of 500; whatever comes behind them is answered by `others`. */
function firstOf500(hasMore: boolean, others: object): Parameters<typeof startServer>[0] {
  const items = Array.from({ length: 20 }, (_, index) => ({ links: [], id: String(index + 1) }));
  return (request, response) => {
    const isFirst = JSON.parse(request.body).q === 'SELECT id null null ASC';
    const page = isFirst ? { count: 20, items, hasMore, totalResults: 500 } : others;
    answerJson(response, 200, { links: [], offset: 0, ...page });
  };
}

test('a page that counts more rows than come with it is not the end of a read', async () => {
  await using server = await startServer(firstOf500(false, {}));
  await using connection = connectTo(server, { retry: { attempts: 2, baseDelayMs: 1 } });
  await expect(idsOf(connection.suiteql.ranges(byId, { limit: 20 }))).rejects.toThrow(MalformedResponseError);
  expect(server.requests).toHaveLength(2);
});

test('as many rows are handed over as there are: ranges that are empty by mistake do not end a read', async () => {
  const nothing = { count: 0, items: [], hasMore: false, totalResults: 0 };
  await using server = await startServer(firstOf500(true, nothing));
  await using connection = connectTo(server);
  const read: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const { id } of connection.suiteql.ranges(byId, { limit: 20 })) read.push(Number(id));
  };
  await expect(reading()).rejects.toMatchObject({
    name: 'UnsafeReadError',
    reason: 'rows are missing',
    statement: 'SELECT id null null ASC',
  });
});

test('a failed range ends the read with its error, and nothing is left running', async () => {
  const answer = serveKeys({ keys: Array.from({ length: 1000 }, (_, index) => index) });
  await using server = await startServer((request, response, index) =>
    index === 6 ? answerJson(response, 400, {}) : answer(request, response, index),
  );
  const connection = connectTo(server, { concurrency: 3 });
  await expect(idsOf(connection.suiteql.ranges(byId, { limit: 20 }))).rejects.toMatchObject({ status: 400 });
  await connection.close();
});

test('an abort at any moment ends the read with its reason: what was read until then never counts as all', async () => {
  const keys = Array.from({ length: 400 }, (_, index) => index);
  await using server = await startServer(serveKeys({ keys }));
  const reason = new Error('enough');
  for (let moment = 0; moment < 60; moment += 1) {
    const stop = new AbortController();
    await using connection = connectTo(server, { concurrency: 1 + (moment % 3) });
    const rows = connection.suiteql.ranges(byId, { limit: 10, signal: stop.signal });
    let read = 0;
    const reading = (async () => {
      for await (const _ of rows) {
        read += 1;
        if (read === moment * 7) stop.abort(reason);
      }
    })();
    if (moment === 0) stop.abort(reason);
    if (moment * 7 < keys.length - 10) await expect(reading).rejects.toBe(reason);
    else await reading.catch((error: unknown) => expect(error).toBe(reason));
  }
});
