import type { SetOperand } from '../ast.js';
import { advance, type Cursor, takeWord } from './cursor.js';

/** The words that begin a set operator, and what they are read as. */
export const SET_OPERATORS: ReadonlyMap<string, SetOperand['operator']> = new Map([
  ['union', 'union'],
  ['intersect', 'intersect'],
  ['minus', 'minus'],
  ['except', 'minus'],
]);

/** Null: no set operator stands here. */
export function readSetOperator(cursor: Cursor): SetOperand['operator'] | null {
  if (cursor.current.type !== 'word') return null;
  const operator = SET_OPERATORS.get(cursor.current.value);
  if (operator === undefined) return null;
  advance(cursor);
  if (operator !== 'union') return operator;
  if (takeWord(cursor, 'all')) return 'union all';
  takeWord(cursor, 'distinct');
  return 'union';
}
