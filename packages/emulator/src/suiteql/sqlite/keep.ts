import type { StoredNumber } from '../stored-number.js';
import { reduceValues, type Value, type ValueForm } from './reduce-values.js';

export interface KeepRows {
  /** The aggregate: min, max, sum, avg, count. */
  readonly name: string;
  readonly rank: 'first' | 'last';
  /** For each key: a or d (ascending, descending), then f or l (NULLs first, last). */
  readonly directions: readonly string[];
  readonly form: ValueForm;
  /** The value, then the keys. */
  readonly rows: readonly (readonly Value[])[];
}

/** The aggregate of KEEP (DENSE_RANK FIRST | LAST ORDER BY …): over the rows that share that rank. */
export function keepRows({ name, rank, directions, form, rows }: KeepRows): Value | StoredNumber {
  let kept: (readonly Value[])[] = [];
  for (const row of rows) {
    const [best] = kept;
    const order = best === undefined ? 0 : compareKeys(row, best, directions);
    const better = rank === 'first' ? order < 0 : order > 0;
    if (better) kept = [row];
    else if (order === 0) kept.push(row);
  }
  return reduceValues(
    name,
    kept.map(([value]) => value ?? null),
    form,
  );
}

function compareKeys(left: readonly Value[], right: readonly Value[], directions: readonly string[]): number {
  for (const [index, direction] of directions.entries()) {
    const [a, b] = [left[index + 1] ?? null, right[index + 1] ?? null];
    if (a === b) continue;
    if (a === null) return direction.endsWith('f') ? -1 : 1;
    if (b === null) return direction.endsWith('f') ? 1 : -1;
    return a < b === direction.startsWith('a') ? -1 : 1;
  }
  return 0;
}
