import { UnsafeReadError } from '../errors/unsafe-read-error.js';
import type { Statement } from '../statement.js';
import { followSignals } from '../transport/on-abort.js';
import { fetchInterval, greatestPosition, type KeyedFetch, takePage } from './fetch-interval.js';
import { type KeyInterval, keyRangeOf, splitInterval } from './key-interval.js';
import type { RangeQuery } from './key-range.js';
import { createKeySpace } from './key-space.js';
import type { SuiteqlPage } from './page-body.js';
import type { IntervalPage } from './range-page.js';

export interface RangeReading {
  /** Rows a request. */
  readonly limit: number;
  /** Requests at a time. */
  readonly concurrency: number;
  /** The position after which the read begins. Null: at the beginning. */
  readonly after: number | null;
  readonly signal?: AbortSignal | undefined;
  /** Where it was read before. */
  readonly first?: SuiteqlPage | undefined;
  fetch(
    statement: Statement,
    options: { readonly limit: number; readonly signal: AbortSignal },
  ): Promise<SuiteqlPage>;
}

/** An interval in the order of the read; fetched, being fetched, or neither yet. */
interface Segment {
  readonly interval: KeyInterval;
  page: Promise<IntervalPage> | null;
}

/** Full pages would be best; a little less, because an interval that overflows costs another request. */
const targetFill = 0.9;

/**
 * Reads a query in ranges of its key, several at a time, and hands the rows over in the order of the key.
 *
 * Every request names the keys that it wants, so that rows which come and go during the read neither shift nor repeat
 * others. The first page tells how dense the keys are; the rest is cut into ranges of about a page, and the widths
 * follow what is found. A range that overflows is cut again, and its pieces are shared by all.
 */
export async function* readRanges(
  query: RangeQuery,
  reading: RangeReading,
): AsyncGenerator<IntervalPage, void, undefined> {
  const { limit, concurrency } = reading;
  using stop = followSignals(reading.signal);
  const { signal } = stop;
  const keyed: KeyedFetch = {
    query,
    order: query.order ?? 'ASC',
    fetch: (statement, rows) => reading.fetch(statement, { limit: rows, signal }),
    limit,
  };

  const underWay = new Set<Promise<unknown>>();
  function track<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work);
    const settled = (): boolean => underWay.delete(work);
    // Its failure is reported when its turn comes; until then it is not an unhandled rejection.
    work.then(settled, settled);
    return work;
  }

  try {
    const first = await track(readFirst(keyed, reading));
    signal.throwIfAborted();
    yield first;
    signal.throwIfAborted();
    if (first.rest === null) return;
    const expected = first.rows.length + first.rest.rows;
    let yielded = first.rows.length;
    const { after } = first.rest;
    const targetRows = Math.max(1, Math.floor(limit * targetFill));
    const span = after - (first.positions[0] as number) + 1;
    const width = Math.max(1, Math.floor((span * targetRows) / first.rows.length));
    const space = createKeySpace({ after, width, targetRows });
    const queue: Segment[] = [];
    let end = Number.POSITIVE_INFINITY;
    const failures: unknown[] = [];

    const findEnd = async (): Promise<void> => {
      end = await greatestPosition(keyed, after);
      space.endsAt(end);
    };
    const fetchSegment = async (segment: Segment): Promise<IntervalPage> => {
      try {
        const page = await fetchInterval(keyed, segment.interval);
        const { after: from, upTo } = segment.interval;
        const found = page.rows.length + (page.rest?.rows ?? 0);
        if (upTo !== null && from !== null) space.learn(upTo - from, found);
        if (page.rest !== null) {
          const pieces = cutRest(page.rest, upTo, { end, targetRows, concurrency });
          const place = queue.indexOf(segment) + 1;
          queue.splice(place, 0, ...pieces.map((interval) => ({ interval, page: null })));
        }
        return page;
      } catch (error) {
        failures.push(error);
        throw error;
      }
    };
    /** Starts what may be started: the earliest ranges first, and none too far ahead of the reader. */
    const fill = (): void => {
      while (failures.length === 0 && !signal.aborted && underWay.size < concurrency) {
        const isAhead = queue.filter(({ page }) => page !== null).length >= 2 * concurrency;
        let segment = queue.find(({ page }) => page === null);
        if (isAhead && segment !== queue[0]) return;
        if (segment === undefined) {
          const interval = isAhead ? null : space.next();
          if (interval === null) return;
          segment = { interval, page: null };
          queue.push(segment);
        }
        segment.page = track(fetchSegment(segment));
        segment.page.then(fill, fill);
      }
    };

    const endFound = track(findEnd());
    fill();
    await endFound;
    fill();
    for (let head = queue[0]; head !== undefined; head = queue[0]) {
      if (head.page === null) {
        if (failures.length > 0) throw failures[0];
        await Promise.race([...underWay].map((work) => work.catch(() => {})));
        fill();
        continue;
      }
      const page = await head.page;
      queue.shift();
      fill();
      signal.throwIfAborted();
      yielded += page.rows.length;
      if (page.rows.length > 0) yield page;
    }
    // Nothing is started after an abort: what was read until then is not all.
    signal.throwIfAborted();
    // Rows that come and go while a read goes on balance each other, but not by more than a page.
    if (expected - yielded > keyed.limit) {
      await track(refuseMissing(keyed, reading.after, { expected, yielded }));
    }
  } finally {
    stop.abort();
    await Promise.allSettled(underWay);
  }
}

async function readFirst(keyed: KeyedFetch, { after, first }: RangeReading): Promise<IntervalPage> {
  const interval = { after, upTo: null };
  return first === undefined ? fetchInterval(keyed, interval) : takePage(keyed, interval, first);
}

/**
 * Makes sure that more than a page of rows, which were there at the beginning and did not come, have gone meanwhile:
 * where as many are there as before, they have not.
 *
 * @throws {UnsafeReadError} Rows are missing.
 */
async function refuseMissing(
  keyed: KeyedFetch,
  after: number | null,
  { expected, yielded }: { readonly expected: number; readonly yielded: number },
): Promise<void> {
  const statement = keyed.query.statement(keyRangeOf({ after, upTo: null }, keyed.order));
  const { totalResults } = await keyed.fetch(statement, keyed.limit);
  if (totalResults !== expected) return;
  throw new UnsafeReadError(
    `The query has ${expected} results, as when the read began, and ${yielded} came in its ranges: rows are missing. ` +
      'Run it again; where this stays, compare the ranges with a read by offsets, and tell NetSuite support.',
    { reason: 'rows are missing', statement: statement.text },
  );
}

/** The intervals of what is left: as many as the rows want, and beyond the known end one that is open. */
function cutRest(
  { after, rows }: { readonly after: number; readonly rows: number },
  upTo: number | null,
  {
    end,
    targetRows,
    concurrency,
  }: { readonly end: number; readonly targetRows: number; readonly concurrency: number },
): readonly KeyInterval[] {
  const last = upTo ?? end;
  const pieces = Math.min(2 * concurrency, Math.ceil(rows / targetRows));
  const closed =
    Number.isSafeInteger(last) && last > after ? splitInterval({ after, upTo: last }, pieces) : [];
  if (upTo !== null) return closed;
  return [...closed, { after: closed.at(-1)?.upTo ?? after, upTo: null }];
}
