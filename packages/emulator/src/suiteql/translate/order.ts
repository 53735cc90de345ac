import type { OrderItem } from '@suitewright/suiteql';
import { type Fragment, sortable } from './fragment.js';

/** One term of ORDER BY. Oracle has NULLs at the end when ascending and at the beginning when descending. */
export function orderTerm(fragment: Fragment, { direction, nulls }: OrderItem): string {
  const descending = direction === 'desc';
  const place = nulls ?? (descending ? 'first' : 'last');
  const sql = `${sortable(fragment)}${descending ? ' DESC' : ''}`;
  return fragment.notNull === true ? sql : `${sql} NULLS ${place.toUpperCase()}`;
}
