import { type Expression, nodeOf } from './expression.js';
import type { OrderNode } from './nodes.js';
import { oneOf } from './one-of.js';

/** Where a sort key keeps its node. A symbol, so that nothing that was read from JSON can pass for one. */
const sortKey: unique symbol = Symbol('suitewright.sortKey');

declare const source: unique symbol;

/** A sort key. */
export interface Order<out Source extends string> {
  readonly [sortKey]: OrderNode;
  /** The tables that it reads; in the types only. */
  readonly [source]: Source;
}

const NULLS = ['first', 'last'] as const;

/** Smallest first; NULL last, unless told otherwise. */
export function asc<S extends string>(
  of: Expression<unknown, S>,
  nulls: 'first' | 'last' | null = null,
): Order<S> {
  return order(of, 'ASC', nulls);
}

/** Greatest first; NULL first, as in Oracle, unless told otherwise. */
export function desc<S extends string>(
  of: Expression<unknown, S>,
  nulls: 'first' | 'last' | null = null,
): Order<S> {
  return order(of, 'DESC', nulls);
}

/**
 * The node of a sort key; an expression alone sorts ascending.
 *
 * @param place What messages call it.
 * @throws {TypeError} It is neither.
 */
export function orderNode(key: Order<string> | Expression<unknown, string>, place: string): OrderNode {
  if (typeof key === 'object' && key !== null && sortKey in key) return key[sortKey];
  return { expression: nodeOf(key, place), direction: 'ASC', nulls: null };
}

function order<S extends string>(
  of: Expression<unknown, S>,
  direction: OrderNode['direction'],
  nulls: 'first' | 'last' | null,
): Order<S> {
  const name = direction === 'ASC' ? 'asc()' : 'desc()';
  const place = nulls === null ? null : oneOf(nulls, NULLS, `${name}: nulls`) === 'first' ? 'FIRST' : 'LAST';
  // Its tables exist in the types only.
  return { [sortKey]: { expression: nodeOf(of, name), direction, nulls: place } } as Order<S>;
}
