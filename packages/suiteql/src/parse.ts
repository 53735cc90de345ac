import type { Query } from './ast.js';
import { type Token, tokenize } from './lexer.js';
import { type Cursor, fail, type Grammar, isSymbol, takeSymbol, unexpected } from './parser/cursor.js';
import { readExpression, readPrimary, readValue } from './parser/expression.js';
import { readQuery, readQueryAfter } from './parser/query.js';
import { OTHER_STATEMENTS } from './parser/words.js';

export interface ParseOptions {
  /** Whether `:name` and `:name[]` are parameters, as in `.suiteql` files. Default false: only `?` is. */
  readonly namedParameters?: boolean;
  /** How deep parentheses, subqueries, calls and CASE may be nested. Default 200. */
  readonly maximumDepth?: number;
}

const GRAMMAR: Grammar = {
  query: readQuery,
  queryAfter: readQueryAfter,
  expression: readExpression,
  value: readValue,
  primary: readPrimary,
};

/**
 * Parses one SuiteQL statement. A semicolon may end it.
 *
 * @throws {SuiteqlError} The text is no SuiteQL query: where, why, and what to write instead. Nothing else
 * is thrown, whatever the text.
 * @see "SuiteQL Supported and Unsupported Syntax", Oracle NetSuite help
 */
export function parse(text: string, options: ParseOptions = {}): Query {
  const tokens = tokenize(text, { namedParameters: options.namedParameters ?? false });
  const first = tokens[0] as Token; // `tokenize` ends every list with an `end` token.
  const cursor: Cursor = {
    source: text,
    tokens,
    grammar: GRAMMAR,
    maximumDepth: options.maximumDepth ?? 200,
    position: 0,
    current: first,
    previousEnd: first.start,
    depth: 0,
    parameterCount: 0,
    outerMarker: null,
  };
  rejectOtherStatements(cursor, first);
  const query = readQuery(cursor);
  const ended = takeSymbol(cursor, ';');
  while (takeSymbol(cursor, ';'));
  if (cursor.current.type !== 'end') {
    if (ended) rejectSecondStatement(cursor);
    unexpected(cursor, 'the end of the statement');
  }
  return query;
}

function rejectOtherStatements(cursor: Cursor, first: Token): void {
  const { start, end } = first;
  if (first.type === 'end') {
    fail(cursor, {
      code: 'not-a-query',
      problem: 'There is no statement.',
      hint: 'Begin with SELECT.',
      start,
      end,
    });
  }
  if (first.type === 'word' && OTHER_STATEMENTS.has(first.value)) {
    const problem = `SuiteQL only reads: ${first.value.toUpperCase()} is no query.`;
    fail(cursor, {
      code: 'not-a-query',
      problem,
      hint: 'Change records through the REST record API.',
      start,
      end,
    });
  }
  const opens =
    isSymbol(first, '(') || (first.type === 'word' && (first.value === 'select' || first.value === 'with'));
  if (!opens) unexpected(cursor, 'SELECT');
}

function rejectSecondStatement(cursor: Cursor): never {
  fail(cursor, {
    code: 'several-statements',
    problem: 'This is more than one statement.',
    hint: 'Send each statement in a request of its own.',
    start: cursor.current.start,
    end: cursor.current.end,
  });
}
