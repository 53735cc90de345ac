import type { DerivedTable, FromItem, Identifier, Join, NestedJoin, Query, TableSource } from '../ast.js';
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
  takeWord,
  unexpected,
} from './cursor.js';
import { readAlias, readName } from './names.js';
import { SET_OPERATORS } from './set-operator.js';
import { RESERVED_AS_ALIAS } from './words.js';

const JOIN_WORDS = new Set(['join', 'inner', 'left', 'right', 'full', 'cross']);

/** A source and the joins behind it. */
export function readFrom(cursor: Cursor): FromItem {
  const { start } = cursor.current;
  return readJoins(cursor, start, readSource(cursor));
}

function readJoins(cursor: Cursor, start: number, source: TableSource): FromItem {
  const joins: Join[] = [];
  while (startsJoin(cursor)) joins.push(readJoin(cursor));
  // Parentheses around the first source of a chain say nothing.
  if (source.kind === 'nested-join') {
    const { item } = source;
    return {
      kind: 'from-item',
      source: item.source,
      joins: [...item.joins, ...joins],
      start,
      end: cursor.previousEnd,
    };
  }
  return { kind: 'from-item', source, joins, start, end: cursor.previousEnd };
}

function startsJoin(cursor: Cursor): boolean {
  return cursor.current.type === 'word' && JOIN_WORDS.has(cursor.current.value);
}

function readJoin(cursor: Cursor): Join {
  const { start } = cursor.current;
  const type = readJoinType(cursor);
  let source = readSource(cursor);
  if (type === 'cross') {
    return { kind: 'join', type, source, on: null, using: null, start, end: cursor.previousEnd };
  }
  if (startsJoin(cursor)) source = readJoinsBeforeCondition(cursor, source);
  if (takeWord(cursor, 'on')) {
    const on = cursor.grammar.expression(cursor);
    return { kind: 'join', type, source, on, using: null, start, end: cursor.previousEnd };
  }
  if (!takeWord(cursor, 'using')) unexpected(cursor, 'ON and the condition of the join');
  expectSymbol(cursor, '(');
  const using = readList(cursor, readColumnName);
  expectSymbol(cursor, ')');
  return { kind: 'join', type, source, on: null, using, start, end: cursor.previousEnd };
}

/** `a JOIN b JOIN c ON … ON …` is `a JOIN (b JOIN c ON …) ON …`. */
function readJoinsBeforeCondition(cursor: Cursor, source: TableSource): NestedJoin {
  enter(cursor);
  const item = readJoins(cursor, source.start, source);
  leave(cursor);
  return { kind: 'nested-join', item, start: source.start, end: cursor.previousEnd };
}

function readJoinType(cursor: Cursor): Join['type'] {
  const { value } = advance(cursor);
  if (value === 'join') return 'inner';
  if (value === 'left' || value === 'right' || value === 'full') takeWord(cursor, 'outer');
  expectWord(cursor, 'join');
  return value === 'left' || value === 'right' || value === 'full' || value === 'cross' ? value : 'inner';
}

function readColumnName(cursor: Cursor): Identifier {
  return readName(cursor, 'a column name');
}

function readSource(cursor: Cursor): TableSource {
  const { start, type, value } = cursor.current;
  if (isSymbol(cursor.current, '(')) return readParentheses(cursor);
  if (type === 'word' && RESERVED_AS_ALIAS.has(value)) unexpected(cursor, 'a table');
  const name = readName(cursor, 'a table');
  if (isSymbol(cursor.current, '.')) rejectSchema(cursor, name);
  const alias = readAlias(cursor);
  return { kind: 'table', name, alias, start, end: cursor.previousEnd };
}

/** A subquery, or joins in parentheses. Which of them shows behind the last `(`. */
function readParentheses(cursor: Cursor): TableSource {
  const { start } = cursor.current;
  const inside = readInside(cursor);
  if (inside.kind === 'query') return finishDerivedTable(cursor, inside, start);
  return inside.joins.length === 0
    ? inside.source
    : { kind: 'nested-join', item: inside, start, end: cursor.previousEnd };
}

function readInside(cursor: Cursor): Query | FromItem {
  expectSymbol(cursor, '(');
  enter(cursor);
  const { start } = cursor.current;
  let result: Query | FromItem;
  if (isWord(cursor.current, 'select') || isWord(cursor.current, 'with')) {
    result = cursor.grammar.query(cursor);
  } else if (isSymbol(cursor.current, '(')) {
    const inside = readInside(cursor);
    if (inside.kind === 'query') {
      result = continuesQuery(cursor)
        ? cursor.grammar.queryAfter(cursor, inside, start)
        : readJoins(cursor, start, finishDerivedTable(cursor, inside, start));
    } else {
      result = readJoins(cursor, start, {
        kind: 'nested-join',
        item: inside,
        start,
        end: cursor.previousEnd,
      });
    }
  } else {
    result = readFrom(cursor);
  }
  leave(cursor);
  expectSymbol(cursor, ')');
  return result;
}

function continuesQuery(cursor: Cursor): boolean {
  if (isSymbol(cursor.current, ')')) return true;
  const { type, value } = cursor.current;
  return (
    type === 'word' &&
    (SET_OPERATORS.has(value) || value === 'order' || value === 'offset' || value === 'fetch')
  );
}

function finishDerivedTable(cursor: Cursor, query: Query, start: number): DerivedTable {
  rejectQuotedAlias(cursor, query);
  const alias = readAlias(cursor);
  return { kind: 'derived-table', query, alias, start, end: cursor.previousEnd };
}

/** @see "Right Outer Joins and Mixed Joins in SuiteQL", Oracle help: no quoted aliases in sub-selects. */
function rejectQuotedAlias(cursor: Cursor, query: Query): void {
  let body = query.body;
  while (body.kind !== 'select') body = body.kind === 'compound' ? body.first : body.body;
  for (const column of body.columns) {
    if (column.kind === 'star' || column.alias === null || !column.alias.quoted) continue;
    fail(cursor, {
      code: 'quoted-alias-in-subquery',
      problem: 'SuiteQL takes no quoted alias inside a subquery.',
      hint: `Write the alias without quotes${/^[a-z_]\w*$/i.test(column.alias.text) ? `: ${column.alias.text}` : ''}.`,
      start: column.alias.start,
      end: column.alias.end,
    });
  }
}

// Assumed: refused. Oracle's SQL takes schema.table, but NetSuite's help names no schema, and no published query has one.
function rejectSchema(cursor: Cursor, schema: Identifier): never {
  const table = lookAhead(cursor, 1);
  fail(cursor, {
    code: 'unexpected-token',
    problem: 'SuiteQL tables have no schema or database before their name.',
    hint: `Leave “${schema.text}.” out.`,
    start: schema.start,
    end: table.end,
  });
}
