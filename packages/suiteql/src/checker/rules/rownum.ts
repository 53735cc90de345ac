import type { ComparisonOperator, Expression, Select } from '../../ast.js';
import { walk } from '../../walk.js';
import { literalNumber } from '../numbers.js';
import { type CheckState, reportWarning } from '../state.js';
import { conjunctsOf } from './conjuncts.js';

/**
 * Warns of ROWNUM where it counts other rows than one may think: it numbers rows as they are taken, before they are grouped,
 * and none is taken as the second before there is a first.
 *
 * @see "ROWNUM Pseudocolumn", Oracle Database 19c SQL Language Reference
 */
export function checkRownum(state: CheckState, select: Select): void {
  for (const condition of conjunctsOf(select.where)) {
    const at = findRownum(condition);
    if (at === null) continue;
    if (neverHolds(condition)) {
      reportWarning(state, {
        code: 'rownum-never',
        at: condition,
        message:
          'No row meets this: ROWNUM counts the rows that are taken, and a row that is not taken is never the first.',
        hint: 'Select ROWNUM AS rn in a subquery in FROM and compare rn outside, or write OFFSET n ROWS FETCH NEXT m ROWS ONLY.',
      });
    } else if (state.grouped.has(select)) {
      reportWarning(state, {
        code: 'rownum-with-group',
        at,
        message: 'ROWNUM is counted before rows are grouped: only some rows go into the groups.',
        hint: 'Group in a subquery in FROM and count outside, or write FETCH FIRST n ROWS ONLY behind ORDER BY.',
      });
    }
  }
}

function findRownum(condition: Expression): Expression | null {
  let found: Expression | null = null;
  walk(condition, (node) => {
    if (node.kind === 'query') return false;
    if (isRownum(node)) found ??= node as Expression;
    return found === null;
  });
  return found;
}

function isRownum(node: { readonly kind: string; readonly name?: unknown }): boolean {
  return node.kind === 'pseudo-column' && node.name === 'rownum';
}

function neverHolds(condition: Expression): boolean {
  switch (condition.kind) {
    case 'comparison': {
      const { left, right, operator } = condition;
      if (isRownum(left)) return isImpossible(operator, literalNumber(right));
      return isRownum(right) && isImpossible(FLIPPED[operator], literalNumber(left));
    }
    case 'between': {
      if (!isRownum(condition.operand)) return false;
      const [low, high] = [literalNumber(condition.low), literalNumber(condition.high)];
      if (condition.negated) return low !== null && high !== null && low <= 1 && high >= 1;
      return isImpossible('>=', low) || isImpossible('<=', high);
    }
    case 'in': {
      const { operand, negated, source } = condition;
      if (!isRownum(operand) || source.kind !== 'list') return false;
      const values = source.items.map(literalNumber);
      return negated ? values.includes(1) : values.every((value) => isImpossible('=', value));
    }
    case 'not': {
      const { operand } = condition;
      switch (operand.kind) {
        case 'comparison':
          return neverHolds({ ...operand, operator: NEGATED[operand.operator] });
        case 'between':
        case 'in':
          return neverHolds({ ...operand, negated: !operand.negated });
        default:
          return false;
      }
    }
    default:
      return false;
  }
}

const FLIPPED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const NEGATED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** Whether no first row meets `ROWNUM operator value`. */
function isImpossible(operator: ComparisonOperator, value: number | null): boolean {
  if (value === null) return false;
  switch (operator) {
    case '=':
      return value !== 1;
    case '<>':
      return value === 1;
    case '<':
      return value <= 1;
    case '<=':
      return value < 1;
    case '>':
      return value >= 1;
    case '>=':
      return value > 1;
  }
}
