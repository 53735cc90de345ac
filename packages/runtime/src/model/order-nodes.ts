import type { OrderNode } from '../query/nodes.js';
import { countNode } from './related-select.js';
import { columnNode, columnOf, type Scope } from './scope.js';

/** The sort keys of a call. Behind them stands the table's key, which settles ties. */
export function orderNodes(orderBy: unknown, scope: Scope): OrderNode[] {
  const given = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  const nodes = given.flatMap((keys) => keyNodes(keys, scope));
  // Ties in an order of the user's fall differently from page to page.
  const { primaryKey, columns } = scope.definition;
  if (primaryKey === null || !Object.hasOwn(columns, primaryKey)) return nodes;
  const isOrdered = nodes.some(
    ({ expression }) =>
      expression.type === 'column' && expression.source === scope.source && expression.column === primaryKey,
  );
  if (isOrdered) return nodes;
  return [...nodes, { expression: columnNode(scope, primaryKey), direction: 'ASC', nulls: null }];
}

/** The sort keys that an object names, without the table's key. */
export function keyNodes(keys: unknown, scope: Scope): OrderNode[] {
  if (typeof keys !== 'object' || keys === null) {
    throw new TypeError(`orderBy of ${scope.model}: give an object such as { ${scope.fields()[0]}: 'asc' }.`);
  }
  return Object.entries(keys).flatMap(([field, direction]): readonly OrderNode[] => {
    if (direction === undefined) return [];
    const relation = scope.relation(field);
    if (relation?.cardinality === 'one' && isRelatedOrder(direction)) {
      return keyNodes(direction, scope.join(field, relation));
    }
    if (relation?.cardinality === 'many') {
      // Assumed: SuiteQL takes a subquery in ORDER BY, as Oracle does.
      const place = `orderBy.${field}._count of ${scope.model}`;
      const expression = countNode(scope, relation, () => []);
      return [{ expression, ...directionOf(countDirection(direction), place) }];
    }
    return [
      { expression: columnOf(field, scope), ...directionOf(direction, `orderBy.${field} of ${scope.model}`) },
    ];
  });
}

/** Rows of a relation to many rows sort by their number: `{ _count: 'desc' }`. */
function countDirection(direction: unknown): unknown {
  return typeof direction === 'object' && direction !== null && '_count' in direction
    ? direction._count
    : undefined;
}

function isRelatedOrder(direction: unknown): boolean {
  return typeof direction === 'object' && direction !== null && !('sort' in direction);
}

/**
 * What `'asc'`, `'desc'` and `{ sort, nulls }` say.
 *
 * @throws {TypeError} It is none of them.
 */
export function directionOf(direction: unknown, place: string): Pick<OrderNode, 'direction' | 'nulls'> {
  const { sort, nulls } =
    typeof direction === 'object' && direction !== null
      ? (direction as { readonly sort?: unknown; readonly nulls?: unknown })
      : { sort: direction, nulls: undefined };
  if ((sort !== 'asc' && sort !== 'desc') || (nulls !== undefined && nulls !== 'first' && nulls !== 'last')) {
    throw new TypeError(`${place}: give 'asc', 'desc' or { sort: 'asc' | 'desc', nulls: 'first' | 'last' }.`);
  }
  return {
    direction: sort === 'asc' ? 'ASC' : 'DESC',
    nulls: nulls === undefined ? null : nulls === 'first' ? 'FIRST' : 'LAST',
  };
}
