import { balanced } from './balanced.js';
import type { Equality, Fragment } from './fragment.js';

/** From how many conditions on SQLite is spared the work that grows with the square of their number. */
const longChain = 200;

/** Conditions with AND or OR between them. There may be 100,000. */
export function logicalChain(operands: readonly Fragment[], operator: 'and' | 'or'): string {
  const word = operator === 'and' ? 'AND' : 'OR';
  if (operands.length <= longChain) return balanced(sqlOf(operands), word);
  const parts = mergeEqualities(operands, operator);
  const chain = balanced(parts, word);
  // SQLite compares each constant with all before it, to share registers, and takes each condition apart to find an
  // index, but neither to the left of IN. The value stays the same: 1, 0 or NULL.
  return parts.length <= longChain ? chain : `(${chain} IN (1, 2))`;
}

/** `x = 1 OR x = 2` as `x IN (1, 2)`, `x <> 1 AND x <> 2` as `x NOT IN (1, 2)`. */
function mergeEqualities(operands: readonly Fragment[], operator: 'and' | 'or'): readonly string[] {
  const merged: Equality['operator'] = operator === 'or' ? '=' : '<>';
  const others: Fragment[] = [];
  const valuesByLeft = new Map<string, string[]>();
  for (const operand of operands) {
    const { equality } = operand;
    if (equality?.operator !== merged) {
      others.push(operand);
      continue;
    }
    const values = valuesByLeft.get(equality.left);
    if (values === undefined) valuesByLeft.set(equality.left, [equality.right]);
    else values.push(equality.right);
  }
  const list = operator === 'or' ? 'IN' : 'NOT IN';
  const lists = [...valuesByLeft].map(([left, values]) => `(${left} ${list} (${values.join(', ')}))`);
  return [...lists, ...sqlOf(others)];
}

function sqlOf(fragments: readonly Fragment[]): readonly string[] {
  return fragments.map(({ sql }) => sql);
}
