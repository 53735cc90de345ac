import { holdsAggregate } from './aggregate-names.js';
import { findWithin } from './children.js';
import { flatOperands } from './logic.js';
import type {
  ColumnNode,
  CompoundNode,
  ExpressionNode,
  JoinNode,
  OrderNode,
  OutputOrderNode,
  SelectNode,
  StatementNode,
} from './nodes.js';
import { isRowWise } from './row-wise.js';
import { isSameExpression } from './same-expression.js';

/**
 * The query with an order in which only rows that are the same can tie. Pages count the rows anew, and ties fall
 * differently each time: without this, rows are lost and repeated between the pages.
 *
 * The user's own order stays; what settles its ties is added: what is grouped by, else the keys of all tables, else
 * every output column.
 */
export function stableOrder(query: SelectNode): SelectNode;
export function stableOrder(query: StatementNode): StatementNode;
export function stableOrder(query: StatementNode): StatementNode {
  return 'type' in query ? orderedCompound(query) : orderedSelect(query);
}

function orderedSelect(query: SelectNode): SelectNode {
  const added = tieBreakers(query)
    .filter((expression) => !query.orderBy.some((known) => isSameExpression(known.expression, expression)))
    .map((expression): OrderNode => ({ expression, direction: 'ASC', nulls: null }));
  return { ...query, orderBy: [...query.orderBy, ...added] };
}

function orderedCompound(query: CompoundNode): CompoundNode {
  const added = query.outputs
    .map((_, index): OutputOrderNode => ({ index, direction: 'ASC', nulls: null }))
    .filter(({ index }) => !query.orderBy.some((known) => known.index === index));
  return { ...query, orderBy: [...query.orderBy, ...added] };
}

function tieBreakers({ from, joins, distinct, groupBy, selection }: SelectNode): readonly ExpressionNode[] {
  if (groupBy.length > 0) return groupBy.flatMap((key) => (key.type === 'grouping' ? key.of : [key]));
  const outputs = selection.map(({ expression }) => expression);
  if (distinct) return outputs;
  const multiplying = joins.filter((join) => !isToOne(join)).map(({ table }) => table);
  const keys: ColumnNode[] = [];
  for (const { key } of [from, ...multiplying]) {
    if (key === undefined || key === null) return outputs;
    keys.push(key);
  }
  // A result that is one row needs no order, and an aggregate takes none.
  return outputs.some(holdsAggregate) ? [] : keys;
}

/** Whether a join adds at most one row to each: it asks for one value of the joined table's key. */
function isToOne({ type, table: { key }, on }: JoinNode): boolean {
  if (key === undefined || key === null || on === null || type === 'RIGHT' || type === 'FULL') return false;
  return flatOperands('AND', [on]).some(
    (of) =>
      of.type === 'comparison' &&
      of.operator === '=' &&
      ((isSameExpression(of.left, key) && isOfOthers(of.right, key.source)) ||
        (isSameExpression(of.right, key) && isOfOthers(of.left, key.source))),
  );
}

/** Whether an expression has one value while the rows of a table go by. */
function isOfOthers(of: ExpressionNode, source: string): boolean {
  const isOwn = (each: ExpressionNode): boolean => each.type === 'column' && each.source === source;
  return isRowWise(of) && findWithin(of, isOwn) === undefined;
}
