import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, query, sign } from '../signing.js';

const path = '/services/rest/query/v1/suiteql';
const lines = 'transactionline';
/** Would run for years. */
const endless = `SELECT COUNT(*) AS n FROM ${lines} a, ${lines} b, ${lines} c, ${lines} d`;

async function bodyOf(response: Promise<Response>): Promise<unknown> {
  return (await response).json();
}

describe('a statement that would not end', () => {
  const doubled = (text: string, times: number): string =>
    times === 0
      ? `(SELECT ${text} AS x FROM ${lines})`
      : `(SELECT x || x AS x FROM ${doubled(text, times - 1)})`;
  const views = Array.from(
    { length: 40 },
    (_, n) => `, v${n + 1} AS (SELECT a.id FROM v${n} a, v${n} b)`,
  ).join('');

  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ rows: 3000, statementTimeoutMs: 1500 });
  });
  afterAll(() => emulator.close());

  it.each([
    ['a cross join', endless],
    [
      'the rows of a cross join',
      `SELECT a.id FROM ${lines} a, ${lines} b, ${lines} c ORDER BY a.foreignamount * b.foreignamount`,
    ],
    [
      'different rows of a cross join',
      `SELECT DISTINCT a.uniquekey + b.uniquekey AS n FROM ${lines} a, ${lines} b, ${lines} c`,
    ],
    [
      'a pattern that backtracks',
      `SELECT COUNT(*) AS n FROM ${lines} WHERE REGEXP_LIKE('${'a'.repeat(60)}!', '^(a+)+$')`,
    ],
    ['a list of all pairs', `SELECT LISTAGG(a.uniquekey, ',') AS n FROM ${lines} a, ${lines} b, ${lines} c`],
    ['texts that double', `SELECT LENGTH(x) AS n FROM ${doubled("'abcdefgh'", 40)}`],
    ['views that double', `WITH v0 AS (SELECT id FROM customer)${views} SELECT COUNT(*) AS n FROM v40`],
    ['sets of cross joins', Array(100).fill(`SELECT a.id FROM ${lines} a, ${lines} b`).join(' UNION ')],
    [
      'windows over a cross join',
      `SELECT SUM(a.uniquekey) OVER (ORDER BY b.uniquekey) AS n FROM ${lines} a, ${lines} b`,
    ],
    [
      'a page of more text than fits',
      `SELECT ${Array.from({ length: 900 }, (_, n) => `LPAD('x', 4000) AS c${n}`).join(', ')} FROM ${lines}`,
    ],
  ])('is refused: %s', async (_title, statement) => {
    expect(await bodyOf(query(emulator, statement))).toMatchObject({
      status: 400,
      'o:errorDetails': [
        {
          detail: expect.stringMatching(/^Invalid search query\. .*(timed out|unsupported search)\.$/),
          'o:errorQueryParam': 'q',
          'o:errorCode': 'INVALID_PARAMETER',
        },
      ],
    });
    expect(emulator.log.at(-1)?.reason).toMatch(/1500 ms|memory|too big|too long|FROM clause terms|text/);
    expect(await bodyOf(query(emulator, 'SELECT id FROM currency WHERE id = 1'))).toMatchObject({
      items: [{ id: '1' }],
    });
  });
});

describe('while statements run that would not end', () => {
  it('records and other statements are served, with what was written meanwhile', async () => {
    const emulator = await startEmulator({ rows: 1000, concurrency: 4, statementTimeoutMs: 600_000 });
    const blocked = [1, 2, 3].map(() => query(emulator, endless));
    const body = JSON.stringify({ companyName: 'Meanwhile', subsidiary: { id: '1' } });
    const created = await call(emulator, '/services/rest/record/v1/customer', { method: 'POST', body });
    expect(created.status).toBe(204);
    const statement = "SELECT companyname FROM customer WHERE companyname = 'Meanwhile'";
    expect(await bodyOf(query(emulator, statement))).toMatchObject({ items: [{ companyname: 'Meanwhile' }] });
    expect(emulator.requests.inFlight).toBe(3);
    await emulator.close();
    for (const response of blocked) expect((await response).status).toBe(500);
  });

  it('a client that is gone leaves the emulator at work', async () => {
    await using emulator = await startEmulator({ rows: 1000, concurrency: 1, statementTimeoutMs: 1000 });
    const url = `${emulator.url}${path}`;
    const headers = { authorization: sign(emulator, { url, method: 'POST' }), prefer: 'transient' };
    const gone = fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ q: endless }),
      signal: AbortSignal.timeout(200),
    });
    await expect(gone).rejects.toThrow();
    let status = 429;
    while (status === 429) {
      await delay(50);
      ({ status } = await query(emulator, 'SELECT id FROM currency'));
    }
    expect(status).toBe(200);
  });
});

describe('statements after writes', () => {
  it('see each write that was answered before, and none that was rolled back', async () => {
    await using emulator = await startEmulator({
      seed: {
        tables: { subsidiary: [{ id: 1, name: 'Parent' }], customer: [{ id: 1, companyname: 'A' }] },
      },
    });
    const customers = '/services/rest/record/v1/customer';
    const names = async (): Promise<unknown> => {
      const { items } = (await bodyOf(query(emulator, 'SELECT companyname FROM customer ORDER BY id'))) as {
        readonly items: readonly { readonly companyname: string }[];
      };
      return items.map(({ companyname }) => companyname);
    };
    expect(await names()).toEqual(['A']);
    for (const companyName of ['B', 'C']) {
      await call(emulator, customers, {
        method: 'POST',
        body: JSON.stringify({ companyName, subsidiary: { id: '1' } }),
      });
      expect((await names()) as string[]).toContain(companyName);
    }
    await call(emulator, `${customers}/1`, { method: 'PATCH', body: JSON.stringify({ companyName: 'D' }) });
    expect(await names()).toEqual(['D', 'B', 'C']);
    await call(emulator, `${customers}/2`, { method: 'DELETE' });
    expect(await names()).toEqual(['D', 'C']);
  });

  it('keep the time of the emulator’s clock', async () => {
    let now = Date.now();
    await using emulator = await startEmulator({
      seed: { tables: { currency: [{ id: 1 }] } },
      clock: () => now,
    });
    const clock = async (): Promise<number> => {
      const statement = "SELECT TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS') AS now FROM currency";
      const { items } = (await bodyOf(query(emulator, statement))) as {
        readonly items: readonly [{ readonly now: string }];
      };
      return Date.parse(`${items[0].now.replace(' ', 'T')}Z`);
    };
    const before = await clock();
    now += 60_000;
    expect((await clock()) - before).toBe(60_000);
  });
});

it('leaves no files behind', async () => {
  const ours = async (): Promise<readonly string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`suitewright-emulator-${process.pid}-`));
  const emulator = await startEmulator({ rows: 300 });
  expect((await query(emulator, 'SELECT id FROM currency')).status).toBe(200);
  await emulator.close();
  expect(await ours()).toEqual([]);
});
