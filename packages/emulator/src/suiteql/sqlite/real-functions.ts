import { type GivenNumber, givenDouble, type StoredNumber, storeDouble } from '../stored-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

const doublePrecision = 15;

/** @throws {RangeError} The function has no value there, or Oracle has no such number. */
function real(compute: (...given: number[]) => number): (...given: readonly GivenNumber[]) => StoredNumber {
  return (...given) => {
    const result = compute(...given.map(givenDouble));
    if (Number.isNaN(result)) throw new RangeError('The argument is out of range (ORA-01428).');
    return storeDouble(
      Number.isFinite(result) ? Number(result.toPrecision(doublePrecision)) : Number.MAX_VALUE,
    );
  };
}

export const squareRoot = real(Math.sqrt);

export const realSqliteFunctions: SqliteFunctions = {
  sw_pow: real(Math.pow),
  sw_sqrt: squareRoot,
  sw_exp: real(Math.exp),
  sw_ln: real((value) => (value === 0 ? Number.NaN : Math.log(value))),
  sw_log: real((base, value) => (value === 0 ? Number.NaN : Math.log(value) / Math.log(base))),
  sw_sin: real(Math.sin),
  sw_cos: real(Math.cos),
  sw_tan: real(Math.tan),
  sw_asin: real(Math.asin),
  sw_acos: real(Math.acos),
  sw_atan: real(Math.atan),
  sw_atan2: real(Math.atan2),
  sw_sinh: real(Math.sinh),
  sw_cosh: real(Math.cosh),
  sw_tanh: real(Math.tanh),
};
