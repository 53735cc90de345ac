import { showValue } from '../show-value.js';
import { isTruthValue, misplacedCondition } from './conditions.js';
import { isExpression, node } from './expression.js';
import { MAX_NESTING, tooDeep } from './nesting.js';
import type { SelectionNode } from './nodes.js';
import type { Selection } from './select.js';

/**
 * The output columns that a selection names, objects in it opened.
 *
 * @throws {TypeError} It names none, or something else than an expression.
 */
export function selectionNodes(selection: Selection<string>): readonly SelectionNode[] {
  const nodes: SelectionNode[] = [];
  collect(selection, [], nodes);
  return nodes;
}

function collect(selection: Selection<string>, path: readonly string[], nodes: SelectionNode[]): void {
  if (path.length > MAX_NESTING) throw tooDeep('The selection');
  if (typeof selection !== 'object' || selection === null || Array.isArray(selection)) {
    throw new TypeError(`select: ${showValue(selection)} is not a selection. Give an object of columns.`);
  }
  const names = Object.keys(selection);
  if (names.length === 0) {
    if (path.length === 0) throw new TypeError('select({}) selects nothing. Name at least one column.');
    throw new TypeError(
      `select: '${path.join('.')}' names no column. Give a column, an expression or an object of such; a window function goes into over(…).`,
    );
  }
  for (const name of names) {
    const of: unknown = selection[name];
    if (isExpression(of)) {
      const expression = of[node];
      if (isTruthValue(expression)) throw misplacedCondition(placeOf(path, name));
      nodes.push(path.length === 0 ? { name, expression } : { name, path, expression });
    } else if (typeof of === 'object' && of !== null) {
      collect(of as Selection<string>, [...path, name], nodes);
    } else {
      throw new TypeError(
        `${placeOf(path, name)} is ${of === undefined ? 'undefined' : `a ${typeof of}`}. Give a column, an expression or an object of such; a plain value with value(…).`,
      );
    }
  }
}

/** What messages call an output column. */
function placeOf(path: readonly string[], name: string): string {
  return `select: '${[...path, name].join('.')}'`;
}
