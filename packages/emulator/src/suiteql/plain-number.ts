/** The number that a text spells, or undefined. */
export function numericValue(written: string): number | undefined {
  const trimmed = written.trim();
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** A number as Oracle writes it: no trailing zeros, no zero before the point. */
export function numberText(value: number): string {
  return plainNumber(value).replace(/^(-?)0\./, '$1.');
}

/** A number as NetSuite writes it: no trailing zeros, no exponent. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const written = String(value);
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
