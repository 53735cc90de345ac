import { flatOperands } from './logic.js';
import type { ExpressionNode } from './nodes.js';

const NONE: readonly ExpressionNode[] = [];

/** The expressions right inside an expression; those of queries in parentheses are not among them. */
export function children(of: ExpressionNode): readonly ExpressionNode[] {
  switch (of.type) {
    case 'call':
      return of.arguments;
    case 'operation':
    case 'comparison':
      return [of.left, of.right];
    case 'case': {
      const branches = of.branches.flatMap(({ when, result }) => [when, result]);
      return [...present(of.operand), ...branches, ...present(of.otherwise)];
    }
    case 'extract':
      return [of.of];
    case 'window':
      return [of.call, ...of.partitionBy, ...of.orderBy.map(({ expression }) => expression)];
    case 'query membership':
    case 'not':
    case 'null test':
      return [of.operand];
    case 'logical':
      return flatOperands(of.operator, of.operands);
    case 'membership':
      return [of.operand, ...of.values];
    case 'pattern':
      return [of.operand, of.pattern];
    case 'range':
      return [of.operand, of.low, of.high];
    case 'grouping':
      return of.of;
    case 'raw':
      return of.parts.filter((part) => typeof part !== 'string');
    default:
      return NONE;
  }
}

/**
 * The first expression that matches, of an expression and those within it. Without recursion: a program may nest them
 * as deep as it likes.
 *
 * @param inside What is within an expression. Default: its children.
 */
export function findWithin(
  of: ExpressionNode,
  matches: (each: ExpressionNode) => boolean,
  inside: (each: ExpressionNode) => readonly ExpressionNode[] = children,
): ExpressionNode | undefined {
  const waiting = [of];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (matches(each)) return each;
    const within = inside(each);
    for (let index = within.length - 1; index >= 0; index--) waiting.push(within[index] as ExpressionNode);
  }
  return undefined;
}

function present(of: ExpressionNode | null): readonly ExpressionNode[] {
  return of === null ? [] : [of];
}
