import type { KeyRange } from './key-range.js';

/**
 * An interval of positions: the keys as they stand in the order of the read, so that every read goes upwards. Ascending,
 * a position is the key; descending, its negative.
 */
export interface KeyInterval {
  /** Excluded. Null: from the beginning. */
  readonly after: number | null;
  /** Included. Null: to the end. */
  readonly upTo: number | null;
}

/** The position of a key, and the key of a position. */
export function positionOf(key: number, order: KeyRange['order']): number {
  return order === 'ASC' ? key : -key;
}

/** Keys are whole numbers, which is what makes `> -5` the same as `>= -4`. */
export function keyRangeOf({ after, upTo }: KeyInterval, order: KeyRange['order']): KeyRange {
  if (order === 'ASC') return { above: after, upTo, order };
  return { above: upTo === null ? null : -upTo - 1, upTo: after === null ? null : -after - 1, order };
}

/** Cuts an interval that ends somewhere into pieces of the same width. */
export function splitInterval(
  { after, upTo }: { readonly after: number; readonly upTo: number },
  pieces: number,
): readonly KeyInterval[] {
  const width = Math.max(1, Math.ceil((upTo - after) / pieces));
  const intervals: KeyInterval[] = [];
  for (let from = after; from < upTo; from += width) {
    intervals.push({ after: from, upTo: Math.min(upTo, from + width) });
  }
  return intervals;
}
