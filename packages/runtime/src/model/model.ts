import type { RowStream } from '../paging/row-stream.js';
import type { Pending } from '../pending.js';
import type { CountArguments, FindManyArguments, Result, Select } from './arguments.js';

/** The queries of a record. */
export interface Model<Row, Relations> {
  /**
   * Every row that fits, in the order asked for.
   *
   * @throws {QueryRejectedError} The account refused the statement.
   * @throws {TooManyResultsError} More than 100,000 rows fit, and they are to be sorted by another column than the key.
   */
  findMany<const S extends Select<Row, Relations> | undefined = undefined>(
    query?: FindManyArguments<Row, Relations, S>,
  ): Pending<Result<Row, Relations, S>[]>;
  /** The first row that fits, or null. */
  findFirst<const S extends Select<Row, Relations> | undefined = undefined>(
    query?: FindManyArguments<Row, Relations, S>,
  ): Pending<Result<Row, Relations, S> | null>;
  /** How many rows fit. */
  count(query?: CountArguments<Row, Relations>): Pending<number>;
  /**
   * Every row that fits, fetched page by page as the loop goes on: memory stays flat. Without `orderBy` it takes any
   * number of rows, in the order of the key, and can be resumed from a checkpoint.
   *
   * @throws {TooManyResultsError} More than 100,000 rows fit, and they are to be sorted by another column than the key.
   */
  stream<const S extends Select<Row, Relations> | undefined = undefined>(
    query?: FindManyArguments<Row, Relations, S> & { readonly resume?: string },
  ): RowStream<Result<Row, Relations, S>>;
}
