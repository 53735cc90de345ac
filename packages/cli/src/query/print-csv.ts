import type { WireRow } from '@suitewright/runtime';
import { printData } from '../terminal/print.js';
import { cellOf } from './cell-text.js';
import { columnsOf } from './columns-of.js';

/**
 * Prints CSV (RFC 4180, lines ended by `\n`), as the rows arrive: a header before the first one, and nothing where there
 * is none. NULL is an empty field.
 *
 * @param columns Null: unknown, so that all rows are read first, since a NULL column is absent from a row.
 * @returns How many rows.
 */
export async function printCsv(
  rows: AsyncIterable<WireRow>,
  columns: readonly string[] | null,
): Promise<number> {
  if (columns === null) {
    const all: WireRow[] = [];
    for await (const row of rows) all.push(row);
    return printRows(all, columnsOf(all));
  }
  return printRows(rows, columns);
}

async function printRows(
  rows: AsyncIterable<WireRow> | readonly WireRow[],
  columns: readonly string[],
): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    if (count === 0) await printData(csvLine(columns));
    await printData(csvLine(columns.map((column) => cellOf(row, column))));
    count += 1;
  }
  return count;
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
