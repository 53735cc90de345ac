import { kindOf } from './kind-of.js';
import type { OutputNode, StatementNode } from './nodes.js';
import { isAlias } from './reserved-words.js';

/** The output columns of a statement. */
export function outputsOf(of: StatementNode): readonly OutputNode[] {
  if ('type' in of) return of.outputs;
  return of.selection.map(({ name, path, expression }) => {
    const output = { name, kind: kindOf(expression) };
    return path === undefined ? output : { ...output, path };
  });
}

/**
 * What the columns of a query in FROM are called in the statement around it: by their own names where all of them can
 * be, otherwise c0, c1 …
 */
export function columnNames(outputs: readonly OutputNode[]): readonly string[] {
  const names = outputs.map(({ name }) => name.toLowerCase());
  const areUsable =
    new Set(names).size === names.length &&
    outputs.every(({ name, path }) => path === undefined && isAlias(name));
  return areUsable ? outputs.map(({ name }) => name) : outputs.map((_, index) => `c${index}`);
}
