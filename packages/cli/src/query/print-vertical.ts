import type { WireRow } from '@suitewright/runtime';
import { printText } from '../terminal/print.js';
import { safeLine } from '../terminal/safe-text.js';
import { textWidth } from '../terminal/text-width.js';
import { cellOf } from './cell-text.js';

/**
 * Prints each row as lines of its own, a column each, as the rows arrive.
 *
 * @param columns Null: those that the row has.
 * @returns How many rows.
 */
export async function printVertical(
  rows: AsyncIterable<WireRow>,
  columns: readonly string[] | null,
): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const names = columns ?? Object.keys(row);
    const width = Math.max(0, ...names.map((name) => textWidth(safeLine(name))));
    const lines = names.map((name) => {
      const shown = safeLine(name);
      const padding = ' '.repeat(width - textWidth(shown));
      return `${shown}${padding}  ${safeLine(cellOf(row, name))}`.trimEnd();
    });
    await printText([`-- row ${count} --`, ...lines, ''].join('\n'));
  }
  return count;
}
