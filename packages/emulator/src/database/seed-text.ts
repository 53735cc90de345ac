import { withLongNumbersAsText } from '../server/json-text.js';

/**
 * The JSON of a seed file, for the option `seed`. Numbers that a double does not hold become text, which keeps their digits.
 *
 * @throws {SyntaxError} It is no JSON.
 */
export function parseSeedText(text: string): unknown {
  return JSON.parse(withLongNumbersAsText(text));
}
