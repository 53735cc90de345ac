import type { ErrorDetail } from '../errors/response-error.js';

/**
 * The reasons in an error body: NetSuite's `o:errorDetails`, or the `error` of its OAuth 2.0 endpoints. HTML, an empty
 * body and anything else give none.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156570709583.html
 */
export function responseDetails(text: string): readonly ErrorDetail[] {
  const body = parsedObject(text);
  if (body === null) return [];
  const details = body['o:errorDetails'];
  if (Array.isArray(details) && details.length > 0) return details.map(netSuiteDetail);
  if (typeof body.error === 'string') {
    return [
      {
        detail: textOf(body.error_description),
        errorCode: body.error,
        path: null,
        queryParameter: null,
      },
    ];
  }
  const title = textOf(body.title);
  const errorCode = optionalText(body['o:errorCode']);
  return title === '' && errorCode === null
    ? []
    : [{ detail: title, errorCode, path: null, queryParameter: null }];
}

function netSuiteDetail(entry: unknown): ErrorDetail {
  const facts = isObject(entry) ? entry : {};
  return {
    detail: textOf(facts.detail),
    errorCode: optionalText(facts['o:errorCode']),
    path: optionalText(facts['o:errorPath']),
    queryParameter: optionalText(facts['o:errorQueryParam']),
  };
}

function parsedObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
