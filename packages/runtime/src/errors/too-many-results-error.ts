import { NetSuiteError } from './netsuite-error.js';

/** The query has more results than NetSuite hands out, so that reading on would lose rows. */
export class TooManyResultsError extends NetSuiteError {
  override readonly name = 'TooManyResultsError';
  override readonly code = 'NETSUITE_TOO_MANY_RESULTS';
  readonly totalResults: number;
  /** What NetSuite hands out at most for one query. */
  readonly maximumResults: number;
  /** The statement's text with its `?` placeholders, without the values. */
  readonly statement: string;

  constructor(facts: { totalResults: number; maximumResults: number; statement: string }) {
    super(
      `The query has ${facts.totalResults} results and NetSuite hands out ${facts.maximumResults} of one query, ` +
        'so that the rest would be lost. No row was returned. Narrow the query, or read it in ranges of a unique ' +
        'column: WHERE id > (the last id read) ORDER BY id.',
    );
    this.totalResults = facts.totalResults;
    this.maximumResults = facts.maximumResults;
    this.statement = facts.statement;
  }
}
