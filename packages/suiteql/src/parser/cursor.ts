import type { ColumnReference, Expression, Query, Select } from '../ast.js';
import { SuiteqlError, type SyntaxFailure } from '../error.js';
import type { Token } from '../lexer.js';
import { FOREIGN_WORDS } from './words.js';

/**
 * Where the parser stands. `grammar` holds the rules that all others lead back to, so that the files
 * of the grammar need not import each other in circles.
 */
export interface Cursor {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;
  readonly maximumDepth: number;
  position: number;
  current: Token;
  /** End of the token before `current`. */
  previousEnd: number;
  depth: number;
  parameterCount: number;
  /** The first `(+)` of the SELECT being read. */
  outerMarker: ColumnReference | null;
}

export interface Grammar {
  query(cursor: Cursor): Query;
  /** Goes on with a query of which the first part, in parentheses, has been read. */
  queryAfter(cursor: Cursor, first: Select | Query, start: number): Query;
  expression(cursor: Cursor): Expression;
  /** An expression without comparisons and logic, so that an AND behind it is not taken for its own. */
  value(cursor: Cursor): Expression;
  /** A literal, name, call or anything in parentheses: no operator. */
  primary(cursor: Cursor): Expression;
}

export function advance(cursor: Cursor): Token {
  const token = cursor.current;
  cursor.previousEnd = token.end;
  if (token.type !== 'end') {
    cursor.position += 1;
    cursor.current = cursor.tokens[cursor.position] ?? token;
  }
  return token;
}

/** The token `distance` behind the current one. */
export function lookAhead(cursor: Cursor, distance: number): Token {
  return cursor.tokens[cursor.position + distance] ?? cursor.current;
}

export function isWord(token: Token, word: string): boolean {
  return token.type === 'word' && token.value === word;
}

export function isSymbol(token: Token, symbol: string): boolean {
  return token.type === 'symbol' && token.value === symbol;
}

export function takeWord(cursor: Cursor, word: string): boolean {
  if (!isWord(cursor.current, word)) return false;
  advance(cursor);
  return true;
}

export function takeSymbol(cursor: Cursor, symbol: string): boolean {
  if (!isSymbol(cursor.current, symbol)) return false;
  advance(cursor);
  return true;
}

export function expectWord(cursor: Cursor, word: string): Token {
  if (!isWord(cursor.current, word)) unexpected(cursor, word.toUpperCase());
  return advance(cursor);
}

export function expectSymbol(cursor: Cursor, symbol: string): Token {
  if (!isSymbol(cursor.current, symbol)) unexpected(cursor, `“${symbol}”`);
  return advance(cursor);
}

/** Reads one item, and more while a comma follows. */
export function readList<Item>(cursor: Cursor, readItem: (cursor: Cursor) => Item): Item[] {
  const items = [readItem(cursor)];
  while (takeSymbol(cursor, ',')) items.push(readItem(cursor));
  return items;
}

/** Goes one level down. Errors end the parse, so only success needs `leave`. */
export function enter(cursor: Cursor): void {
  cursor.depth += 1;
  if (cursor.depth <= cursor.maximumDepth) return;
  fail(cursor, {
    code: 'too-deep',
    problem: `The statement is nested more than ${cursor.maximumDepth} levels deep.`,
    hint: 'Take some parentheses or subqueries out.',
    start: cursor.current.start,
    end: cursor.current.end,
  });
}

export function leave(cursor: Cursor): void {
  cursor.depth -= 1;
}

export function fail(cursor: Cursor, failure: SyntaxFailure): never {
  throw new SuiteqlError({ ...failure, source: cursor.source });
}

/** Refuses the current token. @param expected What could stand there, as a noun phrase. */
export function unexpected(cursor: Cursor, expected: string): never {
  const token = cursor.current;
  const hint =
    token.type === 'word' && Object.hasOwn(FOREIGN_WORDS, token.value) ? FOREIGN_WORDS[token.value] : null;
  fail(cursor, {
    code: 'unexpected-token',
    problem: `Expected ${expected}, found ${describe(cursor, token)}.`,
    hint: hint ?? null,
    start: token.start,
    end: token.end,
  });
}

function describe(cursor: Cursor, token: Token): string {
  if (token.type === 'end') return 'the end of the statement';
  const text = cursor.source.slice(token.start, Math.min(token.end, token.start + 40));
  return token.type === 'string' ? `the string ${text}` : `“${text}”`;
}
