import type { ColumnKind } from '@suitewright/schema';
import type { CheckedParameter } from '@suitewright/suiteql';
import { dateMasks, isDated } from './date-masks.js';
import type { TextEdit } from './text-edit.js';

/** A text in which some parameters are wrapped in TO_DATE. */
export interface DatedParameters {
  readonly edits: readonly TextEdit[];
  /** How much stands before and behind each of them, by their place among the parameters. */
  readonly wrappers: ReadonlyMap<number, Wrapper>;
}

interface Wrapper {
  readonly before: number;
  readonly behind: number;
}

/**
 * Shows the checker which parameters are dates where it could not see it: what is computed with them
 * has a kind too. At run time the value itself goes through TO_DATE.
 */
export function datedParameters(
  uses: readonly CheckedParameter[],
  kinds: readonly ColumnKind[],
): DatedParameters {
  const edits: TextEdit[] = [];
  const wrappers = new Map<number, Wrapper>();
  for (const { index, range, kind: seen, list } of uses) {
    const kind = kinds[index];
    if (list || seen !== 'unknown' || kind === undefined || !isDated(kind)) continue;
    const [before, behind] = ['TO_DATE(', `, '${dateMasks[kind]}')`];
    edits.push({ start: range.start, end: range.start, text: before });
    edits.push({ start: range.end, end: range.end, text: behind });
    wrappers.set(index, { before: before.length, behind: behind.length });
  }
  return { edits, wrappers };
}
