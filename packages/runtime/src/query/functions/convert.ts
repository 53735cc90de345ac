import type { DateTime, Decimal, PlainDate } from '../../values.js';
import type { Expression, NullOf } from '../expression.js';
import { call, optional } from './call.js';

/** A function that is null for null alone. */
type Conversion<Input, Result> = <V extends Input | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
) => Expression<Result | NullOf<V>, S, A>;

/** A function with a mask that is null for null alone. */
type MaskedConversion<Input, Result> = <V extends Input | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
  mask?: string,
) => Expression<Result | NullOf<V>, S, A>;

type Convertible = string | number | Decimal | boolean;

/** `TO_CHAR`: as text; a date needs a mask, as in `toChar(order.trandate, 'YYYY-MM')`. */
export const toChar: MaskedConversion<Convertible, string> = (of, mask) =>
  call('TO_CHAR', 'text', of, ...optional(mask));

/** `TO_NCHAR`: as text of the national character set. */
export const toNchar: MaskedConversion<Convertible, string> = (of, mask) =>
  call('TO_NCHAR', 'text', of, ...optional(mask));

/** `TO_CLOB`: as long text. */
export const toClob: Conversion<string, string> = (of) => call('TO_CLOB', 'text', of);

/** `TO_NCLOB`: as long text of the national character set. */
export const toNclob: Conversion<string, string> = (of) => call('TO_NCLOB', 'text', of);

/** `TO_NUMBER`: a text as a number. The statement fails for a text that is none. */
export const toNumber: MaskedConversion<string, Decimal> = (of, mask) =>
  call('TO_NUMBER', 'num', of, ...optional(mask));

/** `TO_BINARY_DOUBLE`. */
export const toBinaryDouble: Conversion<Convertible, number> = (of) => call('TO_BINARY_DOUBLE', 'int', of);

/** `TO_BINARY_FLOAT`. */
export const toBinaryFloat: Conversion<Convertible, number> = (of) => call('TO_BINARY_FLOAT', 'int', of);

/** `TO_DATE`: a text in the form of a mask as a date. Default: `YYYY-MM-DD`. */
export function toDate<V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
  mask = 'YYYY-MM-DD',
): Expression<PlainDate | NullOf<V>, S, A> {
  return call('TO_DATE', 'date', of, mask);
}

/** `TO_TIMESTAMP`: a text in the form of a mask as a datetime. Default: `YYYY-MM-DD"T"HH24:MI:SS`. */
export function toTimestamp<V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
  mask = 'YYYY-MM-DD"T"HH24:MI:SS',
): Expression<DateTime | NullOf<V>, S, A> {
  return call('TO_TIMESTAMP', 'datetime', of, mask);
}

/** `TO_TIMESTAMP_TZ`: a text with a time zone, in the form of a mask, as a datetime. */
export function toTimestampTz<V extends string | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
  mask: string,
): Expression<DateTime | NullOf<V>, S, A> {
  return call('TO_TIMESTAMP_TZ', 'datetime', of, mask);
}

/** `CHARTOROWID`. */
export const chartorowid: Conversion<string, string> = (of) => call('CHARTOROWID', 'text', of);

/** `ORA_HASH`: a whole number from 0 to `buckets`, the same for equal values. Default: 4294967295. */
export function oraHash<S extends string>(
  of: Expression<unknown, S>,
  buckets?: number,
): Expression<number, S, never> {
  return call('ORA_HASH', 'int', of, ...optional(buckets));
}

/** The day of a datetime, as a date. */
export function dayOf<V extends DateTime | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
): Expression<PlainDate | NullOf<V>, S, A> {
  return call('TRUNC', 'date', of);
}
