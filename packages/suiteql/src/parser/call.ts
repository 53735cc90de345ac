import type { Call, Expression, Frame, FrameBound, Identifier, Keep, OrderItem, Window } from '../ast.js';
import {
  advance,
  type Cursor,
  enter,
  expectSymbol,
  expectWord,
  isSymbol,
  isWord,
  leave,
  lookAhead,
  readList,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.js';
import { readOrderBy } from './order-by.js';

/** Reads the arguments of a function and what may stand behind them. The cursor is at `(`. */
export function readCall(cursor: Cursor, namespace: Identifier | null, name: Identifier): Call {
  expectSymbol(cursor, '(');
  enter(cursor);
  const star =
    isSymbol(cursor.current, '*') && isSymbol(lookAhead(cursor, 1), ')') && takeSymbol(cursor, '*');
  const distinct = !star && readQuantifier(cursor);
  const values: Expression[] =
    star || isSymbol(cursor.current, ')') ? [] : readList(cursor, cursor.grammar.expression);
  let nulls = readNulls(cursor);
  expectSymbol(cursor, ')');
  nulls ??= readNulls(cursor);
  const withinGroup = readWithinGroup(cursor);
  const keep = readKeep(cursor);
  nulls ??= readNulls(cursor);
  const over =
    isWord(cursor.current, 'over') && isSymbol(lookAhead(cursor, 1), '(') ? readWindow(cursor) : null;
  leave(cursor);
  const start = namespace?.start ?? name.start;
  const end = cursor.previousEnd;
  return {
    kind: 'call',
    namespace,
    name,
    distinct,
    star,
    arguments: values,
    withinGroup,
    keep,
    nulls,
    over,
    start,
    end,
  };
}

function readQuantifier(cursor: Cursor): boolean {
  if (takeWord(cursor, 'distinct')) return true;
  if (isWord(cursor.current, 'unique') && startsValue(lookAhead(cursor, 1).type)) {
    advance(cursor);
    return true;
  }
  takeWord(cursor, 'all');
  return false;
}

function startsValue(type: string): boolean {
  return (
    type === 'word' || type === 'quoted' || type === 'number' || type === 'string' || type === 'parameter'
  );
}

function readNulls(cursor: Cursor): Call['nulls'] {
  const { type, value } = cursor.current;
  if (type !== 'word' || (value !== 'ignore' && value !== 'respect')) return null;
  if (!isWord(lookAhead(cursor, 1), 'nulls')) return null;
  advance(cursor);
  advance(cursor);
  return value;
}

function readWithinGroup(cursor: Cursor): OrderItem[] | null {
  if (!isWord(cursor.current, 'within') || !isWord(lookAhead(cursor, 1), 'group')) return null;
  advance(cursor);
  advance(cursor);
  expectSymbol(cursor, '(');
  const items = readOrderBy(cursor);
  if (items.length === 0) unexpected(cursor, 'ORDER BY');
  expectSymbol(cursor, ')');
  return items;
}

function readKeep(cursor: Cursor): Keep | null {
  const { start } = cursor.current;
  if (!isWord(cursor.current, 'keep') || !isSymbol(lookAhead(cursor, 1), '(')) return null;
  advance(cursor);
  advance(cursor);
  expectWord(cursor, 'dense_rank');
  const rank = cursor.current.value;
  if (cursor.current.type !== 'word' || (rank !== 'first' && rank !== 'last'))
    unexpected(cursor, 'FIRST or LAST');
  advance(cursor);
  const orderBy = readOrderBy(cursor);
  if (orderBy.length === 0) unexpected(cursor, 'ORDER BY');
  expectSymbol(cursor, ')');
  return { kind: 'keep', rank, orderBy, start, end: cursor.previousEnd };
}

function readWindow(cursor: Cursor): Window {
  const { start } = advance(cursor);
  expectSymbol(cursor, '(');
  const partitioned = isWord(cursor.current, 'partition') && isWord(lookAhead(cursor, 1), 'by');
  if (partitioned) {
    advance(cursor);
    advance(cursor);
  }
  const partitionBy = partitioned ? readList(cursor, cursor.grammar.expression) : [];
  const orderBy = readOrderBy(cursor);
  const frame = readFrame(cursor);
  expectSymbol(cursor, ')');
  return { kind: 'window', partitionBy, orderBy, frame, start, end: cursor.previousEnd };
}

function readFrame(cursor: Cursor): Frame | null {
  const { type, value: unit, start } = cursor.current;
  if (type !== 'word' || (unit !== 'rows' && unit !== 'range' && unit !== 'groups')) return null;
  advance(cursor);
  if (!takeWord(cursor, 'between')) {
    const from = readFrameBound(cursor);
    return { kind: 'frame', unit, from, to: null, start, end: cursor.previousEnd };
  }
  const from = readFrameBound(cursor);
  expectWord(cursor, 'and');
  const to = readFrameBound(cursor);
  return { kind: 'frame', unit, from, to, start, end: cursor.previousEnd };
}

function readFrameBound(cursor: Cursor): FrameBound {
  const { start } = cursor.current;
  if (takeWord(cursor, 'current')) {
    expectWord(cursor, 'row');
    return { kind: 'frame-bound', at: 'current row', offset: null, start, end: cursor.previousEnd };
  }
  if (takeWord(cursor, 'unbounded')) {
    const side = readFrameSide(cursor);
    return { kind: 'frame-bound', at: `unbounded ${side}`, offset: null, start, end: cursor.previousEnd };
  }
  const offset = cursor.grammar.value(cursor);
  const side = readFrameSide(cursor);
  return { kind: 'frame-bound', at: side, offset, start, end: cursor.previousEnd };
}

function readFrameSide(cursor: Cursor): 'preceding' | 'following' {
  const { type, value } = cursor.current;
  if (type !== 'word' || (value !== 'preceding' && value !== 'following'))
    unexpected(cursor, 'PRECEDING or FOLLOWING');
  advance(cursor);
  return value;
}
