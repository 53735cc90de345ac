import type { Token } from '../lexer.js';

/** Finds tokens by their place in the text. */
export interface TokenIndex {
  readonly tokens: readonly Token[];
  /** The first token at or behind an offset. */
  at(offset: number): number;
  /** The last token before an offset with one of these words; the token at the offset itself where there is none. */
  wordBefore(offset: number, ...words: readonly string[]): number;
  /** The last token before an offset. */
  before(offset: number): number;
}

export function tokenIndex(tokens: readonly Token[]): TokenIndex {
  const at = (offset: number): number => {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle] as Token).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    tokens,
    at,
    before: (offset) => at(offset) - 1,
    wordBefore(offset, ...words) {
      const from = at(offset);
      for (let index = from - 1; index >= 0; index--) {
        const { type, value } = tokens[index] as Token;
        if (type === 'word' && words.includes(value)) return index;
      }
      return from;
    },
  };
}
