import type { Statement } from '../statement.js';
import { quotedText, withoutSemicolons } from './quoted-text.js';

/** What is no code; a parenthesis; ORDER BY; or what takes some of the rows. */
const token = new RegExp(`${quotedText}|([()])|\\b(order\\s+by)\\b|\\b(fetch|offset|rownum|top)\\b`, 'gi');

/** Names that need no quotes. */
const plainName = /^[a-z]\w*$/i;

/** Whether a statement has an ORDER BY of its own: one in parentheses sorts no rows of the result. */
export function isOrdered({ text }: Statement): boolean {
  let depth = 0;
  for (const [, parenthesis, orderBy] of text.matchAll(token)) {
    if (parenthesis !== undefined) depth += parenthesis === '(' ? 1 : -1;
    else if (orderBy !== undefined && depth === 0) return true;
  }
  return false;
}

/**
 * The statement sorted by all of its columns: only rows that are the same can tie. Null where a column cannot be named,
 * and where the text takes some of the rows (FETCH FIRST, ROWNUM), which may be others each time.
 */
export function sortedByAll({ text, parameters }: Statement, columns: readonly string[]): Statement | null {
  for (const [, , , cut] of text.matchAll(token)) if (cut !== undefined) return null;
  const names = new Set(columns.map((name) => name.toLowerCase()));
  if (columns.length === 0 || names.size < columns.length) return null;
  if (!columns.every((name) => plainName.test(name))) return null;
  // On a line of its own, since the text may end with a comment.
  return {
    text: `SELECT * FROM (${withoutSemicolons(text)}\n) ORDER BY ${columns.map((name) => `${name} ASC`).join(', ')}`,
    parameters,
  };
}
