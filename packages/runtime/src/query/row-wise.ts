import { findWithin } from './children.js';
import type { ExpressionNode } from './nodes.js';

/** Functions that look at one row. What is not listed may look at several, as aggregates do. */
const rowFunctions: ReadonlySet<string> = new Set([
  ...['UPPER', 'LOWER', 'INITCAP', 'LTRIM', 'RTRIM', 'LPAD', 'RPAD', 'SUBSTR', 'LENGTH', 'INSTR', 'SOUNDEX'],
  ...['REPLACE', 'TRANSLATE', 'CONCAT', 'REGEXP_SUBSTR', 'REGEXP_REPLACE', 'REGEXP_INSTR', 'ASCII', 'CHR'],
  ...['NVL', 'NVL2', 'COALESCE', 'NULLIF', 'DECODE', 'GREATEST', 'LEAST'],
  ...[
    'ABS',
    'ROUND',
    'TRUNC',
    'CEIL',
    'FLOOR',
    'MOD',
    'REMAINDER',
    'POWER',
    'SQRT',
    'SIGN',
    'EXP',
    'LN',
    'LOG',
  ],
  ...['TO_CHAR', 'TO_DATE', 'TO_TIMESTAMP', 'TO_NUMBER', 'TO_CLOB'],
  ...['ADD_MONTHS', 'MONTHS_BETWEEN', 'LAST_DAY', 'NEXT_DAY'],
  ...['BUILTIN.DF', 'BUILTIN.CF', 'BUILTIN.CURRENCY', 'BUILTIN.CURRENCY_CONVERT', 'BUILTIN.CONSOLIDATE'],
  ...[
    'BUILTIN.HIERARCHY',
    'BUILTIN.MNFILTER',
    'BUILTIN.NAMED_GROUP',
    'BUILTIN.PERIOD',
    'BUILTIN.RELATIVE_RANGES',
  ],
]);

/** Whether an expression's value comes from its own row alone, so that it is the same in any part of the result. */
export function isRowWise(of: ExpressionNode): boolean {
  return findWithin(of, looksFurther) === undefined;
}

/** Whether an expression, its operands aside, may look at other rows of the result. */
function looksFurther(of: ExpressionNode): boolean {
  switch (of.type) {
    case 'raw':
    case 'count all':
    case 'window':
    case 'grouping':
      return true;
    case 'call':
      return of.distinct || !rowFunctions.has(of.name);
    default:
      // A query in parentheses sees the row and the account, whatever part of the result is asked for.
      return false;
  }
}
