import { children } from './children.js';
import type { ExpressionNode } from './nodes.js';

/** Whether two expressions are written the same; those with a query in parentheses only if they are one object. */
export function isSameExpression(one: ExpressionNode, other: ExpressionNode): boolean {
  const waiting = [{ one, other }];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (pair.one === pair.other) continue;
    if (!haveSameHead(pair.one, pair.other)) return false;
    const [left, right] = [children(pair.one), children(pair.other)];
    if (left.length !== right.length) return false;
    for (const [index, each] of left.entries()) {
      waiting.push({ one: each, other: right[index] as ExpressionNode });
    }
  }
  return true;
}

function haveSameHead(one: ExpressionNode, other: ExpressionNode): boolean {
  if (one.type !== other.type || !HEADS.has(one.type)) return false;
  // Of an object, such as a decimal of the user's, only itself is known to be the same.
  if (one.type === 'parameter' && other.type === 'parameter' && typeof one.value === 'object')
    return one.value === other.value;
  return headOf(one) === headOf(other);
}

/** Expressions that are their head and their children. */
const HEADS: ReadonlySet<ExpressionNode['type']> = new Set([
  ...(['column', 'parameter', 'literal', 'null', 'count all', 'call', 'operation', 'extract'] as const),
  ...(['comparison', 'logical', 'not', 'null test', 'membership', 'pattern', 'range'] as const),
]);

/** What tells an expression from another with the same children. */
function headOf(of: ExpressionNode): string {
  switch (of.type) {
    case 'column':
      return `${of.source}.${of.column}`;
    case 'parameter':
    case 'literal':
      return `${typeof of.value} ${String(of.value)} ${of.kind}`;
    case 'call':
      return `${of.name} ${of.distinct}`;
    case 'operation':
    case 'comparison':
    case 'logical':
      return of.operator;
    case 'extract':
      return of.unit;
    case 'null test':
    case 'membership':
      return String(of.negated);
    default:
      return '';
  }
}
