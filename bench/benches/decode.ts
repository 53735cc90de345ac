import {
  bindClient,
  type ClientBase,
  type Decimal,
  defineTable,
  from,
  type PlainDate,
  type Table,
} from '@suitewright/runtime';
import { Pool } from 'undici';
import { type Measurement, measurement, median } from '../measurement.js';
import { PAGE_ROWS, pageBodies, startPageServer } from '../page-server.js';

interface LineRow {
  readonly uniquekey: string;
  readonly transaction: string | null;
  readonly quantity: Decimal | null;
  readonly mainline: boolean | null;
  readonly trandate: PlainDate | null;
  readonly memo: string | null;
}

const line: Table<'transactionline', LineRow> = defineTable('transactionline', {
  uniquekey: 'id',
  transaction: 'ref:transaction',
  quantity: 'num',
  mainline: 'bool',
  trandate: 'date',
  memo: 'text',
});

const PAGES = 50;
const ROWS = PAGES * PAGE_ROWS;
const ROUNDS = 7;

/**
 * The processor time of a row, from the socket to the typed row: beside JSON.parse of the same bytes, and beside the
 * least that a client could do, fetching and parsing them.
 */
export async function* run(): AsyncGenerator<Measurement> {
  const server = await startPageServer(PAGES, 0);
  const bodies = pageBodies(PAGES);
  const generated = { format: 1, schema: 'bench', bindParameters: true, timeZone: null, models: {} } as const;
  const ns = bindClient<ClientBase>(generated, {
    account: '1234567',
    auth: { method: 'bearer', accessToken: 'unused' },
    baseUrl: server.url,
  });
  const query = from(line).select({ ...line });

  const read = async (): Promise<number> => {
    const start = process.cpuUsage();
    const rows = await ns.$all(query);
    const { user, system } = process.cpuUsage(start);
    if (rows.length !== ROWS) throw new Error(`Only ${rows.length} rows came.`);
    return (user + system) / ROWS;
  };
  const parse = (): number => {
    const start = process.cpuUsage();
    // Kept, as the typed rows are.
    const pages = bodies.map((body) => JSON.parse(body.toString('utf8')));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / (pages.length * PAGE_ROWS);
  };
  const fetchAndParse = async (): Promise<number> => {
    const start = process.cpuUsage();
    const fetchPage = async (page: number): Promise<unknown> => {
      const path = `/?offset=${page * PAGE_ROWS}`;
      const { body } = await pool.request({ path, method: 'POST', body: '{}' });
      return body.json();
    };
    const pages = await Promise.all(bodies.map((_, page) => fetchPage(page)));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / (pages.length * PAGE_ROWS);
  };
  const pool = new Pool(server.url, { connections: 5 });
  const rounds: (readonly [number, number, number])[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push([await read(), parse(), await fetchAndParse()]);
  const value = median(rounds.map(([mine]) => mine));
  yield measurement('processor time a row, decoded', value, 'µs', {
    peer: 'JSON.parse of the bytes',
    peerValue: median(rounds.map(([, parsed]) => parsed)),
    goal: '<= 1.5 x JSON.parse',
    met: (_value, ratio) => ratio <= 1.5,
  });
  yield measurement('processor time a row, decoded', value, 'µs', {
    peer: 'undici and JSON.parse',
    peerValue: median(rounds.map(([, , fetched]) => fetched)),
  });
  await pool.close();
  await ns.$close();
  server.stop();
}
