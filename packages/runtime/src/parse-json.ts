/** NetSuite's bodies have a handful of levels, whichever way they go. `JSON.parse` takes seconds for a few megabytes of nothing but brackets. */
export const deepestLevel = 200;

export type ParsedJson =
  | { readonly problem: null; readonly value: unknown }
  | { readonly problem: 'not-json' | 'too-deep'; readonly value: undefined };

/** Parses text from outside, unless it is nested more than {@link deepestLevel} levels deep. */
export function parseJson(text: string): ParsedJson {
  if (mayBeTooDeep(text) && isTooDeep(text)) return { problem: 'too-deep', value: undefined };
  try {
    return { problem: null, value: JSON.parse(text) };
  } catch {
    return { problem: 'not-json', value: undefined };
  }
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** Cheap, and never wrong about a text that is too deep: a page of rows costs a few percent of what parsing it costs. */
function mayBeTooDeep(text: string): boolean {
  return unpaired(text, '[', closeBracket) + unpaired(text, '{', closeBrace) >= deepestLevel;
}

/**
 * Counts openings, those in strings too, without the ones that surely add no level because a closing of their own stands
 * beside them: `[]` and `},{`. No quote stands between these characters: if the opening is part of the structure, so is
 * the closing. The closing of `[]` has its opening already, hence the third look back.
 */
function unpaired(text: string, opening: string, closing: number): number {
  let count = 0;
  for (
    let at = text.indexOf(opening);
    at !== -1 && count < deepestLevel;
    at = text.indexOf(opening, at + 1)
  ) {
    if (text.charCodeAt(at + 1) === closing) continue;
    const isNext =
      text.charCodeAt(at - 1) === comma &&
      isClosing(text.charCodeAt(at - 2)) &&
      !isOpening(text.charCodeAt(at - 3));
    if (!isNext) count += 1;
  }
  return count;
}

/** Exact for what `JSON.parse` would read: up to the end of the value, if it is an array or an object. */
function isTooDeep(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (isOpening(code)) {
      depth += 1;
      if (depth > deepestLevel) return true;
    } else if (isClosing(code)) {
      depth -= 1;
      if (depth === 0) return false;
    }
  }
  return false;
}

function isOpening(code: number): boolean {
  return code === openBracket || code === openBrace;
}

function isClosing(code: number): boolean {
  return code === closeBracket || code === closeBrace;
}
