import type { Page } from '../server/page.js';
import type { ResourceLink } from '../server/page-links.js';

export interface ResultPage {
  /** The printed rows. */
  readonly items: string;
  readonly count: number;
  readonly page: Page;
  readonly totalResults: number;
  readonly hasMore: boolean;
  readonly links: readonly ResourceLink[];
}

/** The text of a query's response. */
export function resultPageBody({ items, count, page, totalResults, hasMore, links }: ResultPage): string {
  return (
    `{"links":${JSON.stringify(links)},"count":${count},"hasMore":${hasMore},` +
    `"items":[${items}],"offset":${page.offset},"totalResults":${totalResults}}`
  );
}
