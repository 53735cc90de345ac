import { type Expression, node } from './expression.js';
import type { OrderNode } from './nodes.js';

/** A sort key. */
export interface Order<out Source extends string> {
  readonly order: OrderNode;
  /** What it sorts by. */
  readonly by: Expression<unknown, Source>;
}

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

/** An expression alone sorts ascending. */
export function orderNode(key: Order<string> | Expression<unknown, string>): OrderNode {
  return 'order' in key ? key.order : { expression: key[node], direction: 'ASC', nulls: null };
}

function order<S extends string>(
  of: Expression<unknown, S>,
  direction: OrderNode['direction'],
  nulls: 'first' | 'last' | null,
): Order<S> {
  const place = nulls === null ? null : nulls === 'first' ? 'FIRST' : 'LAST';
  return { by: of, order: { expression: of[node], direction, nulls: place } };
}
