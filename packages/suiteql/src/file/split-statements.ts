import type { SourceRange } from '../ast.js';

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
}

export interface StatementName extends SourceRange {
  readonly text: string;
}

/** A line of a comment, without its signs. */
export interface DocumentationLine extends SourceRange {
  readonly text: string;
}

/** A string or quoted name, a comment, a semicolon, or other text; strings and comments may lack their end. */
const PART = /'[^']*'?|"[^"]*"?|--[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|[^\s'"\-/;]+|[-/]/g;
const NAME = /^name:\s*(.*\S)\s*$/;

/**
 * Finds the statements of a `.suiteql` file: they end at a semicolon or where the header of the next
 * begins. A header is a comment with a line `name: …`; all below it, and without one all directly above
 * the statement, is the statement's documentation.
 *
 * Nothing is parsed: a statement that is wrong does not hide the others.
 */
export function splitStatements(text: string): readonly FileStatement[] {
  const statements: FileStatement[] = [];
  let header: DocumentationLine[] = [];
  let range: SourceRange | null = null;
  let previousEnd = 0;
  const close = (semicolon: number | null): void => {
    if (range !== null) statements.push({ ...readHeader(header), range, semicolon });
    header = [];
    range = null;
  };
  for (const { 0: part, index } of text.matchAll(PART)) {
    const end = index + part.length;
    // One that ends nothing means nothing.
    if (part === ';' && range === null) continue;
    const isFirstOfLine = previousEnd === 0 || /[\r\n]/.test(text.slice(previousEnd, index));
    previousEnd = end;
    if (part === ';') {
      close(index);
    } else if (part.startsWith('--') || part.startsWith('/*')) {
      // Behind something on its line, or inside of a statement, a comment is about that alone.
      if (!isFirstOfLine) continue;
      const lines = commentLines(text, { start: index, end });
      if (range !== null && lines.some((line) => NAME.test(line.text))) close(null);
      if (range === null) header.push(...lines);
    } else {
      range = range === null ? { start: index, end } : { start: range.start, end };
      if (header.length > 0 && range.start === index) header = directlyAbove(header, text, index);
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
  if (header.some((line) => NAME.test(line.text))) return [...header];
  let first = header.length;
  let below = start;
  while (first > 0) {
    const line = header[first - 1] as DocumentationLine;
    if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(line.end, below))) break;
    below = line.start;
    first -= 1;
  }
  return header.slice(first);
}

function readHeader(header: readonly DocumentationLine[]): Pick<FileStatement, 'name' | 'documentation'> {
  const at = header.findLastIndex((line) => NAME.test(line.text));
  if (at === -1) return { name: null, documentation: header };
  const line = header[at] as DocumentationLine;
  const written = NAME.exec(line.text)?.[1] ?? '';
  const start = line.start + line.text.lastIndexOf(written);
  return {
    name: { text: written, start, end: start + written.length },
    documentation: header.slice(at + 1),
  };
}
