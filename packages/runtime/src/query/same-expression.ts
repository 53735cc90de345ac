import { children } from './children.js';
import type { ExpressionNode } from './nodes.js';

/** Whether two expressions are written the same; those with a query in parentheses only if they are one object. */
export function isSameExpression(one: ExpressionNode, other: ExpressionNode): boolean {
  if (one === other) return true;
  if (one.type !== other.type || !HEADS.has(one.type)) return false;
  const [left, right] = [children(one), children(other)];
  if (left.length !== right.length || headOf(one) !== headOf(other)) return false;
  return left.every((each, index) => isSameExpression(each, right[index] as ExpressionNode));
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
