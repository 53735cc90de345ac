import { Decimal } from 'decimal.js';
import { type GivenNumber, plainNumber, type StoredNumber, storedNumber } from '../stored-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

/** More digits than Oracle keeps, so that the last of them is rounded once. */
const Real = Decimal.clone({ precision: 44, rounding: Decimal.ROUND_HALF_UP });
const none = new Real(Number.NaN);

/**
 * @param isInDomain Where the function has a value, though the library has one elsewhere too.
 * @throws {RangeError} The function has no value there, or Oracle has no such number.
 */
function real(
  compute: (value: Decimal, other: Decimal) => Decimal,
  isInDomain: (value: Decimal, other: Decimal) => boolean = () => true,
): (value: GivenNumber, other?: GivenNumber) => StoredNumber {
  return (value, other = 0) => {
    const [first, second] = [new Real(plainNumber(value)), new Real(plainNumber(other))];
    const result = isInDomain(first, second) ? compute(first, second) : none;
    if (result.isNaN()) throw new RangeError('The argument is out of range (ORA-01428).');
    return storedNumber(result.isFinite() ? result.toExponential() : '1e999');
  };
}

export const squareRoot = real((value) => value.sqrt());

export const realSqliteFunctions: SqliteFunctions = {
  sw_pow: real(
    (base, exponent) => base.pow(exponent),
    (base, exponent) => !base.isZero() || !exponent.isNegative(),
  ),
  sw_sqrt: squareRoot,
  sw_exp: real((value) => value.exp()),
  sw_ln: real(
    (value) => value.ln(),
    (value) => value.gt(0),
  ),
  sw_log: real(
    (base, value) => value.log(base),
    (base, value) => base.gt(0) && !base.eq(1) && value.gt(0),
  ),
  sw_sin: real((value) => value.sin()),
  sw_cos: real((value) => value.cos()),
  sw_tan: real((value) => value.tan()),
  sw_asin: real((value) => value.asin()),
  sw_acos: real((value) => value.acos()),
  sw_atan: real((value) => value.atan()),
  sw_atan2: real(
    (y, x) => Real.atan2(y, x),
    (y, x) => !y.isZero() || !x.isZero(),
  ),
  sw_sinh: real((value) => value.sinh()),
  sw_cosh: real((value) => value.cosh()),
  sw_tanh: real((value) => value.tanh()),
};
