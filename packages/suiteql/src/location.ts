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
  return locator(source)(offset);
}

/** Finds the places of offsets in a text. It reads the text once, however many are asked for. */
export function locator(source: string): (offset: number) => Location {
  const lineStarts = [0, ...Array.from(source.matchAll(LINE_BREAK), lineStartBehind)];
  return (offset) => {
    let line = 0;
    let above = lineStarts.length;
    while (above - line > 1) {
      const middle = (line + above) >> 1;
      if ((lineStarts[middle] as number) <= offset) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: offset - (lineStarts[line] as number) + 1 };
  };
}

function lineStartBehind(lineBreak: RegExpExecArray): number {
  return lineBreak.index + lineBreak[0].length;
}

/** The first line that a range touches, with carets under the range. Long lines are cut around it. */
export function drawExcerpt(source: string, { start, end }: SourceRange): string {
  const most = LONGEST_LINE / 2;
  const before = source.slice(Math.max(0, start - most - 1), start).replace(/^[\s\S]*[\r\n]/, '');
  const shown = before.slice(-most);
  const [behind = ''] = source.slice(start, start + LONGEST_LINE - shown.length).split(/[\r\n]/, 1);
  const lead = before.length > most ? '…' : '';
  const carets = '^'.repeat(Math.max(1, Math.min(end - start, behind.length)));
  const line = `${lead}${shown}${behind}`.replaceAll('\t', ' ');
  return `  ${line}\n  ${' '.repeat(lead.length + shown.length)}${carets}`;
}
