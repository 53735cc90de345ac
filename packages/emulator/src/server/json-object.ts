import { withLongNumbersAsText } from './json-text.js';
import { malformedRequest } from './refusals.js';

/** Bodies are walked by recursion. Those of records are a handful of levels deep. */
const depthMaximum = 100;

/**
 * The JSON object in a request's body. Numbers of many digits are strings in it.
 *
 * @throws {Refusal} The body is not JSON, is nested too deep, or holds no object.
 */
export function parseJsonObject(body: string): Readonly<Record<string, unknown>> {
  if (nestsDeeper(body, depthMaximum)) {
    throw malformedRequest(`The body is nested more than ${depthMaximum} levels deep.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(withLongNumbersAsText(body));
  } catch {
    throw malformedRequest('The body is not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw malformedRequest('The body is not a JSON object.');
  }
  return json as Readonly<Record<string, unknown>>;
}

function nestsDeeper(json: string, maximum: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (character === '"') quoted = !quoted;
    else if (quoted) index += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > maximum) return true;
  }
  return false;
}
