import { textWidth } from './text-width.js';

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Longer cells are cut, in characters. */
  readonly widestCell: number;
}

/** Lays a table out in columns; columns of numbers alone are aligned to the right. */
export function tableLines({ header, rows, widestCell }: TextTable): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => cut(visible(cell), widestCell)));
  const widths = header.map((name, column) =>
    shown.reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), textWidth(name)),
  );
  const isNumeric = header.map(
    (_, column) =>
      shown.some((row) => row[column] !== '') &&
      shown.every((row) => /^(-?[\d.]+)?$/.test(row[column] ?? '')),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - textWidth(cell));
        return isNumeric[column] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...shown.map(line)];
}

/** Line breaks and control characters as escapes: data must not steer the terminal. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
