import { showValue } from '../../show-value.js';
import { parameterNode } from '../conditions.js';
import { type Expression, expression, isExpression, node } from '../expression.js';
import { familyOf, kindOf } from '../kind-of.js';
import type { CallNode, ExpressionNode, ValueKind } from '../nodes.js';

/** The node of a function call; `undefined` arguments at the end are left out. */
export function callNode(
  name: string,
  kind: ValueKind,
  args: readonly (ExpressionNode | undefined)[],
): CallNode {
  const given = args.filter((argument) => argument !== undefined);
  return { type: 'call', name, distinct: false, arguments: given, kind };
}

/**
 * A function call. Plain values become literals: they are settings such as a mask or a number of digits, and GROUP BY
 * must recognize the call.
 *
 * @param args Those that may be left out go through {@link optional}.
 * @throws {TypeError} An argument is undefined, or nothing that may stand there.
 */
export function call<Value, Source extends string, Absent extends string = Source>(
  name: string,
  kind: ValueKind,
  ...args: readonly unknown[]
): Expression<Value, Source, Absent> {
  const nodes = args.map((argument, index) => settingNode(argument, `${name}: argument ${index + 1}`));
  return expression(callNode(name, kind, nodes));
}

/** The last arguments of a function, without those at the end that are left out. */
export function optional(...args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, 1 + args.findLastIndex((argument) => argument !== undefined));
}

/**
 * An expression's node; a plain value as a literal.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is neither.
 */
export function settingNode(of: unknown, place: string): ExpressionNode {
  if (isExpression(of)) return of[node];
  if (typeof of === 'string') return { type: 'literal', value: of, kind: 'text' };
  if (typeof of === 'number' && Number.isFinite(of)) return { type: 'literal', value: of, kind: 'int' };
  throw new TypeError(`${place} is ${showValue(of)}. Give an expression, a string or a finite number.`);
}

/**
 * A text as a literal.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is no text.
 */
export function textNode(of: unknown, place: string): ExpressionNode {
  if (typeof of === 'string') return { type: 'literal', value: of, kind: 'text' };
  throw new TypeError(`${place} is ${showValue(of)}. Give a string.`);
}

/**
 * An expression's node; a plain value as one of the kind, by default of the kind that it looks like. Numbers are written
 * into the text: parameters travel as texts, and COALESCE, CASE and UNION do not mix texts with numbers.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is neither.
 */
export function valueNode(of: unknown, place: string, kind: ValueKind = plainKind(of)): ExpressionNode {
  if (isExpression(of)) return of[node];
  if (of === undefined) throw new TypeError(`${place} is undefined. Give an expression or a value.`);
  const family = familyOf(kind);
  if (typeof of === 'number' && Number.isFinite(of)) return { type: 'literal', value: of, kind };
  if (family === 'id' && typeof of === 'string' && INTEGER.test(of)) {
    return { type: 'literal', value: Number(of), kind };
  }
  const parameter = parameterNode(of, kind, place);
  return family === 'number' ? callNode('TO_NUMBER', kind, [parameter]) : parameter;
}

/** Up to what a number holds exactly. */
const INTEGER = /^-?\d{1,15}$/;

/** Plain numbers are decoded to numbers, whatever decimals are decoded to. */
function plainKind(of: unknown): ValueKind {
  return typeof of === 'number' ? 'int' : typeof of === 'boolean' ? 'bool' : 'text';
}

/** The kind of the first expression among values that are to be of one kind. */
export function commonKind(values: readonly unknown[]): ValueKind {
  let kind: ValueKind | null = null;
  for (const value of values) {
    if (!isExpression(value) || value[node].type === 'null') continue;
    const own = kindOf(value[node]);
    // One decimal makes all of them decimal.
    if (kind === null || (kind === 'int' && own === 'num')) kind = own;
  }
  return kind ?? plainKind(values[0]);
}
