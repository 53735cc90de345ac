import {
  AuthenticationError,
  type ErrorDetail,
  NotFoundError,
  PermissionDeniedError,
  QueryRejectedError,
  RateLimitedError,
  RequestRejectedError,
  type ResponseError,
  type ResponseFacts,
  ServerFailedError,
} from '../errors/response-error.js';
import { bodyExcerpt } from './body-excerpt.js';
import { nextStep } from './next-step.js';
import { responseDetails } from './response-details.js';
import { retryAfter } from './retry-after.js';
import type { RawResponse } from './send.js';

/** What was asked, as an error may tell it. */
export interface RefusedRequest {
  readonly method: string;
  /** Path without the query string. */
  readonly resource: string;
  /** The SuiteQL text with its placeholders, for a request that runs one. */
  readonly statement?: string | undefined;
  /** True for the exchange that fetches a token. */
  readonly signIn?: boolean | undefined;
}

/** The typed error of an answer that is not a success. */
export function responseError(
  request: RefusedRequest,
  response: RawResponse,
  nowMs: number,
  redact: (text: string) => string,
): ResponseError {
  const { status, operationId } = response;
  const details = responseDetails(response.text, redact);
  const facts: ResponseFacts = {
    method: request.method,
    resource: request.resource,
    status,
    details,
    bodyExcerpt: isExplained(details) ? null : bodyExcerpt(redact(response.text), request.signIn ?? false),
    operationId,
    next: nextStep(status, details),
  };
  const code = details[0]?.errorCode ?? '';
  const retryAfterMs = retryAfter(response.headers['retry-after'], nowMs);
  if (status === 429 || code === 'SSS_REQUEST_LIMIT_EXCEEDED')
    return new RateLimitedError(facts, retryAfterMs);
  if (status >= 500) return new ServerFailedError(facts, retryAfterMs);
  if (status === 401 || request.signIn === true || code.startsWith('INVALID_LOGIN')) {
    return new AuthenticationError(facts);
  }
  if (status === 403 || code === 'INSUFFICIENT_PERMISSION') return new PermissionDeniedError(facts);
  if (status === 404) return new NotFoundError(facts);
  if (request.statement !== undefined && status === 400)
    return new QueryRejectedError(facts, request.statement);
  return new RequestRejectedError(facts);
}

function isExplained(details: readonly ErrorDetail[]): boolean {
  return details.some(({ detail, errorCode }) => detail !== '' || errorCode !== null);
}
