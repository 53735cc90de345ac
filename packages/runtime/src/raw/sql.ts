import type { Advice } from '../advice.js';
import { type ColumnKind, checkedKind } from '../column-kind.js';
import { endsInComment } from '../paging/quoted-text.js';
import { parameterNode } from '../query/conditions.js';
import {
  type Condition,
  condition,
  type Expression,
  expression,
  isExpression,
  node,
  nodeOf,
} from '../query/expression.js';
import { kindOf } from '../query/kind-of.js';
import type { ExpressionNode, RawNode } from '../query/nodes.js';
import { showValue } from '../show-value.js';
import { dateMasks, isDated } from './date-masks.js';
import type { ValueOfKind } from './declared-row.js';
import { partNodes } from './part-nodes.js';
import { piece, pieceOf, type Sql, type SqlPart, type TextRow } from './piece.js';

/** An operand of IN. */
type Operand = Expression<unknown, string> | Sql<unknown>;

type Value = string | number | boolean;

interface SqlTag {
  /**
   * SuiteQL as text, with values in `${…}`. A value always travels as a parameter (or an escaped literal,
   * as the client is set); it never becomes part of the text. Names come from tables and columns of the
   * generated code, and pieces of SuiteQL from `sql` itself.
   *
   * Rows come as NetSuite sends them: texts under names in lower case, and nothing for NULL. `Row` says
   * which. For decoded rows, declare the columns: {@link Sql.as}.
   *
   * @throws {TypeError} A value is null, undefined, an object or not finite.
   * @example sql`SELECT id FROM ${customer} WHERE ${customer.companyname} = ${name}`
   */
  <Row extends { readonly [Name in keyof Row]: string | undefined } = TextRow>(
    text: TemplateStringsArray,
    ...parts: readonly (SqlPart | Advice<'for a list write sql.in(column, values)'>)[]
  ): Sql<Row>;

  /** A value of a kind: a date goes through TO_DATE. */
  value(value: Value, kind: ColumnKind): Sql<TextRow>;

  /** A column or expression as the SELECT list should have it: a date through TO_CHAR, in a fixed form. */
  output(of: Expression<unknown, string>): Sql<TextRow>;

  /** `operand IN (…)`: any number of values is right; false for none. */
  in(operand: Operand, values: readonly Value[]): Sql<TextRow>;

  /** `operand NOT IN (…)`: any number of values is right; true for none. */
  notIn(operand: Operand, values: readonly Value[]): Sql<TextRow>;

  /**
   * Pieces or values in a row.
   *
   * @param separator Stands between them. Default: a comma.
   * @example sql.join(conditions, sql` AND `)
   */
  join(parts: readonly SqlPart[], separator?: Sql<unknown>): Sql<TextRow>;

  /**
   * A piece as an expression of the query builder, for what the builder cannot say. Which tables it reads is not
   * checked. For one value of a group of rows use `sql.aggregate`.
   *
   * @param kind What its value is; it may be null.
   * @example sql.expression(sql`REGEXP_COUNT(${customer.companyname}, 'a')`, 'int')
   */
  expression<Kind extends ColumnKind>(of: Sql<unknown>, kind: Kind): Expression<ValueOfKind<Kind> | null>;

  /**
   * A piece as an aggregate of the query builder: it has one value for a group of rows, so that it may stand beside
   * what the query groups by. Which tables it reads is not checked.
   *
   * @param kind What its value is; it may be null.
   * @example sql.aggregate(sql`STATS_MODE(${customer.salesrep})`, 'ref:employee')
   */
  aggregate<Kind extends ColumnKind>(of: Sql<unknown>, kind: Kind): Expression<ValueOfKind<Kind> | null>;

  /** A piece as a condition of the query builder, for what the builder cannot say. Which tables it reads is not checked. */
  condition(of: Sql<unknown>): Condition;
}

