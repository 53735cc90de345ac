/** The number that a text spells, or undefined. */
export function numericValue(written: string): number | undefined {
  const trimmed = written.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** A number as Oracle writes it: no trailing zeros, no zero before the point. */
export function numberText(value: number): string {
  return plainNumber(value).replace(/^(-?)0\./, '$1.');
}

/** A number with 15 significant digits, which is what a double keeps of a decimal, and no exponent. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const written = String(Number(value.toPrecision(15)));
  if (!written.includes('e')) return written;
  const [digits = '0', power = '0'] = written.split('e');
  const exponent = Number(power);
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(exponent, '0')}`;
}
