import { safeLine } from './safe-text.js';
import { fitText, textWidth } from './text-width.js';

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The window's width, which no line is wider than. Undefined: lines are as long as it takes. */
  readonly columns: number | undefined;
}

export interface TableLines {
  readonly lines: readonly string[];
  /** How many columns at the end did not fit. */
  readonly hidden: number;
}

const gap = '  ';

/** No column is cut to less. */
const narrowestColumn = 6;

/** Lays a table out in columns; columns of numbers alone are aligned to the right. */
export function tableLines({ header, rows, columns }: TextTable): TableLines {
  const names = header.map(safeLine);
  const cells = rows.map((row) => row.map(safeLine));
  const wanted = names.map((name, column) =>
    cells.reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), textWidth(name)),
  );
  const widths = columns === undefined ? wanted : fittedWidths(wanted, columns);
  const isNumeric = widths.map(
    (_, column) =>
      cells.some((row) => row[column] !== '') &&
      cells.every((row) => /^(-?[\d.]+)?$/.test(row[column] ?? '')),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = fitText(row[column] ?? '', width);
        const padding = ' '.repeat(Math.max(0, width - textWidth(cell)));
        return isNumeric[column] ? padding + cell : cell + padding;
      })
      .join(gap)
      .trimEnd();
  return {
    lines: [line(names), widths.map((width) => '-'.repeat(width)).join(gap), ...cells.map(line)],
    hidden: wanted.length - widths.length,
  };
}

/** The widest columns give way first; where that is not enough, the last ones go. */
function fittedWidths(wanted: readonly number[], columns: number): readonly number[] {
  const room = (count: number): number => columns - gap.length * (count - 1);
  let count = wanted.length;
  const narrowest = (): number =>
    wanted.slice(0, count).reduce((sum, width) => sum + Math.min(width, narrowestColumn), 0);
  while (count > 1 && narrowest() > room(count)) count -= 1;
  const kept = wanted.slice(0, count);
  let widest = Math.max(...kept);
  const widths = (): readonly number[] => kept.map((width) => Math.min(width, widest));
  while (widest > 1 && widths().reduce((sum, width) => sum + width, 0) > room(count)) widest -= 1;
  return widths();
}
