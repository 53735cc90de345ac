import type { Decimal } from '../../values.js';
import { type Condition, type Expression, expression, nodeOf } from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { ExpressionNode, ValueKind } from '../nodes.js';
import { callNode, checkedOptions } from './call.js';
import type { Numeric } from './number.js';

/** Which rows an aggregate looks at. */
export interface AggregateOptions<Source extends string> {
  /** Equal values once only. Default false. */
  readonly distinct?: boolean;
  /** Only rows for which it holds: written as CASE. Default: all rows. */
  readonly where?: Condition<Source>;
}

/** `COUNT(*)`, or the number of rows in which the expression is not NULL. */
export function count<S extends string = never>(of?: Expression<unknown, S>): Expression<number, S, never> {
  if (of === undefined) return expression({ type: 'count all' });
  return expression(callNode('COUNT', 'int', [nodeOf(of, 'COUNT')]));
}

/** The number of different values; NULL is none. */
export function countDistinct<S extends string>(of: Expression<unknown, S>): Expression<number, S, never> {
  return expression({ ...callNode('COUNT', 'int', [nodeOf(of, 'COUNT')]), distinct: true });
}

/** The number of rows for which a condition holds: `COUNT(CASE WHEN … THEN 1 END)`. */
export function countIf<S extends string>(condition: Condition<S>): Expression<number, S, never> {
  const one: ExpressionNode = { type: 'literal', value: 1, kind: 'int' };
  return expression(callNode('COUNT', 'int', [onlyWhere(one, condition, 'int')]));
}

/** The sum; null over no rows. */
export function sum<V extends Numeric | null, S extends string>(
  of: Expression<V, S>,
  options?: AggregateOptions<S>,
): Expression<NonNullable<V> | null, S> {
  return aggregate('SUM', of, null, options);
}

/** The mean of the values that are not NULL; null over no rows. */
export function avg<V extends Numeric | null, S extends string>(
  of: Expression<V, S>,
  options?: AggregateOptions<S>,
): Expression<Decimal | null, S> {
  return aggregate('AVG', of, 'num', options);
}

/** The smallest value; null over no rows. */
export function min<V, S extends string>(
  of: Expression<V, S>,
  options?: AggregateOptions<S>,
): Expression<NonNullable<V> | null, S> {
  return aggregate('MIN', of, null, options);
}

/** The greatest value; null over no rows. */
export function max<V, S extends string>(
  of: Expression<V, S>,
  options?: AggregateOptions<S>,
): Expression<NonNullable<V> | null, S> {
  return aggregate('MAX', of, null, options);
}

/** `MEDIAN`: the value in the middle; null over no rows. */
export function median<V extends Numeric | null, S extends string>(
  of: Expression<V, S>,
  options?: AggregateOptions<S>,
): Expression<Decimal | null, S> {
  return aggregate('MEDIAN', of, 'num', options);
}

/** `APPROX_COUNT_DISTINCT`: about how many different values there are. */
export function approxCountDistinct<S extends string>(
  of: Expression<unknown, S>,
): Expression<number, S, never> {
  return expression(callNode('APPROX_COUNT_DISTINCT', 'int', [nodeOf(of, 'APPROX_COUNT_DISTINCT')]));
}

/** `CORR`: Pearson's correlation. */
export const corr: PairAggregate = (one, other) => pair('CORR', one, other);

/** `CORR_K`: Kendall's rank correlation. */
export const corrK: PairAggregate = (one, other) => pair('CORR_K', one, other);

/** `CORR_S`: Spearman's rank correlation. */
export const corrS: PairAggregate = (one, other) => pair('CORR_S', one, other);

/** `COVAR_POP`: the covariance of a population. */
export const covarPop: PairAggregate = (one, other) => pair('COVAR_POP', one, other);

/** `COVAR_SAMP`: the covariance of a sample. */
export const covarSamp: PairAggregate = (one, other) => pair('COVAR_SAMP', one, other);

/** `GROUPING`: 1 in the rows of `groupByRollup` and `groupByCube` that sum the expression up, otherwise 0. */
export function grouping<S extends string>(of: Expression<unknown, S>): Expression<number, S, never> {
  return expression(callNode('GROUPING', 'int', [nodeOf(of, 'GROUPING')]));
}

type PairAggregate = <S extends string>(
  one: Expression<Numeric | null, S>,
  other: Expression<Numeric | null, S>,
) => Expression<Decimal | null, S>;

function pair<S extends string>(
  name: string,
  one: Expression<unknown, S>,
  other: Expression<unknown, S>,
): Expression<Decimal | null, S> {
  return expression(callNode(name, 'num', [nodeOf(one, name), nodeOf(other, name)]));
}

/** @param kind Null: that of what it runs over. */
function aggregate<Value, S extends string>(
  name: string,
  of: Expression<unknown, S>,
  kind: ValueKind | null,
  options: AggregateOptions<string> = {},
): Expression<Value, S> {
  const { distinct = false, where } = checkedOptions(options, name);
  const operand = nodeOf(of, name);
  const value = where === undefined ? operand : onlyWhere(operand, where, kindOf(operand));
  return expression({ ...callNode(name, kind ?? kindOf(operand), [value]), distinct });
}

/** NULL where the condition does not hold: aggregates look past it. */
function onlyWhere(result: ExpressionNode, condition: Condition<string>, kind: ValueKind): ExpressionNode {
  return {
    type: 'case',
    operand: null,
    branches: [{ when: nodeOf(condition, 'where'), result }],
    otherwise: null,
    kind,
  };
}
