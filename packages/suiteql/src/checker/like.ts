import type { Like } from '../ast.js';
import { type CheckState, reportError } from './state.js';

/**
 * Checks the escape character of LIKE, where it and the pattern are literals.
 *
 * @see "LIKE Condition", Oracle Database 19c SQL Language Reference; ORA-01424, ORA-01425
 */
export function checkEscape(state: CheckState, { pattern, escape: given }: Like): void {
  if (given?.kind !== 'string') return;
  if ([...given.value].length !== 1) {
    const message = 'ESCAPE takes one character (ORA-01425).';
    reportError(state, { code: 'like-escape', at: given, message });
    return;
  }
  if (pattern.kind !== 'string') return;
  const characters = [...pattern.value];
  for (let at = 0; at < characters.length; at += 1) {
    if (characters[at] !== given.value) continue;
    at += 1;
    const next = characters[at];
    if (next === '%' || next === '_' || next === given.value) continue;
    reportError(state, {
      code: 'like-escape',
      at: pattern,
      message: `Behind the escape character ${given.value} stands %, _ or ${given.value} itself (ORA-01424).`,
      hint: `Write ${given.value}${given.value} for the character itself.`,
    });
    return;
  }
}
