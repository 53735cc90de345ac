import { commentText, isSemicolon, type Lexeme } from '../lexer.js';

/** A comment of a statement, and how it stands. */
export interface PlacedComment {
  readonly text: string;
  /** Nothing may follow it on its line: `-- …`. */
  readonly toLineEnd: boolean;
  /** It begins its line. */
  readonly ownLine: boolean;
}

/** The comments before each token, by the token's place among those that are not semicolons. */
export function commentsBefore(
  source: string,
  lexemes: readonly Lexeme[],
): ReadonlyMap<number, readonly PlacedComment[]> {
  const found = new Map<number, PlacedComment[]>();
  let place = 0;
  let previousEnd = 0;
  for (const lexeme of lexemes) {
    const { type, start, end } = lexeme;
    if (type === 'comment') {
      const ownLine = previousEnd === 0 || /[\r\n]/.test(source.slice(previousEnd, start));
      const comment = { text: commentText(source, lexeme), toLineEnd: lexeme.toLineEnd, ownLine };
      const others = found.get(place);
      if (others === undefined) found.set(place, [comment]);
      else others.push(comment);
    } else if (!isSemicolon(lexeme)) {
      place += 1;
    }
    previousEnd = end;
  }
  return found;
}
