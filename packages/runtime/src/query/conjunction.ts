import type { ExpressionNode } from './nodes.js';

/** That all of the conditions hold; one alone stands for itself. */
export function conjunction(conditions: readonly ExpressionNode[]): ExpressionNode {
  const [only] = conditions;
  return only !== undefined && conditions.length === 1
    ? only
    : { type: 'logical', operator: 'AND', operands: conditions };
}
