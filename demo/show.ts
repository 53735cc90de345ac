import type { Statement } from '@suitewright/runtime';

/** Prints a heading. */
export function showHeading(heading: string): void {
  console.log(`\n${heading}\n`);
}

/** Prints a statement with a line for each clause, and the values of its parameters. */
export function showStatement({ text, parameters }: Statement): void {
  const clauses = text.replace(
    / (?=(?:FROM|(?:INNER|LEFT|RIGHT|FULL) JOIN|WHERE|AND|GROUP BY|HAVING|ORDER BY|OFFSET|FETCH) )/g,
    '\n',
  );
  const lines = clauses
    .split('\n')
    .flatMap((line) => wrap(line.startsWith('AND ') ? `    ${line}` : `  ${line}`));
  if (parameters.length > 0)
    lines.push(`  -- ${parameters.map((value) => JSON.stringify(value)).join(', ')}`);
  console.log(`${lines.join('\n')}\n`);
}

/** Prints rows as a table, numbers to the right. */
export function showRows(rows: readonly object[]): void {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => [name, ...rows.map((row) => valueIn(row, name))]);
  const aligned = columns.map((column) => {
    const width = Math.max(...column.map((value) => String(value ?? '').length));
    const isNumeric = column.slice(1).every((value) => typeof value === 'number');
    return column.map((value) => {
      const text = String(value ?? '');
      return isNumeric ? text.padStart(width) : text.padEnd(width);
    });
  });
  const line = (row: number): string => `  ${aligned.map((column) => column[row]).join('   ')}`.trimEnd();
  const rule = `  ${aligned.map((column) => '─'.repeat(column[0]?.length ?? 0)).join('   ')}`;
  console.log([line(0), rule, ...rows.map((_, row) => line(row + 1))].join('\n'));
}

function valueIn(row: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(name);
}

/** Breaks a long line behind commas, so that it fits a terminal. */
function wrap(line: string): readonly string[] {
  const end = line.length > 96 ? line.lastIndexOf(', ', 94) : -1;
  return end === -1 ? [line] : [line.slice(0, end + 1), ...wrap(`      ${line.slice(end + 2)}`)];
}
