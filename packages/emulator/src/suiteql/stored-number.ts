import {
  addDecimals,
  type Decimal,
  type Digits,
  decimalModulo,
  decimalOf,
  decimalRemainder,
  divideDecimals,
  doubleDigits,
  floorDecimal,
  multiplyDecimals,
  negateDecimal,
  oracleDigits,
  parseDecimal,
  plainDigits,
  roundDecimal,
  sumDecimals,
  truncateDecimal,
} from './decimal.js';
import { decodeNumber, encodeNumber } from './oracle-number.js';

/**
 * A number in SQLite, each in one form only, so that SQLite tells equal ones: a safe integer, a decimal of 15 digits at
 * most as the double next to it, and otherwise the bytes of `encodeNumber`. Only the order of bytes and numbers among
 * each other is not SQLite's: `numberKey` gives both as bytes.
 */
export type StoredNumber = number | Uint8Array;

/** What a function is given of SQLite as a number: also text that has to spell one, and integers that are not safe. */
export type GivenNumber = StoredNumber | bigint | string;

/** Digits that a double keeps of any decimal. */
const doublePrecision = 15;
const coefficientMaximum = 10 ** doublePrecision;

function storeDigits(digits: Digits): StoredNumber {
  if (digits.digits.length <= doublePrecision) return doubleOf(digits);
  const isWhole = digits.exponent >= digits.digits.length - 1;
  if (isWhole && digits.exponent <= doublePrecision) {
    const value = doubleOf(digits);
    if (Number.isSafeInteger(value)) return value;
  }
  return encodeNumber(digits);
}

/** @throws {RangeError} Oracle has no such number. */
export function storeDecimal(decimal: Decimal): StoredNumber {
  return storeDigits(oracleDigits(decimal));
}

/**
 * A double by the decimal that it is written as.
 *
 * @throws {RangeError} Oracle has no such number.
 */
export function storeDouble(value: number): StoredNumber {
  if (Number.isSafeInteger(value) || hasFewPlaces(value)) return value;
  return storeDecimal(decimalOf(doubleDigits(value)));
}

function doubleOf({ negative, digits, exponent }: Digits): number {
  const [first = '0'] = digits;
  const value = Number(`${first}.${digits.slice(1)}e${exponent}`);
  return negative ? -value : value;
}

/**
 * @throws {RangeError} It is a text that is no number, or Oracle has no such number.
 */
export function givenDecimal(value: GivenNumber): Decimal {
  switch (typeof value) {
    case 'number':
      if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), scale: 0 };
      return decimalOf(doubleDigits(value));
    case 'bigint':
      return { coefficient: value, scale: 0 };
    case 'string': {
      const decimal = parseDecimal(value);
      if (decimal === undefined) throw new RangeError(`'${value}' is no number (ORA-01722).`);
      return decimal;
    }
    default:
      return decimalOf(decodeNumber(value));
  }
}

/**
 * A number in its one form.
 *
 * @throws {RangeError} It is a text that is no number, or Oracle has no such number.
 */
export function storedNumber(value: GivenNumber): StoredNumber {
  return typeof value === 'number' ? storeDouble(value) : storeDecimal(givenDecimal(value));
}

export function signOf(value: GivenNumber): -1 | 0 | 1 {
  const { coefficient } = typeof value === 'number' ? { coefficient: value } : givenDecimal(value);
  return coefficient > 0 ? 1 : coefficient < 0 ? -1 : 0;
}

export function absoluteNumber(value: GivenNumber): StoredNumber {
  return signOf(value) < 0 ? negateNumber(value) : storedNumber(value);
}

/** The nearest double. */
export function givenDouble(value: GivenNumber): number {
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? doubleOf(decodeNumber(value)) : Number(value);
}

function givenDigits(value: GivenNumber): Digits {
  if (typeof value === 'object') return decodeNumber(value);
  return typeof value === 'number' ? doubleDigits(value) : oracleDigits(givenDecimal(value));
}

/** Bytes that sort as the numbers do. */
export function numberKey(value: GivenNumber): Uint8Array {
  return typeof value === 'object' ? value : encodeNumber(givenDigits(value));
}

/** Without an exponent and with a zero before the point, as NetSuite writes it. */
export function plainNumber(value: GivenNumber): string {
  return Number.isSafeInteger(value) ? String(value) : plainDigits(givenDigits(value));
}

