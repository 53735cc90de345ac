import type { ExpressionNode } from './nodes.js';

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
      return of.operands;
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
      return [];
  }
}

function present(of: ExpressionNode | null): readonly ExpressionNode[] {
  return of === null ? [] : [of];
}
