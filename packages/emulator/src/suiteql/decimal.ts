/** A decimal number: `coefficient / 10 ** scale`. The scale may be negative. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** A decimal number by its digits: `d.ddd × 10 ** exponent`. Zero has no digits, and no digit at either end is zero. */
export interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const zero: Decimal = { coefficient: 0n, scale: 0 };

const powers: bigint[] = [];

function tenTo(exponent: number): bigint {
  powers[exponent] ??= 10n ** BigInt(exponent);
  return powers[exponent];
}

/** Oracle's "SQL Language Reference", NUMBER Data Type: magnitudes from 1e-130 to less than 1e126. */
const exponentMaximum = 125;
const exponentMinimum = -130;
const numericOverflow = 'A number is 1e126 or more: numeric overflow (ORA-01426).';

const decimalText = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** Whether a text spells a number. */
export function isDecimal(text: string): boolean {
  return decimalText.test(text.trim()) && /\d/.test(text);
}

/**
 * The number that a text spells, or undefined.
 *
 * @throws {RangeError} Oracle has no such number.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = decimalText.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return whole + fraction === '' ? undefined : zero;
  const scale = fraction.length - Number(power);
  const exponent = digits.length - 1 - scale;
  if (exponent > exponentMaximum) throw new RangeError(numericOverflow);
  if (exponent < exponentMinimum) return zero;
  return { coefficient: BigInt(sign === '-' ? `-${digits}` : digits), scale };
}

/**
 * A number as Oracle keeps it.
 *
 * Oracle's "SQL Language Reference", NUMBER Data Type: 20 digits to the base of 100, which are 39 or 40 decimal ones
 * depending on the position of the decimal point. Assumed: results are rounded half away from zero to as many, and those
 * below 1e-130 are 0.
 *
 * @throws {RangeError} It is 1e126 or more.
 */
export function oracleDigits({ coefficient, scale }: Decimal): Digits {
  const negative = coefficient < 0n;
  let digits = String(negative ? -coefficient : coefficient);
  let exponent = digits.length - 1 - scale;
  const kept = exponent % 2 === 0 ? 39 : 40;
  if (digits.length > kept) {
    const rounded = BigInt(digits.slice(0, kept)) + (digits.charCodeAt(kept) >= 0x35 ? 1n : 0n);
    digits = String(rounded);
    exponent += digits.length - kept;
  }
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  if (end === 0 || exponent < exponentMinimum) return { negative: false, digits: '', exponent: 0 };
  if (exponent > exponentMaximum) throw new RangeError(numericOverflow);
  return { negative, digits: digits.slice(0, end), exponent };
}

export function decimalOf({ negative, digits, exponent }: Digits): Decimal {
  if (digits === '') return zero;
  const coefficient = BigInt(digits);
  return { coefficient: negative ? -coefficient : coefficient, scale: digits.length - 1 - exponent };
}

/** The digits of a finite double: the fewest that tell it from its neighbours. */
export function doubleDigits(value: number): Digits {
  if (value === 0) return { negative: false, digits: '', exponent: 0 };
  const written = Math.abs(value).toExponential();
  const mark = written.indexOf('e');
  const digits = mark === 1 ? written.charAt(0) : written.charAt(0) + written.slice(2, mark);
  return { negative: value < 0, digits, exponent: Number(written.slice(mark + 1)) };
}

/** Without an exponent and with a zero before the point. */
export function plainDigits({ negative, digits, exponent }: Digits): string {
  if (digits === '') return '0';
  const sign = negative ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${sign}${whole}.${digits.slice(exponent + 1)}` : `${sign}${whole}`;
}

interface Aligned {
  readonly left: bigint;
  readonly right: bigint;
  readonly scale: number;
}

function align(left: Decimal, right: Decimal): Aligned {
  const scale = Math.max(left.scale, right.scale);
  return {
    left: left.coefficient * tenTo(scale - left.scale),
    right: right.coefficient * tenTo(scale - right.scale),
    scale,
  };
}

export function addDecimals(first: Decimal, second: Decimal): Decimal {
  const { left, right, scale } = align(first, second);
  return { coefficient: left + right, scale };
}

export function negateDecimal({ coefficient, scale }: Decimal): Decimal {
  return { coefficient: -coefficient, scale };
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { coefficient: left.coefficient * right.coefficient, scale: left.scale + right.scale };
}

/** More digits than Oracle keeps, and one that tells whether anything follows, so that rounding sees it. */
const quotientDigits = 44;

/** @throws {RangeError} The divisor is 0. */
export function divideDecimals(dividend: Decimal, divisor: Decimal): Decimal {
  if (divisor.coefficient === 0n) throw new RangeError('A number is divided by zero (ORA-01476).');
  const lengthOf = ({ coefficient }: Decimal): number => String(coefficient).length;
  const shift = Math.max(0, quotientDigits + lengthOf(divisor) - lengthOf(dividend));
  const scaled = dividend.coefficient * tenTo(shift);
  const quotient = scaled / divisor.coefficient;
  const scale = dividend.scale + shift - divisor.scale;
  const rest = scaled - quotient * divisor.coefficient;
  if (rest === 0n) return { coefficient: quotient, scale };
  const isNegative = scaled < 0n !== divisor.coefficient < 0n;
  return { coefficient: quotient * 10n + (isNegative ? -1n : 1n), scale: scale + 1 };
}

/** What a division to a whole number leaves over, with the sign of the dividend. The divisor is not 0. */
export function decimalModulo(dividend: Decimal, divisor: Decimal): Decimal {
  const { left, right, scale } = align(dividend, divisor);
  return { coefficient: left % right, scale };
}

/** What a division to the nearest whole number leaves over; of two that are as near, the even one. The divisor is not 0. */
export function decimalRemainder(dividend: Decimal, divisor: Decimal): Decimal {
  const { left, right, scale } = align(dividend, divisor);
  const rest = left % right;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const doubled = 2n * size(rest);
  const isOver = doubled > size(right) || (doubled === size(right) && (left / right) % 2n !== 0n);
  if (!isOver) return { coefficient: rest, scale };
  return { coefficient: rest < 0n ? rest + size(right) : rest - size(right), scale };
}

/** Cuts a number off. Negative places are those before the point. */
export function truncateDecimal(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  if (value.scale - places > placesMaximum) return zero;
  return { coefficient: value.coefficient / tenTo(value.scale - places), scale: places };
}

/** Halves go away from zero, as Oracle has it. Negative places round before the point. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  const dropped = value.scale - places;
  if (dropped > placesMaximum) return zero;
  const half = 5n * tenTo(dropped - 1);
  const { coefficient } = value;
  return {
    coefficient: (coefficient < 0n ? coefficient - half : coefficient + half) / tenTo(dropped),
    scale: places,
  };
}

/** More than any number of Oracle has. */
const placesMaximum = 400;

/** The greatest whole number that is not above the value. */
export function floorDecimal(value: Decimal): Decimal {
  const whole = truncateDecimal(value, 0);
  return value.coefficient < 0n && compareDecimals(whole, value) > 0 ? addDecimals(whole, minusOne) : whole;
}

const minusOne: Decimal = { coefficient: -1n, scale: 0 };

export function compareDecimals(first: Decimal, second: Decimal): number {
  const { left, right } = align(first, second);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds numbers of one scale together first, which most lists consist of. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const byScale = new Map<number, bigint>();
  for (const { coefficient, scale } of values) byScale.set(scale, (byScale.get(scale) ?? 0n) + coefficient);
  let sum = zero;
  for (const [scale, coefficient] of byScale) sum = addDecimals(sum, { coefficient, scale });
  return sum;
}
