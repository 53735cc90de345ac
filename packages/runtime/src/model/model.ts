import type { Pending } from '../pending.js';
import type { CountArguments, FindManyArguments, Result, Select } from './arguments.js';

/** The queries of a record. */
export interface Model<Row, Relations> {
  /**
   * Every row that fits, in the order asked for.
   *
   * @throws {QueryRejectedError} The account refused the statement.
   * @throws {TooManyResultsError} More than 100,000 rows fit.
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
  /** Every row that fits, fetched page by page as the loop goes on: memory stays flat. */
  stream<const S extends Select<Row, Relations> | undefined = undefined>(
    query?: FindManyArguments<Row, Relations, S>,
  ): AsyncIterable<Result<Row, Relations, S>>;
}
