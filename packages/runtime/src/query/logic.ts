import type { ExpressionNode, LogicalNode } from './nodes.js';

/*
 * What is left out of a filter, for models and the query builder alike: an absent condition stands for "nothing asked".
 * A group in which nothing is left is absent too, so that NOT of nothing asks for nothing. OR is the exception: given
 * without a branch that asks for something, it matches no row, because "one of these" of an empty list is none.
 */

/** That all of the conditions hold. Absent where none of them is there. */
export function allOf(conditions: readonly ExpressionNode[]): ExpressionNode {
  return combined('AND', conditions);
}

/** That at least one of the conditions holds; false where none of them is there. */
export function anyOf(conditions: readonly ExpressionNode[]): ExpressionNode {
  return combined('OR', conditions);
}

/** That a condition does not hold. Of an absent one: absent. */
export function negation(of: ExpressionNode): ExpressionNode {
  return isAbsent(of) ? of : { type: 'not', operand: of };
}

/**
 * No condition.
 *
 * @param undefinedAt Where an `undefined` was given in its place.
 */
export function absent(undefinedAt?: string): LogicalNode {
  return {
    type: 'logical',
    operator: 'AND',
    operands: [],
    ...(undefinedAt !== undefined && { undefinedAt }),
  };
}

/** That rows match whatever they hold, for a condition that was given and is always true. */
export const ALWAYS: ExpressionNode = {
  type: 'comparison',
  operator: '=',
  left: { type: 'literal', value: 1, kind: 'int' },
  right: { type: 'literal', value: 1, kind: 'int' },
};

function isAbsent(of: ExpressionNode): of is LogicalNode {
  return of.type === 'logical' && of.operator === 'AND' && of.operands.length === 0;
}

function combined(operator: LogicalNode['operator'], conditions: readonly ExpressionNode[]): ExpressionNode {
  const operands: ExpressionNode[] = [];
  let undefinedAt: string | undefined;
  for (const each of conditions) {
    if (isAbsent(each)) undefinedAt ??= each.undefinedAt;
    else operands.push(each);
  }
  if (undefinedAt !== undefined) return { type: 'logical', operator, operands, undefinedAt };
  const [only] = operands;
  return only !== undefined && operands.length === 1 ? only : { type: 'logical', operator, operands };
}

/**
 * The operands of AND or OR with those of the same operator within them in their place. Without recursion: a program
 * that folds a list into OR, one condition at a time, makes a tree as deep as the list is long.
 */
export function flatOperands(
  operator: LogicalNode['operator'],
  operands: readonly ExpressionNode[],
): readonly ExpressionNode[] {
  if (!operands.some(({ type }) => type === 'logical')) return operands;
  const flat: ExpressionNode[] = [];
  const waiting = [...operands].reverse();
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.type === 'logical' && (each.operator === operator || each.operands.length === 1)) {
      for (let index = each.operands.length - 1; index >= 0; index--) {
        waiting.push(each.operands[index] as ExpressionNode);
      }
    } else {
      flat.push(each);
    }
  }
  return flat;
}

/** Where an `undefined` was given in place of a condition, anywhere in a statement; null where none was. */
export function undefinedIn(statement: unknown): string | null {
  const waiting: unknown[] = [statement];
  while (waiting.length > 0) {
    const part = waiting.pop();
    // The value of a parameter may be an object of the user's own.
    if (typeof part !== 'object' || part === null || ('type' in part && part.type === 'parameter')) continue;
    if ('undefinedAt' in part && typeof part.undefinedAt === 'string') return part.undefinedAt;
    for (const each of Object.values(part)) waiting.push(each);
  }
  return null;
}
