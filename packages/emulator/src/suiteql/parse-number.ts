import { type FixedMask, parseNumberMask, symbolOf } from './number-mask.js';
import { type NumberSettings, usualNumberSettings } from './number-settings.js';

/**
 * TO_NUMBER with a mask: the number that a text spells, in digits. A text may have fewer digits than the mask, not
 * more, and separators only where the mask has them.
 *
 * @param style What D, G and L stand for.
 * @throws {RangeError} The text does not fit the mask, as Oracle's ORA-01722 says.
 */
export function parseNumber(text: string, mask: string, style = usualNumberSettings): string {
  const parsed = parseNumberMask(mask);
  const given = text.trim();
  const number =
    parsed.kind === 'fixed'
      ? fixedNumber(given, parsed, style)
      : parsed.kind === 'hexadecimal' && /^[\da-f]+$/i.test(given) && given.length <= parsed.places
        ? String(BigInt(`0x${given}`))
        : undefined;
  if (number === undefined) throw new RangeError(`'${text}' does not fit the number mask '${mask}'.`);
  return number;
}

function fixedNumber(given: string, mask: FixedMask, style: NumberSettings): string | undefined {
  if (mask.shift > 0) return undefined;
  const signed = unsigned(given, mask);
  if (signed === undefined) return undefined;
  const symbol = mask.currency === null ? '' : symbolOf(mask.currency, style);
  const bare = signed.digits.startsWith(symbol) ? signed.digits.slice(symbol.length) : signed.digits;
  const digits = mask.localized ? asUsual(bare, style) : bare;
  const form = /^([\d,]*)(?:(\.)(\d*))?(E[+-]?\d{1,3})?$/i.exec(digits);
  if (form === null) return undefined;
  const [, whole = '', point, fraction = '', exponent = ''] = form;
  if (!/\d/.test(whole + fraction) || (point !== undefined && !mask.hasPoint)) return undefined;
  if (exponent !== '' && !mask.scientific) return undefined;
  if (fraction.length > mask.fraction.length || !fitsPlaces(whole, mask.whole)) return undefined;
  const sign = signed.negative ? '-' : '';
  return `${sign}${whole.replaceAll(',', '') || '0'}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

/** With a point and commas; a point or comma that the settings do not mean becomes a `?`, which no mask takes. */
function asUsual(text: string, { decimal, group }: NumberSettings): string {
  return text.replace(/[^\d]/g, (mark) => {
    if (mark === decimal) return '.';
    if (mark === group) return ',';
    return mark === '.' || mark === ',' ? '?' : mark;
  });
}

/** The text without its sign, which stands where the mask says. */
function unsigned(
  given: string,
  { sign }: FixedMask,
): { readonly negative: boolean; readonly digits: string } | undefined {
  switch (sign) {
    case 'trailing':
    case 'trailing-minus': {
      const [, digits = '', mark = ''] = /^(.*?)\s*([+-]?)$/.exec(given) ?? [];
      return sign === 'trailing' && mark === '' ? undefined : { negative: mark === '-', digits };
    }
    case 'brackets': {
      const inner = /^<(.*)>$/.exec(given)?.[1];
      return { negative: inner !== undefined, digits: inner ?? given };
    }
    default: {
      const [, mark = '', digits = ''] = /^([+-]?)(.*)$/.exec(given) ?? [];
      return { negative: mark === '-', digits };
    }
  }
}

/** From the right, a digit for each place; a comma stands where the mask has one, or is left out. */
function fitsPlaces(digits: string, places: string): boolean {
  let place = places.length - 1;
  for (let index = digits.length - 1; index >= 0; index--) {
    const character = digits.charAt(index);
    if (character !== ',' && places.charAt(place) === ',') place -= 1;
    if (place < 0 || (character === ',') !== (places.charAt(place) === ',')) return false;
    place -= 1;
  }
  return !digits.startsWith(',');
}
