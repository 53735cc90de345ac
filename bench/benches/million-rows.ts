import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection, keyCondition } from '@suitewright/runtime';
import { startEmulatorProcess } from '../emulator-process.js';
import { type Measurement, measurement } from '../measurement.js';

const ROWS = 1_000_000;
const CONCURRENCY = 5;
const MEBIBYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
// The flag makes `gc` a global of contexts that begin after it.
const collectGarbage = runInNewContext('gc') as () => void;

/** Reads a million rows in ranges of their key: all of them once each, and the memory that it takes. */
export async function* run(): AsyncGenerator<Measurement> {
  const emulator = await startEmulatorProcess(
    ...['--rows', String(ROWS), '--concurrency', String(CONCURRENCY)],
  );
  try {
    await using connection = createConnection({
      environment: emulator.environment,
      concurrency: CONCURRENCY,
    });
    const rows = connection.suiteql.ranges({
      key: 'uniquekey',
      statement: (range) => ({
        text:
          'SELECT uniquekey, transaction, linesequencenumber, item, quantity, foreignamount, memo FROM transactionline ' +
          `WHERE ${keyCondition('uniquekey', range)} ORDER BY uniquekey ${range.order}`,
        parameters: [],
      }),
    });
    let count = 0;
    let last = 0;
    let heapAtStart = 0;
    let heapGrowth = 0;
    const start = performance.now();
    for await (const { uniquekey } of rows) {
      const key = Number(uniquekey);
      if (key <= last) throw new Error(`The row ${key} came after ${last}.`);
      last = key;
      count += 1;
      if (count % 50_000 !== 0) continue;
      collectGarbage();
      const { heapUsed } = process.memoryUsage();
      if (heapAtStart === 0) heapAtStart = heapUsed;
      heapGrowth = Math.max(heapGrowth, heapUsed - heapAtStart);
    }
    const seconds = (performance.now() - start) / 1000;
    const statement = { text: 'SELECT COUNT(*) AS rows_total FROM transactionline', parameters: [] };
    const total = Number((await connection.suiteql.all(statement))[0]?.rows_total);
    yield measurement('rows read of those that there are', count / total, 'x', {
      goal: '1',
      met: () => count === total && total >= ROWS * 0.95,
    });
    yield measurement(
      `heap growth over ${count.toLocaleString('en-US')} rows`,
      heapGrowth / MEBIBYTE,
      'MiB',
      {
        goal: '<= 64',
        met: (value) => value <= 64,
      },
    );
    yield measurement('the same, rows a second (emulator included)', count / seconds, 'rows/s');
  } finally {
    await emulator.stop();
  }
}
