import { createConnection } from '@suitewright/runtime';
import NetSuiteRest from 'netsuite-rest';
import { NetSuiteClient } from 'netsuite-sdk';
import { type EmulatorProcess, startEmulatorProcess } from '../emulator-process.js';
import { elapsedMs, type Measurement, measurement } from '../measurement.js';

const PAGES = 25;
const LATENCY_MS = 50;
const TEXT = 'SELECT id, transaction, linesequencenumber, quantity FROM transactionline ORDER BY uniquekey';

/** Reads 25 pages from an account that takes 50 ms to answer, at the concurrency of two account tiers. */
export async function* run(): AsyncGenerator<Measurement> {
  for (const concurrency of [5, 15]) {
    const emulator = await startEmulatorProcess(
      ...[
        '--rows',
        String(PAGES * 1000),
        '--latency-ms',
        String(LATENCY_MS),
        '--concurrency',
        String(concurrency),
      ],
    );
    try {
      const value = await readWithSuitewright(emulator, concurrency);
      const peers = {
        'netsuite-sdk': await readWithSdk(emulator),
        'netsuite-rest': await readWithRest(emulator),
      };
      const least = (PAGES * LATENCY_MS) / concurrency;
      yield measurement(
        `read ${PAGES} pages, ${LATENCY_MS} ms each, concurrency ${concurrency}`,
        value / least,
        'x n·L/c',
        {
          goal: '<= 1.15',
          met: (ratio) => ratio <= 1.15,
        },
      );
      for (const [peer, peerValue] of Object.entries(peers)) {
        yield measurement(`the same in time, concurrency ${concurrency}`, value, 'ms', { peer, peerValue });
      }
    } finally {
      await emulator.stop();
    }
  }
}

async function readWithSuitewright({ environment }: EmulatorProcess, concurrency: number): Promise<number> {
  await using connection = createConnection({ environment, concurrency });
  // The first request also fetches the token and compiles the statement: every client gets one before it is timed.
  await connection.suiteql.page({ text: TEXT, parameters: [] });
  return await elapsedMs(async () => {
    let rows = 0;
    for await (const page of connection.suiteql.pages(
      { text: TEXT, parameters: [] },
      { expectedRows: PAGES * 1000 },
    )) {
      rows += page.rows.length;
      if (rows >= PAGES * 1000) break;
    }
    checkRows(rows);
  });
}

async function readWithSdk({ environment, url }: EmulatorProcess): Promise<number> {
  const accountId = variable(environment, 'NETSUITE_ACCOUNT_ID');
  const client = new NetSuiteClient({
    auth: {
      consumerKey: variable(environment, 'NETSUITE_CONSUMER_KEY'),
      consumerSecret: variable(environment, 'NETSUITE_CONSUMER_SECRET'),
      tokenKey: variable(environment, 'NETSUITE_TOKEN_ID'),
      tokenSecret: variable(environment, 'NETSUITE_TOKEN_SECRET'),
      realm: accountId,
    },
    accountId,
  });
  client.use((context, next) => {
    context.url = context.url.replace(/^https:\/\/[^/]+/, url);
    return next();
  });
  await client.suiteql.query(TEXT, { maxRows: 1000 });
  return await elapsedMs(async () => {
    const { items } = await client.suiteql.query(TEXT, { maxRows: PAGES * 1000 });
    checkRows(items.length);
  });
}

async function readWithRest({ environment, url }: EmulatorProcess): Promise<number> {
  const client = new NetSuiteRest({
    consumer_key: variable(environment, 'NETSUITE_CONSUMER_KEY'),
    consumer_secret_key: variable(environment, 'NETSUITE_CONSUMER_SECRET'),
    token: variable(environment, 'NETSUITE_TOKEN_ID'),
    token_secret: variable(environment, 'NETSUITE_TOKEN_SECRET'),
    realm: variable(environment, 'NETSUITE_ACCOUNT_ID'),
    base_url: url,
  });
  const page = async (offset: number): Promise<number> => {
    const path = `query/v1/suiteql?limit=1000&offset=${offset}`;
    const { data } = await client.request({ path, method: 'POST', body: JSON.stringify({ q: TEXT }) });
    return (data as { readonly items: readonly unknown[] }).items.length;
  };
  await page(0);
  return await elapsedMs(async () => {
    let rows = 0;
    for (let offset = 0; offset < PAGES * 1000; offset += 1000) rows += await page(offset);
    checkRows(rows);
  });
}

function checkRows(rows: number): void {
  if (rows < PAGES * 1000) throw new Error(`Only ${rows} rows came; the comparison would not be fair.`);
}

function variable(environment: EmulatorProcess['environment'], name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`The emulator's environment file has no ${name}.`);
  return value;
}
