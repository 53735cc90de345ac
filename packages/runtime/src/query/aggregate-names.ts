import { children, findWithin } from './children.js';
import type { ExpressionNode } from './nodes.js';

/** Functions over a group of rows. */
const AGGREGATES: ReadonlySet<string> = new Set([
  ...['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'MEDIAN', 'APPROX_COUNT_DISTINCT'],
  ...['CORR', 'CORR_K', 'CORR_S', 'COVAR_POP', 'COVAR_SAMP', 'STDDEV', 'VARIANCE', 'GROUPING', 'GROUPING_ID'],
]);

/** Whether an expression is an aggregate itself. */
export function isAggregate(of: ExpressionNode): boolean {
  if (of.type === 'raw') return of.isAggregate === true;
  return of.type === 'count all' || (of.type === 'call' && AGGREGATES.has(of.name));
}

/** Whether an aggregate over the rows of the statement stands in an expression. With OVER it looks at a window instead. */
export function holdsAggregate(of: ExpressionNode): boolean {
  return findWithin(of, isAggregate, insideCall) !== undefined;
}

/** Whether an aggregate or a window function occurs in an expression. */
export function holdsAggregateOrWindow(of: ExpressionNode): boolean {
  return findWithin(of, (each) => isAggregate(each) || isWindow(each)) !== undefined;
}

function insideCall(of: ExpressionNode): readonly ExpressionNode[] {
  return children(of.type === 'window' ? of.call : of);
}

function isWindow({ type }: ExpressionNode): boolean {
  return type === 'window';
}
