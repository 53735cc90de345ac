import type { Query, Select } from '../../ast.js';
import { type CheckState, reportWarning } from '../state.js';
import { asksForKey } from './asks-for-key.js';
import { conjunctsOf } from './conjuncts.js';

/** FETCH or TOP take the first rows, and without an order any row may be the first. */
export function checkLimit(state: CheckState, query: Query): void {
  const { body, fetch, offset, orderBy } = query;
  const top = body.kind === 'select' ? body.top : null;
  // OFFSET without an order has a finding of its own.
  if ((fetch === null && top === null) || orderBy.length > 0 || offset !== null) return;
  if (body.kind === 'query' || (body.kind === 'select' && isOrderedOrOne(state, body))) return;
  const word = fetch === null ? 'TOP' : 'FETCH';
  const start = fetch?.start ?? query.start;
  reportWarning(state, {
    code: 'unordered-limit',
    at: { start, end: start + (fetch === null ? 'SELECT'.length : 'FETCH'.length) },
    message: `Without ORDER BY, ${word} takes any rows, and others the next time.`,
    hint: 'Sort by a unique column, such as id.',
  });
}

/** Whether a SELECT has one row, or those of a sorted subquery. */
function isOrderedOrOne(state: CheckState, select: Select): boolean {
  if (state.grouped.has(select) && select.groupBy.length === 0) return true;
  const [first, second] = select.from;
  if (first === undefined) return true;
  if (second !== undefined || first.joins.length > 0) return false;
  const { source } = first;
  if (source.kind === 'table') {
    return source.name.name === 'dual' || conjunctsOf(select.where).some((part) => asksForKey(state, part));
  }
  return source.kind === 'derived-table' && source.query.orderBy.length > 0;
}
