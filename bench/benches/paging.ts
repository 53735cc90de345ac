import { createConnection } from '@suitewright/runtime';
import { elapsedMs, type Measurement, measurement, median } from '../measurement.js';
import { PAGE_ROWS, startPageServer } from '../page-server.js';
import { type PeerAccount, restPages, sdkClient } from '../peers.js';

const ROUNDS = 3;
const TEXT = 'SELECT id, transaction, linesequencenumber, quantity FROM transactionline ORDER BY uniquekey';

/** A quick account and a usual one, each with the concurrency of two account tiers. */
const cases = [
  { pages: 25, latencyMs: 50, concurrency: 5 },
  { pages: 25, latencyMs: 50, concurrency: 15 },
  { pages: 60, latencyMs: 300, concurrency: 5 },
  { pages: 60, latencyMs: 300, concurrency: 15 },
] as const;

/** Any will do: the server looks at none. */
const environment = {
  NETSUITE_ACCOUNT_ID: '1234567',
  NETSUITE_CONSUMER_KEY: 'unused',
  NETSUITE_CONSUMER_SECRET: 'unused',
  NETSUITE_TOKEN_ID: 'unused',
  NETSUITE_TOKEN_SECRET: 'unused',
} as const;

/** Reads pages from an account that takes its time to answer each. */
export async function* run(): AsyncGenerator<Measurement> {
  for (const { pages, latencyMs, concurrency } of cases) {
    const server = await startPageServer(pages, latencyMs);
    const account: PeerAccount = { url: server.url, environment };
    try {
      const rows = pages * PAGE_ROWS;
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(await readWithSuitewright(account, { rows, concurrency }));
      const value = median(times);
      const peak = await server.peakInFlight();
      if (peak > concurrency) throw new Error(`${peak} requests were under way at a time.`);
      const least = (pages * latencyMs) / concurrency;
      const name = `read ${pages} pages, ${latencyMs} ms each, concurrency ${concurrency}`;
      yield measurement(name, value / least, 'x n·L/c', {
        goal: '<= 1.15',
        met: (ratio) => ratio <= 1.15,
      });
      const peers = {
        'netsuite-sdk': await readWithSdk(account, rows),
        'netsuite-rest': await readWithRest(account, rows),
      };
      for (const [peer, peerValue] of Object.entries(peers)) {
        yield measurement(`${name}: time`, value, 'ms', { peer, peerValue });
      }
    } finally {
      server.stop();
    }
  }
}

// The first request also opens a connection: every client gets one before it is timed.

async function readWithSuitewright(
  { url }: PeerAccount,
  { rows, concurrency }: { readonly rows: number; readonly concurrency: number },
): Promise<number> {
  await using connection = createConnection({ environment, baseUrl: url, concurrency });
  const statement = { text: TEXT, parameters: [] };
  await connection.suiteql.page(statement);
  return await elapsedMs(async () => {
    let read = 0;
    for await (const page of connection.suiteql.pages(statement, { expectedRows: rows })) {
      read += page.rows.length;
      if (read >= rows) break;
    }
    checkRows(read, rows);
  });
}

async function readWithSdk(account: PeerAccount, rows: number): Promise<number> {
  const client = sdkClient(account);
  await client.suiteql.query(TEXT, { maxRows: 1000 });
  return await elapsedMs(async () => {
    const { items } = await client.suiteql.query(TEXT, { maxRows: rows });
    checkRows(items.length, rows);
  });
}

async function readWithRest(account: PeerAccount, rows: number): Promise<number> {
  const page = restPages(account, TEXT);
  await page(0);
  return await elapsedMs(async () => {
    let read = 0;
    for (let offset = 0; offset < rows; offset += 1000) read += (await page(offset)).rows;
    checkRows(read, rows);
  });
}

function checkRows(read: number, rows: number): void {
  if (read < rows) throw new Error(`Only ${read} of ${rows} rows came; the comparison would not be fair.`);
}
