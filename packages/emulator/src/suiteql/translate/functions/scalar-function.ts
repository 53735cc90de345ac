import type { Context } from '../context.js';
import type { Fragment } from '../fragment.js';

/** How a function is translated: from its arguments, already translated. */
export interface ScalarFunction {
  readonly minimum: number;
  readonly maximum: number;
  readonly translate: (argumentList: readonly Fragment[], context: Context) => Fragment;
}

/** @param arity How many arguments: a number, or the least and the most. */
export function scalarFunction(
  arity: number | readonly [minimum: number, maximum: number],
  translate: ScalarFunction['translate'],
): ScalarFunction {
  const [minimum, maximum] = typeof arity === 'number' ? [arity, arity] : arity;
  return { minimum, maximum, translate };
}

/** The argument at a position that the arity guarantees. */
export function argumentAt(argumentList: readonly Fragment[], index: number): Fragment {
  const argument = argumentList[index];
  if (argument === undefined) throw new RangeError(`There is no argument ${index}.`);
  return argument;
}
