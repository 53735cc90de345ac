import { NetSuiteError } from './netsuite-error.js';

/** One entry of the `o:errorDetails` of a NetSuite error body. */
export interface ErrorDetail {
  readonly detail: string;
  /** NetSuite's own code, such as `INVALID_PARAMETER`. */
  readonly errorCode: string | null;
  /** Where in the body of the request the fault lies, such as `item.items[0].item`. */
  readonly path: string | null;
  /** The query parameter at fault; `q` is the SuiteQL text. */
  readonly queryParameter: string | null;
}

/** The facts of a refusal. */
export interface ResponseFacts {
  readonly method: string;
  /** Path without the query string, which may hold values. */
  readonly resource: string;
  readonly status: number;
  readonly details: readonly ErrorDetail[];
  /** The beginning of a body that gives its reasons in another form, such as a gateway's HTML. */
  readonly bodyExcerpt: string | null;
  /** The `x-n-operationid` header: what NetSuite's support asks for. */
  readonly operationId: string | null;
  /** What to do about it. */
  readonly next: string;
}

/** NetSuite answered, and the answer was not a success. */
export abstract class ResponseError extends NetSuiteError {
  readonly status: number;
  readonly method: string;
  readonly resource: string;
  /** NetSuite's own code of the first detail, such as `NONEXISTENT_ID`; null where it gave none. */
  readonly errorCode: string | null;
  /** NetSuite's own words; empty where it gave none. */
  readonly detail: string;
  readonly path: string | null;
  readonly queryParameter: string | null;
  readonly details: readonly ErrorDetail[];
  /**
   * Up to 500 characters of an error body that is not in NetSuite's form, such as a gateway's HTML, on one line and without
   * credentials; null where NetSuite gave its reasons.
   */
  readonly bodyExcerpt: string | null;
  readonly operationId: string | null;
  readonly next: string;

  constructor(facts: ResponseFacts) {
    const first = facts.details[0];
    const code = first?.errorCode ? ` ${first.errorCode}` : '';
    const words = facts.details.map(({ detail }) => detail).filter(Boolean);
    const where = first?.path ? ` (at ${first.path})` : '';
    const operation = facts.operationId ? ` [operation ${facts.operationId}]` : '';
    const said = words.length > 0 ? words.join(' ') : 'The answer gave no reason.';
    super(
      `${facts.method} ${facts.resource} failed with ${facts.status}${code}${where}: ${said} ${facts.next}${operation}`,
    );
    this.status = facts.status;
    this.method = facts.method;
    this.resource = facts.resource;
    this.errorCode = first?.errorCode ?? null;
    this.detail = words.join(' ');
    this.path = first?.path ?? null;
    this.queryParameter = first?.queryParameter ?? null;
    this.details = facts.details;
    this.bodyExcerpt = facts.bodyExcerpt;
    this.operationId = facts.operationId;
    this.next = facts.next;
  }
}

/** NetSuite did not accept the credentials, or its token endpoint gave no token for them. */
export class AuthenticationError extends ResponseError {
  override readonly name = 'AuthenticationError';
  override readonly code = 'NETSUITE_AUTHENTICATION';
}

/** The credentials are good, and the role may not do this. */
export class PermissionDeniedError extends ResponseError {
  override readonly name = 'PermissionDeniedError';
  override readonly code = 'NETSUITE_PERMISSION_DENIED';
}

/** The record, record type or address does not exist, or the role cannot see it. */
export class NotFoundError extends ResponseError {
  override readonly name = 'NotFoundError';
  override readonly code = 'NETSUITE_NOT_FOUND';
}

/** NetSuite refused the request for what it asks or contains. */
export class RequestRejectedError extends ResponseError {
  override readonly name = 'RequestRejectedError';
  override readonly code = 'NETSUITE_REQUEST_REJECTED';
}

/** NetSuite could not parse, authorize or run the SuiteQL statement. */
export class QueryRejectedError extends ResponseError {
  override readonly name = 'QueryRejectedError';
  override readonly code = 'NETSUITE_QUERY_REJECTED';
  /** The statement's text with its `?` placeholders, without the values. */
  readonly statement: string;

  constructor(facts: ResponseFacts, statement: string) {
    super(facts);
    this.statement = statement;
  }
}

/** NetSuite refused the request: the account is over its concurrency limit. Nothing was done. */
export class RateLimitedError extends ResponseError {
  override readonly name = 'RateLimitedError';
  override readonly code = 'NETSUITE_RATE_LIMITED';
  /** From `Retry-After`; null when the response had none. */
  readonly retryAfterMs: number | null;

  constructor(facts: ResponseFacts, retryAfterMs: number | null) {
    super(facts);
    this.retryAfterMs = retryAfterMs;
  }
}

/** NetSuite failed (5xx). For a write the outcome is unknown. */
export class ServerFailedError extends ResponseError {
  override readonly name = 'ServerFailedError';
  override readonly code = 'NETSUITE_SERVER_FAILED';
  /** From `Retry-After`; null when the response had none. */
  readonly retryAfterMs: number | null;

  constructor(facts: ResponseFacts, retryAfterMs: number | null) {
    super(facts);
    this.retryAfterMs = retryAfterMs;
  }
}
