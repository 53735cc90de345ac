import { malformedRequest } from './refusals.js';

/**
 * The JSON object in a request's body.
 *
 * @throws {Refusal} The body is not JSON, or holds no object.
 */
export function parseJsonObject(body: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw malformedRequest('The body is not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw malformedRequest('The body is not a JSON object.');
  }
  return json as Readonly<Record<string, unknown>>;
}
