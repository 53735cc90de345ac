import { addDecimals, decimalModulo, fewestPlaces, multiplyDecimals } from '../decimal.js';
import { formatNumber } from '../number-mask.js';
import { checkNumber, numberText, numericValue, sweptNumber } from '../plain-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

/** Halves go away from zero, as Oracle has it. Negative places round before the point. */
function roundTo(value: number, places: number): number {
  const factor = 10 ** Math.abs(Math.trunc(places));
  const scaled = sweptNumber(places >= 0 ? value * factor : value / factor);
  const rounded = Math.sign(scaled) * Math.round(Math.abs(scaled));
  return places >= 0 ? rounded / factor : rounded * factor;
}

function truncateTo(value: number, places: number): number {
  const factor = 10 ** Math.abs(Math.trunc(places));
  const scaled = sweptNumber(places >= 0 ? value * factor : value / factor);
  return places >= 0 ? Math.trunc(scaled) / factor : Math.trunc(scaled) * factor;
}

export const numberSqliteFunctions: SqliteFunctions = {
  sw_exact: (value) => (typeof value === 'number' ? sweptNumber(value) : value),
  sw_add: (left, right) => addDecimals(Number(left), Number(right)),
  sw_subtract: (left, right) => addDecimals(Number(left), -Number(right)),
  sw_multiply: (left, right) => multiplyDecimals(Number(left), Number(right)),
  sw_check_number: (value) => checkNumber(Number(value)),
  sw_sum: (sum, magnitude) => fewestPlaces(Number(sum), Number(magnitude)),
  sw_divide: (dividend, divisor) => {
    if (Number(divisor) === 0) throw new RangeError('A number is divided by zero.');
    return checkNumber(Number(dividend) / Number(divisor));
  },
  sw_round: (value, places) => roundTo(Number(value), Number(places)),
  sw_trunc: (value, places) => truncateTo(Number(value), Number(places)),
  sw_mod: (value, divisor) => (Number(divisor) === 0 ? value : decimalModulo(Number(value), Number(divisor))),
  sw_remainder: (value, divisor) => {
    if (Number(divisor) === 0) throw new RangeError('REMAINDER divides by zero.');
    const quotient = Number(value) / Number(divisor);
    const nearest = Math.abs(quotient % 1) === 0.5 ? 2 * Math.round(quotient / 2) : Math.round(quotient);
    return addDecimals(Number(value), -multiplyDecimals(Number(divisor), nearest));
  },
  sw_width_bucket: (value, low, high, count) => {
    const position = (Number(value) - Number(low)) / (Number(high) - Number(low));
    if (position < 0) return 0;
    return position >= 1 ? Number(count) + 1 : Math.floor(position * Number(count)) + 1;
  },
  sw_to_number: (value) => {
    if (typeof value !== 'string') return value;
    const number = numericValue(value);
    if (number === undefined) throw new RangeError(`'${value}' is no number.`);
    return number;
  },
  sw_number_text: (value) => (typeof value === 'number' ? numberText(value) : String(value)),
  sw_format_number: (value, mask) => formatNumber(Number(value), String(mask)),
};
