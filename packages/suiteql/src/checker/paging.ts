import type { Query } from '../ast.js';
import { type CheckState, reportWarning } from './state.js';

/**
 * Warns of pages that may overlap because the order of the rows is not fixed.
 *
 * @param paged Whether the result is read in pages though the query has no OFFSET.
 */
export function checkPaging(state: CheckState, query: Query, paged: boolean): void {
  if ((query.offset === null && !paged) || isOrderUnique(state, query)) return;
  reportWarning(state, {
    code: 'unstable-paging',
    at: query.offset ?? query,
    message: 'Without a unique ORDER BY, pages can repeat rows and leave others out.',
    hint:
      query.orderBy.length === 0
        ? 'Sort by a unique column, such as id.'
        : 'Add a unique column, such as id, to ORDER BY.',
  });
}

/**
 * Whether a query sorts by something unique: the key of a table, or all that it groups by. In a join the
 * key of one table is taken as enough: which one repeats depends on the data.
 */
function isOrderUnique(state: CheckState, query: Query): boolean {
  const { body, orderBy } = query;
  if (body.kind === 'select' && body.groupBy.length > 0) return orderBy.length >= body.groupBy.length;
  return orderBy.some(({ expression }) => {
    const column = state.columns.get(expression)?.column;
    if (column?.origin != null)
      return state.catalog.table(column.origin.table)?.primaryKey === column.origin.column;
    if (expression.kind !== 'number' || body.kind !== 'select') return false;
    const origin = state.outputs.get(body)?.[Number(expression.text) - 1]?.origin;
    return origin != null && state.catalog.table(origin.table)?.primaryKey === origin.column;
  });
}
