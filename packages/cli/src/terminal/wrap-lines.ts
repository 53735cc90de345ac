import { textWidth } from './text-width.js';

/** A second column that would be narrower begins on a line of its own. */
const narrowestColumn = 24;

/**
 * Breaks lines that are wider than a window, at spaces where possible. Text after two spaces is a second column and
 * stays in it. Commands are continued with a backslash, as shells expect.
 */
export function wrapLines(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => (textWidth(line) <= columns ? [line] : wrapLine(line, columns)))
    .join('\n');
}

function wrapLine(line: string, columns: number): readonly string[] {
  const margin = /^ */.exec(line)?.[0] ?? '';
  const [, first = '', second = line.slice(margin.length)] =
    /^(\S+(?: \S+)*) {2,}(.*)$/.exec(line.trimStart()) ?? [];
  const indent = line.length - second.length;
  const deeper = `${margin}    `;
  if (first === '') {
    // A second column whose first is on the line above.
    if (margin.length > 6 && columns - margin.length < narrowestColumn) {
      return wrapLines(`      ${second}`, columns).split('\n');
    }
    const isCommand = /^(?:npx )?suitewright /.test(second);
    return isCommand
      ? fill(second, { columns, margin, next: deeper, end: ' \\' })
      : fill(second, { columns, margin, next: margin, end: '' });
  }
  if (columns - indent >= narrowestColumn) {
    const lead = line.slice(0, indent);
    return fill(second, { columns, margin: lead, next: ' '.repeat(indent), end: '' });
  }
  return [
    ...wrapLines(`${margin}${first}`, columns).split('\n'),
    ...fill(second, { columns, margin: deeper, next: deeper, end: '' }),
  ];
}

interface Filling {
  readonly columns: number;
  /** Before the first line. */
  readonly margin: string;
  /** Before the others. */
  readonly next: string;
  /** After each line but the last. */
  readonly end: string;
}

function fill(text: string, { columns, margin, next, end }: Filling): readonly string[] {
  const lines: string[] = [];
  let line = margin;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (isEmpty || textWidth(longer) <= columns - end.length) {
      line = longer;
    } else {
      lines.push(line + end);
      line = next + word;
    }
    isEmpty = false;
  }
  return [...lines, line].flatMap((filled) => broken(filled, columns));
}

/** A word that is wider than the window is broken as a terminal would. */
function broken(line: string, columns: number): readonly string[] {
  if (textWidth(line) <= columns) return [line];
  const characters = [...line];
  let end = 0;
  for (let width = 0; end < characters.length; end += 1) {
    width += textWidth(characters[end] ?? '');
    if (width > columns && end > 0) break;
  }
  return [characters.slice(0, end).join(''), ...broken(characters.slice(end).join(''), columns)];
}
