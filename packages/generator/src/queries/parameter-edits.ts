import {
  type Expression,
  type In,
  type Node,
  type Parameter,
  printExpression,
  type Query,
  walk,
} from '@suitewright/suiteql';
import type { DatedParameters } from './dated-parameters.js';
import type { QueryProblem } from './query-problem.js';
import type { TextEdit } from './text-edit.js';

/** A `?` of the generated text. */
export interface ParameterSlot {
  /** The parameter's place among all of the statement. */
  readonly index: number;
  readonly name: string;
  /** Set where the `?` stands for a whole `operand IN (:list[])`. */
  readonly memberOf: { readonly operand: string; readonly negated: boolean } | null;
  /** Whether it is a number of rows, as in FETCH FIRST. */
  readonly isRowCount: boolean;
}

export interface ParameterEdits {
  readonly edits: readonly TextEdit[];
  /** In the order of the text. */
  readonly slots: readonly ParameterSlot[];
  readonly problems: readonly QueryProblem[];
}

/**
 * Puts a `?` in the place of every `:name`, and of every `x IN (:name[])` as a whole: how often that
 * is written depends on the number of values.
 */
export function parameterEdits(query: Query, wrappers: DatedParameters['wrappers']): ParameterEdits {
  const edits: TextEdit[] = [];
  const slots: ParameterSlot[] = [];
  const problems: QueryProblem[] = [];
  const rowCounts = new Set<Node>();
  const put = ({ start, end }: Expression, slot: ParameterSlot): void => {
    const { before = 0, behind = 0 } = wrappers.get(slot.index) ?? {};
    edits.push({ start: start - before, end: end + behind, text: '?' });
    slots.push(slot);
  };
  walk(query, (node) => {
    if (node.kind === 'parameter') {
      if (node.list) problems.push(misplaced(node));
      else
        put(node, {
          index: node.index,
          name: node.name ?? '',
          memberOf: null,
          isRowCount: rowCounts.has(node),
        });
    }
    for (const count of rowCountsOf(node)) rowCounts.add(count);
    if (node.kind !== 'in') return true;
    const list = listOf(node);
    if (list === null) return true;
    const inner = parametersIn(node.operand);
    problems.push(...inner.map(besideList));
    put(node, {
      index: list.index,
      name: list.name ?? '',
      memberOf: { operand: printExpression(node.operand), negated: node.negated },
      isRowCount: false,
    });
    return false;
  });
  return { edits, slots, problems };
}

/** The numbers of rows in TOP, OFFSET and FETCH, seen before the nodes themselves are. */
function rowCountsOf(node: Node): readonly Node[] {
  const counts =
    node.kind === 'query' ? [node.offset, node.fetch?.count] : node.kind === 'select' ? [node.top] : [];
  return counts.filter((count) => count != null);
}

/** The list of `x IN (:list[])`. */
function listOf({ source }: In): Parameter | null {
  if (source.kind !== 'list' || source.items.length !== 1) return null;
  const [item] = source.items;
  return item?.kind === 'parameter' && item.list ? item : null;
}

function parametersIn(expression: Expression): readonly Parameter[] {
  const found: Parameter[] = [];
  walk(expression, (node) => {
    if (node.kind === 'parameter') found.push(node);
    return true;
  });
  return found;
}

function misplaced({ name, start, end }: Parameter): QueryProblem {
  return {
    code: 'list-parameter',
    message: `The list :${name}[] stands where it cannot be written out.`,
    hint: `Write it alone in the parentheses of IN: x IN (:${name}[]).`,
    range: { start, end },
    inFile: false,
  };
}

function besideList({ name, start, end }: Parameter): QueryProblem {
  return {
    code: 'list-parameter',
    message: `:${name} stands in what a list is compared with, which is written once for every 1,000 values.`,
    hint: 'Compute it in a subquery, and compare its column with the list.',
    range: { start, end },
    inFile: false,
  };
}
