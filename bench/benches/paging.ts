import { createConnection } from '@suitewright/runtime';
import { type EmulatorProcess, startEmulatorProcess } from '../emulator-process.js';
import { elapsedMs, type Measurement, measurement } from '../measurement.js';
import { restPages, sdkClient } from '../peers.js';

const TEXT = 'SELECT id, transaction, linesequencenumber, quantity FROM transactionline ORDER BY uniquekey';

/** A quick account and a usual one, each with the concurrency of two account tiers. */
const cases = [
  { pages: 25, latencyMs: 50, concurrency: 5 },
  { pages: 25, latencyMs: 50, concurrency: 15 },
  { pages: 60, latencyMs: 300, concurrency: 5 },
  { pages: 60, latencyMs: 300, concurrency: 15 },
] as const;

/** Reads pages from an account that takes its time to answer each. */
export async function* run(): AsyncGenerator<Measurement> {
  for (const { pages, latencyMs, concurrency } of cases) {
    const emulator = await startEmulatorProcess(
      ...['--rows', String(pages * 1000), '--latency-ms', String(latencyMs)],
      ...['--concurrency', String(concurrency)],
    );
    try {
      const rows = pages * 1000;
      const value = await readWithSuitewright(emulator, { rows, concurrency });
      const least = (pages * latencyMs) / concurrency;
      const name = `read ${pages} pages, ${latencyMs} ms each, concurrency ${concurrency}`;
      yield measurement(name, value / least, 'x n·L/c', {
        goal: '<= 1.15',
        met: (ratio) => ratio <= 1.15,
      });
      const peers = {
        'netsuite-sdk': await readWithSdk(emulator, rows),
        'netsuite-rest': await readWithRest(emulator, rows),
      };
      for (const [peer, peerValue] of Object.entries(peers)) {
        yield measurement(`${name}: time`, value, 'ms', { peer, peerValue });
      }
    } finally {
      await emulator.stop();
    }
  }
}

// The first request also fetches the token and compiles the statement: every client gets one before it is timed.

async function readWithSuitewright(
  { environment }: EmulatorProcess,
  { rows, concurrency }: { readonly rows: number; readonly concurrency: number },
): Promise<number> {
  await using connection = createConnection({ environment, concurrency });
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

async function readWithSdk(emulator: EmulatorProcess, rows: number): Promise<number> {
  const client = sdkClient(emulator);
  await client.suiteql.query(TEXT, { maxRows: 1000 });
  return await elapsedMs(async () => {
    const { items } = await client.suiteql.query(TEXT, { maxRows: rows });
    checkRows(items.length, rows);
  });
}

async function readWithRest(emulator: EmulatorProcess, rows: number): Promise<number> {
  const page = restPages(emulator, TEXT);
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
