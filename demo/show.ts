import type { Statement } from '@suitewright/runtime';

/** Prints a heading. */
export function show(heading: string): void {
  console.log(`\n${heading}\n`);
}

/** Prints a statement with a line for each clause, and the values of its parameters. */
export function showStatement({ text, parameters }: Statement): void {
  const clauses = text.replace(
    / (?=(?:FROM|(?:INNER|LEFT|RIGHT|FULL) JOIN|WHERE|GROUP BY|HAVING|ORDER BY|OFFSET|FETCH) )/g,
    '\n',
  );
  console.log(clauses.replace(/^/gm, '  '));
  if (parameters.length > 0)
    console.log(`  -- ? = ${parameters.map((value) => JSON.stringify(value)).join(', ')}`);
}
