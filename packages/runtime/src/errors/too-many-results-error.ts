import { NetSuiteError } from './netsuite-error.js';

/** The query has more results than NetSuite hands out, so that reading on would lose rows. */
export class TooManyResultsError extends NetSuiteError {
  override readonly name = 'TooManyResultsError';
  override readonly code = 'NETSUITE_TOO_MANY_RESULTS';
  /** Null: NetSuite did not tell how many. */
  readonly totalResults: number | null;
  /** What NetSuite hands out at most for one query. */
  readonly maximumResults: number;
  /** The statement's text with its `?` placeholders, without the values. */
  readonly statement: string;

  constructor(facts: {
    totalResults: number | null;
    maximumResults: number;
    statement: string;
    cause?: unknown;
  }) {
    const count =
      facts.totalResults === null ? `${facts.maximumResults} or more` : String(facts.totalResults);
    super(
      `The query has ${count} results and NetSuite hands out ${facts.maximumResults} of one query, so that the rest ` +
        'would be lost. No row was returned. Narrow the query, or read it in ranges of a unique column: models and ' +
        'builder queries do so where the rows are sorted by nothing but the key and are not grouped, cut or made ' +
        'distinct; a statement of your own through suiteql.ranges (WHERE id > … AND id <= … ORDER BY id).',
      facts.cause === undefined ? {} : { cause: facts.cause },
    );
    this.totalResults = facts.totalResults;
    this.maximumResults = facts.maximumResults;
    this.statement = facts.statement;
  }
}
