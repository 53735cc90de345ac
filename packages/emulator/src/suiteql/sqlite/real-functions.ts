import { type GivenNumber, givenDouble, type StoredNumber, storeDouble } from '../stored-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

const doublePrecision = 15;

/**
 * @param isInDomain Where the function has a value, though JavaScript has one elsewhere too.
 * @throws {RangeError} The function has no value there, or Oracle has no such number.
 */
function real(
  compute: (...given: number[]) => number,
  isInDomain: (...given: number[]) => boolean = () => true,
): (...given: readonly GivenNumber[]) => StoredNumber {
  return (...given) => {
    const values = given.map(givenDouble);
    const result = isInDomain(...values) ? compute(...values) : Number.NaN;
    if (Number.isNaN(result)) throw new RangeError('The argument is out of range (ORA-01428).');
    return storeDouble(
      Number.isFinite(result) ? Number(result.toPrecision(doublePrecision)) : Number.MAX_VALUE,
    );
  };
}

export const squareRoot = real(Math.sqrt);

export const realSqliteFunctions: SqliteFunctions = {
  sw_pow: real(Math.pow, (base = 0, exponent = 0) => base !== 0 || exponent >= 0),
  sw_sqrt: squareRoot,
  sw_exp: real(Math.exp),
  sw_ln: real(Math.log, (value = 0) => value > 0),
  sw_log: real(
    (base, value) => Math.log(value) / Math.log(base),
    (base = 0, value = 0) => base > 0 && base !== 1 && value > 0,
  ),
  sw_sin: real(Math.sin),
  sw_cos: real(Math.cos),
  sw_tan: real(Math.tan),
  sw_asin: real(Math.asin),
  sw_acos: real(Math.acos),
  sw_atan: real(Math.atan),
  sw_atan2: real(Math.atan2, (first, second) => first !== 0 || second !== 0),
  sw_sinh: real(Math.sinh),
  sw_cosh: real(Math.cosh),
  sw_tanh: real(Math.tanh),
};
