import type { KeyRange, RangeQuery } from '../paging/key-range.js';
import type { ValueCodec } from '../value-codec.js';
import { compile } from './compile.js';
import type { ColumnNode, ExpressionNode, OrderNode, SelectNode } from './nodes.js';
import { isRowWise } from './row-wise.js';

/** A query read in ranges of its first table's key. */
export interface KeyedRead extends RangeQuery {
  /** Whether the query itself begins with the same rows, keys included: then its first page can be used. */
  readonly beginsLikeQuery: boolean;
}

/**
 * How to read a SELECT in ranges of its first table's key; null where that would change its rows, or their order where
 * it asks for one.
 */
export function keyedRead(query: SelectNode, codec: ValueCodec): KeyedRead | null {
  const { key } = query.from;
  if (key === undefined || key === null || !isDivisible(query)) return null;
  const order = orderByKey(query.orderBy, key);
  if (order === null) return null;
  const index = query.selection.findIndex(({ expression }) => isSameColumn(expression, key));
  const selection = index === -1 ? [...query.selection, { name: '', expression: key }] : query.selection;
  return {
    key: `c${index === -1 ? query.selection.length : index}`,
    order,
    beginsLikeQuery: index !== -1 && query.orderBy.length > 0,
    statement(range) {
      const where = [...query.where, ...rangeConditions(key, range)];
      const orderBy: OrderNode[] = [{ expression: key, direction: range.order, nulls: null }];
      const { text, parameters } = compile({ ...query, selection, where, orderBy }, codec);
      return { text, parameters };
    },
  };
}

/** Whether the rows of the result can be had part by part. */
function isDivisible(query: SelectNode): boolean {
  const { distinct, groupBy, having, take, offset, joins, selection, where } = query;
  if (distinct || groupBy.length > 0 || having.length > 0 || take !== null || offset > 0) return false;
  // Rows of other tables that match nothing have no key.
  if (joins.some(({ type }) => type === 'RIGHT' || type === 'FULL')) return false;
  return selection.every(({ expression }) => isRowWise(expression)) && where.every(isRowWise);
}

/** The direction in which the key is asked for; ascending where there is no order; null for any other order. */
function orderByKey(orderBy: readonly OrderNode[], key: ColumnNode): KeyRange['order'] | null {
  const [first] = orderBy;
  if (first === undefined) return 'ASC';
  return isSameColumn(first.expression, key) ? first.direction : null;
}

function isSameColumn(expression: ExpressionNode, { source, column }: ColumnNode): boolean {
  return expression.type === 'column' && expression.source === source && expression.column === column;
}

function rangeConditions(key: ColumnNode, { above, upTo }: KeyRange): readonly ExpressionNode[] {
  const conditions: ExpressionNode[] = [];
  const compare = (operator: '>' | '<=', value: number): void => {
    conditions.push({
      type: 'comparison',
      operator,
      left: key,
      right: { type: 'parameter', value, kind: 'int' },
    });
  };
  if (above !== null) compare('>', above);
  if (upTo !== null) compare('<=', upTo);
  return conditions;
}
