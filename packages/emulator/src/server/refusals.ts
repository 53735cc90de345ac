import { type ErrorDetail, Refusal } from './refusal.js';

// NetSuite's errors, one function each. Bodies as captured or documented; where only Oracle's pages show
// one, its W3C type URL is replaced by the RFC 9110 URL that servers have been seen to send since.

const badRequestType = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1';
const unauthorizedType = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2';
const forbiddenType = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.4';
const notFoundType = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5';
const serverErrorType = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.1';

/** The login failed. NetSuite never says why in the response. */
export function invalidLogin(reason: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  const detail: ErrorDetail = {
    detail:
      'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at ' +
      'Setup > Users/Roles > User Management > View Login Audit Trail.',
    'o:errorCode': 'INVALID_LOGIN',
  };
  const body = { type: unauthorizedType, title: 'Unauthorized', status: 401, 'o:errorDetails': [detail] };
  return new Refusal({ status: 401, body, event: 'login refused', reason, headers });
}

/** 400 with one detail. */
export function badRequest(detail: ErrorDetail, reason: string = detail.detail): Refusal {
  const body = {
    type: badRequestType,
    title: 'Bad Request',
    status: 400,
    'o:errorDetails': [shortened(detail)],
  };
  return new Refusal({ status: 400, body, event: 'request refused', reason });
}

/** Errors repeat what a request holds, which may be as long as a body. */
const errorTextMaximum = 2000;

function shortened(detail: ErrorDetail): ErrorDetail {
  const texts = Object.entries(detail).map(([name, text]: [string, string]) => [
    name,
    text.length > errorTextMaximum ? `${text.slice(0, errorTextMaximum)}…` : text,
  ]);
  return Object.fromEntries(texts) as ErrorDetail;
}

/** A request that NetSuite cannot read: body, URL or path. */
export function malformedRequest(reason: string): Refusal {
  return badRequest(
    {
      detail: 'The request could not be understood by the server due to malformed syntax.',
      'o:errorCode': 'INVALID_REQUEST',
    },
    reason,
  );
}

/**
 * A body that is too long. Assumed: the limit and the whole answer. NetSuite's page for REST names no limit, the one
 * for documents 10 MB.
 */
export function contentTooLarge(maximumBytes: number): Refusal {
  return tooLong(413, {
    type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.14',
    title: 'Content Too Large',
    detail: `The request body is too large. The maximum is ${maximumBytes} bytes.`,
  });
}

/** A URL that is too long. Assumed: the limit and the whole answer. */
export function urlTooLong(maximumLength: number): Refusal {
  return tooLong(414, {
    type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.15',
    title: 'URI Too Long',
    detail: `The request URL is too long. The maximum is ${maximumLength} characters.`,
  });
}

function tooLong(
  status: number,
  { type, title, detail }: { readonly type: string; readonly title: string; readonly detail: string },
): Refusal {
  const body = { type, title, status, 'o:errorDetails': [{ detail, 'o:errorCode': 'INVALID_REQUEST' }] };
  return new Refusal({ status, body, event: 'request refused', reason: detail });
}

/** A path or method that the emulator does not have. It refuses rather than to make something up. */
export function notEmulated(reason: string): Refusal {
  const { status, body } = malformedRequest(reason);
  return new Refusal({ status, body, event: 'not emulated', reason });
}

/** A required request header that is absent or has another value than it must. */
export function invalidHeader(header: string, detail: string): Refusal {
  return badRequest({ detail, 'o:errorHeader': header, 'o:errorCode': 'INVALID_HEADER' });
}

/** A query parameter with a value that it must not have. */
export function invalidQueryParameter(parameter: string, detail: string): Refusal {
  return badRequest({ detail, 'o:errorQueryParam': parameter, 'o:errorCode': 'INVALID_PARAMETER' });
}

/**
 * A value in a record's body that does not fit. Oracle's sample has this wording for a reference; that
 * it is used for every kind of misfit is assumed.
 *
 * @param path Where in the body: `item.items[0].item`.
 */
export function invalidContent(path: string, value: unknown): Refusal {
  const field = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  const printed = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const problem = `You have entered an Invalid Field Value ${printed} for the following field: ${field}`;
  return badRequest({
    detail: `Error while accessing resource: ${problem}`,
    'o:errorCode': 'INVALID_CONTENT',
    'o:errorPath': path,
  });
}

