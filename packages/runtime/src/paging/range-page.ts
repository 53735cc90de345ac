import { UnsafeReadError, type UnsafeReadReason } from '../errors/unsafe-read-error.js';
import type { WireRow } from '../statement.js';
import { type KeyInterval, positionOf } from './key-interval.js';
import type { KeyRange } from './key-range.js';
import type { SuiteqlPage } from './page-body.js';

/** The rows of an interval that came with one request. */
export interface IntervalPage {
  readonly rows: readonly WireRow[];
  /** Positions of the rows: one each, never falling. */
  readonly positions: readonly number[];
  /** What of the interval is still to be read, and about how many rows that is. Null: nothing. */
  readonly rest: { readonly after: number; readonly rows: number } | null;
}

/**
 * Takes a page for an interval's rows. Where the page did not hold all of them, the rows of its last key are left to the
 * rest: there may be more of them.
 *
 * @throws {UnsafeReadError} Going on by the keys of this page could lose or repeat rows.
 */
export function readIntervalPage(
  page: Pick<SuiteqlPage, 'parsedRows' | 'hasMore' | 'totalResults'>,
  interval: KeyInterval,
  query: { readonly key: string; readonly order: KeyRange['order']; readonly text: string },
): IntervalPage {
  const { parsedRows: rows, hasMore, totalResults } = page;
  const positions = rows.map((row) => positionIn(row, query));
  checkOrder(positions, interval, query);
  if (!hasMore) return { rows, positions, rest: null };
  const last = positions.at(-1);
  const whole = last === undefined ? 0 : positions.indexOf(last);
  if (whole === 0 || last === undefined) {
    throw unsafe('too many rows have the same key', query.text, [
      `All ${rows.length} rows of a page have the same ${query.key}, and there are more.`,
      'Read by a column that is unique in the result, or ask for larger pages.',
    ]);
  }
  return {
    rows: rows.slice(0, whole),
    positions: positions.slice(0, whole),
    rest: { after: last - 1, rows: totalResults - whole },
  };
}

function positionIn(row: WireRow, { key, order, text }: Parameters<typeof readIntervalPage>[2]): number {
  const value = row[key];
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value ?? Number.NaN);
  if (Number.isSafeInteger(number)) return positionOf(number, order);
  throw unsafe('the key is not a whole number', text, [
    `A row has no whole number as its ${key}, so that the rows cannot be read in ranges of it.`,
    'Read by a column that holds a whole number in every row, such as the internal id.',
  ]);
}

function checkOrder(
  positions: readonly number[],
  { after, upTo }: KeyInterval,
  { key, text }: { readonly key: string; readonly text: string },
): void {
  let previous = after === null ? Number.NEGATIVE_INFINITY : after + 1;
  for (const position of positions) {
    if (position < previous || (upTo !== null && position > upTo)) {
      throw unsafe('the rows are not in the order of the key', text, [
        `The rows did not come sorted by ${key}, or came from outside of the range that was asked for.`,
        'Sort by the key alone, and make sure that it is a number in SuiteQL, not a text.',
      ]);
    }
    previous = position;
  }
}

function unsafe(reason: UnsafeReadReason, statement: string, sentences: readonly string[]): UnsafeReadError {
  return new UnsafeReadError(`${sentences.join(' ')} Reading on could lose rows.`, { reason, statement });
}
