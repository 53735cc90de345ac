import { parseJsonObject } from '../server/json-object.js';
import { badRequest, invalidHeader, malformedRequest } from '../server/refusals.js';

/** A SuiteQL request's body. */
export interface StatementRequest {
  readonly text: string;
  /** Values of the `?` parameters, in order. */
  readonly parameters: readonly StatementParameter[];
}

export type StatementParameter = string | number | boolean;

/**
 * @throws {Refusal} The header `Prefer: transient` is missing. The part of its text after "missing" is
 * assumed.
 */
export function requireTransient(prefer: string | undefined): void {
  const preferences = (prefer ?? '').split(/[,;]/).map((preference) => preference.trim().toLowerCase());
  if (preferences.includes('transient')) return;
  throw invalidHeader(
    'Prefer',
    "The required request header 'Prefer' is missing or has an incorrect value. Set the header to 'transient'.",
  );
}

/**
 * Reads `{"q": "SELECT …", "params": ["1"]}`.
 *
 * @throws {Refusal} The body is no such object.
 */
export function parseStatementRequest(body: string): StatementRequest {
  const json = parseJsonObject(body);
  const { q: text, params = [] } = json;
  if (typeof text !== 'string' || text.trim() === '') {
    const detail = 'Invalid search query. The query parameter q is required.';
    throw badRequest({ detail, 'o:errorQueryParam': 'q', 'o:errorCode': 'INVALID_PARAMETER' });
  }
  if (!Array.isArray(params) || !params.every(isParameter)) {
    throw malformedRequest('params must be a list of strings, numbers or booleans.');
  }
  return { text, parameters: params };
}

function isParameter(value: unknown): value is StatementParameter {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
