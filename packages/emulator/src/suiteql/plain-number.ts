/** The number that a text spells, or undefined. */
export function numericValue(written: string): number | undefined {
  const trimmed = written.trim();
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** A number as Oracle writes it: no trailing zeros, no zero before the point. */
export function numberText(value: number): string {
  return plainNumber(value).replace(/^(-?)0\./, '$1.');
}

/** Oracle's "SQL Language Reference", the datatype NUMBER: magnitudes less than 1e126. */
export function isOracleNumber(value: number): boolean {
  return Math.abs(value) < 1e126;
}

export const numericOverflow = 'A number is 1e126 or more: numeric overflow (ORA-01426).';

/** @throws {RangeError} Oracle has no such number. */
export function checkNumber(value: number): number {
  if (isOracleNumber(value)) return value;
  throw new RangeError(numericOverflow);
}

/**
 * A number as NetSuite writes it: no trailing zeros, no exponent.
 *
 * @throws {RangeError} Oracle has no such number.
 */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const written = String(checkNumber(value));
  if (!written.includes('e')) return written;
  const [digits = '0', power = '0'] = written.split('e');
  const exponent = Number(power);
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(exponent, '0')}`;
}

const significantDigits = 15;

/** A number without the dust of binary fractions: with as many digits as a double keeps of a decimal. */
export function sweptNumber(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(significantDigits));
}
