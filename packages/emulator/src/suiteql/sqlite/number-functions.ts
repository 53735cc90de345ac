import {
  absoluteNumber,
  addNumbers,
  ceilNumber,
  commonBits,
  divideNumbers,
  fittedNumber,
  floorNumber,
  type GivenNumber,
  givenDouble,
  moduloNumbers,
  multiplyNumbers,
  negateNumber,
  numberKey,
  numberText,
  plainNumber,
  remainderNumbers,
  roundNumber,
  scaledForSum,
  signOf,
  storedNumber,
  subtractNumbers,
  sumNumbers,
  unscaledSum,
} from '../stored-number.js';
import { numberList } from './number-list.js';
import { realSqliteFunctions } from './real-functions.js';
import type { SqliteFunctions } from './sqlite-function.js';
import { statisticsSqliteFunctions } from './statistics-functions.js';

/** What is thrown where a statement was translated for numbers of few digits, and there is one of more. */
export const moreDigits = 'A number has more digits than a double keeps.';

/**
 * Functions that yield a `StoredNumber`. Each is there twice: as it is, and with `_narrow` behind its name, which throws
 * `moreDigits` where the number is of bytes.
 */
export const decimalSqliteFunctions: SqliteFunctions = {
  sw_add: addNumbers,
  sw_subtract: subtractNumbers,
  sw_multiply: multiplyNumbers,
  sw_divide: divideNumbers,
  sw_negate: negateNumber,
  sw_abs: absoluteNumber,
  sw_ceil: ceilNumber,
  sw_floor: floorNumber,
  sw_round: (value, places) => roundNumber(value, placesOf(places), 'half-up'),
  sw_trunc: (value, places) => roundNumber(value, placesOf(places), 'truncate'),
  sw_fit: (value, precision, scale) => fittedNumber(value, Number(precision), Number(scale)),
  sw_bitand: commonBits,
  sw_mod: moduloNumbers,
  sw_remainder: remainderNumbers,
  sw_to_number: storedNumber,
  // Text stays: some ids are.
  sw_from_key: (value) => (typeof value === 'string' ? value : storedNumber(value)),
  sw_sum: (list) => sumNumbers(numberList(list)),
  sw_unscale: (sum) => unscaledSum(sum),
  ...statisticsSqliteFunctions,
  ...realSqliteFunctions,
};

export const numberSqliteFunctions: SqliteFunctions = {
  sw_single_row: (count) => {
    throw new RangeError(`A query that is used as a value yields ${count} rows or more (ORA-01427).`);
  },
  sw_key: (value) => (typeof value === 'string' ? value : numberKey(value)),
  sw_double: givenDouble,
  sw_sign: signOf,
  // A fraction that SQLite computed.
  sw_real_number: (value) => Number(givenDouble(value).toPrecision(15)),
  sw_scale: (value) => {
    const scaled = scaledForSum(value);
    if (scaled === undefined) throw new RangeError(moreDigits);
    return scaled;
  },
  sw_width_bucket: (value, low, high, count) => {
    const position = (givenDouble(value) - givenDouble(low)) / (givenDouble(high) - givenDouble(low));
    if (position < 0) return 0;
    return position >= 1 ? Number(count) + 1 : Math.floor(position * Number(count)) + 1;
  },
  sw_number_text: (value) => (typeof value === 'string' ? value : numberText(value)),
  sw_plain_number: plainNumber,
};

function placesOf(places: GivenNumber): number {
  return Math.trunc(givenDouble(places));
}