/** As Oracle writes it where text is called for: no zero before the point. */
export function numberText(value: GivenNumber): string {
  return plainNumber(value).replace(/^(-?)0\./, '$1.');
}

const placesMaximum = 15;
const factors = Array.from({ length: 2 * placesMaximum + 1 }, (_, places) => 10 ** places);

/** `10 ** places`, a double that is exact up to 22 places. */
function factorOf(places: number): number {
  return factors[places] ?? Number.NaN;
}

/**
 * How many places the decimal has that a double stands for. -1: it has more digits than fit, or is too small to tell.
 *
 * A whole number divided by a power of ten yields the double next to that decimal, so that the comparison decides.
 */
function placesOf(value: number): number {
  for (let places = 0; places <= placesMaximum; places++) {
    const factor = factorOf(places);
    const coefficient = Math.round(value * factor);
    if (coefficient >= coefficientMaximum || coefficient <= -coefficientMaximum) return -1;
    if (coefficient / factor === value) return places;
  }
  return -1;
}

function hasFewPlaces(value: number): boolean {
  return placesOf(value) !== -1;
}

function fits(coefficient: number): boolean {
  return coefficient < coefficientMaximum && coefficient > -coefficientMaximum;
}

/** @throws {RangeError} An operand is no number, or Oracle has no such sum. */
export function addNumbers(left: GivenNumber, right: GivenNumber): StoredNumber {
  if (typeof left === 'number' && typeof right === 'number') {
    const [leftPlaces, rightPlaces] = [placesOf(left), placesOf(right)];
    if (leftPlaces >= 0 && rightPlaces >= 0) {
      const factor = factorOf(Math.max(leftPlaces, rightPlaces));
      const [first, second] = [Math.round(left * factor), Math.round(right * factor)];
      if (fits(first) && fits(second) && fits(first + second)) return (first + second) / factor;
    }
  }
  return storeDecimal(addDecimals(givenDecimal(left), givenDecimal(right)));
}

export function negateNumber(value: GivenNumber): StoredNumber {
  return typeof value === 'number' ? -value : storeDecimal(negateDecimal(givenDecimal(value)));
}

export function subtractNumbers(left: GivenNumber, right: GivenNumber): StoredNumber {
  return addNumbers(left, negateNumber(right));
}

/** @throws {RangeError} An operand is no number, or Oracle has no such product. */
export function multiplyNumbers(left: GivenNumber, right: GivenNumber): StoredNumber {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = quickProduct(left, right);
    if (product !== undefined) return product;
  }
  return storeDecimal(multiplyDecimals(givenDecimal(left), givenDecimal(right)));
}

/** The exact product where it and its factors have few digits. */
function quickProduct(left: number, right: number): number | undefined {
  const [leftPlaces, rightPlaces] = [placesOf(left), placesOf(right)];
  const places = leftPlaces + rightPlaces;
  if (leftPlaces < 0 || rightPlaces < 0 || places > 22) return undefined;
  const product = Math.round(left * factorOf(leftPlaces)) * Math.round(right * factorOf(rightPlaces));
  return fits(product) ? product / factorOf(places) : undefined;
}

/** @throws {RangeError} The divisor is 0, an operand is no number, or Oracle has no such quotient. */
export function divideNumbers(dividend: GivenNumber, divisor: GivenNumber): StoredNumber {
  if (typeof dividend === 'number' && typeof divisor === 'number' && divisor !== 0) {
    const quotient = dividend / divisor;
    if (placesOf(quotient) >= 0 && quickProduct(quotient, divisor) === dividend) return quotient;
  }
  return storeDecimal(divideDecimals(givenDecimal(dividend), givenDecimal(divisor)));
}

/** MOD, to which a divisor of 0 changes nothing. */
export function moduloNumbers(dividend: GivenNumber, divisor: GivenNumber): StoredNumber {
  if (Number.isSafeInteger(dividend) && Number.isSafeInteger(divisor) && divisor !== 0) {
    // Both are numbers: the checks let nothing else pass.
    return (dividend as number) % (divisor as number);
  }
  const [left, right] = [givenDecimal(dividend), givenDecimal(divisor)];
  return storeDecimal(right.coefficient === 0n ? left : decimalModulo(left, right));
}

