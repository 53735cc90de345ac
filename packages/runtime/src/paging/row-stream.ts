import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { positionOf } from './key-interval.js';
import type { RangeQuery } from './key-range.js';
import type { IntervalPage } from './range-page.js';

/** Rows, one by one; and where a later read can take up. */
export interface RowStream<Row> extends AsyncIterable<Row> {
  /**
   * Where the read stands: behind the last row that was handed over. A short text, to be stored; give it as `resume` to
   * the same query, in any process, and it hands over the rows behind it.
   *
   * @throws {TypeError} The query is not read by a key, so that a read of it cannot be resumed.
   */
  checkpoint(): string;
}

/** A stream over the pages of a read in ranges. It can be read once. */
export function keyedRowStream<Row>(
  query: RangeQuery,
  options: {
    readonly resume: string | undefined;
    readonly signal?: AbortSignal | undefined;
    /** @param after The position after which the read begins. */
    readonly pages: (after: number | null) => AsyncIterable<IntervalPage>;
    readonly decode: (wire: IntervalPage['rows'][number]) => Row;
  },
): RowStream<Row> {
  const order = query.order ?? 'ASC';
  const start = options.resume === undefined ? null : parseCheckpoint(query, options.resume);
  let lastKey = start?.key ?? null;
  let rowsOfLastKey = start?.rows ?? 0;

  async function* rows(): AsyncGenerator<Row, void, undefined> {
    // The key of the checkpoint is read again: other rows may have it, which were not handed over.
    const after = start === null ? null : positionOf(start.key, order) - 1;
    let left = start?.rows ?? 0;
    for await (const page of options.pages(after)) {
      for (let index = 0; index < page.rows.length; index += 1) {
        options.signal?.throwIfAborted();
        const key = positionOf(page.positions[index] as number, order);
        if (left > 0 && key === start?.key) {
          left -= 1;
          continue;
        }
        rowsOfLastKey = key === lastKey ? rowsOfLastKey + 1 : 1;
        lastKey = key;
        yield options.decode(page.rows[index] as IntervalPage['rows'][number]);
      }
    }
  }

  return {
    [Symbol.asyncIterator]: rows,
    checkpoint: () =>
      formatCheckpoint(query, lastKey === null ? null : { key: lastKey, rows: rowsOfLastKey }),
  };
}

const NOT_RESUMABLE =
  "This read cannot be resumed: it is not in the order of the table's key alone. Leave orderBy, take, skip, distinct, " +
  'groups and aggregates out; read a statement of your own through suiteql.ranges.';

/**
 * A stream over rows that are not read by a key.
 *
 * @throws {TypeError} A checkpoint to resume from is given.
 */
export function plainRowStream<Row>(
  rows: () => AsyncIterable<Row>,
  resume: string | undefined,
): RowStream<Row> {
  if (resume !== undefined && resume !== '') throw new TypeError(NOT_RESUMABLE);
  return {
    [Symbol.asyncIterator]: () => rows()[Symbol.asyncIterator](),
    checkpoint() {
      throw new TypeError(NOT_RESUMABLE);
    },
  };
}

/** A stream whose query is made when its first row is asked for. */
export function deferredRowStream<Row>(
  make: () => Promise<RowStream<Row>>,
  resume: string | undefined,
): RowStream<Row> {
  let made: RowStream<Row> | null = null;
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    made = await make();
    yield* made;
  }
  return {
    [Symbol.asyncIterator]: rows,
    checkpoint: () => made?.checkpoint() ?? resume ?? '',
  };
}
