import { answerJson, type Handler } from '../local-server.js';

/** Rows by key, as a table that changes while it is read. */
export interface KeyedRows {
  readonly keys: number[];
  /** Called before a page is answered. */
  readonly beforePage?: (index: number) => unknown;
}

/** The statement that {@link serveKeys} answers. */
export function keyedStatement(range: {
  readonly above: number | null;
  readonly upTo: number | null;
  readonly order: string;
}): { text: string; parameters: [] } {
  return { text: `SELECT id ${range.above} ${range.upTo} ${range.order}`, parameters: [] };
}

/** Answers ranges of keys as the query service does. */
export function serveKeys({ keys, beforePage }: KeyedRows): Handler {
  return async (request, response, index) => {
    await beforePage?.(index);
    const [, above = '', upTo = '', order = ''] =
      /^SELECT id (\S+) (\S+) (\S+)$/.exec(JSON.parse(request.body).q) ?? [];
    const limit = Number(new URL(request.url, 'http://localhost').searchParams.get('limit'));
    const found = keys
      .filter((key) => (above === 'null' || key > Number(above)) && (upTo === 'null' || key <= Number(upTo)))
      .sort((a, b) => (order === 'ASC' ? a - b : b - a));
    const items = found.slice(0, limit).map((key) => ({ links: [], id: String(key) }));
    answerJson(response, 200, {
      links: [],
      count: items.length,
      hasMore: found.length > items.length,
      items,
      offset: 0,
      // As of a service that counts no further than it hands out.
      totalResults: Math.min(found.length, 100_000),
    });
  };
}
