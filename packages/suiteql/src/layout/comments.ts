import type { SourceRange } from '../ast.js';
import type { Token } from '../lexer.js';

/** A comment of a statement, and where it stands. */
export interface Comment extends SourceRange {
  readonly text: string;
  /** Nothing may follow it on its line: `-- …`. */
  readonly toLineEnd: boolean;
  /** It begins its line. */
  readonly ownLine: boolean;
}

const COMMENT = /--[^\r\n]*|\/\*[\s\S]*?\*\//g;

/** The comments before each token, by the token's place in the list. Between tokens there is nothing else but blanks. */
export function commentsBefore(
  source: string,
  tokens: readonly Token[],
): ReadonlyMap<number, readonly Comment[]> {
  const found = new Map<number, readonly Comment[]>();
  let end = 0;
  tokens.forEach((token, index) => {
    const gap = source.slice(end, token.start);
    let previousEnd = 0;
    const comments = [...gap.matchAll(COMMENT)].map((match): Comment => {
      const start = end + match.index;
      const before = gap.slice(previousEnd, match.index);
      previousEnd = match.index + match[0].length;
      return {
        text: match[0].trimEnd(),
        start,
        end: start + match[0].length,
        toLineEnd: match[0].startsWith('--'),
        ownLine: start === 0 || /[\r\n]/.test(before),
      };
    });
    if (comments.length > 0) found.set(index, comments);
    end = token.end;
  });
  return found;
}
