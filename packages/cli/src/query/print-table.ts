import type { WireRow } from '@suitewright/runtime';
import { counted } from '../terminal/counted.js';
import { printNote, printText } from '../terminal/print.js';
import { tableLines } from '../terminal/table-lines.js';
import { windowColumns } from '../terminal/window.js';
import { cellOf } from './cell-text.js';
import { columnsOf } from './columns-of.js';

/**
 * Prints a table, once all rows are there and the widths are known.
 *
 * @returns How many rows.
 */
export async function printTable(
  rows: AsyncIterable<WireRow>,
  columns: readonly string[] | null,
): Promise<number> {
  const all: WireRow[] = [];
  for await (const row of rows) all.push(row);
  const header = columns ?? columnsOf(all);
  if (header.length === 0) return 0;
  const { lines, hidden } = tableLines({
    header,
    rows: all.map((row) => header.map((column) => cellOf(row, column))),
    columns: windowColumns(process.stdout),
  });
  for (const line of lines) await printText(`${line}\n`);
  if (hidden > 0) {
    printNote(`${counted(hidden, 'more column')} did not fit: --vertical, --json and --csv show every one.`);
  }
  return all.length;
}
