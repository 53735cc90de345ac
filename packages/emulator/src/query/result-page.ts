import type { Page } from '../server/page.js';
import type { ResourceLink } from '../server/page-links.js';

export interface ResultPage {
  /** Every row has the same columns. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly page: Page;
  readonly totalResults: number;
  readonly hasMore: boolean;
  readonly links: readonly ResourceLink[];
}

/**
 * The text of a query's response. Observed 2026-03, real account: keys in lower case and alphabetical
 * order, all values strings, NULL columns absent, `links` in every item.
 */
export function resultPageBody({ rows, page, totalResults, hasMore, links }: ResultPage): string {
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
  return (
    `{"links":${JSON.stringify(links)},"count":${rows.length},"hasMore":${hasMore},` +
    `"items":[${items.join(',')}],"offset":${page.offset},"totalResults":${totalResults}}`
  );
}
