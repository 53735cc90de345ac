import type { OutputColumn } from '../bindings.js';
import { type CheckState, reportWarning } from './state.js';

/** Rows are JSON objects: of two columns with one name, one is lost. */
export function reportDuplicateOutputs(state: CheckState, columns: readonly OutputColumn[] | null): void {
  const seen = new Set<string>();
  for (const { name, expression } of columns ?? []) {
    if (seen.has(name) && expression !== null) {
      reportWarning(state, {
        code: 'duplicate-output',
        at: expression,
        message: `Two columns of the result are called “${name}”, and a row can hold only one.`,
        hint: 'Give one of them an alias.',
      });
    }
    seen.add(name);
  }
}
