import { bindClient, type ClientBase, type Decimal, defineTable, from, type PlainDate, type Table } from '@suitewright/runtime';
import { MockAgent } from 'undici';
import { type Measurement, measurement, median } from '../measurement.js';

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

/** The processor time of a row, from the bytes of the answer to the typed row, beside JSON.parse alone. */
export async function* run(): AsyncGenerator<Measurement> {
  const items = Array.from({ length: 1000 }, (_, index) => ({
    links: [],
    c0: String(index),
    c1: String(index % 97),
    c2: String(index / 8),
    c3: index % 2 === 0 ? 'T' : 'F',
    c4: '2026-01-31',
    c5: `A memo about line ${index}`,
  }));
  const bodies = Array.from({ length: PAGES }, (_, page) => {
    const paging = { count: 1000, offset: page * 1000, hasMore: page < PAGES - 1, totalResults: PAGES * 1000 };
    return Buffer.from(JSON.stringify({ links: [], ...paging, items }));
  });
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get('https://1234567.suitetalk.api.netsuite.com')
    .intercept({ path: /suiteql/, method: 'POST' })
    .reply(200, ({ path }) => bodies[Number(/offset=(\d+)/.exec(path)?.[1]) / 1000] ?? Buffer.alloc(0), {
      headers: { 'content-type': 'application/json' },
    })
    .persist();
  const generated = { format: 1, schema: 'bench', bindParameters: true, timeZone: null, models: {} } as const;
  const ns = bindClient<ClientBase>(generated, {
    account: '1234567',
    auth: { method: 'bearer', accessToken: 'unused' },
    dispatcher: agent,
  });
  const query = from(line).select({ ...line });

  const read = async (): Promise<number> => {
    const start = process.cpuUsage();
    const rows = await ns.$all(query);
    const { user, system } = process.cpuUsage(start);
    if (rows.length !== PAGES * 1000) throw new Error(`Only ${rows.length} rows came.`);
    return (user + system) / rows.length;
  };
  const parse = (): number => {
    const start = process.cpuUsage();
    for (const body of bodies) JSON.parse(body.toString('utf8'));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / (PAGES * 1000);
  };
  const rounds: (readonly [number, number])[] = [];
  for (let round = 0; round < 7; round++) rounds.push([await read(), parse()]);
  yield measurement('processor time a row, decoded', median(rounds.map(([mine]) => mine)), 'µs', {
    peer: 'JSON.parse of the bytes',
    peerValue: median(rounds.map(([, theirs]) => theirs)),
    goal: '<= 1.5 x JSON.parse',
    met: (_value, ratio) => ratio <= 1.5,
  });
  await ns.$close();
}
