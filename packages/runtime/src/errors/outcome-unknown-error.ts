import { NetSuiteError } from './netsuite-error.js';

/**
 * A write was sent, and its answer was lost: NetSuite may have carried it out or not. It is not repeated where that could
 * do it twice; where it was repeated, no later attempt came to an end either. `cause` is what happened last.
 */
export class OutcomeUnknownError extends NetSuiteError {
  override readonly name = 'OutcomeUnknownError';
  override readonly code = 'NETSUITE_OUTCOME_UNKNOWN';
  readonly method: string;
  /** Path without the query string. */
  readonly resource: string;

  constructor(request: { readonly method: string; readonly resource: string }, cause: NetSuiteError) {
    super(
      `${request.method} ${request.resource} was sent, and whether NetSuite carried it out is not known: ${cause.message} ` +
        howToFindOut(request.method),
      { cause },
    );
    this.method = request.method;
    this.resource = request.resource;
  }
}

function howToFindOut(method: string): string {
  switch (method) {
    case 'POST':
      return 'Before you repeat it, look whether the record is there, by its external id or other fields of its own; an upsert by external id can be repeated without looking where it has no lines, or replaces them.';
    case 'DELETE':
      return 'Read the record to find out: a 404 says that it is gone.';
    default:
      return 'Read the record to find out what it holds now.';
  }
}
