import type { ExpressionNode } from './nodes.js';

/** Functions that look at one row. What is not listed may look at several, as aggregates do. */
const rowFunctions: ReadonlySet<string> = new Set([
  ...['UPPER', 'LOWER', 'INITCAP', 'TRIM', 'LTRIM', 'RTRIM', 'LPAD', 'RPAD', 'SUBSTR', 'LENGTH', 'INSTR'],
  ...['REPLACE', 'TRANSLATE', 'CONCAT', 'NVL', 'NVL2', 'COALESCE', 'NULLIF', 'DECODE', 'GREATEST', 'LEAST'],
  ...['ABS', 'ROUND', 'TRUNC', 'CEIL', 'FLOOR', 'MOD', 'POWER', 'SIGN', 'TO_CHAR', 'TO_DATE', 'TO_NUMBER'],
  ...['ADD_MONTHS', 'MONTHS_BETWEEN', 'LAST_DAY', 'BUILTIN.DF', 'BUILTIN.CF', 'BUILTIN.CURRENCY'],
]);

/** Whether an expression's value comes from its own row alone, so that it is the same in any part of the result. */
export function isRowWise(of: ExpressionNode): boolean {
  switch (of.type) {
    case 'column':
    case 'parameter':
    case 'null':
      return true;
    case 'call':
      return !of.distinct && rowFunctions.has(of.name) && of.arguments.every(isRowWise);
    case 'comparison':
      return isRowWise(of.left) && isRowWise(of.right);
    case 'logical':
      return of.operands.every(isRowWise);
    case 'not':
    case 'null test':
      return isRowWise(of.operand);
    case 'membership':
      return isRowWise(of.operand) && of.values.every(isRowWise);
    case 'pattern':
      return isRowWise(of.operand) && isRowWise(of.pattern);
    case 'range':
      return isRowWise(of.operand) && isRowWise(of.low) && isRowWise(of.high);
    // What a subquery counts or finds does not depend on the part of the result that its row stands in.
    case 'exists':
    case 'subquery':
      return true;
    default:
      return false;
  }
}
