import type { ParameterStyle } from '../config/connection-options.js';
import type { Statement } from '../statement.js';
import { literal, parameterText } from './literals.js';
import { findPlaceholders } from './placeholders.js';

/** The body of a query request. */
export interface QueryBody {
  readonly q: string;
  readonly params?: readonly string[];
}

/**
 * A statement as the query service takes it.
 *
 * @throws {TypeError} The number of values is not the number of `?` placeholders, or a value cannot travel.
 */
export function queryBody(statement: Statement, style: ParameterStyle): QueryBody {
  const placeholders = findPlaceholders(statement.text);
  const { parameters } = statement;
  if (placeholders.length !== parameters.length) {
    throw new TypeError(
      `The SuiteQL statement has ${placeholders.length} ? placeholders and ${parameters.length} values were given.`,
    );
  }
  if (parameters.length === 0) return { q: statement.text };
  if (style === 'bind') return { q: statement.text, params: parameters.map(parameterText) };
  return { q: withLiterals(statement, placeholders) };
}

function withLiterals({ text, parameters }: Statement, placeholders: readonly number[]): string {
  let result = '';
  let from = 0;
  placeholders.forEach((position, index) => {
    const value = parameters[index];
    if (value === undefined) throw new TypeError(`The value of the ? placeholder ${index + 1} is undefined.`);
    // A literal must not grow together with what stands beside its placeholder: `AND?`, `?''`.
    const before = text.slice(from, position);
    const gapBefore = /[^\s(,]$/.test(before) ? ' ' : '';
    const gapAfter = /^[^\s),]/.test(text.slice(position + 1, position + 2)) ? ' ' : '';
    result += before + gapBefore + literal(value) + gapAfter;
    from = position + 1;
  });
  return result + text.slice(from);
}
