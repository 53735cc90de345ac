import type { SourceRange } from './ast.js';
import type { SyntaxCode } from './error.js';

/** Something that the checker has to say about a statement. */
export interface Finding {
  /** `error`: NetSuite refuses the statement; `warning`: it runs, but likely not as meant, or nobody can tell. */
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  readonly range: SourceRange;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to write instead; null where nothing can be said. */
  readonly hint: string | null;
}

export type FindingCode =
  | SyntaxCode
  | 'unknown-table'
  | 'unknown-column'
  | 'unknown-qualifier'
  | 'unknown-function'
  | 'unsupported-function'
  | 'ambiguous-column'
  | 'duplicate-alias'
  | 'duplicate-output'
  | 'not-exposed'
  | 'not-grouped'
  | 'misplaced-aggregate'
  | 'misplaced-window-function'
  | 'missing-over'
  | 'argument-count'
  | 'argument-type'
  | 'argument-choice'
  | 'width-mismatch'
  | 'order-position'
  | 'order-not-selected'
  | 'not-a-condition'
  | 'not-a-value'
  | 'text-addition'
  | 'type-mismatch'
  | 'boolean-literal'
  | 'never-matches'
  | 'null-comparison'
  | 'status-code'
  | 'date-text'
  | 'mixed-types'
  | 'argument-range'
  | 'like-escape'
  | 'outer-join-condition'
  | 'nested-aggregate'
  | 'between-reversed'
  | 'not-in-null'
  | 'cartesian-product'
  | 'rownum-with-order'
  | 'rownum-with-group'
  | 'rownum-never'
  | 'unordered-limit'
  | 'unstable-paging'
  | 'with-clause';
