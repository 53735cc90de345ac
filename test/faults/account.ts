import { type ChooseFault, type Emulator, type EmulatorOptions, startEmulator } from '@suitewright/emulator';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  keyCondition,
  type WireRow,
} from '@suitewright/runtime';

/** Rows of the table that is read; fifty pages of it. */
const rowCount = 1000;
const pageRows = 20;
export const allIds: readonly string[] = Array.from({ length: rowCount }, (_, index) =>
  String(index * 2 + 1),
);

export interface FaultyAccount extends AsyncDisposable {
  /** Another one after it has been away. */
  readonly emulator: Emulator;
  connect(options?: ConnectionOptions): Connection;
  /** From now on requests go wrong as this says. */
  goWrong(choose: ChooseFault | null): void;
  /** Nobody listens at its port any more. */
  goAway(): Promise<void>;
  /** The same rows, credentials and port; tokens from before are good no more. */
  comeBack(): Promise<void>;
}

/** An emulator whose faults can be changed while it runs. */
export async function openFaultyAccount(): Promise<FaultyAccount> {
  let faults: ChooseFault | null = null;
  const start = (options: EmulatorOptions): Promise<Emulator> =>
    startEmulator({
      concurrency: 20,
      seed: { tables: { department: allIds.map((id) => ({ id, name: `Department ${id}` })) } },
      faults: (request) => faults?.(request) ?? null,
      ...options,
    });
  let emulator = await start({});
  return {
    get emulator() {
      return emulator;
    },
    goAway: () => emulator.close(),
    async comeBack() {
      const { port, credentials } = emulator;
      emulator = await start({ port, credentials });
    },
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

export type Reading = 'by offsets' | 'in ranges';

export const readings: readonly Reading[] = ['by offsets', 'in ranges'];

/** Both ways to read everything, row by row. */
export const streams: Readonly<
  Record<Reading, (connection: Connection, signal?: AbortSignal) => AsyncIterable<WireRow>>
> = {
  'by offsets': ({ suiteql }, signal) =>
    suiteql.stream(
      { text: 'SELECT id, name FROM department ORDER BY id', parameters: [] },
      { limit: pageRows, signal },
    ),
  'in ranges': ({ suiteql }, signal) =>
    suiteql.ranges(
      {
        key: 'id',
        statement: (range) => ({
          text: `SELECT id, name FROM department WHERE ${keyCondition('id', range)} ORDER BY id ${range.order}`,
          parameters: [],
        }),
      },
      { limit: pageRows, signal },
    ),
};

/** Reads everything; the ids in the order in which they came. */
export async function readIds(reading: Reading, connection: Connection): Promise<string[]> {
  const ids: string[] = [];
  for await (const row of streams[reading](connection)) ids.push(String(row.id));
  return ids;
}
