import { isSemicolon, scan, type Token } from '../lexer.js';
import { parse } from '../parse.js';
import { commentsBefore } from './comments.js';
import { groupsOf } from './groups.js';
import { render } from './render.js';
import { tokenIndex } from './token-index.js';
import { wordShapes } from './word-shapes.js';

export interface FormatOptions {
  /** Whether `:name` and `:name[]` are parameters, as in `.suiteql` files. Default false. */
  readonly namedParameters?: boolean;
  /** Columns that a line should not pass. Default 100. */
  readonly widthColumns?: number;
  /** Whether comments stay. Default true. */
  readonly comments?: boolean;
}

/**
 * Lays a statement out: a line a clause, items on lines of their own where they do not fit on one,
 * keywords in capitals. Names, literals and comments stay as they are written, and the tree stays the
 * same; a semicolon at the end goes.
 *
 * @throws {SuiteqlError} The text is no SuiteQL query.
 */
export function format(text: string, options: FormatOptions = {}): string {
  const { namedParameters = false, widthColumns = 100, comments = true } = options;
  const query = parse(text, { namedParameters });
  const lexemes = scan(text, { namedParameters });
  const tokens = lexemes.filter(
    (lexeme): lexeme is Token =>
      lexeme.type !== 'comment' && lexeme.type !== 'unreadable' && !isSemicolon(lexeme),
  );
  const index = tokenIndex(tokens);
  return render({
    source: text,
    tokens,
    shapes: wordShapes(query, index),
    groups: groupsOf(query, index),
    comments: comments ? commentsBefore(text, lexemes) : new Map(),
    width: widthColumns,
  });
}
