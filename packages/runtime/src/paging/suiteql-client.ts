import type { ParameterStyle } from '../config/connection-options.js';
import { errorName } from '../errors/error-name.js';
import type { Events } from '../events/events.js';
import type { Statement, WireRow } from '../statement.js';
import type { SteadyClock } from '../transport/clock.js';
import type { RestRequest, RestResponse } from '../transport/rest.js';
import type { Priority } from '../transport/turn-queue.js';
import { checkRangeQuery, checkReadOptions, checkStatement } from './check-read.js';
import type { RangeQuery } from './key-range.js';
import { readPage, type SuiteqlPage } from './page-body.js';
import { checkPageBounds, largestPageRows } from './page-bounds.js';
import { queryBody } from './query-body.js';
import type { IntervalPage } from './range-page.js';
import { readPages } from './read-pages.js';
import { readRanges } from './read-ranges.js';
import { keyedRowStream, type RowStream } from './row-stream.js';

export interface PageOptions {
  /** Rows of the page, 1 to 1000. Default 1000. */
  readonly limit?: number | undefined;
  /** The first row, from 0; a multiple of the limit. Default 0. */
  readonly offset?: number | undefined;
  /** Default 'interactive'. */
  readonly priority?: Priority | undefined;
  /** Requests with the same object here count as one caller; callers take turns. Default: a caller of its own. */
  readonly caller?: object | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions {
  /** Rows a request, 1 to 1000. Default 1000, NetSuite's maximum. */
  readonly limit?: number | undefined;
  /** Default 'bulk': requests that somebody waits for come first. */
  readonly priority?: Priority | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface OffsetReadOptions extends ReadOptions {
  /**
   * What to do when the number of results changes during the read. Rows that come or go shift others between the pages:
   * 'fail' (the default) gives up, 'read on' may lose or repeat rows. It also reads pages that have no order.
   */
  readonly whenChanged?: 'fail' | 'read on' | undefined;
  /**
   * How many rows there are, about. Their pages are fetched at the same time as the first one, which else is waited for:
   * it tells how many there are. Default 0: not known.
   */
  readonly expectedRows?: number | undefined;
  /** The first page, where it was read before. */
  readonly first?: SuiteqlPage | undefined;
  /**
   * The columns of the result: a statement of several pages that has no ORDER BY is sorted by all of them. Default: not
   * known, and then such a statement is refused.
   */
  readonly columns?: readonly string[] | undefined;
}

export interface RangeReadOptions extends ReadOptions {
  /** The position after which to begin: a key, or its negative where the order is 'DESC'. Default: at the beginning. */
  readonly after?: number | null | undefined;
  /** The first page, where it was read before: the rows from the beginning, in the order of the key. */
  readonly first?: SuiteqlPage | undefined;
}

export interface RangeStreamOptions<Row> extends ReadOptions {
  /** A checkpoint of an earlier read of the same query: the read begins behind it. */
  readonly resume?: string | undefined;
  /** What to make of a row. Default: the row as it comes. */
  readonly decode?: ((wire: WireRow) => Row) | undefined;
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
   * All pages in order, by offsets. After the first one told the total, the next ones are fetched at the same time, as
   * many as the connection's `concurrency`; a slow reader holds the fetching up when twice as many wait for it, and
   * leaving the loop stops it.
   *
   * @throws {TooManyResultsError} More than 100,000 results: before the first page is handed over.
   * @throws {UnsafeReadError} Rows came or went during the read; or there are several pages, and nothing to sort them by.
   */
  pages(statement: Statement, options?: OffsetReadOptions): AsyncGenerator<SuiteqlPage, void, undefined>;
  /** The rows of {@link SuiteqlClient.pages}, one by one. */
  stream(statement: Statement, options?: OffsetReadOptions): AsyncGenerator<WireRow, void, undefined>;
  /** The rows of {@link SuiteqlClient.pages} in one array. */
  all(statement: Statement, options?: OffsetReadOptions): Promise<WireRow[]>;
  /**
   * All rows in the order of a key, read in ranges of it: any number of rows, whatever comes and goes meanwhile. Rows
   * that are there from the beginning to the end of the read come once each. It can be resumed from a checkpoint.
   *
   * @throws {UnsafeReadError} The key is not what the query says it is.
   */
  ranges<Row = WireRow>(query: RangeQuery, options?: RangeStreamOptions<Row>): RowStream<Row>;
  /** The same, in parts of up to a page. */
  rangePages(query: RangeQuery, options?: RangeReadOptions): AsyncGenerator<IntervalPage, void, undefined>;
}

const suiteqlPath = '/services/rest/query/v1/suiteql';

export function createSuiteqlClient(connection: {
  readonly request: (request: RestRequest) => Promise<RestResponse>;
  readonly parameters: ParameterStyle;
  /** Requests that may be under way now. */
  readonly concurrency: () => number;
  readonly events: Events;
  readonly clock: SteadyClock;
}): SuiteqlClient {
  async function page(statement: Statement, options: PageOptions = {}): Promise<SuiteqlPage> {
    checkStatement('page', statement);
    checkReadOptions('page', options);
    const { limit = largestPageRows, offset = 0 } = options;
    checkPageBounds(limit, offset);
    const { text } = statement;
    const { events, clock } = connection;
    return events.startQuery({ statement: text }, async () => {
      const startMs = clock.elapsed();
      const tell = (found: SuiteqlPage | null, error: string | null): void =>
        events.emit('query', {
          statement: text,
          error,
          rows: found?.count ?? null,
          totalResults: found?.totalResults ?? null,
          durationMs: clock.elapsed() - startMs,
        });
      try {
        const found = await fetchPage(statement, { ...options, limit, offset });
        tell(found, null);
        return found;
      } catch (error) {
        tell(null, errorName(error));
        throw error;
      }
    });
  }

  async function fetchPage(
    statement: Statement,
    {
      limit,
      offset,
      priority,
      caller,
      signal,
    }: PageOptions & { readonly limit: number; readonly offset: number },
  ): Promise<SuiteqlPage> {
    let read: SuiteqlPage | undefined;
    const response = await connection.request({
      method: 'POST',
      path: suiteqlPath,
      query: { limit, offset },
      headers: { prefer: 'transient' },
      body: queryBody(statement, connection.parameters),
      // Reading twice does no harm.
      repeatable: true,
      statement: statement.text,
      priority,
      caller,
      check: (answer) => {
        read = readPage(answer, { offset, limit });
      },
      signal,
    });
    return read ?? readPage(response, { offset, limit });
  }

  function pages(
    statement: Statement,
    options: OffsetReadOptions = {},
  ): AsyncGenerator<SuiteqlPage, void, undefined> {
    checkStatement('pages', statement);
    checkReadOptions('pages', options);
    return readByOffset(statement, options);
  }

  function readByOffset(
    statement: Statement,
    options: OffsetReadOptions,
  ): AsyncGenerator<SuiteqlPage, void, undefined> {
    const { limit = largestPageRows, whenChanged = 'fail', priority = 'bulk', signal, first } = options;
    const { expectedRows = 0, columns } = options;
    const caller = {};
    return readPages(statement, {
      limit,
      concurrency: connection.concurrency(),
      whenChanged,
      expectedRows,
      signal,
      first,
      columns,
      fetch: (of, offset, pageSignal) => page(of, { limit, offset, priority, caller, signal: pageSignal }),
    });
  }

  async function* stream(
    statement: Statement,
    options: OffsetReadOptions = {},
  ): AsyncGenerator<WireRow, void, undefined> {
    checkStatement('stream', statement);
    checkReadOptions('stream', options);
    const { signal } = options;
    for await (const { rows } of readByOffset(statement, options)) {
      for (const row of rows) {
        signal?.throwIfAborted();
        yield row;
      }
    }
  }

  async function all(statement: Statement, options: OffsetReadOptions = {}): Promise<WireRow[]> {
    checkStatement('all', statement);
    checkReadOptions('all', options);
    const rows: WireRow[] = [];
    for await (const found of readByOffset(statement, options)) for (const row of found.rows) rows.push(row);
    return rows;
  }

  function rangePages(
    query: RangeQuery,
    options: RangeReadOptions = {},
  ): AsyncGenerator<IntervalPage, void, undefined> {
    checkRangeQuery('rangePages', query);
    checkReadOptions('rangePages', options);
    const { limit = largestPageRows, after = null, priority = 'bulk', signal, first } = options;
    const caller = {};
    return readRanges(query, {
      limit,
      concurrency: connection.concurrency(),
      after,
      signal,
      first,
      fetch: (statement, fetching) => page(statement, { ...fetching, priority, caller }),
    });
  }

  function ranges<Row = WireRow>(query: RangeQuery, options: RangeStreamOptions<Row> = {}): RowStream<Row> {
    checkRangeQuery('ranges', query);
    checkReadOptions('ranges', options);
    const { limit, priority, signal, resume } = options;
    // Without a decoder, Row is WireRow.
    const decode = options.decode ?? ((wire: WireRow) => wire as Row);
    return keyedRowStream(query, {
      resume,
      signal,
      decode,
      pages: (after) => rangePages(query, { limit, priority, signal, after }),
    });
  }

  return { page, pages, stream, all, ranges, rangePages };
}
