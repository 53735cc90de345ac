import type { CommonTable, Compound, Fetch, Identifier, Query, Select, SetOperand } from '../ast.js';
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
import { readName } from './names.js';
import { readOrderBy } from './order-by.js';
import { readSelect } from './select.js';
import { readSetOperator } from './set-operator.js';

/** `[WITH …] body [ORDER BY …] [OFFSET …] [FETCH …]`. */
export function readQuery(cursor: Cursor): Query {
  enter(cursor);
  const { start } = cursor.current;
  const commonTables = takeWord(cursor, 'with') ? readList(cursor, readCommonTable) : [];
  const first = readTerm(cursor);
  const query = readRest(cursor, { commonTables, first, start });
  leave(cursor);
  return query;
}

/** Goes on behind a first term in parentheses. */
export function readQueryAfter(cursor: Cursor, first: Select | Query, start: number): Query {
  return readRest(cursor, { commonTables: [], first: withoutWrapper(first), start });
}

function readTerm(cursor: Cursor): Select | Query {
  if (!isSymbol(cursor.current, '(')) return readSelect(cursor);
  advance(cursor);
  const query = readQuery(cursor);
  expectSymbol(cursor, ')');
  return withoutWrapper(query);
}

/** Takes parentheses away that hold a plain SELECT, or nothing but other parentheses. */
function withoutWrapper(term: Select | Query): Select | Query {
  if (term.kind === 'select' || !isBare(term) || term.body.kind === 'compound') return term;
  return term.body;
}

function isBare(query: Query): boolean {
  return (
    query.with.length === 0 && query.orderBy.length === 0 && query.offset === null && query.fetch === null
  );
}

interface QueryStart {
  readonly commonTables: readonly CommonTable[];
  readonly first: Select | Query;
  readonly start: number;
}

function readRest(cursor: Cursor, { commonTables, first, start }: QueryStart): Query {
  const body = readSetOperations(cursor, first);
  const orderBy = readOrderBy(cursor);
  const offset = readOffset(cursor);
  const fetch = readFetch(cursor);
  rejectLimit(cursor);
  const query: Query = {
    kind: 'query',
    with: commonTables,
    body,
    orderBy,
    offset,
    fetch,
    start,
    end: cursor.previousEnd,
  };
  return body.kind === 'query' && isBare(query) ? body : query;
}

function readSetOperations(cursor: Cursor, first: Select | Query): Query['body'] {
  const rest: SetOperand[] = [];
  for (;;) {
    const { start } = cursor.current;
    const operator = readSetOperator(cursor);
    if (operator === null) break;
    const query = readTerm(cursor);
    rest.push({ kind: 'set-operand', operator, query, start, end: cursor.previousEnd });
  }
  if (rest.length > 0)
    return { kind: 'compound', first, rest, start: first.start, end: cursor.previousEnd } satisfies Compound;
  return first.kind === 'query' && isBare(first) ? first.body : first;
}

function readCommonTable(cursor: Cursor): CommonTable {
  const { start } = cursor.current;
  const name = readName(cursor, 'the name of a common table');
  const columns = takeSymbol(cursor, '(') ? readList(cursor, readColumnName) : null;
  if (columns !== null) expectSymbol(cursor, ')');
  expectWord(cursor, 'as');
  expectSymbol(cursor, '(');
  const query = readQuery(cursor);
  expectSymbol(cursor, ')');
  return { kind: 'common-table', name, columns, query, start, end: cursor.previousEnd };
}

function readColumnName(cursor: Cursor): Identifier {
  return readName(cursor, 'a column name');
}

function readOffset(cursor: Cursor): Query['offset'] {
  if (!takeWord(cursor, 'offset')) return null;
  const offset = cursor.grammar.value(cursor);
  if (!takeWord(cursor, 'rows')) takeWord(cursor, 'row');
  return offset;
}

function readFetch(cursor: Cursor): Fetch | null {
  const { start } = cursor.current;
  if (!takeWord(cursor, 'fetch')) return null;
  if (!takeWord(cursor, 'first') && !takeWord(cursor, 'next')) unexpected(cursor, 'FIRST or NEXT');
  const counted = !isWord(cursor.current, 'row') && !isWord(cursor.current, 'rows');
  const count = counted ? cursor.grammar.value(cursor) : null;
  const percent = takeWord(cursor, 'percent');
  if (!takeWord(cursor, 'rows') && !takeWord(cursor, 'row')) unexpected(cursor, 'ROWS');
  const withTies = takeWord(cursor, 'with');
  if (withTies) expectWord(cursor, 'ties');
  else expectWord(cursor, 'only');
  return { kind: 'fetch', count, percent, withTies, start, end: cursor.previousEnd };
}

function rejectLimit(cursor: Cursor): void {
  const limit = cursor.current;
  if (!isWord(limit, 'limit')) return;
  const count = lookAhead(cursor, 1);
  const rows =
    count.type === 'number' || count.type === 'parameter' ? cursor.source.slice(count.start, count.end) : 'n';
  fail(cursor, {
    code: 'limit-clause',
    problem: 'SuiteQL has no LIMIT.',
    hint: `Write FETCH FIRST ${rows} ROWS ONLY.`,
    start: limit.start,
    end: rows === 'n' ? limit.end : count.end,
  });
}
