import type { WireRow } from '@suitewright/runtime';
import { printData } from '../terminal/print.js';

/**
 * Prints one JSON array, a row a line, as the rows arrive.
 *
 * @returns How many rows.
 */
export async function printJson(rows: AsyncIterable<WireRow>): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    await printData(`${count === 0 ? '[' : ','}\n${JSON.stringify(row)}`);
    count += 1;
  }
  await printData(count === 0 ? '[]\n' : '\n]\n');
  return count;
}
