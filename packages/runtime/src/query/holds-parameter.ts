import { findWithin } from './children.js';
import type { ExpressionNode } from './nodes.js';

/** Whether a `?` stands in an expression; queries in parentheses aside. */
export function holdsParameter(of: ExpressionNode): boolean {
  return findWithin(of, ({ type }) => type === 'parameter') !== undefined;
}
