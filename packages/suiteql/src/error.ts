import type { SourceRange } from './ast.js';
import { drawExcerpt, locate } from './location.js';

/** What kind of mistake stopped the parser. */
export type SyntaxCode =
  | 'unexpected-character'
  | 'unterminated'
  | 'unexpected-token'
  | 'too-deep'
  | 'too-many-in-items'
  | 'limit-clause'
  | 'bracket-identifier'
  | 'date-literal'
  | 'not-a-query'
  | 'several-statements'
  | 'right-outer-marker'
  | 'mixed-join-syntax'
  | 'quoted-alias-in-subquery';

/** What is wrong with a text, and where. */
export interface SyntaxFailure extends SourceRange {
  readonly code: SyntaxCode;
  /** A sentence: what is wrong. */
  readonly problem: string;
  /** A sentence: what to write instead. */
  readonly hint: string | null;
}

export interface SuiteqlErrorOptions extends SyntaxFailure {
  /** The whole statement. */
  readonly source: string;
}

/**
 * The text is not a SuiteQL query. `message` says where and why and shows the place under a caret; the
 * same facts are fields.
 */
export class SuiteqlError extends Error {
  override readonly name = 'SuiteqlError';
  readonly code: SyntaxCode;
  /** What is wrong, one sentence, without the place. */
  readonly problem: string;
  /** What to write instead; null where nothing can be said. */
  readonly hint: string | null;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Offsets of the offending text. */
  readonly range: SourceRange;
  /** The offending line, with carets under the offending text. */
  readonly excerpt: string;

  constructor(options: SuiteqlErrorOptions) {
    const { line, column } = locate(options.source, options.start);
    const excerpt = drawExcerpt(options.source, options);
    const advice = options.hint === null ? '' : ` ${options.hint}`;
    super(`${options.problem}${advice} (line ${line}, column ${column})\n${excerpt}`);
    this.code = options.code;
    this.problem = options.problem;
    this.hint = options.hint;
    this.line = line;
    this.column = column;
    this.range = { start: options.start, end: options.end };
    this.excerpt = excerpt;
  }
}
