import { readFileSync } from 'node:fs';
import { createConnection } from '@suitewright/runtime';
import { startEmulatorProcess } from '../emulator-process.js';
import { elapsedMs, type Measurement, measurement, median } from '../measurement.js';

const ROWS = 200_000;
const ROUNDS = 5;

/** What people ask for: each reads most rows of a table of many, and computes with decimals. */
const statements: readonly (readonly [title: string, text: string])[] = [
  [
    'lines of an amount, by amount',
    'SELECT uniquekey, foreignamount FROM transactionline WHERE foreignamount > 10.5 ORDER BY foreignamount DESC',
  ],
  [
    'sums by item',
    'SELECT item, SUM(foreignamount) AS total, COUNT(*) AS n FROM transactionline GROUP BY item ORDER BY total DESC',
  ],
  [
    'sums of products by item',
    "SELECT item, SUM(quantity * rate) AS total FROM transactionline WHERE mainline = 'F' GROUP BY item ORDER BY item",
  ],
  [
    'means by item',
    'SELECT item, AVG(foreignamount) AS mean FROM transactionline GROUP BY item ORDER BY mean',
  ],
  [
    'rounded quotients of sums',
    'SELECT item, ROUND(SUM(foreignamount) / COUNT(*), 2) AS mean FROM transactionline GROUP BY item HAVING SUM(foreignamount) <> 0',
  ],
  [
    'three tables, by customer',
    "SELECT t.entity, SUM(tl.foreignamount * t.exchangerate) AS total FROM transaction t JOIN transactionline tl ON tl.transaction = t.id LEFT JOIN item i ON i.id = tl.item WHERE tl.taxline = 'F' GROUP BY t.entity",
  ],
  ['products in WHERE', 'SELECT COUNT(*) AS n FROM transactionline WHERE quantity * rate > 100'],
  [
    'days since',
    'SELECT COUNT(*) AS n FROM transaction t JOIN transactionline tl ON tl.transaction = t.id WHERE SYSDATE - t.trandate > 30.5',
  ],
  [
    'sums along a window',
    'SELECT uniquekey, SUM(foreignamount) OVER (PARTITION BY item ORDER BY uniquekey) AS total FROM transactionline',
  ],
  [
    'balances of accounts',
    'SELECT account, SUM(NVL(debit, 0)) - SUM(NVL(credit, 0)) AS balance FROM transactionaccountingline GROUP BY account',
  ],
  [
    'quotients in ORDER BY',
    'SELECT uniquekey, foreignamount / NULLIF(quantity, 0) AS price FROM transactionline ORDER BY price DESC',
  ],
  ['sums of quotients', 'SELECT SUM(foreignamount / NULLIF(quantity, 0)) AS price FROM transactionline'],
];

/** Start, memory and statements of an emulator of 200,000 lines. There is no peer: compare with another commit. */
export async function* run(): AsyncGenerator<Measurement> {
  const start = performance.now();
  const emulator = await startEmulatorProcess('--rows', String(ROWS));
  try {
    yield measurement(`start with ${ROWS.toLocaleString('en-US')} lines`, performance.now() - start, 'ms');
    await using connection = createConnection({ environment: emulator.environment });
    const read = (text: string): Promise<unknown> =>
      connection.suiteql.page({ text, parameters: [] }, { limit: 1000 });
    await read('SELECT COUNT(*) AS n FROM transactionline');
    const memory = residentMebibytes(emulator.processId);
    if (memory !== null) yield measurement('memory of the process after one statement', memory, 'MiB');
    for (const [title, text] of statements) {
      const times: number[] = [];
      // The comment makes it another statement, so that no result of an earlier round is there.
      for (let round = 0; round < ROUNDS; round++)
        times.push(await elapsedMs(() => read(`${text} -- ${round}`)));
      yield measurement(`first page: ${title}`, median(times), 'ms');
    }
  } finally {
    await emulator.stop();
  }
}

/** Null where the system does not tell. */
function residentMebibytes(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  } catch {
    return null;
  }
}
