import { isUnawaited, showValue } from '../show-value.js';
import {
  type Condition,
  condition,
  type Expression,
  type Input,
  isExpression,
  node,
  nodeOf,
  type Operand,
} from './expression.js';
import { isComparable, kindOf, knownKind } from './kind-of.js';
import { absent, allOf, anyOf, negation } from './logic.js';
import type { ComparisonOperator, ExpressionNode, ValueKind } from './nodes.js';

/** Compares an expression with one of the same kind, or with a value. */
type Comparison = <Value, L extends string, R extends string = never>(
  left: Expression<Value, L>,
  right: Operand<Value, R>,
) => Condition<L | R>;

/** `left = right`. For NULL use {@link isNull}. */
export const eq: Comparison = (left, right) => comparison('=', left, right);

/** `left <> right`. Rows in which either side is NULL are left out, as SQL has it. */
export const ne: Comparison = (left, right) => comparison('<>', left, right);

/** `left > right`. */
export const gt: Comparison = (left, right) => comparison('>', left, right);

/** `left >= right`. */
export const gte: Comparison = (left, right) => comparison('>=', left, right);

/** `left < right`. */
export const lt: Comparison = (left, right) => comparison('<', left, right);

/** `left <= right`. */
export const lte: Comparison = (left, right) => comparison('<=', left, right);

/** `low <= operand AND operand <= high`. */
export function between<Value, S extends string>(
  operand: Expression<Value, S>,
  low: NoInfer<Input<NonNullable<Value>>>,
  high: NoInfer<Input<NonNullable<Value>>>,
): Condition<S> {
  const of = nodeOf(operand, 'between()');
  return condition({
    type: 'range',
    operand: of,
    low: operandNode(low, of),
    high: operandNode(high, of),
  });
}

/** Whether the operand is one of the values; false for none. Any number of values is right. */
export function inArray<Value, S extends string>(
  operand: Expression<Value, S>,
  values: readonly NoInfer<Input<NonNullable<Value>>>[],
): Condition<S> {
  return membership(nodeOf(operand, 'inArray()'), values, false);
}

/** Whether the operand is none of the values; true for none. */
export function notInArray<Value, S extends string>(
  operand: Expression<Value, S>,
  values: readonly NoInfer<Input<NonNullable<Value>>>[],
): Condition<S> {
  return membership(nodeOf(operand, 'notInArray()'), values, true);
}

/** `operand IS NULL`. */
export function isNull<S extends string>(operand: Expression<unknown, S>): Condition<S> {
  return condition({ type: 'null test', operand: nodeOf(operand, 'isNull()'), negated: false });
}

/** `operand IS NOT NULL`. */
export function isNotNull<S extends string>(operand: Expression<unknown, S>): Condition<S> {
  return condition({ type: 'null test', operand: nodeOf(operand, 'isNotNull()'), negated: true });
}

/** Whether the text contains `part`, letter case included. `%` and `_` in it stand for themselves. */
export function contains<S extends string>(
  operand: Expression<string | null, S>,
  part: string,
): Condition<S> {
  return pattern(nodeOf(operand, 'contains()'), `%${escapePattern(part)}%`);
}

/** Whether the text starts with `part`, letter case included. */
export function startsWith<S extends string>(
  operand: Expression<string | null, S>,
  part: string,
): Condition<S> {
  return pattern(nodeOf(operand, 'startsWith()'), `${escapePattern(part)}%`);
}

/** Whether the text ends with `part`, letter case included. */
export function endsWith<S extends string>(
  operand: Expression<string | null, S>,
  part: string,
): Condition<S> {
  return pattern(nodeOf(operand, 'endsWith()'), `%${escapePattern(part)}`);
}

/** `operand LIKE pattern`: `%` is any text, `_` any letter, `\` takes their meaning away. */
export function like<S extends string>(operand: Expression<string | null, S>, text: string): Condition<S> {
  return pattern(nodeOf(operand, 'like()'), text);
}

/**
 * Holds where all of the conditions hold. `undefined` ones are skipped; with none left, the result adds no condition,
 * just as `undefined` adds none.
 */
export function and<S extends string = never>(
  ...operands: readonly (Condition<S> | undefined)[]
): Condition<S> {
  return condition(allOf(operandNodes(operands, 'and()')));
}

/** Holds where at least one of the conditions holds. `undefined` ones are skipped; with none left, no row matches. */
export function or<S extends string = never>(
  ...operands: readonly (Condition<S> | undefined)[]
): Condition<S> {
  return condition(anyOf(operandNodes(operands, 'or()')));
}

/** The negation. Unknown (a comparison with NULL) stays unknown; negating an absent condition adds none. */
export function not<S extends string = never>(operand: Condition<S> | undefined): Condition<S> {
  return condition(negation(conditionNode(operand, 'not()')));
}

const CONDITIONS: ReadonlySet<string> = new Set([
  ...(['comparison', 'logical', 'not', 'null test', 'membership', 'pattern', 'range'] as const),
  ...(['exists', 'query membership', 'raw'] as const satisfies ExpressionNode['type'][]),
]);

/**
 * The node of a condition; of `undefined` an absent one.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is neither.
 */
export function conditionNode(of: unknown, place: string): ExpressionNode {
  if (of === undefined) return absent(place);
  if (isCondition(of)) return of[node];
  throw new TypeError(
    `${place}: ${showValue(of)} is not a condition. Give one, such as eq(column, value), or undefined for none.`,
  );
}

function isCondition(of: unknown): of is { readonly [node]: ExpressionNode } {
  return isExpression(of) && CONDITIONS.has(of[node].type);
}

/**
 * Takes the special meaning from `%`, `_` and `\` in a LIKE pattern.
 *
 * @throws {TypeError} It is not a string.
 */
