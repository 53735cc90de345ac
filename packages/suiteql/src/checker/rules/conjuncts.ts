import type { Expression } from '../../ast.js';

/** The conditions that all must hold. */
export function conjunctsOf(condition: Expression | null): readonly Expression[] {
  if (condition === null) return [];
  if (condition.kind !== 'logical' || condition.operator !== 'and') return [condition];
  return condition.operands.flatMap(conjunctsOf);
}
