import type { Trim } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { varcharMaximumBytes } from '../sqlite/text-functions.js';
import { balanced } from './balanced.js';
import type { Context } from './context.js';
import { asText } from './convert.js';
import { type Fragment, text } from './fragment.js';
import type { Scope } from './scope.js';

/** To Oracle, NULL beside `||` is the empty text, and the empty text is NULL. */
export function concatenate(operands: readonly Fragment[]): Fragment {
  const parts = operands.map((operand) =>
    operand.notNull === true ? asText(operand) : `coalesce(${asText(operand)}, '')`,
  );
  const { sql, isLarge = false } = checkedLength(balanced(parts, '||'), operands);
  return operands.some(({ notNull }) => notNull === true)
    ? { ...text(sql), isLarge, notNull: true }
    : { ...nullIfEmpty(sql), isLarge };
}

/**
 * A text that is made of others, and refused where it is longer than a VARCHAR2, as Oracle's ORA-01489 says. Of a CLOB
 * comes a CLOB; a stored text that is longer than a VARCHAR2 is one.
 */
export function checkedLength(sql: string, sources: readonly Fragment[]): Fragment {
  if (sources.some(({ isLarge }) => isLarge === true)) return { ...text(sql), isLarge: true };
  const stored = sources
    .filter(({ column, kind }) => column !== undefined && kind === 'text')
    .map((source) => `octet_length(${source.sql}) > ${varcharMaximumBytes}`);
  const isLarge = stored.length === 0 ? '0' : `coalesce(${balanced(stored, 'OR')}, 0)`;
  return text(`sw_varchar(${sql}, ${isLarge})`);
}

/** For functions that may yield the empty text, which is NULL to Oracle. */
export function nullIfEmpty(sql: string): Fragment {
  return text(`nullif(${sql}, '')`);
}

const trimFunctions = { leading: 'ltrim', trailing: 'rtrim', both: 'trim' } as const;

export function trim(node: Trim, scope: Scope, context: Context): Fragment {
  const source = asText(context.expression(node.source, scope));
  const name = trimFunctions[node.side ?? 'both'];
  if (node.characters === null) return nullIfEmpty(`${name}(${source})`);
  const characters = context.expression(node.characters, scope);
  if (typeof characters.constant === 'string' && [...characters.constant].length !== 1) {
    throw unsupported('TRIM takes one character to trim. LTRIM and RTRIM take several.');
  }
  return nullIfEmpty(`${name}(${source}, ${asText(characters)})`);
}
