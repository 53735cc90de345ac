import type { WireRow } from '@suitewright/runtime';
import { printData } from '../terminal/print.js';
import { tableLines } from '../terminal/table-lines.js';
import { cellText } from './cell-text.js';
import { columnsOf } from './columns-of.js';

/** In a terminal, longer texts would break the lines of the table. */
const widestCellInTerminal = 60;

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
  const lines = tableLines({
    header,
    rows: all.map((row) => header.map((column) => cellText(row[column]))),
    widestCell: process.stdout.isTTY ? widestCellInTerminal : Number.POSITIVE_INFINITY,
  });
  for (const line of lines) await printData(`${line}\n`);
  return all.length;
}
