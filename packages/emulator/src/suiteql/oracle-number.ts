import type { Digits } from './decimal.js';

/**
 * Numbers as bytes that sort as the numbers do, in the form of Oracle's own NUMBER: a byte for the sign and the exponent,
 * then the digits to the base of 100; of a negative number everything is complemented, and a byte at the end makes the
 * shorter of two the greater one.
 */

const zeroByte = 0x80;
const positiveBias = 193;
const negativeBias = 62;
const negativeEnd = 102;

export function encodeNumber({ negative, digits, exponent }: Digits): Uint8Array {
  if (digits === '') return Uint8Array.of(zeroByte);
  // Pairs of digits stand on either side of the point.
  const lead = exponent % 2 === 0 ? 1 : 2;
  const pairs = 1 + Math.ceil(Math.max(0, digits.length - lead) / 2);
  const bytes = new Uint8Array(1 + pairs + (negative ? 1 : 0));
  const power = Math.floor(exponent / 2);
  bytes[0] = negative ? negativeBias - power : positiveBias + power;
  let at = lead - 2;
  for (let index = 1; index <= pairs; index++, at += 2) {
    const pair = 10 * digitAt(digits, at) + digitAt(digits, at + 1);
    bytes[index] = negative ? 101 - pair : pair + 1;
  }
  if (negative) bytes[pairs + 1] = negativeEnd;
  return bytes;
}

function digitAt(digits: string, index: number): number {
  return index < 0 || index >= digits.length ? 0 : digits.charCodeAt(index) - 0x30;
}

export function decodeNumber(bytes: Uint8Array): Digits {
  const [first = zeroByte] = bytes;
  if (first === zeroByte && bytes.length === 1) return { negative: false, digits: '', exponent: 0 };
  const negative = first < zeroByte;
  const power = negative ? negativeBias - first : first - positiveBias;
  const end = negative ? bytes.length - 1 : bytes.length;
  let digits = '';
  for (let index = 1; index < end; index++) {
    const byte = bytes[index] ?? 0;
    const pair = negative ? 101 - byte : byte - 1;
    digits += pair < 10 ? `0${pair}` : String(pair);
  }
  const isOdd = digits.startsWith('0');
  if (isOdd) digits = digits.slice(1);
  if (digits.endsWith('0')) digits = digits.slice(0, -1);
  return { negative, digits, exponent: power * 2 + (isOdd ? 0 : 1) };
}
