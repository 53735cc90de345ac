import type { RowStream } from '../paging/row-stream.js';
import type { Pending } from '../pending.js';
import type {
  AggregateArguments,
  Aggregated,
  CheckedAggregates,
  GroupByArguments,
  Grouped,
  GroupedBySomething,
} from './aggregate-arguments.js';
import type {
  CountArguments,
  FindManyArguments,
  FindUniqueArguments,
  Include,
  PaginateArguments,
  Result,
  Select,
} from './arguments.js';
import type { ModelContext } from './model-context.js';

/** Where a model keeps what it draws upon. */
export const modelContext: unique symbol = Symbol('suitewright.modelContext');

/** A page of rows. */
export interface ModelPage<Row> {
  readonly rows: readonly Row[];
  /** What `after` takes for the page that follows. Null: this is the last one. */
  readonly next: string | null;
}

/** The queries of a record. `Full`: the row as it is returned, with the computed fields of `extendModel`. */
export interface Model<Row, Relations, Full = Row> {
  /** In the types only: `typeof ns.customer.$row` is the type of a row with all its columns. */
  readonly $row: Full;
  /** In the types only. */
  readonly $types?: { readonly row: Row; readonly relations: Relations };
  readonly [modelContext]: ModelContext;
  /**
   * Every row that fits, in the order asked for.
   *
   * @throws {QueryRejectedError} The account refused the statement.
   * @throws {TooManyResultsError} More than 100,000 rows fit, and they are to be sorted by another column than the key.
   */
  findMany<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query?: FindManyArguments<Row, Relations, S, I, Full>,
  ): Pending<Result<Full, Relations, S, I>[]>;
  /** The first row that fits, or null. */
  findFirst<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query?: FindManyArguments<Row, Relations, S, I, Full>,
  ): Pending<Result<Full, Relations, S, I> | null>;
  /**
   * The first row that fits.
   *
   * @throws {NoRowError} None fits.
   */
  findFirstOrThrow<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query?: FindManyArguments<Row, Relations, S, I, Full>,
  ): Pending<Result<Full, Relations, S, I>>;
  /**
   * The row of a key, or null.
   *
   * @throws {TypeError} `where` does not give the table's key.
   */
  findUnique<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query: FindUniqueArguments<Row, Relations, S, I, Full>,
  ): Pending<Result<Full, Relations, S, I> | null>;
  /**
   * The row of a key.
   *
   * @throws {NoRowError} There is none.
   */
  findUniqueOrThrow<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query: FindUniqueArguments<Row, Relations, S, I, Full>,
  ): Pending<Result<Full, Relations, S, I>>;
  /** Whether a row fits. */
  exists(query?: CountArguments<Row, Relations>): Pending<boolean>;
  /** How many rows fit. */
  count(query?: CountArguments<Row, Relations>): Pending<number>;
  /** Sums, means, smallest and greatest values, and counts over all rows that fit. */
  aggregate<const A extends AggregateArguments<Row, Relations>>(
    query: A & CheckedAggregates<A, Row, never>,
  ): Pending<Aggregated<Row, A>>;
  /** The same for each group of rows that have equal values in the fields of `by` and `byRelated`. */
  groupBy<
    const By extends keyof Row = never,
    const A extends GroupByArguments<Row, Relations, By> = GroupByArguments<Row, Relations, By>,
  >(
    query: A & { readonly by?: readonly By[] } & GroupedBySomething<A> &
      CheckedAggregates<A, Row, 'by' | 'having' | 'orderBy' | 'take' | 'skip', Relations, By>,
  ): Pending<Grouped<Row, Relations, By, A>[]>;
  /**
   * Rows page by page, for lists that people leaf through: each page begins behind the last row of the one before, so
   * that rows that come or go meanwhile shift nothing.
   *
   * @param query.take Rows a page. Default 100.
   * @throws {TypeError} The table has no known key, or `after` is no cursor of this order.
   */
  paginate<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query?: PaginateArguments<Row, Relations, S, I, Full>,
  ): Pending<ModelPage<Result<Full, Relations, S, I>>>;
  /**
   * Every row that fits, fetched page by page as the loop goes on: memory stays flat. Without `orderBy` it takes any
   * number of rows, in the order of the key, and can be resumed from a checkpoint.
   *
   * @throws {TooManyResultsError} More than 100,000 rows fit, and they are to be sorted by another column than the key.
   */
  stream<const S extends Select<Full, Relations>, const I extends Include<Relations>>(
    query?: FindManyArguments<Row, Relations, S, I, Full> & { readonly resume?: string },
  ): RowStream<Result<Full, Relations, S, I>>;
}
