import { holdsAggregate, holdsAggregateOrWindow, isAggregate } from './aggregate-names.js';
import { children, findWithin } from './children.js';
import type { ColumnNode, ExpressionNode, SelectNode } from './nodes.js';
import { isSameExpression } from './same-expression.js';

/**
 * Checks that a grouped query speaks of groups: what it selects, sorts and keeps is grouped by, or an aggregate.
 *
 * @throws {TypeError} A column stands beside an aggregate, and is not grouped by.
 */
export function checkGrouping(query: SelectNode): void {
  const { groupBy, selection, having, orderBy } = query;
  if (
    groupBy.length === 0 &&
    having.length === 0 &&
    !selection.some((each) => holdsAggregate(each.expression))
  )
    return;
  const keys = groupBy.flatMap((key) => (key.type === 'grouping' ? key.of : [key]));
  const own = new Set([query.from.source, ...query.joins.map(({ table }) => table.source)]);
  const places: [string, ExpressionNode][] = [
    ...selection.map(({ name, expression }): [string, ExpressionNode] => [`select: '${name}'`, expression]),
    ...having.map((condition): [string, ExpressionNode] => ['having', condition]),
    ...orderBy.map(({ expression }): [string, ExpressionNode] => ['orderBy', expression]),
  ];
  for (const [place, expression] of places) {
    const column = bareColumn(expression, keys, own);
    if (column === null) continue;
    const name = `${column.source}.${column.column}`;
    throw new TypeError(
      `${place} reads ${name} of single rows, but the query is about groups of them. Add groupBy(${name}), or take an aggregate such as max(${name}); one in SuiteQL text goes into sql.aggregate(…).`,
    );
  }
}

/**
 * Checks that rows are kept by what single rows say: WHERE and ON come before groups and windows.
 *
 * @throws {TypeError} A condition holds an aggregate or a window function.
 */
export function checkRowConditions({ where, joins }: Pick<SelectNode, 'where' | 'joins'>): void {
  for (const condition of where) checkRowCondition('where', condition);
  for (const { table, on } of joins) {
    if (on !== null) checkRowCondition(`the join of ${table.source}`, on);
  }
}

/**
 * Checks that DISTINCT sorts by what it selects: rows that are removed have no place in the order.
 *
 * @throws {TypeError} A sort key is not selected.
 */
export function checkDistinctOrder({ distinct, orderBy, selection }: SelectNode): void {
  if (!distinct) return;
  for (const key of orderBy) {
    if (selection.some(({ expression }) => isSameExpression(expression, key.expression))) continue;
    const title =
      key.expression.type === 'column'
        ? `${key.expression.source}.${key.expression.column}`
        : 'an expression';
    throw new TypeError(
      `orderBy sorts by ${title}, which the distinct query does not select. Select it, too.`,
    );
  }
}

/** The first column that has one value a row, not one a group. */
function bareColumn(
  of: ExpressionNode,
  keys: readonly ExpressionNode[],
  own: ReadonlySet<string>,
): ColumnNode | null {
  const inside = (each: ExpressionNode): readonly ExpressionNode[] => {
    if (isAggregate(each) || keys.some((key) => isSameExpression(key, each))) return [];
    // The aggregate of a window looks at groups, not at rows: what is in it counts.
    return each.type === 'window' ? [...children(each.call), ...children(each).slice(1)] : children(each);
  };
  const isBare = (each: ExpressionNode): boolean =>
    each.type === 'column' && own.has(each.source) && !keys.some((key) => isSameExpression(key, each));
  const column = findWithin(of, isBare, inside);
  return column?.type === 'column' ? column : null;
}

function checkRowCondition(place: string, condition: ExpressionNode): void {
  if (!holdsAggregateOrWindow(condition)) return;
  if (holdsAggregate(condition)) {
    throw new TypeError(
      `${place} holds an aggregate, but looks at single rows. Conditions on groups go into having().`,
    );
  }
  throw new TypeError(
    `${place} holds a window function, whose value is known behind it only. Select it in a subquery(…), and filter that.`,
  );
}