/**
 * A field that the request leaves out and that has no default. Assumed: the wording and the path.
 *
 * @param path Where in the body: `item.items[0].item`.
 */
export function missingContent(path: string): Refusal {
  const field = path.slice(path.lastIndexOf('.') + 1);
  const label = field.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());
  return badRequest({
    detail: `Error while accessing a resource. Please enter value(s) for: ${label}.`,
    'o:errorCode': 'USER_ERROR',
    'o:errorPath': path,
  });
}

/**
 * What the role may not do. The wording is that of a connector's test; of the status and code there are several.
 *
 * @param permission As NetSuite names it: `Lists -> Customers`.
 */
export function insufficientPermission(permission: string, level: string): Refusal {
  const detail: ErrorDetail = {
    detail: `Permission Violation: You need the '${permission}' permission.`,
    'o:errorCode': 'INSUFFICIENT_PERMISSION',
  };
  const body = { type: forbiddenType, title: 'Forbidden', status: 403, 'o:errorDetails': [detail] };
  const reason = `The role lacks the permission '${permission}' at the level ${level}.`;
  return new Refusal({ status: 403, body, event: 'request refused', reason });
}

/** A rule of the record that the request breaks. */
export function userError(problem: string): Refusal {
  return badRequest({ detail: `Error while accessing a resource. ${problem}`, 'o:errorCode': 'USER_ERROR' });
}

/** No record has this id. */
export function unknownInstance(reason: string): Refusal {
  const detail: ErrorDetail = {
    detail: 'The record instance does not exist. Provide a valid record instance ID.',
    'o:errorCode': 'NONEXISTENT_ID',
  };
  const body = { type: notFoundType, title: 'Not Found', status: 404, 'o:errorDetails': [detail] };
  return new Refusal({ status: 404, body, event: 'request refused', reason });
}

/** `path` is the URL's path as the client wrote it. */
export function unknownRecordType(recordType: string, path: string): Refusal {
  const detail: ErrorDetail = {
    detail: `Record type '${recordType}' does not exist.`,
    'o:errorUrl': path,
    'o:errorCode': 'NONEXISTENT_ID',
  };
  const body = { type: notFoundType, title: 'Not Found', status: 404, 'o:errorDetails': [shortened(detail)] };
  return new Refusal({ status: 404, body, event: 'request refused', reason: detail.detail });
}

/** Over the concurrency limit. No captured response: body and type URL are the documented ones. */
export function concurrencyLimitExceeded(
  reason: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const detail: ErrorDetail = {
    detail: 'Concurrent request limit exceeded. Request blocked.',
    'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED',
  };
  const body = {
    type: 'https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
    title: 'Bad Request',
    status: 429,
    'o:errorCode': 'USER_ERROR',
    'o:errorDetails': [detail],
  };
  return new Refusal({ status: 429, body, event: 'over limit', reason, headers });
}

/** A second request with the idempotency key of another. The documented body, but for its type URL. */
export function idempotencyKeyUsed(): Refusal {
  const detail: ErrorDetail = {
    detail:
      'A request with the same idempotency key is already submitted. ' +
      'See the "Location" header for a link to the previously submitted job',
    'o:errorCode': 'IDEMPOTENCY_ERROR',
  };
  const type = 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.10';
  const body = { type, title: 'Conflict', status: 400, 'o:errorDetails': [detail] };
  return new Refusal({ status: 400, body, event: 'request refused', reason: detail.detail });
}

/** The emulator itself failed. */
export function unexpectedError(errorId: string, reason: string): Refusal {
  const detail: ErrorDetail = {
    detail: `An unexpected error occurred. Error ID: ${errorId}`,
    'o:errorCode': 'UNEXPECTED_ERROR',
  };
  const body = {
    type: serverErrorType,
    title: 'Internal Server Error',
    status: 500,
    'o:errorDetails': [detail],
  };
  return new Refusal({ status: 500, body, event: 'failure', reason });
}

/** NetSuite, or a gateway in front of it, is out of order. Assumed: the body, of which there is no capture. */
export function unavailable(status: number, headers: Readonly<Record<string, string>> = {}): Refusal {
  const detail: ErrorDetail = {
    detail: 'The service is temporarily unavailable.',
    'o:errorCode': 'UNEXPECTED_ERROR',
  };
  const body = { type: serverErrorType, title: 'Service Unavailable', status, 'o:errorDetails': [detail] };
  return new Refusal({ status, body, event: 'failure', reason: `injected fault: ${status}`, headers });
}
