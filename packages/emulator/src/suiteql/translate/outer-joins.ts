import type { Expression } from '@suitewright/suiteql';
import { findInBlock } from './find-in-block.js';

/** WHERE, parted into the joins that `(+)` makes and the rest. */
export interface OuterJoins {
  readonly joins: readonly Expression[];
  readonly where: Expression | null;
}

export function splitOuterJoins(where: Expression | null): OuterJoins {
  if (where === null || !isMarked(where)) return { joins: [], where };
  const operands = where.kind === 'logical' && where.operator === 'and' ? where.operands : [where];
  return {
    joins: operands.filter(isMarked),
    where: allOf(
      operands.filter((operand) => !isMarked(operand)),
      where,
    ),
  };
}

/** The operands joined by AND, in the place of the expression that they come from. */
export function allOf(operands: readonly Expression[], place: Expression): Expression | null {
  const [first] = operands;
  if (first === undefined) return null;
  if (operands.length === 1) return first;
  return { kind: 'logical', operator: 'and', operands, start: place.start, end: place.end };
}

function isMarked(expression: Expression): boolean {
  return findInBlock(expression, (node) => node.kind === 'column' && node.outer);
}
