import { parseJson } from '../parse-json.js';
import { kindOf } from '../query/kind-of.js';
import type { ExpressionNode, OrderNode, SelectNode } from '../query/nodes.js';
import type { WireRow } from '../statement.js';

/** The place behind a row in an order: the order itself, and the row's values of its sort keys, as they came. */
interface Cursor {
  readonly order: string;
  readonly values: readonly (string | null)[];
}

/** The cursor behind a row. @param aliases Where the row holds the sort keys. */
export function formatCursor(query: SelectNode, wire: WireRow, aliases: readonly string[]): string {
  const values = aliases.map((alias) => {
    const value = wire[alias];
    return value === undefined || value === null ? null : String(value);
  });
  const cursor: Cursor = { order: orderName(query), values };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * The condition that a row stands behind the cursor, in the query's order.
 *
 * @throws {TypeError} The cursor is none, or of another order.
 */
export function behindCursor(query: SelectNode, text: string): ExpressionNode {
  const { order, values } = parseCursor(text);
  if (order !== orderName(query) || values.length !== query.orderBy.length) {
    throw new TypeError('The cursor in `after` belongs to another order. Give the same orderBy as before.');
  }
  return behind(query, query.orderBy, values);
}

function parseCursor(text: string): Cursor {
  const { value } = parseJson(Buffer.from(text, 'base64url').toString());
  if (isCursor(value)) return value;
  throw new TypeError('`after` is no cursor. Give what an earlier page gave as `next`.');
}

function isCursor(found: unknown): found is Cursor {
  if (typeof found !== 'object' || found === null) return false;
  const { order, values } = found as { readonly order?: unknown; readonly values?: unknown };
  return (
    typeof order === 'string' &&
    Array.isArray(values) &&
    values.every((value) => value === null || typeof value === 'string')
  );
}

/** Tells orders apart, by the columns and directions alone; a number of related rows by the columns that are compared. */
function orderName({ from, orderBy }: SelectNode): string {
  const keys = orderBy.map(({ expression, direction, nulls }) => {
    return `${keyName(expression)} ${direction} ${nulls ?? ''}`;
  });
  return `${from.table}: ${keys.join(', ')}`;
}

function keyName(of: ExpressionNode): string {
  if (of.type === 'column') return `${of.source}.${of.column}`;
  if (of.type !== 'subquery' || !('from' in of.query)) return '';
  const links = of.query.where.flatMap((link) =>
    link.type === 'comparison' ? [link.left, link.right].map(keyName) : [],
  );
  return `count of ${of.query.from.table} by ${links.join(' ')}`;
}

/** Greater in the first key, or equal there and behind in the others. */
function behind(
  query: SelectNode,
  orderBy: readonly OrderNode[],
  values: readonly (string | null)[],
): ExpressionNode {
  const [first, ...others] = orderBy;
  const [value = null, ...otherValues] = values;
  if (first === undefined) return or([]);
  const equal: ExpressionNode =
    value === null
      ? { type: 'null test', operand: first.expression, negated: false }
      : { type: 'comparison', operator: '=', left: first.expression, right: valueNode(first, value) };
  const further = others.length === 0 ? [] : [and([equal, behind(query, others, otherValues)])];
  const mayBeNull = !isKey(first.expression, query);
  return or([...greater(first, value, mayBeNull), ...further]);
}

/** What comes behind a value in one sort key, NULL where the order puts it. */
function greater(key: OrderNode, value: string | null, mayBeNull: boolean): readonly ExpressionNode[] {
  const { expression, direction, nulls } = key;
  const nullsLast = nulls === null ? direction === 'ASC' : nulls === 'LAST';
  if (value === null) return nullsLast ? [] : [{ type: 'null test', operand: expression, negated: true }];
  const operator = direction === 'ASC' ? '>' : '<';
  const beyond: ExpressionNode = {
    type: 'comparison',
    operator,
    left: expression,
    right: valueNode(key, value),
  };
  return nullsLast && mayBeNull
    ? [beyond, { type: 'null test', operand: expression, negated: false }]
    : [beyond];
}

function isKey(expression: ExpressionNode, { from: { key } }: SelectNode): boolean {
  if (expression.type !== 'column' || key === undefined || key === null) return false;
  return expression.source === key.source && expression.column === key.column;
}

function valueNode({ expression }: OrderNode, value: string): ExpressionNode {
  const kind = kindOf(expression);
  // Ids are numbers on the wire's other side, and are compared as such.
  const isNumber = kind === 'int' || kind === 'num' || kind === 'id' || kind.startsWith('ref:');
  const number = Number(value);
  return { type: 'parameter', kind, value: isNumber && String(number) === value ? number : value };
}

function or(operands: readonly ExpressionNode[]): ExpressionNode {
  return { type: 'logical', operator: 'OR', operands };
}

function and(operands: readonly ExpressionNode[]): ExpressionNode {
  return { type: 'logical', operator: 'AND', operands };
}
