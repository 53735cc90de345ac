// Serves the same pages of 1,000 rows to any query, from memory: what a client costs, not what a server does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

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

/** The bodies of so many pages, as they travel. */
export function pageBodies(pages: number): readonly Buffer[] {
  return Array.from({ length: pages }, (_, page) => {
    const paging = { offset: page * PAGE_ROWS, hasMore: page < pages - 1, totalResults: pages * PAGE_ROWS };
    return Buffer.from(JSON.stringify({ links: [], count: PAGE_ROWS, ...paging, items }));
  });
}

export interface PageServer {
  readonly url: string;
  /** The most requests that were under way at a time. */
  peakInFlight(): Promise<number>;
  stop(): void;
}

/** Starts it in a process of its own. Every answer takes `latencyMs`. */
export async function startPageServer(pages: number, latencyMs: number): Promise<PageServer> {
  const child = fork(fileURLToPath(import.meta.url), [String(pages), String(latencyMs)]);
  const [{ port }] = (await once(child, 'message')) as [AddressInfo];
  return {
    url: `http://127.0.0.1:${port}`,
    async peakInFlight() {
      child.send('peak');
      const [peak] = (await once(child, 'message')) as [number];
      return peak;
    },
    stop: () => child.disconnect(),
  };
}

if (process.send !== undefined) {
  const [pages, latencyMs] = process.argv.slice(2).map(Number);
  const bodies = pageBodies(pages ?? 0);
  let inFlight = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    const arrivedAt = performance.now();
    inFlight += 1;
    peak = Math.max(peak, inFlight);
    request.resume().on('end', () => {
      const offset = Number(/offset=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
      const body = bodies[offset / PAGE_ROWS] ?? Buffer.alloc(0);
      const answer = (): void => {
        inFlight -= 1;
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
          .end(body);
      };
      const remainingMs = (latencyMs ?? 0) - (performance.now() - arrivedAt);
      if (remainingMs > 0) setTimeout(answer, remainingMs);
      else answer();
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
  process.on('message', () => process.send?.(peak));
  process.once('disconnect', () => process.exit());
}
