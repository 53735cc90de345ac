import { checkOptions } from '../../check-options.js';
import type { Decimal } from '../../values.js';
import { type Condition, type Expression, expression, nodeOf } from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { ExpressionNode, ValueKind } from '../nodes.js';
import { type Order, orderNode } from '../order.js';
import { directionText } from '../print-expression.js';
import { callNode, textNode } from './call.js';
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
  return expression(callNode('COUNT', 'int', [onlyWhere(one, condition, 'int', 'countIf()')]));
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

/** How `listagg` makes its text. */
export interface ListOptions<Source extends string> extends AggregateOptions<Source> {
  /** The order of the values in the text. Default: by the values themselves. */
  readonly orderBy?: ListOrder<Source> | readonly ListOrder<Source>[];
}

type ListOrder<Source extends string> = Order<Source> | Expression<unknown, Source>;

/**
 * `LISTAGG(value, separator) WITHIN GROUP (ORDER BY …)`: the values of a group as one text; NULL is left out.
 *
 * NetSuite's documentation lists LISTAGG as unsupported. People use it all the same, so try it on your account before
 * you rely on it. Oracle's limit of 4,000 bytes for the text makes longer ones fail.
 *
 * @param separator Stands between the values. Default: nothing.
 * @see Oracle NetSuite help, "SuiteQL Supported and Unsupported Functions" (section_158513731864)
 */
export function listagg<S extends string>(
  of: Expression<unknown, S>,
  separator = '',
  options: ListOptions<S> = {},
): Expression<string | null, S> {
  // Assumed: LISTAGG works as in Oracle, as published queries use it, although NetSuite lists it as unsupported.
  checkOptions(options, { place: 'LISTAGG', known: { ...aggregateOptions, orderBy: null } });
  const { distinct = false, where, orderBy } = options;
  const operand = nodeOf(of, 'LISTAGG');
  const value = where === undefined ? operand : onlyWhere(operand, where, kindOf(operand));
  const keys = orderBy === undefined ? [of] : Array.isArray(orderBy) ? orderBy : [orderBy];
  const order = keys.flatMap((key: ListOrder<string>, index): (string | ExpressionNode)[] => {
    const keyNode = orderNode(key, 'LISTAGG: orderBy');
    return [index === 0 ? '' : ', ', keyNode.expression, directionText(keyNode)];
  });
  const list = [
    distinct ? 'LISTAGG(DISTINCT ' : 'LISTAGG(',
    value,
    ', ',
    textNode(separator, 'LISTAGG: separator'),
  ];
  return expression({
    type: 'raw',
    parts: [...list, ') WITHIN GROUP (ORDER BY ', ...order, ')'],
    kind: 'text',
    isAggregate: true,
  });
}

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
  return expression(
    callNode(name, 'num', [nodeOf(one, `${name}: argument 1`), nodeOf(other, `${name}: argument 2`)]),
  );
}

const aggregateOptions = { distinct: null, where: null };

/** @param kind Null: that of what it runs over. */
function aggregate<Value, S extends string>(
  name: string,
  of: Expression<unknown, S>,
  kind: ValueKind | null,
  options: AggregateOptions<string> = {},
): Expression<Value, S> {
  checkOptions(options, { place: name, known: aggregateOptions });
  const { distinct = false, where } = options;
  const operand = nodeOf(of, name);
  const value = where === undefined ? operand : onlyWhere(operand, where, kindOf(operand));
  return expression({ ...callNode(name, kind ?? kindOf(operand), [value]), distinct });
}

/** NULL where the condition does not hold: aggregates look past it. */
function onlyWhere(
  result: ExpressionNode,
  condition: Condition<string>,
  kind: ValueKind,
  place = 'where',
): ExpressionNode {
  return {
    type: 'case',
    operand: null,
    branches: [{ when: nodeOf(condition, place), result }],
    otherwise: null,
    kind,
  };
}
