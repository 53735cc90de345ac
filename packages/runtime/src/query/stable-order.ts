import type { ColumnNode, ExpressionNode, JoinNode, OrderNode, SelectNode } from './nodes.js';

/**
 * The query with an order in which only rows that are the same can tie. Pages count the rows anew, and ties fall
 * differently each time: without this, rows are lost and repeated between the pages.
 *
 * The user's own order stays; what settles its ties is added: what is grouped by, else the keys of all tables, else
 * every output column.
 */
export function stableOrder(query: SelectNode): SelectNode {
  const added = tieBreakers(query)
    .filter((expression) => !query.orderBy.some((known) => isSame(known.expression, expression)))
    .map((expression): OrderNode => ({ expression, direction: 'ASC', nulls: null }));
  return { ...query, orderBy: [...query.orderBy, ...added] };
}

function tieBreakers({ from, joins, distinct, groupBy, selection }: SelectNode): readonly ExpressionNode[] {
  if (groupBy.length > 0) return groupBy;
  const outputs = selection.map(({ expression }) => expression);
  if (distinct) return outputs;
  const multiplying = joins.filter((join) => !isToOne(join)).map(({ table }) => table);
  const keys: ColumnNode[] = [];
  for (const { key } of [from, ...multiplying]) {
    if (key === undefined || key === null) return outputs;
    keys.push(key);
  }
  // A result that is one row needs no order, and an aggregate takes none.
  return outputs.some(isAggregate) ? [] : keys;
}

/** Whether a join adds at most one row to each: it asks for one value of the joined table's key. */
function isToOne({ type, table: { key }, on }: JoinNode): boolean {
  if (key === undefined || key === null || type === 'RIGHT' || type === 'FULL') return false;
  const conditions = on.type === 'logical' && on.operator === 'AND' ? on.operands : [on];
  return conditions.some(
    (of) =>
      of.type === 'comparison' &&
      of.operator === '=' &&
      [of.left, of.right].some((side) => isSame(side, key)),
  );
}

function isAggregate(of: ExpressionNode): boolean {
  return of.type === 'count all' || (of.type === 'call' && aggregates.has(of.name));
}

const aggregates: ReadonlySet<string> = new Set(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX']);

function isSame(one: ExpressionNode, other: ExpressionNode): boolean {
  if (one === other) return true;
  return (
    one.type === 'column' &&
    other.type === 'column' &&
    one.source === other.source &&
    one.column === other.column
  );
}