export function escapePattern(text: string): string {
  checkPattern(text);
  return text.replace(/[\\%_]/g, '\\$&');
}

/** LIKE with a pattern in which `\` escapes. `insensitive`: both sides in capitals. */
export function patternNode(operand: ExpressionNode, text: string, insensitive: boolean): ExpressionNode {
  checkPattern(text);
  const pattern = parameterNode(text, 'text');
  return {
    type: 'pattern',
    operand: insensitive ? inCapitals(operand) : operand,
    pattern: insensitive ? inCapitals(pattern) : pattern,
    escaped: text.includes('\\'),
  };
}

function checkPattern(text: unknown): void {
  if (typeof text !== 'string')
    throw new TypeError(`${showValue(text)} is not a text to look for. Give a string.`);
}

/** What is compared without regard to letter case. */
export function inCapitals(of: ExpressionNode): ExpressionNode {
  return { type: 'call', name: 'UPPER', distinct: false, arguments: [of], kind: 'text' };
}

/**
 * A value as a parameter of the kind that it is compared with.
 *
 * @param place What messages call it.
 * @throws {TypeError} The value cannot be sent: undefined, null, NaN, a function; a text with NUL or half of a surrogate
 *   pair, which no database text holds.
 */
export function parameterNode(value: unknown, kind: ValueKind, place?: string): ExpressionNode {
  const isValue =
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (kind === 'num' && mayBeDecimal(value));
  const start = place === undefined ? '' : `${place}: `;
  if (isUnawaited(value)) {
    throw new TypeError(`${start}The value is a query that was not awaited: write await before it.`);
  }
  if (!isValue)
    throw new TypeError(`${start}Cannot compare with ${showValue(value)}. ${remedy(value, kind)}`);
  if (typeof value === 'string' && NO_TEXT.test(value)) {
    throw new TypeError(
      `${start}A text with the character NUL or half of a surrogate pair cannot be sent: NetSuite would cut or change it.`,
    );
  }
  return place === undefined ? { type: 'parameter', value, kind } : { type: 'parameter', value, kind, place };
}

/** The client's codec says whether it is one. */
function mayBeDecimal(value: unknown): boolean {
  return (typeof value === 'object' && value !== null && !Array.isArray(value)) || typeof value === 'bigint';
}

function remedy(value: unknown, kind: ValueKind): string {
  if (Array.isArray(value)) {
    return 'For one of several values use in, or inArray() in the query builder.';
  }
  if (value instanceof Date && kind === 'date') return "Give the day as a string, such as '2026-01-31'.";
  if (value instanceof Date && kind === 'datetime') {
    return 'Give an ISO 8601 string: date.toISOString().';
  }
  return 'Give a string, a finite number or a boolean; for NULL use isNull().';
}

/**
 * The node of what a value is compared with.
 *
 * @throws {TypeError} It is a condition: SuiteQL knows no truth values.
 */
export function comparedNode(of: ExpressionNode, place: string): ExpressionNode {
  if (!isTruthValue(of)) return of;
  throw misplacedCondition(place);
}

/** Whether an expression is a condition, whose value SuiteQL has no type for. Raw text may be either. */
export function isTruthValue(of: ExpressionNode): boolean {
  return of.type !== 'raw' && CONDITIONS.has(of.type);
}

/** The error for a condition where a value is called for. */
export function misplacedCondition(place: string): TypeError {
  return new TypeError(`${place}: a condition cannot stand here. Give a value, a column or an expression.`);
}

const NO_TEXT = /[\0\p{Surrogate}]/u;

function comparison<S extends string>(
  operator: ComparisonOperator,
  left: Expression<unknown, string>,
  right: unknown,
): Condition<S> {
  const of = isExpression(left) ? left[node] : nodeOf(left, `The left side of ${operator}`);
  const other = operandNode(right, of);
  checkComparable(of, other, operator);
  return condition({ type: 'comparison', operator, left: of, right: other });
}

function checkComparable(left: ExpressionNode, right: ExpressionNode, operator: string): void {
  const [one, other] = [knownKind(left), knownKind(right)];
  if (isComparable(one, other)) return;
  throw new TypeError(
    `${titleOf(left)} ${operator} ${titleOf(right)} compares ${one} with ${other}. Convert one side, say with fn.convert.toDate or toChar.`,
  );
}

function titleOf(of: ExpressionNode): string {
  if (of.type === 'column') return `${of.source}.${of.column}`;
  return of.type === 'call' ? `${of.name}(…)` : 'an expression';
}

function membership<S extends string>(
  operand: ExpressionNode,
  values: readonly unknown[],
  negated: boolean,
): Condition<S> {
  if (!Array.isArray(values)) {
    throw new TypeError(
      `${negated ? 'notInArray()' : 'inArray()'}: ${showValue(values)} is not an array of values.`,
    );
  }
  return condition({
    type: 'membership',
    operand,
    values: Array.from(values, (value) => operandNode(value, operand)),
    negated,
  });
}

function pattern<S extends string>(operand: ExpressionNode, text: string): Condition<S> {
  return condition(patternNode(operand, text, false));
}

function operandNode(value: unknown, beside: ExpressionNode): ExpressionNode {
  if (!isExpression(value)) return parameterNode(value, kindOf(beside), titleOf(beside));
  const of = value[node];
  if (isTruthValue(of)) throw misplacedCondition(titleOf(beside));
  return of;
}

function operandNodes(operands: readonly unknown[], place: string): ExpressionNode[] {
  return operands.map((operand, index) =>
    isCondition(operand) ? operand[node] : conditionNode(operand, `${place}: argument ${index + 1}`),
  );
}
