import { createHash } from 'node:crypto';
import { showValue } from '../show-value.js';
import type { RangeQuery } from './key-range.js';

/** How far a read in ranges has come. */
export interface Checkpoint {
  /** The key of the last row that was handed over. */
  readonly key: number;
  /** How many rows with this key were. */
  readonly rows: number;
}

/** A checkpoint as text: what it is of, and where it stands. The beginning is the empty text, whatever the query. */
export function formatCheckpoint(query: RangeQuery, checkpoint: Checkpoint | null): string {
  return checkpoint === null ? '' : `1.${fingerprint(query)}.${checkpoint.key}x${checkpoint.rows}`;
}

/**
 * Reads a checkpoint back.
 *
 * @throws {TypeError} It is none, or it is of another query.
 */
export function parseCheckpoint(query: RangeQuery, text: string): Checkpoint | null {
  if (text === '') return null;
  const [, print, ...numbers] = /^1\.([0-9a-f]{16})\.(-?\d+)x(\d+)$/.exec(text) ?? [];
  const [key = Number.NaN, rows = Number.NaN] = numbers.map(Number);
  if (!Number.isSafeInteger(key) || !Number.isSafeInteger(rows)) {
    throw new TypeError(`${showValue(text)} is not a checkpoint of a read.`);
  }
  if (print !== fingerprint(query)) {
    throw new TypeError(
      'The checkpoint is of another query: its statement, its values or its order are not the same. Read it from the beginning.',
    );
  }
  return { key, rows };
}

function fingerprint(query: RangeQuery): string {
  const order = query.order ?? 'ASC';
  const { text, parameters } = query.statement({ above: null, upTo: null, order });
  return createHash('sha256')
    .update(JSON.stringify([query.key, order, text, parameters]))
    .digest('hex')
    .slice(0, 16);
}
