// Reads a table from a checkpoint on, and tells the process that started it what it has read.
import { createConnection, keyCondition } from '@suitewright/runtime';
import type { Progress } from './benches/resume.js';

const BATCH_ROWS = 5000;

await using connection = createConnection();
const rows = connection.suiteql.ranges(
  {
    key: 'uniquekey',
    statement: (range) => ({
      text: `SELECT uniquekey FROM transactionline WHERE ${keyCondition('uniquekey', range)} ORDER BY uniquekey ${range.order}`,
      parameters: [],
    }),
  },
  { resume: process.argv[2] },
);

let keys: number[] = [];
function tell(): Promise<void> {
  const progress: Progress = { keys, checkpoint: rows.checkpoint() };
  keys = [];
  return new Promise((resolve) => process.send?.(progress, () => resolve()));
}

for await (const { uniquekey } of rows) {
  keys.push(Number(uniquekey));
  if (keys.length === BATCH_ROWS) await tell();
}
await tell();
process.disconnect();
