import type { Advice } from '../advice.js';
import { showValue } from '../show-value.js';
import { isExpression, node } from './expression.js';
import type { RawQueryNode, StatementNode } from './nodes.js';

declare const row: unique symbol;
declare const outer: unique symbol;

/**
 * A complete query. `Row` is the type of a decoded row. Send it with `ns.$all(query)` or `ns.$stream(query)`.
 *
 * `Outer` names the tables of a statement around it that it reads: then it can only stand in such a statement.
 */
export interface Query<out Row, out Outer extends string = never> extends Nested<Outer> {
  readonly [row]: Row;
}

/** A query that can be sent. `Reminder` is for the compiler's message where nothing was selected yet. */
export interface SelectedQuery<out Row, out Reminder extends string = 'call .select({ … }) before it is sent'>
  extends Query<Row>,
    Partial<Advice<Reminder>> {}

/** What may stand in EXISTS: a query, or a builder that has selected nothing yet. */
export interface Nested<out Outer extends string> {
  readonly [node]: StatementNode | RawQueryNode;
  readonly [outer]: Outer;
}

/** The row type of a query, or of a call of a model that gives rows: `type Order = RowOf<typeof query>`. */
export type RowOf<Q> =
  Q extends Query<infer Row, string> ? Row : Q extends PromiseLike<readonly (infer Row)[]> ? Row : never;

/**
 * The node of a query.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is none.
 */
export function statementOf(candidate: unknown, place: string): StatementNode | RawQueryNode {
  if (typeof candidate === 'object' && candidate !== null && node in candidate && !isExpression(candidate)) {
    return (candidate as Nested<string>)[node];
  }
  throw new TypeError(
    `${place}: ${showValue(candidate)} is not a query. Give from(…).select({ … }), a query of a .suiteql file, or sql\`…\`.`,
  );
}

/** Makes a typed query of a node. */
export function query<Row, Outer extends string>(of: StatementNode | RawQueryNode): Query<Row, Outer> {
  // The phantom properties of Query exist in the types only.
  return { [node]: of } as Query<Row, Outer>;
}
