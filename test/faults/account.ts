import { type ChooseFault, type Emulator, startEmulator } from '@suitewright/emulator';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  keyCondition,
} from '@suitewright/runtime';

/** Rows of the table that is read; fifty pages of it. */
const rowCount = 1000;
const pageRows = 20;
export const allIds: readonly string[] = Array.from({ length: rowCount }, (_, index) =>
  String(index * 2 + 1),
);

export interface FaultyAccount extends AsyncDisposable {
  readonly emulator: Emulator;
  connect(options?: ConnectionOptions): Connection;
  /** From now on requests go wrong as this says. */
  goWrong(choose: ChooseFault | null): void;
}

/** An emulator whose faults can be changed while it runs. */
export async function openFaultyAccount(): Promise<FaultyAccount> {
  let faults: ChooseFault | null = null;
  const emulator = await startEmulator({
    concurrency: 20,
    seed: { tables: { department: allIds.map((id) => ({ id, name: `Department ${id}` })) } },
    faults: (request) => faults?.(request) ?? null,
  });
  return {
    emulator,
    goWrong(choose) {
      faults = choose;
    },
    connect: (options = {}) =>
      createConnection({
        environment: emulator.environment('oauth2'),
        timeouts: { headersMs: 300, bodyMs: 300 },
        retry: { attempts: 25, baseDelayMs: 1, maximumDelayMs: 5, budget: 1000 },
        ...options,
      }),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** Both ways to read everything; each gives the ids in the order in which they came. */
export const readings: readonly (readonly [
  name: string,
  read: (connection: Connection) => Promise<string[]>,
])[] = [
  [
    'by offsets',
    async ({ suiteql }) => {
      const statement = { text: 'SELECT id, name FROM department ORDER BY id', parameters: [] };
      const ids: string[] = [];
      for await (const row of suiteql.stream(statement, { limit: pageRows })) ids.push(String(row.id));
      return ids;
    },
  ],
  [
    'in ranges',
    async ({ suiteql }) => {
      const rows = suiteql.ranges(
        {
          key: 'id',
          statement: (range) => ({
            text: `SELECT id, name FROM department WHERE ${keyCondition('id', range)} ORDER BY id ${range.order}`,
            parameters: [],
          }),
        },
        { limit: pageRows },
      );
      const ids: string[] = [];
      for await (const row of rows) ids.push(String(row.id));
      return ids;
    },
  ],
];
