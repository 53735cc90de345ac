import type { PrintedRow } from './print-row.js';

/**
 * Rows as the JSON text of a response's items. Observed 2026-03, real account: keys in lower case and alphabetical
 * order, all values strings, NULL columns absent, `links` in every item.
 *
 * @param rows Every row has the same columns.
 */
export function printItems(rows: readonly PrintedRow[]): string {
  const columns = Object.keys(rows[0] ?? {})
    .sort()
    .map((column) => ({ column, prefix: `,${JSON.stringify(column.toLowerCase())}:` }));
  const items = rows.map((row) => {
    let item = '{"links":[]';
    for (const { column, prefix } of columns) {
      const value = row[column];
      if (value !== null && value !== undefined) item += prefix + JSON.stringify(value);
    }
    return `${item}}`;
  });
  return items.join(',');
}
