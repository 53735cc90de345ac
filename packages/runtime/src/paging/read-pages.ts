import { TooManyResultsError } from '../errors/too-many-results-error.js';
import { UnsafeReadError } from '../errors/unsafe-read-error.js';
import type { Statement } from '../statement.js';
import { inOrder } from './in-order.js';
import type { SuiteqlPage } from './page-body.js';
import { maximumResults } from './page-bounds.js';

export interface OffsetReading {
  /** Rows a request. */
  readonly limit: number;
  /** Requests at a time. */
  readonly concurrency: number;
  /** What to do when rows came or went during the read. */
  readonly whenChanged: 'fail' | 'read on';
  readonly signal?: AbortSignal | undefined;
  /** Where it was read before. */
  readonly first?: SuiteqlPage | undefined;
  fetch(statement: Statement, offset: number, signal: AbortSignal | undefined): Promise<SuiteqlPage>;
}

/**
 * Reads a statement by offsets. After the first page told the total, the next ones are fetched at the same time.
 *
 * @throws {TooManyResultsError} There are more results than offsets reach.
 * @throws {UnsafeReadError} Rows came or went during the read, and shifted others between the pages.
 */
export async function* readPages(
  statement: Statement,
  reading: OffsetReading,
): AsyncGenerator<SuiteqlPage, void, undefined> {
  const { limit, concurrency, signal } = reading;
  let last = reading.first ?? (await reading.fetch(statement, 0, signal));
  const { totalResults } = last;
  await refuseTooMany(last, statement, reading);
  yield last;
  const offsets: number[] = [];
  for (let offset = limit; last.hasMore && offset < totalResults; offset += limit) offsets.push(offset);
  const fetch = (offset: number, pageSignal: AbortSignal): Promise<SuiteqlPage> =>
    reading.fetch(statement, offset, pageSignal);
  for await (const next of inOrder(offsets, { window: concurrency, signal, fetch })) {
    refuseChange(next, totalResults, statement, reading);
    last = next;
    yield next;
  }
  // Rows that came in during the read.
  while (last.hasMore) {
    if (last.offset + limit >= maximumResults) throw tooMany(last.totalResults, statement);
    last = await reading.fetch(statement, last.offset + limit, signal);
    refuseChange(last, totalResults, statement, reading);
    yield last;
  }
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
  const { text, parameters } = statement;
  const counting = { text: `SELECT COUNT(*) AS c0 FROM (${text})`, parameters };
  const counted = await fetch(counting, 0, signal).then(
    ({ rows }) => Number(rows[0]?.c0 ?? Number.NaN),
    (error: unknown) => {
      signal?.throwIfAborted();
      throw tooMany(null, statement, error);
    },
  );
  if (counted !== maximumResults) throw tooMany(counted > maximumResults ? counted : null, statement);
}

function refuseChange(
  page: SuiteqlPage,
  expected: number,
  { text }: Statement,
  { whenChanged }: OffsetReading,
): void {
  if (whenChanged === 'read on' || page.totalResults === expected) return;
  throw new UnsafeReadError(
    `The query had ${expected} results when the read began and has ${page.totalResults} now: rows came or went, and ` +
      'shifted others between the pages, so that some may be lost or repeated. Run it again, or read it in ranges of a ' +
      "unique column (suiteql.ranges), which changes do not disturb; where that is acceptable, set whenChanged: 'read on'.",
    { reason: 'the result changed', statement: text },
  );
}

function tooMany(totalResults: number | null, { text }: Statement, cause?: unknown): TooManyResultsError {
  return new TooManyResultsError({ totalResults, maximumResults, statement: text, cause });
}
