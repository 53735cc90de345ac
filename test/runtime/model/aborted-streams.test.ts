import { type Emulator, startEmulator } from '@suitewright/emulator';
import { count, from, keyCondition } from '@suitewright/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer } from '../../../generated/netsuite/customer.js';
import { type Client, createClient } from '../../../generated/netsuite/index.js';
import { transactionline } from '../../../generated/netsuite/transactionline.js';

let emulator: Emulator;
let ns: Client;
beforeAll(async () => {
  emulator = await startEmulator({ rows: 3000 });
  ns = createClient({ environment: emulator.environment('oauth2') });
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

const text = 'SELECT uniquekey FROM transactionline ORDER BY uniquekey';
const lines = { text, parameters: [] };
const byKey = {
  key: 'uniquekey',
  statement: (range: Parameters<typeof keyCondition>[1]) => ({
    text: `SELECT uniquekey FROM transactionline WHERE ${keyCondition('uniquekey', range)} ORDER BY uniquekey ${range.order}`,
    parameters: [],
  }),
};

/** Every way to read a result row by row, or page by page. */
const streams: Readonly<Record<string, (signal: AbortSignal) => AsyncIterable<unknown>>> = {
  'suiteql.stream': (signal) => ns.$connection.suiteql.stream(lines, { signal }),
  'suiteql.pages': (signal) => ns.$connection.suiteql.pages(lines, { signal, limit: 10 }),
  'suiteql.ranges': (signal) => ns.$connection.suiteql.ranges(byKey, { signal }),
  'suiteql.rangePages': (signal) => ns.$connection.suiteql.rangePages(byKey, { signal, limit: 10 }),
  'a model': (signal) => ns.transactionline.stream({ signal }),
  'a model with lists': (signal) => ns.customer.stream({ signal, include: { addressbook: true } }),
  'a part of a model': (signal) => ns.transactionline.stream({ signal, take: 1500 }),
  'a part of a model, behind others': (signal) => ns.transactionline.stream({ signal, take: 1500, skip: 7 }),
  'a model in an order of its own': (signal) =>
    ns.transactionline.stream({ signal, orderBy: { foreignamount: 'desc' } }),
  'a query in ranges': (signal) =>
    ns.$stream(from(transactionline).select({ key: transactionline.uniquekey }), { signal }),
  'a query by offsets': (signal) =>
    ns.$stream(from(customer).groupBy(customer.id).select({ id: customer.id, count: count() }), { signal }),
};

test.each(Object.keys(streams))(
  'an abort is the end of the stream of %s: no further row comes',
  async (name) => {
    for (const rowsBefore of [1, 3]) {
      const abort = new AbortController();
      const rows = streams[name]?.(abort.signal)[Symbol.asyncIterator]() as AsyncIterator<unknown>;
      for (let row = 0; row < rowsBefore; row += 1) expect((await rows.next()).done).toBe(false);
      const reason = new Error('enough');
      abort.abort(reason);
      await expect(rows.next()).rejects.toBe(reason);
      expect(await rows.next()).toEqual({ done: true, value: undefined });
    }
  },
);

test.each(Object.keys(streams))(
  'an abort behind the last row of %s ends it with the reason, too',
  async (name) => {
    const abort = new AbortController();
    const total = await countOf(streams[name]?.(abort.signal) as AsyncIterable<unknown>);
    const rows = streams[name]?.(abort.signal)[Symbol.asyncIterator]() as AsyncIterator<unknown>;
    for (let row = 0; row < total; row += 1) await rows.next();
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(rows.next()).rejects.toBe(reason);
  },
);

async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  let found = 0;
  for await (const _ of rows) found += 1;
  return found;
}

test('an abort before the first row ends a stream with its reason, and nothing is sent', async () => {
  const before = emulator.requests.total;
  const reason = new Error('never mind');
  for (const stream of Object.values(streams)) {
    const rows = stream(AbortSignal.abort(reason))[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toBe(reason);
  }
  expect(emulator.requests.total).toBe(before);
});

test('a checkpoint after an abort stands behind the last row that was handed over', async () => {
  const abort = new AbortController();
  const first = ns.transactionline.stream({ signal: abort.signal, select: { uniquekey: true } });
  const read: unknown[] = [];
  await expect(async () => {
    for await (const { uniquekey } of first) {
      read.push(uniquekey);
      if (read.length === 5) abort.abort();
    }
  }).rejects.toThrow('aborted');
  const rest = ns.transactionline.stream({ resume: first.checkpoint(), select: { uniquekey: true } });
  for await (const { uniquekey } of rest) read.push(uniquekey);
  const all = await ns.transactionline.findMany({
    select: { uniquekey: true },
    orderBy: { uniquekey: 'asc' },
  });
  expect(read).toEqual(all.map(({ uniquekey }) => uniquekey));
});
