import type { NumberSettings } from './number-settings.js';

/**
 * A number mask, taken apart. Oracle, SQL Language Reference 19c, "Format Models", "Number Format Elements".
 */
export type NumberMask = FixedMask | HexadecimalMask | RomanMask | MinimumMask;

export interface FixedMask {
  readonly kind: 'fixed';
  /** FM: no padding, and no zeros that only fill a 9 after the point. */
  readonly bare: boolean;
  /** Places before the point: `9`, `0` and `,`. */
  readonly whole: string;
  /** Places after the point: `9` and `0`. */
  readonly fraction: string;
  readonly hasPoint: boolean;
  /** Whether point and commas are written as D and G, which settings rule. */
  readonly localized: boolean;
  /** V: by how many places the value is multiplied. */
  readonly shift: number;
  readonly scientific: boolean;
  /** B: a whole part of zero is shown as spaces, and a value of zero as nothing but spaces. */
  readonly blankZero: boolean;
  readonly sign: 'floating' | 'leading' | 'trailing' | 'trailing-minus' | 'brackets';
  readonly currency: Currency | null;
}

interface Currency {
  readonly symbol: string;
  readonly width: number;
  /** Whether NLS_CURRENCY takes its place. */
  readonly isLocal: boolean;
}

interface HexadecimalMask {
  readonly kind: 'hexadecimal';
  readonly bare: boolean;
  readonly places: number;
  readonly zeros: boolean;
  readonly lowerCase: boolean;
}

interface RomanMask {
  readonly kind: 'roman';
  readonly bare: boolean;
  readonly lowerCase: boolean;
}

interface MinimumMask {
  readonly kind: 'minimum';
  readonly scientific: boolean;
}

// Assumed: the symbols of NLS_TERRITORY = AMERICA. Oracle's "Number Format Model Examples" pad `L` to 10 places; that
// C takes 7 and U 10 is the length Oracle reserves for them.
const currencies: Readonly<Record<string, Currency>> = {
  $: { symbol: '$', width: 1, isLocal: false },
  L: { symbol: '$', width: 10, isLocal: true },
  U: { symbol: '$', width: 10, isLocal: false },
  C: { symbol: 'USD', width: 7, isLocal: false },
};

/** The text of a currency element under the settings. */
export function symbolOf({ symbol, isLocal }: Currency, { currency }: NumberSettings): string {
  return isLocal ? (currency ?? symbol) : symbol;
}

const masks = new Map<string, NumberMask>();
const masksKept = 500;

/**
 * Takes a mask apart.
 *
 * @throws {RangeError} It is no mask, as Oracle's ORA-01481 says.
 */
export function parseNumberMask(mask: string): NumberMask {
  const known = masks.get(mask);
  if (known !== undefined) return known;
  const parsed = takeApart(mask);
  if (parsed === undefined) throw new RangeError(`The number mask '${mask}' is not understood.`);
  if (masks.size >= masksKept) masks.clear();
  masks.set(mask, parsed);
  return parsed;
}

function takeApart(mask: string): NumberMask | undefined {
  const [, prefix = '', rest = ''] = /^(FM)?(.*)$/i.exec(mask) ?? [];
  const bare = prefix !== '';
  const roman = /^(RN)$/i.exec(rest)?.[1];
  if (roman !== undefined) return { kind: 'roman', bare, lowerCase: roman.startsWith('r') };
  const minimum = /^TM([9E]?)$/i.exec(rest)?.[1];
  if (minimum !== undefined) return { kind: 'minimum', scientific: minimum.toUpperCase() === 'E' };
  const hexadecimal = /^(0*)(X+)$/i.exec(rest);
  if (hexadecimal !== null) {
    const [places, zeros = '', digits = ''] = hexadecimal;
    return {
      kind: 'hexadecimal',
      bare,
      places: places.length,
      zeros: zeros !== '',
      lowerCase: digits.startsWith('x'),
    };
  }
  return fixedMask(rest.toUpperCase(), bare);
}

/** Each element at most once, and what says a sign at the ends; undefined where it is otherwise. */
function fixedMask(written: string, bare: boolean): FixedMask | undefined {
  const ends = /^(S?)([^S]*?)(S|MI|PR)?$/.exec(written);
  if (ends === null || (ends[1] !== '' && ends[3] !== undefined)) return undefined;
  const [, leading = '', middle = '', trailing = ''] = ends;
  const scientific = middle.endsWith('EEEE');
  let places = scientific ? middle.slice(0, -'EEEE'.length) : middle;
  const currencyNames = places.match(/[$LUC]/g) ?? [];
  const blankZeros = places.match(/B/g) ?? [];
  if (currencyNames.length > 1 || blankZeros.length > 1) return undefined;
  places = places
    .replace(/[$LUCB]/g, '')
    .replaceAll('D', '.')
    .replaceAll('G', ',');
  const form = /^([09][09,]*)?(?:(\.)([09]*)|V([09]+))?$/.exec(places);
  if (form === null || places === '' || places === '.' || (scientific && places.includes(',')))
    return undefined;
  const [, whole = '', point, fraction = '', shifted] = form;
  return {
    kind: 'fixed',
    bare,
    whole: whole + (shifted ?? ''),
    fraction,
    hasPoint: point !== undefined,
    localized: /[DG]/.test(middle),
    shift: shifted?.length ?? 0,
    scientific,
    blankZero: blankZeros.length > 0,
    sign: signOf(leading, trailing),
    currency: currencies[currencyNames[0] ?? ''] ?? null,
  };
}

function signOf(leading: string, trailing: string): FixedMask['sign'] {
  if (leading !== '') return 'leading';
  if (trailing === '') return 'floating';
  if (trailing === 'S') return 'trailing';
  return trailing === 'MI' ? 'trailing-minus' : 'brackets';
}
