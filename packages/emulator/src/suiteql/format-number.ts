import { type FixedMask, parseNumberMask, symbolOf } from './number-mask.js';
import { type NumberSettings, usualNumberSettings } from './number-settings.js';

/**
 * TO_CHAR of a number with a mask (`FM999,990.00`, `$9,999.99`, `0000`). A number that does not fit
 * becomes a `#` for each place of the mask and one for the sign, as Oracle has it.
 *
 * @param decimal A number in digits, of any length: `-1234.5`.
 * @param style What D, G and L stand for.
 * @throws {RangeError} The mask is not understood, or is not for this number.
 */
export function formatNumber(decimal: string, mask: string, style = usualNumberSettings): string {
  const parsed = parseNumberMask(mask);
  const number = digitsOf(decimal);
  switch (parsed.kind) {
    case 'fixed':
      return parsed.scientific ? scientificText(number, parsed, style) : fixedText(number, parsed, style);
    case 'minimum':
      return minimumText(number, parsed.scientific);
    case 'hexadecimal': {
      const value = roundedTo(number, 0).whole;
      if (number.negative && value !== '0')
        throw new RangeError('A negative number has no hexadecimal digits.');
      const digits = BigInt(value)
        .toString(16)
        .padStart(parsed.zeros ? parsed.places : 1, '0');
      const width = parsed.places + 1;
      if (digits.length > parsed.places) return '#'.repeat(width);
      const cased = parsed.lowerCase ? digits : digits.toUpperCase();
      return parsed.bare ? cased : cased.padStart(width);
    }
    case 'roman': {
      const numeral = romanNumeral(Number(roundedTo(number, 0).whole) * (number.negative ? -1 : 1));
      if (numeral === undefined) return '#'.repeat(romanWidth);
      const cased = parsed.lowerCase ? numeral.toLowerCase() : numeral;
      return parsed.bare ? cased : cased.padStart(romanWidth);
    }
  }
}

/** The digits of a decimal without zeros at its ends; `whole` has one at least. */
interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function digitsOf(decimal: string): Digits {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  return { negative: sign !== '', whole: whole === '' ? '0' : whole, fraction };
}

/** Halves go away from zero. */
function roundedTo({ negative, whole, fraction }: Digits, places: number): Digits {
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const digits = String(kept + (fraction.charAt(places) >= '5' ? 1n : 0n)).padStart(places + 1, '0');
  const point = digits.length - places;
  return { negative, whole: digits.slice(0, point), fraction: digits.slice(point) };
}

/** The value times a power of ten. */
function shifted({ negative, whole, fraction }: Digits, places: number): Digits {
  if (places === 0) return { negative, whole, fraction };
  const digits = fraction.padEnd(places, '0');
  return digitsOf(`${negative ? '-' : ''}${whole}${digits.slice(0, places)}.${digits.slice(places)}`);
}

function fixedText(number: Digits, mask: FixedMask, style: NumberSettings): string {
  const { whole: places, fraction: fractionPlaces, bare, blankZero } = mask;
  const { negative, whole, fraction } = roundedTo(shifted(number, mask.shift), fractionPlaces.length);
  const isZero = /^0*$/.test(whole + fraction);
  const digits = whole === '0' ? '' : whole;
  const digitPlaces = places.replaceAll(',', '');
  const width = widthOf(mask);
  if (digits.length > digitPlaces.length) return '#'.repeat(width);
  if (blankZero && isZero) return bare ? '' : ' '.repeat(width);
  const shownFraction = bare ? trimmed(fraction, fractionPlaces) : fraction;
  const firstZero = digitPlaces.indexOf('0');
  const zeros = firstZero === -1 || (blankZero && digits === '') ? 0 : digitPlaces.length - firstZero;
  // Nothing would be left of a zero otherwise.
  const least = isZero && shownFraction === '' && digitPlaces !== '' ? 1 : 0;
  const grouped = groupedDigits(digits.padStart(Math.max(zeros, least), '0'), places);
  const point = mask.hasPoint ? '.' : '';
  return withSign(`${grouped}${point}${shownFraction}`, { negative, mask, width, style });
}

