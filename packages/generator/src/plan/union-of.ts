import { fitsLine } from './line-width.js';

/**
 * The right side of `export type Name =`: on the same line where it fits, else a line a member.
 *
 * @param members Types as they are written. None: `never`.
 */
export function unionOf(members: readonly string[], name: string): string {
  const line = ` ${members.join(' | ') || 'never'}`;
  return members.length === 0 || fitsLine(`export type ${name} =${line};`)
    ? line
    : members.map((member) => `\n  | ${member}`).join('');
}
