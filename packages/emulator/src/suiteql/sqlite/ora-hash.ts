/**
 * ORA_HASH: Bob Jenkins' hash, in the form that Oracle publishes with its sharding tools.
 *
 * Assumed: fewer buckets than hash values are filled as Oracle fills hash partitions: by the lowest bits, with one bit
 * less where there is no such bucket.
 *
 * @see github.com/oracle/db-sharding, OracleKggHash.java
 */
export function oraHash(bytes: Uint8Array, maximumBucket: number, seed: number): number {
  const hash = hashOf(bytes, seed) >>> 0;
  const bits = 32 - Math.clz32(maximumBucket);
  const bucket = bits === 32 ? hash : hash % 2 ** bits;
  return bucket <= maximumBucket ? bucket : bucket - 2 ** (bits - 1);
}

const goldenRatio = 0x9e3779b9;
const blockBytes = 16;

function hashOf(bytes: Uint8Array, seed: number): number {
  const state: State = { a: goldenRatio | 0, b: goldenRatio | 0, c: goldenRatio | 0, d: seed | 0 };
  let at = 0;
  for (; bytes.length - at >= blockBytes; at += blockBytes) {
    mix(
      state,
      [0, 4, 8, 12].map((place) => wordAt(bytes, at + place)),
    );
  }
  const [a = 0, b = 0, c = 0, d = 0] = [0, 4, 8, 12].map((place) => wordAt(bytes, at + place));
  // The length takes the lowest byte of the last word.
  mix(state, [a, b, c, (bytes.length + (d << 8)) | 0]);
  return state.d;
}

interface State {
  a: number;
  b: number;
  c: number;
  d: number;
}

/** Four bytes, the lowest first; 0 behind the end. */
function wordAt(bytes: Uint8Array, place: number): number {
  let word = 0;
  for (let index = 3; index >= 0; index--) word = (word << 8) | (bytes[place + index] ?? 0);
  return word;
}

const rounds = [
  [7, 13, 17, 9],
  [3, 7, 15, 11],
] as const;

function mix(state: State, [wordA = 0, wordB = 0, wordC = 0, wordD = 0]: readonly number[]): void {
  let { a, b, c, d } = state;
  d = (d + wordD) | 0;
  a = (a + wordA) | 0;
  b = (b + wordB) | 0;
  c = (c + wordC) | 0;
  for (const [shiftA, shiftB, shiftC, shiftD] of rounds) {
    a = (a + d) | 0;
    d = (d + a) | 0;
    a ^= a >>> shiftA;
    b = (b + a) | 0;
    a = (a + b) | 0;
    b ^= b << shiftB;
    c = (c + b) | 0;
    b = (b + c) | 0;
    c ^= c >>> shiftC;
    d = (d + c) | 0;
    c = (c + d) | 0;
    d ^= d << shiftD;
  }
  Object.assign(state, { a, b, c, d });
}

/** How Oracle keeps a NUMBER: an exponent, then two decimal digits a byte. */
export function numberBytes(written: string): Uint8Array {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(written) ?? [];
  const evenWhole = whole.length % 2 === 1 ? `0${whole}` : whole;
  const evenFraction = fraction.length % 2 === 1 ? `${fraction}0` : fraction;
  const pairs = `${evenWhole}${evenFraction}`.match(/\d\d/g)?.map(Number) ?? [];
  const first = pairs.findIndex((pair) => pair !== 0);
  if (first === -1) return Uint8Array.of(0x80);
  const last = pairs.findLastIndex((pair) => pair !== 0);
  const exponent = evenWhole.length / 2 - 1 - first;
  const digits = pairs.slice(first, last + 1);
  if (sign !== '-') return Uint8Array.of(0xc1 + exponent, ...digits.map((digit) => digit + 1));
  const end = digits.length < 20 ? [102] : [];
  return Uint8Array.of(0x3e - exponent, ...digits.map((digit) => 101 - digit), ...end);
}

/** How Oracle keeps the DATE of a column, or holds one that is computed. */
export function dateBytes(seconds: number, isColumn: boolean): Uint8Array {
  const date = new Date(seconds * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  if (!isColumn) return Uint8Array.of(year & 0xff, year >> 8, month, day, ...time, 0);
  return Uint8Array.of(
    Math.trunc(year / 100) + 100,
    (year % 100) + 100,
    month,
    day,
    ...time.map((part) => part + 1),
  );
}
