import {
  type Expression,
  expression,
  type Given,
  type NullOf,
  nodeOf,
  type Operand,
  type Wide,
} from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { ExpressionNode, ValueKind } from '../nodes.js';
import { callNode, commonKind, valueNode } from './call.js';
import type { AbsentOf, SourceOf, UnlessAllNull } from './variadic.js';

/** `COALESCE`: the first of the values that is not null. All are of the first one's kind. */
export function coalesce<
  V,
  S extends string,
  A extends string,
  const Rest extends readonly [Operand<Wide<V>, string>, ...Operand<Wide<V>, string>[]],
>(
  first: Expression<V, S, A>,
  ...rest: Rest
): Expression<
  UnlessAllNull<NonNullable<Wide<V>>, Expression<V, S, A> | Rest[number]>,
  S | SourceOf<Rest[number]>,
  AbsentOf<Expression<V, S, A> | Rest[number]>
> {
  const kind = commonKind([first, ...rest]);
  return expression(
    callNode('COALESCE', kind, [nodeOf(first, 'COALESCE'), ...restNodes(rest, 'COALESCE', kind)]),
  );
}

/** `NVL`: a fallback for null. */
export function nvl<V, S extends string, A extends string, const Fallback extends Operand<Wide<V>, string>>(
  of: Expression<V, S, A>,
  fallback: Fallback,
): Expression<
  UnlessAllNull<NonNullable<Wide<V>>, Expression<V, S, A> | Fallback>,
  S | SourceOf<Fallback>,
  AbsentOf<Expression<V, S, A> | Fallback>
> {
  const kind = commonKind([of, fallback]);
  return expression(callNode('NVL', kind, [nodeOf(of, 'NVL'), valueNode(fallback, 'NVL: argument 2', kind)]));
}

/** `NVL2`: one value where the expression is set, another where it is null. */
export function nvl2<V, S extends string, W extends NonNullable<Wide<V>> | null, T extends string>(
  of: Expression<unknown, S>,
  whenSet: Expression<V, T>,
  whenNull: Expression<W, T> | NonNullable<Wide<NoInfer<V>>>,
): Expression<Wide<V> | NullOf<W>, S | T, T> {
  const kind = commonKind([whenSet, whenNull]);
  const operands = [
    nodeOf(of, 'NVL2: argument 1'),
    nodeOf(whenSet, 'NVL2: argument 2'),
    valueNode(whenNull, 'NVL2: argument 3', kind),
  ];
  return expression(callNode('NVL2', kind, operands));
}

/** `NULLIF`: null where it equals the other value. */
export function nullif<V, S extends string>(
  of: Expression<V, S>,
  other: Operand<V, S>,
): Expression<V | null, S> {
  const operand = nodeOf(of, 'NULLIF');
  const kind = kindOf(operand);
  return expression(callNode('NULLIF', kind, [operand, valueNode(other, 'NULLIF: argument 2', kind)]));
}

/**
 * `DECODE`: for each value what stands beside it, otherwise the fallback, which is null by default. `null` among the
 * values stands for NULL.
 *
 * @example decode(order.status, [['A', 'Pending'], ['B', 'Open']], 'Other')
 */
export function decode<V, S extends string, R extends string | number>(
  of: Expression<V, S>,
  choices: readonly (readonly [Operand<V, S> | null, Given<R, S>])[],
  fallback?: Given<R, S>,
): Expression<Widened<R> | null, S, never> {
  const operand = nodeOf(of, 'DECODE');
  if (!Array.isArray(choices) || choices.length === 0 || !choices.every(Array.isArray)) {
    throw new TypeError('decode(): give its choices as pairs, such as [[value, result]].');
  }
  const results = [...choices.map(([, result]) => result), ...(fallback === undefined ? [] : [fallback])];
  const [kind, operandKind] = [commonKind(results), kindOf(operand)];
  return expression(
    callNode('DECODE', kind, [
      operand,
      ...choices.flatMap(([search, result], index) => [
        search === null
          ? ({ type: 'null' } as const)
          : valueNode(search, `decode(): value ${index + 1}`, operandKind),
        valueNode(result, `decode(): result ${index + 1}`, kind),
      ]),
      fallback === undefined ? undefined : valueNode(fallback, 'decode(): fallback', kind),
    ]),
  );
}

type Widened<Value> = Value extends string ? string : number;

/** `GREATEST`: the greatest of the values; null where one is. */
export function greatest<V, S extends string>(
  first: Expression<V, S>,
  ...rest: readonly Operand<Wide<V>, S>[]
): Expression<Wide<V> | null, S> {
  const kind = commonKind([first, ...rest]);
  return expression(
    callNode('GREATEST', kind, [nodeOf(first, 'GREATEST'), ...restNodes(rest, 'GREATEST', kind)]),
  );
}

/** `LEAST`: the smallest of the values; null where one is. */
export function least<V, S extends string>(
  first: Expression<V, S>,
  ...rest: readonly Operand<Wide<V>, S>[]
): Expression<Wide<V> | null, S> {
  const kind = commonKind([first, ...rest]);
  return expression(callNode('LEAST', kind, [nodeOf(first, 'LEAST'), ...restNodes(rest, 'LEAST', kind)]));
}

function restNodes(rest: readonly unknown[], name: string, kind: ValueKind): ExpressionNode[] {
  return rest.map((each, index) => valueNode(each, `${name}: argument ${index + 2}`, kind));
}
