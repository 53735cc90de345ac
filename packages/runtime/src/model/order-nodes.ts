import { unknownName } from '../known-names.js';
import type { OrderNode } from '../query/nodes.js';
import { isPlainObject, showValue } from '../show-value.js';
import { entriesOf, isArguments } from './entries.js';
import { countNode } from './related-select.js';
import { columnNode, columnOf, placeOf, type Scope } from './scope.js';

/** The sort keys of a call. Behind them stands the table's key, which settles ties. */
export function orderNodes(orderBy: unknown, scope: Scope): OrderNode[] {
  const nodes = sortKeys(orderBy).flatMap(([keys, path]) => keyNodes(keys, scope, path));
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

/** The objects of an `orderBy`, and where they stand. */
export function sortKeys(orderBy: unknown): readonly (readonly [keys: unknown, path: string])[] {
  if (orderBy === undefined) return [];
  if (!Array.isArray(orderBy)) return [[orderBy, 'orderBy']];
  return Array.from(orderBy, (keys: unknown, index) => [keys, `orderBy.${index}`] as const);
}

/** The sort keys that an object names, without the table's key. */
export function keyNodes(keys: unknown, scope: Scope, path: string): OrderNode[] {
  const wanted = `an object such as { ${scope.fields()[0]}: 'asc' }`;
  const entries = entriesOf(keys, { place: placeOf(path, scope), wanted });
  return entries.flatMap(([field, direction]): readonly OrderNode[] => {
    const relation = scope.relation(field);
    const inner = `${path}.${field}`;
    const place = placeOf(inner, scope);
    if (relation?.cardinality === 'one' && isRelatedOrder(direction)) {
      return keyNodes(direction, scope.join(field, relation), inner);
    }
    if (relation?.cardinality === 'many') {
      // Assumed: SuiteQL takes a subquery in ORDER BY, as Oracle does.
      const wanted = "{ _count: 'asc' }";
      // A relation without `_count` says of nothing in which direction.
      const counts = isArguments(direction) ? direction : { _count: null };
      return entriesOf(counts, { place, wanted }).map(([name, count]) => {
        if (name !== '_count') throw unknownName(name, { place, known: ['_count'], what: 'a sort key' });
        const expression = countNode(scope, relation, () => []);
        return { expression, ...directionOf(count, placeOf(`${inner}._count`, scope)) };
      });
    }
    return [{ expression: columnOf(field, scope, place), ...directionOf(direction, place) }];
  });
}

function isRelatedOrder(direction: unknown): boolean {
  return isPlainObject(direction) && !Object.hasOwn(direction, 'sort');
}

/**
 * What `'asc'`, `'desc'` and `{ sort, nulls }` say.
 *
 * @throws {TypeError} It is none of them.
 */
export function directionOf(direction: unknown, place: string): Pick<OrderNode, 'direction' | 'nulls'> {
  const given: Readonly<Record<string, unknown>> = isPlainObject(direction) ? direction : { sort: direction };
  const { sort, nulls, ...others } = given;
  const isDirection = sort === 'asc' || sort === 'desc';
  const isPlace = nulls === undefined || nulls === 'first' || nulls === 'last';
  if (!isDirection || !isPlace || Object.keys(others).length > 0) {
    throw new TypeError(
      `${place}: give 'asc', 'desc' or { sort: 'asc' | 'desc', nulls: 'first' | 'last' }, not ${showValue(direction)}.`,
    );
  }
  return {
    direction: sort === 'asc' ? 'ASC' : 'DESC',
    nulls: nulls === undefined ? null : nulls === 'first' ? 'FIRST' : 'LAST',
  };
}
