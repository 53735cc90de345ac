import { quotedText } from './quoted-text.js';

/** What is no code; the start of such that does not end; or a placeholder. */
const token = new RegExp(`(${quotedText})|('|"|/\\*)|\\?`, 'g');

const partNames: Readonly<Record<string, string>> = {
  "'": 'string',
  '"': 'quoted identifier',
  '/*': 'comment',
};

/**
 * Where the `?` placeholders of a SuiteQL text are: outside of strings, quoted identifiers and comments. A doubled
 * quote ends one string and starts the next, which comes to the same.
 *
 * @throws {TypeError} A string, quoted identifier or comment does not end.
 */
export function findPlaceholders(text: string): readonly number[] {
  const positions: number[] = [];
  for (const { 1: wholePart, 2: openPart, index } of text.matchAll(token)) {
    if (openPart !== undefined) {
      throw new TypeError(
        `The SuiteQL statement has a ${partNames[openPart]} that starts at character ${index + 1} and does not end.`,
      );
    }
    if (wholePart === undefined) positions.push(index);
  }
  return positions;
}
