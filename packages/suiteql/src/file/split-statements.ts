import type { SourceRange } from '../ast.js';
import type { SyntaxFailure } from '../error.js';
import { isSemicolon, scan } from '../lexer.js';

const NAME = 'name:';
const EMPTY_LINE = /(?:\n|\r(?!\n))[^\S\r\n]*[\r\n]/;

/** A statement of a `.suiteql` file, with the comment above it. Offsets count in the file's text. */
export interface FileStatement {
  /** From the `name:` line of its header. Null: it has none. */
  readonly name: StatementName | null;
  /** The lines of its comment, without comment signs and without the `name:` line. */
  readonly documentation: readonly DocumentationLine[];
  /** From its first word to its last. */
  readonly range: SourceRange;
  /** Where the semicolon is that ends it; comments may stand before it. Null: there is none. */
  readonly semicolon: number | null;
  /** The first part of it that is neither token nor comment. Null: there is none. */
  readonly failure: SyntaxFailure | null;
}

export interface StatementName extends SourceRange {
  readonly text: string;
}

/** A line of a comment, without its signs. */
export interface DocumentationLine extends SourceRange {
  readonly text: string;
}

/**
 * Finds the statements of a `.suiteql` file: they end at a semicolon or where the header of the next
 * begins. A header is a comment with a line `name: …`; all below it, and without one all directly above
 * the statement, is the statement's documentation.
 *
 * Nothing is parsed: a statement that is wrong does not hide the others. A comment or quote that does not
 * end belongs to the statement that it stands in; between statements, it is one of its own.
 */
export function splitStatements(text: string): readonly FileStatement[] {
  const statements: FileStatement[] = [];
  let header: DocumentationLine[] = [];
  let range: SourceRange | null = null;
  let failure: SyntaxFailure | null = null;
  let previousEnd = 0;
  const close = (semicolon: number | null): void => {
    if (range !== null) statements.push({ ...readHeader(header), range, semicolon, failure });
    header = [];
    range = null;
    failure = null;
  };
  for (const lexeme of scan(text, { namedParameters: true })) {
    const { type, start, end } = lexeme;
    // A semicolon that ends nothing means nothing.
    if (type === 'end' || (isSemicolon(lexeme) && range === null)) continue;
    const isFirstOfLine = previousEnd === 0 || /[\r\n]/.test(text.slice(previousEnd, start));
    previousEnd = end;
    if (isSemicolon(lexeme)) {
      close(start);
    } else if (type === 'comment') {
      // Behind something on its line, or inside of a statement, a comment is about that alone.
      if (!isFirstOfLine) continue;
      const lines = commentLines(text, { start, end });
      if (range !== null && lines.some(isNameLine)) close(null);
      if (range === null) for (const line of lines) header.push(line);
    } else {
      range = { start: (range as SourceRange | null)?.start ?? start, end };
      if (type === 'unreadable') failure ??= lexeme.failure;
      if (header.length > 0 && range.start === start) header = directlyAbove(header, text, start);
    }
  }
  close(null);
  return statements;
}

function commentLines(text: string, { start, end }: SourceRange): DocumentationLine[] {
  if (text.startsWith('--', start)) {
    const skipped = text.startsWith('-- ', start) ? 3 : 2;
    return [{ text: text.slice(start + skipped, end).trimEnd(), start: start + skipped, end }];
  }
  const inner = text.slice(start + 2, text.endsWith('*/', end) ? end - 2 : end);
  const lines: DocumentationLine[] = [];
  for (const match of inner.matchAll(/[^\r\n]+/g)) {
    const sign = /^[ \t]*(?:\*+(?: |$))?[ \t]*/.exec(match[0])?.[0].length ?? 0;
    const line = match[0].slice(sign).trimEnd();
    const lineStart = start + 2 + match.index + sign;
    if (line !== '' || lines.length > 0)
      lines.push({ text: line, start: lineStart, end: lineStart + line.length });
  }
  while (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** Without a name, a comment that a blank line parts from the statement is about the file. */
function directlyAbove(
  header: readonly DocumentationLine[],
  text: string,
  start: number,
): DocumentationLine[] {
  if (header.some(isNameLine)) return [...header];
  let first = header.length;
  let below = start;
  while (first > 0) {
    const line = header[first - 1] as DocumentationLine;
    if (EMPTY_LINE.test(text.slice(line.end, below))) break;
    below = line.start;
    first -= 1;
  }
  return header.slice(first);
}

function isNameLine({ text }: DocumentationLine): boolean {
  return text.startsWith(NAME) && text.length > NAME.length;
}

function readHeader(header: readonly DocumentationLine[]): Pick<FileStatement, 'name' | 'documentation'> {
  const at = header.findLastIndex(isNameLine);
  if (at === -1) return { name: null, documentation: header };
  const { text, start } = header[at] as DocumentationLine;
  const name = text.slice(NAME.length).trimStart();
  const end = start + text.length;
  return {
    name: { text: name, start: end - name.length, end },
    documentation: header.slice(at + 1),
  };
}
