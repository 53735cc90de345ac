import type { Cube, GroupingElement, GroupingSets, Rollup, Row, Select, SelectItem, Star } from '../ast.js';
import {
  advance,
  type Cursor,
  enter,
  expectSymbol,
  expectWord,
  fail,
  isSymbol,
  isWord,
  leave,
  lookAhead,
  readList,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.js';
import { readFrom } from './from.js';
import { readAlias, readName } from './names.js';

/** One SELECT block, up to HAVING. */
export function readSelect(cursor: Cursor): Select {
  const { start } = cursor.current;
  if (!takeWord(cursor, 'select')) unexpected(cursor, 'SELECT');
  const outerMarkerOutside = cursor.outerMarker;
  cursor.outerMarker = null;

  let distinct = readDistinct(cursor);
  const top = readTop(cursor);
  if (top !== null && !distinct) distinct = readDistinct(cursor);
  const columns = readSelectList(cursor);
  const from = takeWord(cursor, 'from') ? readList(cursor, readFrom) : [];
  const where = takeWord(cursor, 'where') ? cursor.grammar.expression(cursor) : null;
  const groupBy = readGroupBy(cursor);
  const having = takeWord(cursor, 'having') ? cursor.grammar.expression(cursor) : null;
  const select: Select = {
    kind: 'select',
    distinct,
    top,
    columns,
    from,
    where,
    groupBy,
    having,
    start,
    end: cursor.previousEnd,
  };
  rejectMixedJoins(cursor, select);
  cursor.outerMarker = outerMarkerOutside;
  return select;
}

function readDistinct(cursor: Cursor): boolean {
  if (takeWord(cursor, 'distinct')) return true;
  const next = lookAhead(cursor, 1);
  const startsItem =
    next.type === 'word' ? next.value !== 'from' && next.value !== 'as' : next.type === 'quoted';
  if (isWord(cursor.current, 'unique') && startsItem) {
    advance(cursor);
    return true;
  }
  takeWord(cursor, 'all');
  return false;
}

/** A column may be called `top`: it is the row count only where a number, `?` or `(` follows. */
function readTop(cursor: Cursor): Select['top'] {
  if (!isWord(cursor.current, 'top')) return null;
  const next = lookAhead(cursor, 1);
  if (next.type === 'number' || next.type === 'parameter') {
    advance(cursor);
    return cursor.grammar.primary(cursor);
  }
  if (!isSymbol(next, '(')) return null;
  advance(cursor);
  advance(cursor);
  const count = cursor.grammar.value(cursor);
  expectSymbol(cursor, ')');
  return count;
}

/**
 * The columns. A comma before FROM says nothing.
 * Assumed: NetSuite lets that comma pass, as two of Oracle's published samples have it.
 */
function readSelectList(cursor: Cursor): Select['columns'] {
  const items = [readSelectItem(cursor)];
  while (takeSymbol(cursor, ',') && !isWord(cursor.current, 'from')) items.push(readSelectItem(cursor));
  return items;
}

function readSelectItem(cursor: Cursor): SelectItem | Star {
  const { start, type } = cursor.current;
  if (takeSymbol(cursor, '*')) return { kind: 'star', qualifier: null, start, end: cursor.previousEnd };
  const named = type === 'word' || type === 'quoted';
  if (named && isSymbol(lookAhead(cursor, 1), '.') && isSymbol(lookAhead(cursor, 2), '*')) {
    const qualifier = readName(cursor, 'a table');
    advance(cursor);
    advance(cursor);
    return { kind: 'star', qualifier, start, end: cursor.previousEnd };
  }
  const expression = cursor.grammar.expression(cursor);
  const alias = readAlias(cursor);
  return { kind: 'select-item', expression, alias, start, end: cursor.previousEnd };
}

function readGroupBy(cursor: Cursor): GroupingElement[] {
  if (!takeWord(cursor, 'group')) return [];
  expectWord(cursor, 'by');
  return readList(cursor, readGroupingElement);
}

function readGroupingElement(cursor: Cursor): GroupingElement {
  const { start, type, value } = cursor.current;
  const called = type === 'word' && isSymbol(lookAhead(cursor, 1), '(');
  if (called && (value === 'rollup' || value === 'cube')) {
    advance(cursor);
    const items = readGroupingList(cursor, cursor.grammar.expression);
    return { kind: value, items, start, end: cursor.previousEnd } satisfies Rollup | Cube;
  }
  if (isWord(cursor.current, 'grouping') && isWord(lookAhead(cursor, 1), 'sets')) {
    advance(cursor);
    advance(cursor);
    const items = readGroupingList(cursor, readGroupingElement);
    return { kind: 'grouping-sets', items, start, end: cursor.previousEnd } satisfies GroupingSets;
  }
  if (isSymbol(cursor.current, '(') && isSymbol(lookAhead(cursor, 1), ')')) {
    advance(cursor);
    advance(cursor);
    return { kind: 'row', items: [], start, end: cursor.previousEnd } satisfies Row;
  }
  return cursor.grammar.expression(cursor);
}

function readGroupingList<Item>(cursor: Cursor, readItem: (cursor: Cursor) => Item): Item[] {
  expectSymbol(cursor, '(');
  enter(cursor);
  const items = readList(cursor, readItem);
  leave(cursor);
  expectSymbol(cursor, ')');
  return items;
}

/** @see "Right Outer Joins and Mixed Joins in SuiteQL", Oracle help: one query takes one join syntax. */
function rejectMixedJoins(cursor: Cursor, select: Select): void {
  const marker = cursor.outerMarker;
  if (marker === null || select.from.every((item) => item.joins.length === 0)) return;
  fail(cursor, {
    code: 'mixed-join-syntax',
    problem: 'SuiteQL does not mix (+) with JOIN in one query.',
    hint: 'Write the join that is marked (+) as LEFT JOIN … ON.',
    start: marker.start,
    end: marker.end,
  });
}
