import { unsupported } from '../../rejection.js';
import type { Fragment } from '../fragment.js';

/** A literal argument that says how: upper case; the default where it is left out or NULL. */
export function optionOf(argument: Fragment | undefined, fallback: string, title: string): string {
  if (argument === undefined || argument.kind === 'null') return fallback;
  if (typeof argument.constant !== 'string') throw unsupported(`${title} takes its options as literals.`);
  return argument.constant.toUpperCase();
}
