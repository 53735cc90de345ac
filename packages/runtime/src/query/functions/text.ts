import { type Expression, expression, type Given, type NullOf } from '../expression.js';
import type { ExpressionNode } from '../nodes.js';
import { call, optional, valueNode } from './call.js';
import type { AbsentOf, SourceOf, TextOf } from './variadic.js';

/** A function of one text that is null for null alone. */
type TextFunction<Result> = <V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
) => Expression<Result | NullOf<V>, S, A>;

/** `UPPER`: in capitals. */
export const upper: TextFunction<string> = (of) => call('UPPER', 'text', of);

/** `LOWER`: in small letters. */
export const lower: TextFunction<string> = (of) => call('LOWER', 'text', of);

/** `INITCAP`: each word with a capital first. */
export const initcap: TextFunction<string> = (of) => call('INITCAP', 'text', of);

/** `LENGTH`: the number of characters. */
export const length: TextFunction<number> = (of) => call('LENGTH', 'int', of);

/** `ASCII`: the code of the first character. */
export const ascii: TextFunction<number> = (of) => call('ASCII', 'int', of);

/** `SOUNDEX`: how it sounds in English; equal for texts that sound alike. */
export const soundex: TextFunction<string> = (of) => call('SOUNDEX', 'text', of);

/** `CHR`: the character of a code. */
export function chr<S extends string = never>(code: Given<number, S>): Expression<string | null, S> {
  return call('CHR', 'text', code);
}

/** `a || b || …`: the texts one behind the other; null counts as empty. */
export function concat<const Parts extends readonly (Expression<unknown, string> | string | number)[]>(
  ...parts: Parts
): Expression<TextOf<Parts[number]>, SourceOf<Parts[number]>, AbsentOf<Parts[number]>> {
  const [first, ...rest] = parts.map((part, index) => valueNode(part, `concat(): argument ${index + 1}`));
  if (first === undefined) throw new TypeError('concat() joins nothing. Give at least one part.');
  return expression(
    rest.reduce<ExpressionNode>(
      (left, right) => ({ type: 'operation', operator: '||', left, right, kind: 'text' }),
      first,
    ),
  );
}

/** Without spaces at either end. */
export function trim<S extends string>(of: Expression<string | null, S>): Expression<string | null, S> {
  return ltrim(rtrim(of));
}

/** `LTRIM`: without leading spaces, or leading characters of a set. */
export function ltrim<S extends string>(
  of: Expression<string | null, S>,
  characters?: Given<string, S>,
): Expression<string | null, S> {
  return call('LTRIM', 'text', of, ...optional(characters));
}

/** `RTRIM`: without trailing spaces, or trailing characters of a set. */
export function rtrim<S extends string>(
  of: Expression<string | null, S>,
  characters?: Given<string, S>,
): Expression<string | null, S> {
  return call('RTRIM', 'text', of, ...optional(characters));
}

/** `LPAD`: filled at the left, or cut, to a length. */
export function lpad<S extends string>(
  of: Expression<string | null, S>,
  width: Given<number, S>,
  fill?: Given<string, S>,
): Expression<string | null, S> {
  return call('LPAD', 'text', of, width, ...optional(fill));
}

/** `RPAD`: filled at the right, or cut, to a length. */
export function rpad<S extends string>(
  of: Expression<string | null, S>,
  width: Given<number, S>,
  fill?: Given<string, S>,
): Expression<string | null, S> {
  return call('RPAD', 'text', of, width, ...optional(fill));
}

/** `SUBSTR`: from a position on, the first being 1; a negative one counts from the end. */
export function substr<S extends string>(
  of: Expression<string | null, S>,
  position: Given<number, S>,
  count?: Given<number, S>,
): Expression<string | null, S> {
  return call('SUBSTR', 'text', of, position, ...optional(count));
}

/** `INSTR`: the position of a part, the first being 1; 0 where it is not there. */
export function instr<S extends string>(
  of: Expression<string | null, S>,
  part: Given<string, S>,
  position?: Given<number, S>,
  occurrence?: Given<number, S>,
): Expression<number | null, S> {
  return call('INSTR', 'int', of, part, ...optional(position, occurrence));
}

/** `REPLACE`: every occurrence of a part by another, or by nothing where none is given. */
export function replace<S extends string>(
  of: Expression<string | null, S>,
  part: Given<string, S>,
  ...replacement: readonly [replacement?: Given<string, S>]
): Expression<string | null, S> {
  return call('REPLACE', 'text', of, part, ...replacement);
}

/** `TRANSLATE`: each character of `from` by the one at its place in `to`. */
export function translate<S extends string>(
  of: Expression<string | null, S>,
  from: Given<string, S>,
  to: Given<string, S>,
): Expression<string | null, S> {
  return call('TRANSLATE', 'text', of, from, to);
}

/** `REGEXP_SUBSTR`: the part that a regular expression finds. `flags`: `i` for any letter case. */
export function regexpSubstr<S extends string>(
  of: Expression<string | null, S>,
  pattern: Given<string, S>,
  position?: number,
  occurrence?: number,
  flags?: string,
): Expression<string | null, S> {
  return call('REGEXP_SUBSTR', 'text', of, pattern, ...optional(position, occurrence, flags));
}

/** `REGEXP_REPLACE`: what a regular expression finds, replaced, or removed where no replacement is given; `\1` is its first group. */
export function regexpReplace<S extends string>(
  of: Expression<string | null, S>,
  pattern: Given<string, S>,
  ...replacement: readonly [replacement?: Given<string, S>]
): Expression<string | null, S> {
  return call('REGEXP_REPLACE', 'text', of, pattern, ...replacement);
}

/** `REGEXP_INSTR`: where a regular expression finds something; 0 where it does not. */
export function regexpInstr<S extends string>(
  of: Expression<string | null, S>,
  pattern: Given<string, S>,
  position?: number,
  occurrence?: number,
): Expression<number | null, S> {
  return call('REGEXP_INSTR', 'int', of, pattern, ...optional(position, occurrence));
}
