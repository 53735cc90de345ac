import { type GivenNumber, plainNumber, signOf } from './stored-number.js';

/**
 * TO_CHAR of a number with a mask (`FM999,990.00`, `$9,999.99`, `0000`). A number that does not fit
 * becomes `####`, as Oracle has it.
 *
 * @throws {RangeError} The mask is not understood.
 */
export function formatNumber(value: GivenNumber, mask: string): string {
  let form = mask.toUpperCase();
  const bare = form.startsWith('FM');
  if (bare) form = form.slice(2);
  const signed = /^S|S$/.exec(form)?.index;
  const trailingMinus = form.endsWith('MI');
  const brackets = form.endsWith('PR');
  form = form.replace(/^S|S$|MI$|PR$/g, '');
  const prefix = /^[$L]/.test(form) ? '$' : '';
  form = form.replace(/^[$L]/, '').replaceAll('D', '.').replaceAll('G', ',');
  if (!/^[90,]*(\.[90]*)?$/.test(form)) throw new RangeError(`The number mask '${mask}' is not understood.`);
  const [whole = '', fraction = ''] = form.split('.');
  const negative = signOf(value) < 0;
  const rounded = roundedDigits(plainNumber(value).replace('-', ''), fraction.length);
  const [digits = '', decimals = ''] = rounded.split('.');
  const places = whole.replaceAll(',', '');
  const shown = digits === '0' && !places.includes('0') && fraction !== '' ? '' : digits;
  if (shown.length > places.length) return '#'.repeat(mask.length);
  const body =
    groupedDigits(shown, whole) +
    (form.includes('.') ? `.${bare ? trimZeros(decimals, fraction) : decimals}` : '');
  const number = `${prefix}${body}`;
  if (brackets) return pad(negative ? `<${number}>` : ` ${number} `, bare);
  if (trailingMinus) return pad(`${number}${negative ? '-' : ' '}`, bare);
  if (signed !== undefined) {
    const sign = negative ? '-' : '+';
    return signed === 0 ? `${sign}${number}` : `${number}${sign}`;
  }
  const width = form.length + prefix.length + 1;
  const text = `${negative ? '-' : ''}${number}`;
  return bare ? text : text.padStart(width);
}

function roundedDigits(value: string, places: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  if (fraction.length <= places) return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
  const kept = BigInt(whole + fraction.slice(0, places)) + (Number(fraction.charAt(places)) >= 5 ? 1n : 0n);
  const digits = String(kept).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Lays digits into the places of a mask from the right: 1234 into 9,990 is 1,234. */
function groupedDigits(digits: string, places: string): string {
  const firstZero = places.replaceAll(',', '').indexOf('0');
  const count = places.replaceAll(',', '').length;
  const wanted = firstZero === -1 ? digits.length : Math.max(digits.length, count - firstZero);
  const padded = digits.padStart(wanted, '0');
  let text = '';
  let left = padded.length;
  for (let index = places.length - 1; index >= 0 && left > 0; index--) {
    text = (places.charAt(index) === ',' ? ',' : padded.charAt(--left)) + text;
  }
  return text;
}

function trimZeros(decimals: string, fraction: string): string {
  const kept = fraction.lastIndexOf('0') + 1;
  return decimals.slice(0, kept) + decimals.slice(kept).replace(/0+$/, '');
}

function pad(text: string, bare: boolean): string {
  return bare ? text.trim() : ` ${text}`;
}
