import type { Decimal } from '../../values.js';
import { type Expression, type Given, type NullOf, nodeOf } from '../expression.js';
import { kindOf } from '../kind-of.js';
import { call, optional } from './call.js';

/** A value of a number column. */
export type Numeric = number | Decimal;

/** A function of one number that is null for null alone. */
type NumberFunction<Result> = <V extends Numeric | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
) => Expression<Result | NullOf<V>, S, A>;

/** `ABS`: without its sign. */
export function abs<V extends Numeric | null, S extends string, A extends string>(
  of: Expression<V, S, A>,
): Expression<V, S, A> {
  return call('ABS', kindOf(nodeOf(of, 'ABS')), of);
}

/** `CEIL`: the next whole number up. */
export const ceil: NumberFunction<number> = (of) => call('CEIL', 'int', of);

/** `FLOOR`: the next whole number down. */
export const floor: NumberFunction<number> = (of) => call('FLOOR', 'int', of);

/** `SIGN`: -1, 0 or 1. */
export const sign: NumberFunction<number> = (of) => call('SIGN', 'int', of);

/** `SQRT`: the square root. */
export const sqrt: NumberFunction<Decimal> = (of) => call('SQRT', 'num', of);

/** `EXP`: e to the power. */
export const exp: NumberFunction<Decimal> = (of) => call('EXP', 'num', of);

/** `LN`: the natural logarithm. */
export const ln: NumberFunction<Decimal> = (of) => call('LN', 'num', of);

/** `SIN`, of radians. */
export const sin: NumberFunction<Decimal> = (of) => call('SIN', 'num', of);

/** `COS`, of radians. */
export const cos: NumberFunction<Decimal> = (of) => call('COS', 'num', of);

/** `TAN`, of radians. */
export const tan: NumberFunction<Decimal> = (of) => call('TAN', 'num', of);

/** `ASIN`, in radians. */
export const asin: NumberFunction<Decimal> = (of) => call('ASIN', 'num', of);

/** `ACOS`, in radians. */
export const acos: NumberFunction<Decimal> = (of) => call('ACOS', 'num', of);

/** `ATAN`, in radians. */
export const atan: NumberFunction<Decimal> = (of) => call('ATAN', 'num', of);

/** `SINH`. */
export const sinh: NumberFunction<Decimal> = (of) => call('SINH', 'num', of);

/** `COSH`. */
export const cosh: NumberFunction<Decimal> = (of) => call('COSH', 'num', of);

/** `TANH`. */
export const tanh: NumberFunction<Decimal> = (of) => call('TANH', 'num', of);

/** `ATAN2`: the angle of a point, in radians. */
export function atan2<S extends string>(
  y: Expression<Numeric | null, S>,
  x: Given<Numeric, S>,
): Expression<Decimal | null, S> {
  return call('ATAN2', 'num', y, x);
}

/** `ROUND`: to a number of decimal places; negative ones round tens, hundreds … Default 0. */
export function round<S extends string>(
  of: Expression<Numeric | null, S>,
  digits?: Given<number, S>,
): Expression<Decimal | null, S> {
  return call('ROUND', 'num', of, ...optional(digits));
}

/** `TRUNC`: cut to a number of decimal places. Default 0. */
export function trunc<S extends string>(
  of: Expression<Numeric | null, S>,
  digits?: Given<number, S>,
): Expression<Decimal | null, S> {
  return call('TRUNC', 'num', of, ...optional(digits));
}

/** `MOD`: the rest of a division, with the sign of the dividend. */
export function mod<S extends string>(
  dividend: Expression<Numeric | null, S>,
  divisor: Given<Numeric, S>,
): Expression<Decimal | null, S> {
  return call('MOD', 'num', dividend, divisor);
}

/** `REMAINDER`: the rest of a division to the nearest whole number. */
export function remainder<S extends string>(
  dividend: Expression<Numeric | null, S>,
  divisor: Given<Numeric, S>,
): Expression<Decimal | null, S> {
  return call('REMAINDER', 'num', dividend, divisor);
}

/** `POWER`. */
export function power<S extends string>(
  base: Expression<Numeric | null, S>,
  exponent: Given<Numeric, S>,
): Expression<Decimal | null, S> {
  return call('POWER', 'num', base, exponent);
}

/** `LOG`: the logarithm of a number to a base. */
export function log<S extends string>(
  base: Given<Numeric, S>,
  of: Expression<Numeric | null, S>,
): Expression<Decimal | null, S> {
  return call('LOG', 'num', base, of);
}

/** `BITAND`: the bits that both have. */
export function bitand<S extends string>(
  one: Expression<Numeric | null, S>,
  other: Given<Numeric, S>,
): Expression<number | null, S> {
  return call('BITAND', 'int', one, other);
}

/** `NANVL`: a fallback for what is not a number. */
export function nanvl<S extends string>(
  of: Expression<Numeric | null, S>,
  fallback: Given<Numeric, S>,
): Expression<Decimal | null, S> {
  return call('NANVL', 'num', of, fallback);
}

/** `WIDTH_BUCKET`: in which of equally wide buckets between two bounds a number is, from 1; 0 below, one more above. */
export function widthBucket<S extends string>(
  of: Expression<Numeric | null, S>,
  low: Given<Numeric, S>,
  high: Given<Numeric, S>,
  buckets: number,
): Expression<number | null, S> {
  return call('WIDTH_BUCKET', 'int', of, low, high, buckets);
}
