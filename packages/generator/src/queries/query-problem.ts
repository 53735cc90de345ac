import type { SourceRange } from '@suitewright/suiteql';

/** Why no function can be generated for a query, though NetSuite may take the statement. */
export interface QueryProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly range: SourceRange;
  /** Whether the range counts in the file. Otherwise it counts in the statement. */
  readonly inFile: boolean;
}
