import type { Context } from './context.js';
import type { Fragment } from './fragment.js';

export interface DecimalCall {
  /** One of `decimalSqliteFunctions`. */
  readonly name: string;
  readonly values: readonly string[];
  /** Whether the number has to be taken for one of many digits in any case. */
  readonly wide?: boolean;
  readonly kind?: 'int' | 'num';
}

/** The number that a function of ours computes. */
export function decimalCall(
  { name, values, wide = false, kind = 'num' }: DecimalCall,
  context: Context,
): Fragment {
  const mayBeWide = wide || context.digits === 'many';
  const sql = `${name}${mayBeWide ? '' : '_narrow'}(${values.join(', ')})`;
  return { sql, kind, wide: mayBeWide, bound: Number.POSITIVE_INFINITY };
}
