import type { Expression } from '../../ast.js';
import type { CheckState } from '../state.js';

/** `a.id = 5`, `a.id = outer.id`: one row of a table. */
export function asksForKey(state: CheckState, condition: Expression): boolean {
  if (condition.kind !== 'comparison' || condition.operator !== '=') return false;
  const [left, right] = [condition.left, condition.right].map((side) => state.columns.get(side));
  if (left?.source != null && left.source === right?.source) return false;
  return [left, right].some((binding) => {
    const origin = binding?.column.origin;
    return origin != null && state.catalog.table(origin.table)?.primaryKey === origin.column;
  });
}
