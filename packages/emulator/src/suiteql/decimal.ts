import { plainNumber } from './plain-number.js';

/**
 * Exact decimals in doubles.
 *
 * A double next to a decimal stands for it. Adding and multiplying such doubles leaves dust in the last
 * bits; the result is the decimal with the fewest places that is within the dust.
 */

const epsilon = 2 ** -52;
const mostPlaces = 15;

export function addDecimals(left: number, right: number): number {
  return fewestPlaces(left + right, Math.abs(left) + Math.abs(right));
}

export function multiplyDecimals(left: number, right: number): number {
  const product = left * right;
  return fewestPlaces(product, 2 * Math.abs(product));
}

/** What a division to a whole number leaves over, with the sign of the dividend. The divisor is not 0. */
export function decimalModulo(dividend: number, divisor: number): number {
  if (Number.isInteger(dividend) && Number.isInteger(divisor)) return dividend % divisor;
  const places = Math.max(placesOf(dividend), placesOf(divisor));
  return Number(scaled(dividend, places) % scaled(divisor, places)) / 10 ** places;
}

function placesOf(value: number): number {
  return plainNumber(value).split('.')[1]?.length ?? 0;
}

function scaled(value: number, places: number): bigint {
  const [whole = '0', fraction = ''] = plainNumber(value).split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/**
 * The decimal that a sum stands for.
 *
 * @param magnitude The sum of the absolute values that were added: the dust is in proportion to it.
 */
export function fewestPlaces(value: number, magnitude: number): number {
  if (Number.isInteger(value)) return value;
  const dust = magnitude * epsilon;
  let factor = 1;
  for (let places = 0; places <= mostPlaces; places++) {
    const candidate = Math.round(value * factor) / factor;
    if (Math.abs(candidate - value) <= dust) return candidate;
    factor *= 10;
  }
  return value;
}
