import { type Emulator, randomFaults, startEmulator } from '@suitewright/emulator';
import { createConnection, keyCondition } from '@suitewright/runtime';
import { type Measurement, measurement } from '../measurement.js';
import { type PeerAccount, restPages, sdkClient } from '../peers.js';

/** Rows of the table that is read, one after the other by each client. */
const ROWS = 10_000;
/** More than NetSuite hands out by offsets. */
const MANY_ROWS = 250_000;
const TEXT = 'SELECT id FROM department ORDER BY id';

/** Reads everything; the number of rows that came. */
type Read = (account: PeerAccount) => Promise<number>;

const clients: Readonly<Record<string, Read>> = {
  suitewright: readWithSuitewright,
  'netsuite-sdk': readWithSdk,
  'netsuite-rest': readWithRest,
};

/** What each client makes of one 429, of one 503, and of more rows than NetSuite hands out. */
export async function* run(): AsyncGenerator<Measurement> {
  for (const [what, status] of [
    ['one 429', 429],
    ['one 503', 503],
  ] as const) {
    let queries = 0;
    const emulator = await startEmulator({
      seed: seedOf(ROWS),
      faults: ({ service }) => {
        if (service === 'suiteql') queries += 1;
        return service === 'suiteql' && queries === 3 ? { kind: 'refused', status } : null;
      },
    });
    for (const [name, read] of Object.entries(clients)) {
      queries = 0;
      const rows = await read(accountOf(emulator)).catch(() => 0);
      yield rowsRead(`rows of ${ROWS} with ${what}: ${name}`, rows, ROWS, name);
    }
    await emulator.close();
  }
  const emulator = await startEmulator({ seed: seedOf(MANY_ROWS) });
  for (const [name, read] of Object.entries(clients)) {
    const rows = await read(accountOf(emulator)).catch(() => 0);
    yield rowsRead(`rows of ${MANY_ROWS}: ${name}`, rows, MANY_ROWS, name);
  }
  await emulator.close();
  yield await mixture();
}

/** A read through a connection on which one answer in six goes wrong. */
async function mixture(): Promise<Measurement> {
  const rates = { 429: 0.04, 500: 0.01, 503: 0.03, html: 0.02, reset: 0.03, broken: 0.02, cut: 0.02 };
  const faults = randomFaults({ seed: 1, rates, applies: ({ service }) => service === 'suiteql' });
  const emulator = await startEmulator({ seed: seedOf(MANY_ROWS), faults });
  const rows = await readWithSuitewright(accountOf(emulator));
  await emulator.close();
  return rowsRead(
    `rows of ${MANY_ROWS} where one answer in six goes wrong: suitewright`,
    rows,
    MANY_ROWS,
    'suitewright',
  );
}

function rowsRead(name: string, rows: number, all: number, client: string): Measurement {
  return client === 'suitewright'
    ? measurement(name, rows, 'rows', { goal: `${all}`, met: (value) => value === all })
    : measurement(name, rows, 'rows');
}

function seedOf(rows: number): object {
  return {
    tables: { department: Array.from({ length: rows }, (_, index) => ({ id: index + 1, name: 'D' })) },
  };
}

function accountOf(emulator: Emulator): PeerAccount {
  return { url: emulator.url, environment: { ...emulator.environment('tba') } };
}

async function readWithSuitewright({ environment }: PeerAccount): Promise<number> {
  await using connection = createConnection({ environment, retry: { baseDelayMs: 20 } });
  let rows = 0;
  const ranges = connection.suiteql.ranges({
    key: 'id',
    statement: (range) => ({
      text: `SELECT id FROM department WHERE ${keyCondition('id', range)} ORDER BY id ${range.order}`,
      parameters: [],
    }),
  });
  for await (const _ of ranges) rows += 1;
  return rows;
}

async function readWithSdk(account: PeerAccount): Promise<number> {
  const { items } = await sdkClient(account).suiteql.query(TEXT, { maxRows: MANY_ROWS });
  return items.length;
}

async function readWithRest(account: PeerAccount): Promise<number> {
  const page = restPages(account, TEXT);
  let rows = 0;
  for (let offset = 0; ; offset += 1000) {
    const { rows: read, hasMore } = await page(offset);
    rows += read;
    if (!hasMore) return rows;
  }
}
