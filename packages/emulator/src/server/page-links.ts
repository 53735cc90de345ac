import type { Page } from './page.js';

export interface PageLinksOptions {
  readonly page: Page;
  readonly total: number;
  /** No link leads to this offset or further: a request for it would be refused. */
  readonly reachable: number;
  /** Scheme, host and path of the collection; its type in lower case. */
  readonly collectionUrl: string;
  /** As the client wrote it, query included. */
  readonly selfUrl: string;
  readonly method: string;
  /** The collection's `q`, which its other pages need as well. */
  readonly filter?: string;
}

export interface ResourceLink {
  readonly rel: string;
  readonly href: string;
  readonly method?: string;
}

/** The links of a page, in the order and with the quirks of captured responses (2026-03, real account). */
export function pageLinks(options: PageLinksOptions): readonly ResourceLink[] {
  const { page, reachable, collectionUrl, selfUrl, method, filter } = options;
  const total = Math.min(options.total, reachable);
  const q = filter === undefined ? '' : `q=${encodeURIComponent(filter)}&`;
  const { limit, offset } = page;
  const link = (rel: string, target: number): ResourceLink => ({
    rel,
    href: `${collectionUrl}?${q}limit=${limit}&offset=${target}`,
  });
  const hasPrevious = offset > 0;
  const hasNext = offset + limit < total;
  return [
    ...(hasPrevious ? [link('previous', Math.max(0, offset - limit)), link('first', 0)] : []),
    ...(hasNext ? [link('next', offset + limit), link('last', lastOffset(total, limit))] : []),
    { rel: 'self', href: selfUrl, method },
  ];
}

// Not the offset of the last page: the real service divides once too often.
function lastOffset(total: number, limit: number): number {
  const pages = Math.ceil(total / limit);
  return Math.floor((pages - 1) / limit) * limit;
}
