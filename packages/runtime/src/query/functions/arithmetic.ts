import type { Decimal } from '../../values.js';
import { type Expression, expression, type NullOf } from '../expression.js';
import { isComparable, knownKind } from '../kind-of.js';
import type { Operator } from '../nodes.js';
import { valueNode } from './call.js';
import type { Numeric } from './number.js';

/** A number in arithmetic: an expression or a plain number. */
type Term<V, S extends string, A extends string> = Expression<V, S, A> | Numeric;

type NumericOrNull = Numeric | null;

/** A function of two numbers that is null where one of them is. */
type Arithmetic = <
  L extends NumericOrNull = never,
  LS extends string = never,
  LA extends string = never,
  R extends NumericOrNull = never,
  RS extends string = never,
  RA extends string = never,
>(
  left: Term<L, LS, LA>,
  right: Term<R, RS, RA>,
) => Expression<Decimal | NullOf<L | R>, LS | RS, LA | RA>;

/** `left + right`. */
export const add: Arithmetic = (left, right) => operation('add()', '+', left, right);

/** `left - right`. */
export const subtract: Arithmetic = (left, right) => operation('subtract()', '-', left, right);

/** `left * right`. */
export const multiply: Arithmetic = (left, right) => operation('multiply()', '*', left, right);

/** `left / right`, with decimal places also of whole numbers. By zero the statement fails; see `fn.choice.nullif`. */
export const divide: Arithmetic = (left, right) => operation('divide()', '/', left, right);

function operation<Value, Source extends string, Absent extends string>(
  name: string,
  operator: Operator,
  left: unknown,
  right: unknown,
): Expression<Value, Source, Absent> {
  const nodes = {
    left: valueNode(left, `${name}: argument 1`, 'num'),
    right: valueNode(right, `${name}: argument 2`, 'num'),
  };
  for (const kind of [knownKind(nodes.left), knownKind(nodes.right)]) {
    if (isComparable(kind, 'num')) continue;
    throw new TypeError(
      `A ${kind} cannot be used with ${operator}. For days before and behind a date see fn.date.addDays.`,
    );
  }
  return expression({ type: 'operation', operator, ...nodes, kind: 'num' });
}
