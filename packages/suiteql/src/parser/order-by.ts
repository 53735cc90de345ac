import type { OrderItem } from '../ast.js';
import { advance, type Cursor, isWord, lookAhead, readList, takeWord, unexpected } from './cursor.js';

/** `ORDER BY …`; empty when there is none. */
export function readOrderBy(cursor: Cursor): OrderItem[] {
  if (!isWord(cursor.current, 'order')) return [];
  advance(cursor);
  if (!takeWord(cursor, 'by')) unexpected(cursor, 'BY');
  return readList(cursor, readOrderItem);
}

function readOrderItem(cursor: Cursor): OrderItem {
  const { start } = cursor.current;
  const expression = cursor.grammar.expression(cursor);
  const direction = takeWord(cursor, 'desc') ? 'desc' : 'asc';
  if (direction === 'asc') takeWord(cursor, 'asc');
  const nulls = readNullsOrder(cursor);
  return { kind: 'order-item', expression, direction, nulls, start, end: cursor.previousEnd };
}

function readNullsOrder(cursor: Cursor): OrderItem['nulls'] {
  if (!isWord(cursor.current, 'nulls')) return null;
  const { value } = lookAhead(cursor, 1);
  advance(cursor);
  if (value !== 'first' && value !== 'last') unexpected(cursor, 'FIRST or LAST');
  advance(cursor);
  return value;
}
