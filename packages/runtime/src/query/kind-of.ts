import type { ExpressionNode, ValueKind } from './nodes.js';

/** What an expression's value is decoded as. */
export function kindOf(of: ExpressionNode): ValueKind {
  return 'kind' in of ? of.kind : of.type === 'count all' ? 'int' : 'text';
}
