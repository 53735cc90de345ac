import type { Expression } from '../ast.js';
import type { ValueKind, ValueType } from '../bindings.js';
import { mergeKinds } from './kinds.js';
import { type CheckState, inferParameter } from './state.js';

/** One kind that all values fit, which is then also the kind of the parameters among them. */
export function commonKind(
  state: CheckState,
  values: readonly Expression[],
  types: readonly ValueType[],
): ValueKind {
  const kinds = types.filter((_, index) => values[index]?.kind !== 'parameter').map(({ kind }) => kind);
  if (kinds.length === 0) return 'unknown';
  const common = kinds.reduce(mergeKinds);
  for (const value of values) inferParameter(state, value, common);
  return common;
}
