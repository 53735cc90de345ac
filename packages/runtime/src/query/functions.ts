import { type Expression, expression, node } from './expression.js';
import { kindOf } from './kind-of.js';
import type { ExpressionNode, ValueKind } from './nodes.js';

/** `COUNT(*)`, or the number of rows in which the expression is not NULL. */
export function count<S extends string = never>(of?: Expression<unknown, S>): Expression<number, never> {
  if (of === undefined) return expression({ type: 'count all' });
  return call('COUNT', [of[node]], 'int');
}

/** The number of different values; NULL is none. */
export function countDistinct<S extends string>(of: Expression<unknown, S>): Expression<number, never> {
  return expression({ type: 'call', name: 'COUNT', distinct: true, arguments: [of[node]], kind: 'int' });
}

/** The sum; null over no rows. */
export function sum<Value, S extends string>(
  of: Expression<Value, S>,
): Expression<NonNullable<Value> | null, S> {
  return call('SUM', [of[node]], kindOf(of[node]));
}

/** The mean of the values that are not NULL; null over no rows. */
export function avg<Value, S extends string>(
  of: Expression<Value, S>,
): Expression<NonNullable<Value> | null, S> {
  return call('AVG', [of[node]], 'num');
}

/** The smallest value; null over no rows. */
export function min<Value, S extends string>(
  of: Expression<Value, S>,
): Expression<NonNullable<Value> | null, S> {
  return call('MIN', [of[node]], kindOf(of[node]));
}

/** The greatest value; null over no rows. */
export function max<Value, S extends string>(
  of: Expression<Value, S>,
): Expression<NonNullable<Value> | null, S> {
  return call('MAX', [of[node]], kindOf(of[node]));
}

/** The text in capitals. */
export function upper<S extends string>(of: Expression<string | null, S>): Expression<string | null, S> {
  return call('UPPER', [of[node]], 'text');
}

/** The text in small letters. */
export function lower<S extends string>(of: Expression<string | null, S>): Expression<string | null, S> {
  return call('LOWER', [of[node]], 'text');
}

/** The name that the user interface shows for a reference or a list value: `BUILTIN.DF`. */
export function display<S extends string>(of: Expression<unknown, S>): Expression<string | null, S> {
  return call('BUILTIN.DF', [of[node]], 'text');
}

function call<Value, S extends string>(
  name: string,
  args: readonly ExpressionNode[],
  kind: ValueKind,
): Expression<Value, S> {
  return expression({ type: 'call', name, distinct: false, arguments: args, kind });
}