function scientificText(number: Digits, mask: FixedMask, style: NumberSettings): string {
  const { fraction: fractionPlaces, bare } = mask;
  const { mantissa, exponent } = scientificDigits(number, fractionPlaces.length);
  const fraction = mantissa.slice(1);
  const shown = bare ? trimmed(fraction, fractionPlaces) : fraction;
  const text = `${mantissa.charAt(0)}${mask.hasPoint ? '.' : ''}${shown}${exponentText(exponent)}`;
  // Assumed: no padding but the place of the sign. All of Oracle's examples have a single digit before the point.
  const width = text.length + signWidth(mask) + (mask.currency?.width ?? 0);
  return withSign(text, { negative: number.negative, mask, width, style });
}

/** One digit before the point, and `places` after it. */
function scientificDigits(
  { whole, fraction }: Digits,
  places: number,
): { readonly mantissa: string; readonly exponent: number } {
  const all = (whole === '0' ? '' : whole) + fraction;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  const digits = all.slice(leading);
  if (digits === '') return { mantissa: '0'.repeat(places + 1), exponent: 0 };
  const exponent = (whole === '0' ? 0 : whole.length) - leading - 1;
  const rounded = roundedTo({ negative: false, whole: digits.charAt(0), fraction: digits.slice(1) }, places);
  const carried = rounded.whole.length - 1;
  return {
    mantissa: (rounded.whole + rounded.fraction).slice(0, places + 1),
    exponent: exponent + carried,
  };
}

/** "If the output exceeds 64 characters, then Oracle returns the number in scientific notation." */
const minimumTextMaximum = 64;

function minimumText(number: Digits, scientific: boolean): string {
  const { negative, whole, fraction } = number;
  const sign = negative ? '-' : '';
  const fixed = fraction === '' ? whole : `${whole === '0' ? '' : whole}.${fraction}`;
  return scientific || fixed.length > minimumTextMaximum
    ? `${sign}${shortestScientific(number)}`
    : `${sign}${fixed}`;
}

function shortestScientific(number: Digits): string {
  const { mantissa, exponent } = scientificDigits(number, number.whole.length + number.fraction.length);
  const fraction = mantissa.slice(1).replace(/0+$/, '');
  return `${mantissa.charAt(0)}${fraction === '' ? '' : `.${fraction}`}${exponentText(exponent)}`;
}

function exponentText(exponent: number): string {
  return `E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Without the zeros that only fill a 9. */
function trimmed(fraction: string, places: string): string {
  const kept = places.lastIndexOf('0') + 1;
  return fraction.slice(0, kept) + fraction.slice(kept).replace(/0+$/, '');
}

/** Lays digits into the places of a mask from the right: 1234 into 9,990 is 1,234. */
function groupedDigits(digits: string, places: string): string {
  let text = '';
  let left = digits.length;
  for (let index = places.length - 1; index >= 0 && left > 0; index--) {
    text = (places.charAt(index) === ',' ? ',' : digits.charAt(--left)) + text;
  }
  return text;
}

function signWidth({ sign }: FixedMask): number {
  return sign === 'brackets' ? 2 : 1;
}

/** Of all places, with those of the currency and the sign. */
function widthOf(mask: FixedMask): number {
  const { whole, fraction, hasPoint, currency } = mask;
  return whole.length + (hasPoint ? 1 : 0) + fraction.length + (currency?.width ?? 0) + signWidth(mask);
}

interface SignedText {
  readonly negative: boolean;
  readonly mask: FixedMask;
  readonly width: number;
  readonly style: NumberSettings;
}

function withSign(digits: string, { negative, mask, width, style }: SignedText): string {
  const { sign, currency, bare, localized } = mask;
  const symbol = currency === null ? '' : symbolOf(currency, style);
  const shown = localized
    ? digits.replace(/[.,]/g, (mark) => (mark === '.' ? style.decimal : style.group))
    : digits;
  const number = `${symbol}${shown}`;
  const text = (() => {
    switch (sign) {
      case 'floating':
        return negative ? `-${number}` : number;
      case 'leading':
        return `${negative ? '-' : '+'}${number}`;
      case 'trailing':
        return `${number}${negative ? '-' : '+'}`;
      case 'trailing-minus':
        return `${number}${negative ? '-' : ' '}`;
      case 'brackets':
        return negative ? `<${number}>` : ` ${number} `;
    }
  })();
  return bare ? text.trim() : text.padStart(width);
}

const romanWidth = 15;
const romanDigits: readonly (readonly [value: number, numeral: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** From 1 to 3999. */
function romanNumeral(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let rest = value;
  let numeral = '';
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      numeral += digits;
      rest -= worth;
    }
  }
  return numeral;
}
