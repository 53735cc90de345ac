import type { ColumnReference, Expression, Select } from '../../ast.js';
import { walk } from '../../walk.js';
import { type CheckState, reportError } from '../state.js';

/**
 * Refuses `(+)` where the condition of an outer join cannot stand.
 *
 * @see "Outer Joins", Oracle Database 19c SQL Language Reference; ORA-01719
 */
export function checkOuterMarkers(state: CheckState, { where }: Select): void {
  if (where === null) return;
  walk(where, (node) => {
    if (node.kind === 'query') return false;
    const isOr = node.kind === 'logical' && node.operator === 'or';
    const isList = node.kind === 'in' && node.source.kind === 'list' && node.source.items.length > 1;
    if (!isOr && !isList) return true;
    const marked = findMarked(isList ? node.operand : node);
    if (marked === null) return true;
    reportError(state, {
      code: 'outer-join-condition',
      at: marked,
      message: `(+) cannot stand in an operand of ${isOr ? 'OR' : 'IN'} (ORA-01719).`,
      hint: 'Write LEFT JOIN … ON with the whole condition.',
    });
    return false;
  });
}

function findMarked(condition: Expression): ColumnReference | null {
  let found: ColumnReference | null = null;
  walk(condition, (node) => {
    if (node.kind === 'query') return false;
    if (node.kind === 'column' && node.outer) found ??= node;
    return found === null;
  });
  return found;
}
