import type { ParameterValue } from '../statement.js';

/**
 * A value as SuiteQL text: numbers in plain decimals, booleans as 'T' and 'F', quotes in strings doubled.
 *
 * @throws {TypeError} A number that is not finite, or a string with NUL, which SQL text cannot carry.
 */
export function literal(value: ParameterValue): string {
  // In brackets, because `x-` and `-5` side by side would begin a comment.
  if (typeof value === 'number') return value < 0 ? `(${plainDecimal(value)})` : plainDecimal(value);
  const text = parameterText(value);
  if (text.includes('\0')) throw new TypeError('A SuiteQL literal cannot hold the character NUL.');
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A value as it travels in `params`: text, as in Oracle's sample.
 *
 * @throws {TypeError} A number that is not finite.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157909186990.html
 */
export function parameterText(value: ParameterValue): string {
  if (typeof value === 'number') return plainDecimal(value);
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'string') return value;
  throw new TypeError(
    `A SuiteQL parameter is a string, number or boolean, not ${value === null ? 'null' : typeof value}.`,
  );
}

/** Without an exponent, which not every place of SuiteQL takes. */
function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`A SuiteQL parameter cannot be ${value}.`);
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const pointAt = 1 + Number(exponent);
  if (pointAt <= 0) return `${sign}0.${'0'.repeat(-pointAt)}${digits}`;
  return `${sign}${digits.padEnd(pointAt, '0')}`;
}
