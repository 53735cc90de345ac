import { type ColumnKind, checkedKind } from '../column-kind.js';
import { type Condition, type Expression, node, nodeOf } from '../query/expression.js';
import { kindOf } from '../query/kind-of.js';
import type { ExpressionNode, RawNode } from '../query/nodes.js';
import type { Query } from '../query/query.js';
import { isPlainObject, showValue } from '../show-value.js';
import type { TableObject } from '../table.js';
import type { DeclaredRow, RowColumns } from './declared-row.js';

/** Where a piece of SuiteQL keeps its node. A symbol of its own: it is a query too. */
export const raw: unique symbol = Symbol('suitewright.raw');

/**
 * SuiteQL written with `sql`: a whole statement, to be sent with `ns.$all(…)` and its like, or a
 * piece of one, to be put into another.
 */
export interface Sql<out Row> extends Query<Row> {
  readonly [raw]: RawNode;
  /**
   * Says what the columns of the result are, so that rows come decoded and typed.
   *
   * @param columns For each column of the result a column of the generated code, or a kind: `'text'`,
   *   `'num'`, `'bool'`, `'date'`, `'ref:customer'` …
   * @example ns.$all(sql`SELECT id, foreigntotal AS total FROM transaction`.as({ id: transaction.id, total: 'num' }))
   */
  as<const Columns extends RowColumns>(columns: Columns): Query<DeclaredRow<Columns>>;
}

/** What may stand in `${…}`: a value, a piece of SuiteQL, a table, or a column, expression or condition. */
export type SqlPart =
  | string
  | number
  | boolean
  | Sql<unknown>
  | Expression<unknown, string>
  | Condition<string>
  | TableObject<string, unknown>;

/** Rows of a statement whose columns are not declared: text, and nothing for NULL. */
export type TextRow = Readonly<Record<string, string | undefined>>;

/** Makes a piece of text and expressions. */
export function piece<Row>(parts: readonly (string | ExpressionNode)[]): Sql<Row> {
  const text: RawNode = { type: 'raw', parts };
  // The rows of queries exist in the types only; what they are is the caller's word, or `as`'s.
  return {
    [raw]: text,
    [node]: { type: 'raw query', text, columns: null },
    as: (columns: RowColumns) => ({ [node]: { type: 'raw query', text, columns: kindsOf(columns) } }),
  } as unknown as Sql<Row>;
}

/**
 * The node of a piece.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is none.
 */
export function pieceOf(candidate: unknown, place: string): RawNode {
  if (typeof candidate === 'object' && candidate !== null && raw in candidate) {
    return (candidate as Sql<unknown>)[raw];
  }
  throw new TypeError(`${place}: ${showValue(candidate)} is not a piece of SuiteQL. Write it as sql\`…\`.`);
}

/** @throws {TypeError} What stands for a column is neither a kind nor an expression. */
function kindsOf(columns: RowColumns): Readonly<Record<string, ColumnKind>> {
  if (!isPlainObject(columns)) {
    throw new TypeError(
      `as(): ${showValue(columns)} does not declare columns. Give an object such as { id: 'id' }.`,
    );
  }
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      typeof column === 'string'
        ? checkedKind(column, `as(): ${name}`)
        : kindOf(nodeOf(column, `as(): ${name}`)),
    ]),
  );
}
