import type { Node, OrderItem, Select } from '../ast.js';
import { childrenOf } from '../walk.js';
import { hasKey, keyOf } from './expression-key.js';
import { type CheckState, reportError } from './state.js';

/**
 * Checks that a SELECT DISTINCT is sorted by what it selects: a row that stands for several has no other
 * values.
 *
 * @see "SELECT", Oracle Database SQL Language Reference: ORDER BY with DISTINCT; ORA-01791
 */
export function checkDistinctOrder(state: CheckState, select: Select, orderBy: readonly OrderItem[]): void {
  if (!select.distinct || orderBy.length === 0) return;
  const selected = new Set<string>();
  for (const column of select.columns) {
    // A star selects columns that nobody may be able to list.
    if (column.kind === 'star') return;
    selected.add(keyOf(state, column.expression));
  }
  for (const { expression } of orderBy) checkNode(state, expression, selected);
}

function checkNode(state: CheckState, node: Node, selected: ReadonlySet<string>): void {
  if (node.kind === 'query' || node.kind === 'identifier') return;
  if (node.kind === 'column') {
    const binding = state.columns.get(node);
    // A column of a query outside, an alias, or one that nobody knows.
    if (binding === undefined || binding.source === null || binding.depth > 0) return;
    if (selected.has(keyOf(state, node))) return;
    reportError(state, {
      code: 'order-not-selected',
      at: node,
      message: `“${node.name.text}” is not selected, and SELECT DISTINCT can only be sorted by what it selects.`,
      hint: 'Select it too, or group by what is selected and sort by MAX of it.',
    });
    return;
  }
  if (hasKey(node) && selected.has(keyOf(state, node))) return;
  for (const child of childrenOf(node)) checkNode(state, child, selected);
}
