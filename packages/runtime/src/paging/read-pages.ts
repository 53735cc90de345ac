import { TooManyResultsError } from '../errors/too-many-results-error.js';
import { UnsafeReadError } from '../errors/unsafe-read-error.js';
import type { Statement } from '../statement.js';
import { inOrder } from './in-order.js';
import type { SuiteqlPage } from './page-body.js';
import { maximumResults } from './page-bounds.js';
import { endsInComment, withoutSemicolons } from './quoted-text.js';
import { isOrdered, sortedByAll } from './row-order.js';

export interface OffsetReading {
  /** Rows a request. */
  readonly limit: number;
  /** Requests at a time. */
  readonly concurrency: number;
  /** What to do when rows came or went during the read. */
  readonly whenChanged: 'fail' | 'read on';
  readonly signal?: AbortSignal | undefined;
  /** Pages up to so many rows are fetched without waiting for the first one to tell the total. */
  readonly expectedRows: number;
  /** Where it was read before. */
  readonly first?: SuiteqlPage | undefined;
  /** The columns of the result, where they are known. */
  readonly columns?: readonly string[] | undefined;
  fetch(statement: Statement, offset: number, signal: AbortSignal | undefined): Promise<SuiteqlPage>;
}

/**
 * Reads a statement by offsets. After the first page told the total, the next ones are fetched at the same time. One of
 * several pages without ORDER BY is sorted by its columns.
 *
 * @throws {TooManyResultsError} There are more results than offsets reach.
 * @throws {UnsafeReadError} Rows came or went during the read, and shifted others between the pages; or they have no
 *   order, and the columns are not known.
 */
export async function* readPages(
  statement: Statement,
  reading: OffsetReading,
): AsyncGenerator<SuiteqlPage, void, undefined> {
  const { limit, concurrency, signal } = reading;
  const fetch = async (offset: number, pageSignal: AbortSignal): Promise<SuiteqlPage> =>
    offset === 0 && reading.first !== undefined
      ? reading.first
      : reading.fetch(statement, offset, pageSignal);
  // Twice as many as can be under way, so that the next one waits for its turn before a page is parsed and handed over.
  const ordered = { window: 2 * concurrency, signal, fetch };
  const expectedEnd = Math.max(limit, Math.min(reading.expectedRows, maximumResults));
  let totalResults = 0;
  let last: SuiteqlPage | null = null;
  for await (const next of inOrder(offsets(0, expectedEnd, limit), ordered)) {
    if (last === null) {
      await refuseTooMany(next, statement, reading);
      if (next.totalResults > limit && reading.whenChanged === 'fail' && !isOrdered(statement)) {
        const sorted = sortedByAll(statement, reading.columns ?? []);
        if (sorted === null) throw unordered(next.totalResults, statement);
        yield* readPages(sorted, { ...reading, first: undefined });
        return;
      }
      totalResults = next.totalResults;
    } else refuseChange(next, totalResults, statement, reading);
    last = next;
    yield next;
    signal?.throwIfAborted();
    // Of rows that went during the read, the total of the beginning tells nothing.
    if (!next.hasMore) return;
    if (next.offset + limit >= totalResults) break;
  }
  if (last === null) return;
  for await (const next of inOrder(offsets(last.offset + limit, totalResults, limit), ordered)) {
    refuseChange(next, totalResults, statement, reading);
    last = next;
    yield next;
    signal?.throwIfAborted();
    if (!next.hasMore) return;
  }
  // Rows that came in during the read.
  while (last.hasMore) {
    if (last.offset + limit >= maximumResults) throw tooMany(last.totalResults, statement);
    last = await reading.fetch(statement, last.offset + limit, signal);
    refuseChange(last, totalResults, statement, reading);
    yield last;
    signal?.throwIfAborted();
  }
}

function* offsets(from: number, to: number, limit: number): Generator<number, void, undefined> {
  for (let offset = from; offset < to; offset += limit) yield offset;
}

/**
 * A total of exactly NetSuite's limit says too little: no source tells whether it counts the rows beyond. Then the rows
 * are counted by another query.
 */
async function refuseTooMany(
  { totalResults }: SuiteqlPage,
  statement: Statement,
  { fetch, signal }: OffsetReading,
): Promise<void> {
  if (totalResults < maximumResults) return;
  if (totalResults > maximumResults) throw tooMany(totalResults, statement);
  const { parameters } = statement;
  const text = withoutSemicolons(statement.text);
  const counting = {
    text: `SELECT COUNT(*) AS c0 FROM (${text}${endsInComment(text) ? '\n' : ''})`,
    parameters,
  };
  const counted = await fetch(counting, 0, signal).then(
    ({ rows }) => Number(rows[0]?.c0 ?? Number.NaN),
    (error: unknown) => {
      signal?.throwIfAborted();
      throw tooMany(null, statement, error);
    },
  );
  if (counted !== maximumResults) throw tooMany(counted > maximumResults ? counted : null, statement);
}

/**
 * Checks that a page belongs to a result with as many rows as the earlier pages reported. Every page but the last is full,
 * so the read yields exactly that many rows.
 *
 * @throws {UnsafeReadError} It does not.
 */
export function refuseChange(
  page: Pick<SuiteqlPage, 'totalResults'>,
  expected: number,
  { text }: Statement,
  { whenChanged }: Pick<OffsetReading, 'whenChanged'> = { whenChanged: 'fail' },
): void {
  if (whenChanged === 'read on' || page.totalResults === expected) return;
  throw new UnsafeReadError(
    `The query had ${expected} results when the read began and has ${page.totalResults} now: rows came or went, and ` +
      'shifted others between the pages, so that some may be lost or repeated. Run it again, or read it in ranges of a ' +
      "unique column (suiteql.ranges), which changes do not disturb; where that is acceptable, set whenChanged: 'read on'.",
    { reason: 'the result changed', statement: text },
  );
}

function unordered(totalResults: number, { text }: Statement): UnsafeReadError {
  return new UnsafeReadError(
    `The query has ${totalResults} results, more than a page holds, and no ORDER BY: NetSuite may sort each page ` +
      'differently, so that some rows are lost and others repeated. Add ORDER BY over a unique column, such as the id; ' +
      'or take fewer (FETCH FIRST 1000 ROWS ONLY).',
    { reason: 'the rows have no order', statement: text },
  );
}

function tooMany(totalResults: number | null, { text }: Statement, cause?: unknown): TooManyResultsError {
  return new TooManyResultsError({ totalResults, maximumResults, statement: text, cause });
}
