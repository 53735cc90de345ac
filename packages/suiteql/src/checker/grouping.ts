import type { Call, GroupingElement, Node, OrderItem, Select } from '../ast.js';
import { functionCatalogue } from '../functions/catalogue.js';
import { childrenOf } from '../walk.js';
import { hasKey, keyOf } from './expression-key.js';
import { type CheckState, reportError } from './state.js';

/**
 * Checks that what a grouped SELECT yields and sorts by has one value per group.
 *
 * @param isNested Whether it aggregates its groups once more, which leaves one row: then nothing is grouped by.
 */
export function checkGrouping(
  state: CheckState,
  select: Select,
  { orderBy, isNested }: { readonly orderBy: readonly OrderItem[]; readonly isNested: boolean },
): void {
  const grouped = new Set<string>();
  if (!isNested) for (const element of select.groupBy) collectKeys(state, element, grouped);
  const check = (node: Node): void => checkNode(state, node, grouped);
  for (const column of select.columns) {
    if (column.kind === 'select-item') check(column.expression);
    else
      reportError(state, {
        code: 'not-grouped',
        at: column,
        message: '* cannot be grouped.',
        hint: 'Name the columns.',
      });
  }
  if (select.having !== null) check(select.having);
  for (const { expression } of orderBy) check(expression);
}

function collectKeys(state: CheckState, element: GroupingElement, keys: Set<string>): void {
  switch (element.kind) {
    case 'row':
    case 'rollup':
    case 'cube':
    case 'grouping-sets':
      for (const item of element.items) collectKeys(state, item, keys);
      break;
    default:
      keys.add(keyOf(state, element));
  }
}

function checkNode(state: CheckState, node: Node, grouped: ReadonlySet<string>): void {
  if (node.kind === 'query' || node.kind === 'identifier') return;
  if (node.kind === 'call' && node.over === null && mayAggregate(node)) return;
  if (node.kind === 'column') {
    const binding = state.columns.get(node);
    // A column of a query outside, an alias, or one that nobody knows.
    if (binding === undefined || binding.source === null || binding.depth > 0) return;
    if (grouped.has(keyOf(state, node))) return;
    reportError(state, {
      code: 'not-grouped',
      at: node,
      message: `“${node.name.text}” is neither in GROUP BY nor inside an aggregate function.`,
      hint: `Add it to GROUP BY, or write MAX(${node.name.text}).`,
    });
    return;
  }
  if (hasKey(node) && grouped.has(keyOf(state, node))) return;
  for (const child of childrenOf(node)) checkNode(state, child, grouped);
}

/** A function that nobody knows may be one, too. */
function mayAggregate({ namespace, name }: Call): boolean {
  if (namespace !== null) return false;
  const definition = functionCatalogue.get(name.text.toUpperCase());
  return definition === undefined || definition.role === 'aggregate';
}
