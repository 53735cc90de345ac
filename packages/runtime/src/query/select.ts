import type { TableObject } from '../table.js';
import type { Condition, Expression } from './expression.js';
import type { Order } from './order.js';
import type { Nested, Query } from './query.js';

/**
 * What SELECT may list: expressions over the joined tables, each under the name that the row gives it, and objects of
 * such.
 */
export interface Selection<Source extends string> {
  readonly [name: string]: Expression<unknown, Source> | Selection<Source>;
}

/** Stands in a compile error in place of a selection that names no column. */
export interface NothingSelected {
  readonly 'select names no column': never;
}

/**
 * The row of a selection. What is null without a row of an outer-joined table (`Optional`) may be null.
 */
export type SelectedRow<S, Optional extends string> = {
  readonly [Name in keyof S & string]: S[Name] extends Expression<infer Value, string, infer Absent>
    ? [Absent & Optional] extends [never]
      ? Value
      : Value | null
    : SelectedRow<S[Name], Optional>;
};

/**
 * A SELECT in the making. Every method returns a new builder: any step can be kept and branched.
 *
 * `Source` names the tables that it may read, `Optional` those of them that an outer join may leave empty, `Outer`
 * those that belong to the statement around it.
 */
export interface QueryBuilder<Source extends string, Optional extends string, Outer extends string = never>
  extends Nested<Outer> {
  /** Keeps pairs of rows for which the condition holds. */
  innerJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Optional, Outer>;
  /** Keeps every row of the tables so far; the joined table's columns are null where none matches. */
  leftJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Optional | Name, Outer>;
  /** Keeps every row of the joined table; the columns so far are null where none matches. */
  rightJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Source, Outer>;
  /** Keeps every row of both sides. Both must be whole tables, not a subtype's part of one. */
  fullJoin<Name extends string>(
    table: TableObject<Name, unknown>,
    on: Condition<Source | NoInfer<Name>>,
  ): QueryBuilder<Source | Name, Source | Name, Outer>;
  /** Puts every row beside every row of the tables so far. */
  crossJoin<Name extends string>(
    table: TableObject<Name, unknown>,
  ): QueryBuilder<Source | Name, Optional, Outer>;
  /**
   * Lets the query read columns of a table in the statement around it. It can then stand only inside a statement that
   * has the table: in `exists`, `inQuery` or `scalar`.
   *
   * @example exists(from(salesorder).correlate(customer).where(eq(salesorder.entity, customer.id)))
   */
  correlate<Name extends string>(
    table: TableObject<Name, unknown>,
  ): QueryBuilder<Source | Name, Optional, Outer | Name>;
  /** Adds a condition; with those given before by AND. `undefined` adds none. */
  where(condition: Condition<Source> | undefined): QueryBuilder<Source, Optional, Outer>;
  groupBy(...expressions: readonly Expression<unknown, Source>[]): QueryBuilder<Source, Optional, Outer>;
  /** Groups by the expressions, and again by all but the last, and so on to one total: in subtotals they are null. */
  groupByRollup<Name extends Source>(
    ...expressions: readonly Expression<unknown, Name>[]
  ): QueryBuilder<Source, Optional | Name, Outer>;
  /** Groups by every choice of the expressions: those not chosen are null. */
  groupByCube<Name extends Source>(
    ...expressions: readonly Expression<unknown, Name>[]
  ): QueryBuilder<Source, Optional | Name, Outer>;
  /** Adds a condition over groups; `undefined` adds none. */
  having(condition: Condition<Source> | undefined): QueryBuilder<Source, Optional, Outer>;
  /** Adds sort keys behind those given before. See {@link asc} and {@link desc}. */
  orderBy(
    ...order: readonly (Order<Source> | Expression<unknown, Source>)[]
  ): QueryBuilder<Source, Optional, Outer>;
  /** Removes equal rows. */
  distinct(): QueryBuilder<Source, Optional, Outer>;
  /** Skips rows. Needs an order to mean anything. */
  offset(rows: number): QueryBuilder<Source, Optional, Outer>;
  /** Rows at most (FETCH FIRST n ROWS ONLY). */
  take(rows: number): QueryBuilder<Source, Optional, Outer>;
  /**
   * Names the output and completes the query. All columns of a table: `{ ...customer }`. Objects nest:
   * `{ id: order.id, customer: { ...customer } }`; without a row of an outer-joined table the values in them are null.
   *
   * @throws {TypeError} A column stands beside an aggregate, and is not grouped by; or a condition of `where` or a join
   *   holds an aggregate or a window function.
   */
  select<S extends Selection<Source>>(
    selection: keyof S extends never ? NothingSelected : S,
  ): Query<SelectedRow<S, Optional>, Outer>;
}
