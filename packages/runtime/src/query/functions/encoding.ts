import type { Expression, NullOf } from '../expression.js';
import { call, optional } from './call.js';

/** A function of one text that is null for null alone. */
type TextFunction<Result> = <V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
) => Expression<Result | NullOf<V>, S, A>;

/** `ASCIISTR`: characters beyond ASCII as `\xxxx`. */
export const asciistr: TextFunction<string> = (of) => call('ASCIISTR', 'text', of);

/** `UNISTR`: `\xxxx` as characters. */
export const unistr: TextFunction<string> = (of) => call('UNISTR', 'text', of);

/** `COMPOSE`: letters and their marks as one character each. */
export const compose: TextFunction<string> = (of) => call('COMPOSE', 'text', of);

/** `DECOMPOSE`: letters apart from their marks. */
export const decompose: TextFunction<string> = (of) => call('DECOMPOSE', 'text', of);

/** `TO_MULTI_BYTE`: characters of one byte as their wide forms. */
export const toMultiByte: TextFunction<string> = (of) => call('TO_MULTI_BYTE', 'text', of);

/** `TO_SINGLE_BYTE`: wide forms as characters of one byte. */
export const toSingleByte: TextFunction<string> = (of) => call('TO_SINGLE_BYTE', 'text', of);

/** `LENGTHB`: the number of bytes. */
export const lengthb: TextFunction<number> = (of) => call('LENGTHB', 'int', of);

/** `LENGTHC`: the number of complete characters. */
export const lengthc: TextFunction<number> = (of) => call('LENGTHC', 'int', of);

/** `LENGTH2`: the number of UCS-2 code points. */
export const length2: TextFunction<number> = (of) => call('LENGTH2', 'int', of);

/** `LENGTH4`: the number of UCS-4 code points. */
export const length4: TextFunction<number> = (of) => call('LENGTH4', 'int', of);

/** `VSIZE`: bytes in the database. */
export const vsize: TextFunction<number> = (of) => call('VSIZE', 'int', of);

/** `NLS_UPPER`: in capitals, by the rules of a language (`NLS_SORT = XGerman`). */
export const nlsUpper: NlsFunction = (of, setting) => call('NLS_UPPER', 'text', of, ...optional(setting));

/** `NLS_LOWER`: in small letters, by the rules of a language. */
export const nlsLower: NlsFunction = (of, setting) => call('NLS_LOWER', 'text', of, ...optional(setting));

/** `NLS_INITCAP`: each word with a capital first, by the rules of a language. */
export const nlsInitcap: NlsFunction = (of, setting) => call('NLS_INITCAP', 'text', of, ...optional(setting));

/** `NLSSORT`: bytes that sort as a language sorts the text. */
export const nlssort: NlsFunction = (of, setting) => call('NLSSORT', 'text', of, ...optional(setting));

type NlsFunction = <V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
  setting?: string,
) => Expression<string | NullOf<V>, S, A>;
