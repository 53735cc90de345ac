import { UnsafeReadError } from '../errors/unsafe-read-error.js';
import type { Statement } from '../statement.js';
import { type KeyInterval, keyRangeOf } from './key-interval.js';
import type { KeyRange, RangeQuery } from './key-range.js';
import type { SuiteqlPage } from './page-body.js';
import { type IntervalPage, readIntervalPage } from './range-page.js';

/** How intervals of a query's keys are fetched. */
export interface KeyedFetch {
  readonly query: RangeQuery;
  readonly order: KeyRange['order'];
  /** Rows a request. */
  readonly limit: number;
  fetch(statement: Statement, limit: number): Promise<SuiteqlPage>;
}

/** How often an interval is asked for while rows of another one come. */
const foreignPageAttempts = 8;

/**
 * Fetches the first page of an interval.
 *
 * @throws {UnsafeReadError} Going on by its keys could lose or repeat rows.
 */
export async function fetchInterval(keyed: KeyedFetch, interval: KeyInterval): Promise<IntervalPage> {
  const statement = statementOf(keyed, interval);
  for (let attempt = 1; ; attempt += 1) {
    const page = await keyed.fetch(statement, keyed.limit);
    try {
      return takePage(keyed, interval, page);
    } catch (error) {
      if (!isForeignPage(error) || attempt === foreignPageAttempts) throw error;
    }
  }
}

/** Takes a page that is there already for the first one of an interval. */
export function takePage(
  keyed: KeyedFetch,
  interval: KeyInterval,
  page: Pick<SuiteqlPage, 'parsedRows' | 'hasMore' | 'totalResults'>,
): IntervalPage {
  const { query, order } = keyed;
  const { text } = statementOf(keyed, interval);
  return readIntervalPage(page, interval, { key: query.key, order, text });
}

/** The last row's position, read from the other end; `after` where the rows that were there are gone. */
export async function greatestPosition(keyed: KeyedFetch, after: number): Promise<number> {
  const interval = { after, upTo: null };
  const order = keyed.order === 'ASC' ? 'DESC' : 'ASC';
  const statement = keyed.query.statement({ ...keyRangeOf(interval, keyed.order), order });
  const { parsedRows } = await keyed.fetch(statement, 1);
  const page = { parsedRows, hasMore: false, totalResults: parsedRows.length };
  return takePage(keyed, interval, page).positions[0] ?? after;
}

function statementOf({ query, order }: KeyedFetch, interval: KeyInterval): Statement {
  return query.statement(keyRangeOf(interval, order));
}

/** Rows from outside of the interval may be another one's page, which came twice. */
function isForeignPage(error: unknown): boolean {
  return error instanceof UnsafeReadError && error.reason === 'the rows are not in the order of the key';
}