/** REMAINDER: as MOD, but of a division to the nearest whole number. */
export function remainderNumbers(dividend: GivenNumber, divisor: GivenNumber): StoredNumber {
  const right = givenDecimal(divisor);
  if (right.coefficient === 0n) throw new RangeError('REMAINDER divides by zero.');
  return storeDecimal(decimalRemainder(givenDecimal(dividend), right));
}

/** The greatest whole number that is not above the value. */
export function floorNumber(value: GivenNumber): StoredNumber {
  return typeof value === 'number' ? Math.floor(value) : storeDecimal(floorDecimal(givenDecimal(value)));
}

/** The least whole number that is not below the value. */
export function ceilNumber(value: GivenNumber): StoredNumber {
  return negateNumber(floorNumber(negateNumber(value)));
}

type Rounding = 'half-up' | 'truncate';

/** To a number of places; before the point where it is negative. */
export function roundNumber(value: GivenNumber, places: number, rounding: Rounding): StoredNumber {
  if (typeof value === 'number' && places >= 0) {
    const own = placesOf(value);
    if (own >= 0 && own <= places) return value;
    if (own >= 0) {
      // Whole numbers from here on, so that a half is one.
      const coefficient = Math.round(Math.abs(value) * factorOf(own));
      const divisor = factorOf(own - places);
      const rest = coefficient % divisor;
      const whole = (coefficient - rest) / divisor + (rounding === 'half-up' && 2 * rest >= divisor ? 1 : 0);
      return (Math.sign(value) * whole) / factorOf(places);
    }
  }
  const decimal = givenDecimal(value);
  return storeDecimal(
    rounding === 'half-up' ? roundDecimal(decimal, places) : truncateDecimal(decimal, places),
  );
}

/**
 * What a NUMBER of a precision and a scale holds of a value.
 *
 * @throws {RangeError} The value is too large for the precision.
 */
export function fittedNumber(value: GivenNumber, precision: number, scale: number): StoredNumber {
  const rounded = roundNumber(value, scale, 'half-up');
  if (signOf(subtractNumbers(absoluteNumber(rounded), `1e${precision - scale}`)) >= 0) {
    throw new RangeError(
      `${plainNumber(value)} is too large for NUMBER(${precision}, ${scale}) (ORA-01438).`,
    );
  }
  return rounded;
}

/** BITAND: the bits of two whole numbers; fractions are cut off. */
export function commonBits(left: GivenNumber, right: GivenNumber): StoredNumber {
  const bits = [left, right].map((value) => BigInt(plainNumber(roundNumber(value, 0, 'truncate'))));
  return storedNumber(((bits[0] ?? 0n) & (bits[1] ?? 0n)).toString());
}

/** Places of the whole numbers that SQLite adds up for a sum: cents at an exchange rate have as many. */
const sumPlaces = 8;
const sumFactor = factorOf(sumPlaces);
const integerMaximum = 2n ** 63n - 1n;

/** A number as so many hundred-millionths, for SQLite to add up. Undefined: it has more places, or is too large. */
export function scaledForSum(value: GivenNumber): number | bigint | undefined {
  if (typeof value !== 'number') return undefined;
  if (value === 0) return 0;
  const scaled = Math.round(value * sumFactor);
  if (fits(scaled)) return scaled / sumFactor === value ? scaled : undefined;
  const places = placesOf(value);
  if (places < 0 || places > sumPlaces) return undefined;
  const whole = BigInt(Math.round(value * factorOf(places))) * BigInt(factorOf(sumPlaces - places));
  return whole <= integerMaximum && whole >= -integerMaximum ? whole : undefined;
}

/** The sum of such whole numbers. */
export function unscaledSum(sum: GivenNumber): StoredNumber {
  if (typeof sum === 'number' && fits(sum)) return sum / sumFactor;
  const { coefficient, scale } = givenDecimal(sum);
  return storeDecimal({ coefficient, scale: scale + sumPlaces });
}

/** @throws {RangeError} Oracle has no such sum. */
export function sumNumbers(values: readonly GivenNumber[]): StoredNumber | null {
  if (values.length === 0) return null;
  return storeDecimal(sumDecimals(values.map(givenDecimal)));
}