/** Writes SuiteQL as text, safely: see {@link SqlTag}. */
export const sql: SqlTag = Object.assign(
  <Row>(text: TemplateStringsArray, ...parts: readonly unknown[]): Sql<Row> => {
    if (!isTemplate(text)) {
      throw new TypeError('sql is a template tag: write sql`SELECT …`, not sql(text).');
    }
    // There is no value of Advice, and what is no part is refused.
    return piece(
      text.flatMap((literal, at) =>
        at === 0 ? [literal] : [...partNodes(parts[at - 1] as SqlPart), literal],
      ),
    );
  },
  {
    value: (value: Value, kind: ColumnKind) =>
      piece<TextRow>([parameterNode(value, checkedKind(kind, 'sql.value()'))]),
    output: (of: Expression<unknown, string>) => piece<TextRow>(outputParts(nodeOf(of, 'sql.output()'))),
    in: (operand: Operand, values: readonly Value[]) => membership(operand, values, false),
    notIn: (operand: Operand, values: readonly Value[]) => membership(operand, values, true),
    join: (parts: readonly SqlPart[], separator?: Sql<unknown>) => {
      if (!Array.isArray(parts))
        throw new TypeError(`sql.join(): ${showValue(parts)} is not an array of parts.`);
      const between = separator === undefined ? ', ' : pieceOf(separator, 'sql.join(): separator');
      return piece<TextRow>(
        Array.from(parts).flatMap((part, at) => (at === 0 ? partNodes(part) : [between, ...partNodes(part)])),
      );
    },
    expression: <Kind extends ColumnKind>(of: Sql<unknown>, kind: Kind) =>
      expression<ValueOfKind<Kind> | null, never>({
        ...inParentheses(of, 'sql.expression()'),
        kind: checkedKind(kind, 'sql.expression()'),
      }),
    aggregate: <Kind extends ColumnKind>(of: Sql<unknown>, kind: Kind) =>
      expression<ValueOfKind<Kind> | null, never>({
        ...inParentheses(of, 'sql.aggregate()'),
        kind: checkedKind(kind, 'sql.aggregate()'),
        isAggregate: true,
      }),
    condition: (of: Sql<unknown>) => condition<never>(inParentheses(of, 'sql.condition()')),
  },
);

/**
 * Whether a template literal was written: the engine, and compilers to older forms of the language, freeze its texts and
 * hide `raw` from enumeration. No JSON looks like that, nor does a list of texts with a `raw` added to it. It is no
 * defence against code of the same program that wants to pass for a template.
 */
function isTemplate(text: unknown): boolean {
  if (!Array.isArray(text) || !Object.isFrozen(text)) return false;
  const own = Object.getOwnPropertyDescriptor(text, 'raw');
  return own?.enumerable === false && Array.isArray(own.value) && Object.isFrozen(own.value);
}

/** So that what stands around it does not take it apart. */
function inParentheses(of: Sql<unknown>, place: string): RawNode {
  const text = pieceOf(of, place);
  // On a line of its own where it would be part of a comment.
  return { type: 'raw', parts: ['(', text, endsInComment(lastText(text)) ? '\n)' : ')'] };
}

/** The text at the end of a piece, or of the pieces within it; empty where it ends in something else. */
function lastText({ parts }: RawNode): string {
  let last = parts.findLast((part) => part !== '');
  while (typeof last === 'object' && last.type === 'raw') last = last.parts.findLast((part) => part !== '');
  return typeof last === 'string' ? last : '';
}

function outputParts(of: ExpressionNode): readonly (string | ExpressionNode)[] {
  const kind = kindOf(of);
  return isDated(kind) ? ['TO_CHAR(', of, `, '${dateMasks[kind]}')`] : [of];
}

function membership(operand: Operand, values: readonly Value[], negated: boolean): Sql<TextRow> {
  const place = negated ? 'sql.notIn()' : 'sql.in()';
  const of = isExpression(operand) ? operand[node] : pieceOf(operand, place);
  if (!Array.isArray(values))
    throw new TypeError(`${place}: ${showValue(values)} is not an array of values.`);
  const nodes = Array.from(values, (value) => parameterNode(value, kindOf(of), place));
  return piece([{ type: 'membership', operand: of, values: nodes, negated }]);
}
