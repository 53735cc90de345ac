// Serves the same 50 pages of 1,000 rows to any query, from memory: what a client costs, not what a server does.
import { createServer } from 'node:http';

export const PAGES = 50;
export const PAGE_ROWS = 1000;

const items = Array.from({ length: PAGE_ROWS }, (_, index) => ({
  links: [],
  c0: String(index),
  c1: String(index % 97),
  c2: String(index / 8),
  c3: index % 2 === 0 ? 'T' : 'F',
  c4: '2026-01-31',
  c5: `A memo about line ${index}`,
}));

/** The bodies as they travel. */
export const bodies: readonly Buffer[] = Array.from({ length: PAGES }, (_, page) => {
  const paging = { offset: page * PAGE_ROWS, hasMore: page < PAGES - 1, totalResults: PAGES * PAGE_ROWS };
  return Buffer.from(JSON.stringify({ links: [], count: PAGE_ROWS, ...paging, items }));
});

if (process.send !== undefined) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const offset = Number(/offset=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
      const body = bodies[offset / PAGE_ROWS] ?? Buffer.alloc(0);
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
        .end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
  process.once('disconnect', () => process.exit());
}
