import type { ParameterStyle } from '../config/connection-options.js';
import { TooManyResultsError } from '../errors/too-many-results-error.js';
import type { Statement, WireRow } from '../statement.js';
import type { RestRequest, RestResponse } from '../transport/rest.js';
import { inOrder } from './in-order.js';
import { readPage, type SuiteqlPage } from './page-body.js';
import { checkPageBounds, largestPageRows, maximumResults } from './page-bounds.js';
import { queryBody } from './query-body.js';

export interface PageOptions {
  /** Rows of the page, 1 to 1000. Default 1000. */
  readonly limit?: number | undefined;
  /** The first row, from 0; a multiple of the limit. Default 0. */
  readonly offset?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions {
  /** Rows a request, 1 to 1000. Default 1000, NetSuite's maximum. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs SuiteQL. Every method throws {@link QueryRejectedError} where NetSuite refuses the statement, and `TypeError`
 * where values and `?` placeholders do not match.
 *
 * Offsets count rows anew with every page: order by a unique column wherever more than one page is read.
 */
export interface SuiteqlClient {
  /** One page. */
  page(statement: Statement, options?: PageOptions): Promise<SuiteqlPage>;
  /**
   * All pages in order. After the first one told the total, the next ones are fetched at the same time, as many as the
   * connection's `concurrency`; a slow reader holds the fetching up, and leaving the loop stops it.
   *
   * @throws {TooManyResultsError} More than 100,000 results: before the first page is handed over.
   */
  pages(statement: Statement, options?: ReadOptions): AsyncGenerator<SuiteqlPage, void, undefined>;
  /** The rows of {@link SuiteqlClient.pages}, one by one. */
  stream(statement: Statement, options?: ReadOptions): AsyncGenerator<WireRow, void, undefined>;
  /** The rows of {@link SuiteqlClient.pages} in one array. */
  all(statement: Statement, options?: ReadOptions): Promise<WireRow[]>;
}

const suiteqlPath = '/services/rest/query/v1/suiteql';

export function createSuiteqlClient(connection: {
  readonly request: (request: RestRequest) => Promise<RestResponse>;
  readonly parameters: ParameterStyle;
  readonly concurrency: number;
}): SuiteqlClient {
  async function page(statement: Statement, options: PageOptions = {}): Promise<SuiteqlPage> {
    const { limit = largestPageRows, offset = 0, signal } = options;
    checkPageBounds(limit, offset);
    const response = await connection.request({
      method: 'POST',
      path: suiteqlPath,
      query: { limit, offset },
      headers: { prefer: 'transient' },
      body: queryBody(statement, connection.parameters),
      // Reading twice does no harm.
      repeatable: true,
      statement: statement.text,
      signal,
    });
    return readPage(response, offset);
  }

  async function* pages(
    statement: Statement,
    options: ReadOptions = {},
  ): AsyncGenerator<SuiteqlPage, void, undefined> {
    const { limit = largestPageRows, signal } = options;
    const fetch = (offset: number, fetchSignal?: AbortSignal): Promise<SuiteqlPage> =>
      page(statement, { limit, offset, signal: fetchSignal });
    let last = await fetch(0, signal);
    refuseTooMany(last, statement);
    yield last;
    const offsets: number[] = [];
    for (let offset = limit; last.hasMore && offset < last.totalResults; offset += limit)
      offsets.push(offset);
    for await (const next of inOrder(offsets, { window: connection.concurrency, signal, fetch })) {
      last = next;
      yield next;
    }
    // Rows that came in during the read.
    while (last.hasMore) {
      refuseTooMany(last, statement);
      last = await fetch(last.offset + limit, signal);
      yield last;
    }
  }

  async function* stream(
    statement: Statement,
    options: ReadOptions = {},
  ): AsyncGenerator<WireRow, void, undefined> {
    for await (const { rows } of pages(statement, options)) yield* rows;
  }

  async function all(statement: Statement, options: ReadOptions = {}): Promise<WireRow[]> {
    const rows: WireRow[] = [];
    for await (const found of pages(statement, options)) for (const row of found.rows) rows.push(row);
    return rows;
  }

  return { page, pages, stream, all };
}

function refuseTooMany({ offset, count, hasMore, totalResults }: SuiteqlPage, { text }: Statement): void {
  const goesBeyond = totalResults > maximumResults || (hasMore && offset + count >= maximumResults);
  if (goesBeyond) throw new TooManyResultsError({ totalResults, maximumResults, statement: text });
}
