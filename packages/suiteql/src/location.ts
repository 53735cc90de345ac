import type { SourceRange } from './ast.js';

/** A place in a text, both counted from 1; columns in UTF-16 units. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

const LINE_BREAK = /\r\n|\r|\n/g;
const LONGEST_LINE = 120;

/** Line and column of an offset. */
export function locate(source: string, offset: number): Location {
  let line = 1;
  let lineStart = 0;
  for (const match of source.slice(0, offset).matchAll(LINE_BREAK)) {
    line += 1;
    lineStart = match.index + match[0].length;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The first line that a range touches, with carets under the range. Long lines are cut around it. */
export function drawExcerpt(source: string, range: SourceRange): string {
  const { column } = locate(source, range.start);
  const lineStart = range.start - (column - 1);
  const rest = source.slice(lineStart, range.start + LONGEST_LINE);
  const lineLength = rest.search(/[\r\n]/);
  const line = lineLength === -1 ? rest : rest.slice(0, lineLength);

  const cut = Math.max(0, column - 1 - LONGEST_LINE / 2);
  const visible = line.slice(cut, cut + LONGEST_LINE).replaceAll('\t', ' ');
  const caretAt = column - 1 - cut;
  const caretCount = Math.max(1, Math.min(range.end - range.start, visible.length - caretAt));
  const lead = cut > 0 ? '…' : '';
  return `  ${lead}${visible}\n  ${' '.repeat(lead.length + caretAt)}${'^'.repeat(caretCount)}`;
}
