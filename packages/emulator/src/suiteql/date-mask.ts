/** A date mask of TO_CHAR and TO_DATE, taken apart. */
export interface DateMask {
  readonly parts: readonly MaskPart[];
  /** Whether it says anything finer than a day. */
  readonly hasTime: boolean;
  /** Whether it says which time zone the time is of. */
  readonly hasZone: boolean;
  /** Whether it says what a DATE does not have: fractions of seconds, a time zone. */
  readonly needsTimestamp: boolean;
  /** Why no text can be read by it. Null: one can. */
  readonly inputProblem: string | null;
}

export type MaskPart = LiteralPart | ElementPart;

export interface LiteralPart {
  readonly kind: 'literal';
  readonly text: string;
  readonly quoted: boolean;
  /** FX: a text that is read has to have exactly this. */
  readonly exact: boolean;
}

export interface ElementPart {
  readonly kind: 'element';
  readonly name: MaskElement;
  /** As written, with its suffix: `Month`, `MONTH` and `month` print differently. */
  readonly written: string;
  /** FM: without padding. */
  readonly bare: boolean;
  /** FX: a text that is read has to have all digits. */
  readonly exact: boolean;
  /** TH: 4th. SP: four. SPTH: fourth. */
  readonly suffix: 'TH' | 'SP' | 'SPTH' | null;
  /** How many digits of FF. */
  readonly digits: number;
}

const numberedElements = [
  'SYYYY',
  'YYYY',
  'YYY',
  'YY',
  'Y',
  'IYYY',
  'IYY',
  'IY',
  'I',
  'RRRR',
  'RR',
  'MM',
  'MI',
  'DDD',
  'DD',
  'D',
  'HH24',
  'HH12',
  'HH',
  'SSSSS',
  'SS',
  'Q',
  'WW',
  'IW',
  'W',
  'J',
  'SCC',
  'CC',
] as const;

const otherElements = [
  'Y,YYY',
  'SYEAR',
  'YEAR',
  'RM',
  'MONTH',
  'MON',
  'DAY',
  'DY',
  'FF',
  'X',
  'A.M.',
  'P.M.',
  'A.D.',
  'B.C.',
  'AM',
  'PM',
  'AD',
  'BC',
  'TZR',
  'TZD',
  'TZH',
  'TZM',
] as const;

/** Elements that are numbers, and take a suffix. */
export type NumberedElement = (typeof numberedElements)[number];
export type MaskElement = NumberedElement | (typeof otherElements)[number];

// A longer one before one that it begins with.
const elements: readonly MaskElement[] = [...numberedElements, ...otherElements].sort(
  (a, b) => b.length - a.length,
);

export function isNumbered(name: MaskElement): name is NumberedElement {
  return (numberedElements as readonly string[]).includes(name);
}

/** Elements that say one thing: one of them may stand in the mask of a text that is read. */
const alternatives: readonly (readonly MaskElement[])[] = [
  ['SYYYY', 'YYYY', 'Y,YYY', 'YYY', 'YY', 'Y', 'RRRR', 'RR'],
  ['MM', 'MON', 'MONTH', 'RM'],
  ['HH24', 'HH12', 'HH'],
  ['HH24', 'AM', 'PM', 'A.M.', 'P.M.'],
  ['AD', 'BC', 'A.D.', 'B.C.'],
  ['SYYYY', 'AD', 'BC', 'A.D.', 'B.C.'],
  ['DAY', 'DY', 'D'],
];

const outputOnly: ReadonlySet<MaskElement> = new Set<MaskElement>([
  'CC',
  'SCC',
  'I',
  'IY',
  'IYY',
  'IYYY',
  'IW',
  'Q',
  'W',
  'WW',
  'YEAR',
  'SYEAR',
]);

const zoneElements: ReadonlySet<MaskElement> = new Set<MaskElement>(['TZR', 'TZD', 'TZH', 'TZM']);

/** A text may end before these. */
export const timeElements: ReadonlySet<MaskElement> = new Set<MaskElement>([
  'HH24',
  'HH12',
  'HH',
  'MI',
  'SS',
  'SSSSS',
  'FF',
  'X',
  'AM',
  'PM',
  'A.M.',
  'P.M.',
  ...zoneElements,
]);

// Oracle, "Datetime Format Elements": what these stand for where the territory is AMERICA.
// Assumed: that of TS, which Oracle does not spell out.
const shorthands: Readonly<Record<string, string>> = {
  DS: 'MM/DD/RRRR',
  DL: 'fmDay, Month dd, yyyyfm',
  TS: 'HH:MI:SS AM',
};

const masks = new Map<string, DateMask>();
const masksKept = 500;

/**
 * Takes a mask apart.
 *
 * @throws {RangeError} It holds something that is no element, as Oracle's ORA-01821 says.
 */
export function parseDateMask(mask: string): DateMask {
  const known = masks.get(mask);
  if (known !== undefined) return known;
  const parsed = takeApart(mask);
  if (masks.size >= masksKept) masks.clear();
  masks.set(mask, parsed);
  return parsed;
}

function takeApart(mask: string): DateMask {
  const parts: MaskPart[] = [];
  let bare = false;
  let exact = false;
  let at = 0;
  while (at < mask.length) {
    const rest = mask.slice(at);
    const upper = rest.toUpperCase();
    const quoted = /^"([^"]*)"/.exec(rest);
    const shorthand = /^(?:D[SL]|TS)(?!P)/.exec(upper)?.[0];
    if (quoted !== null) {
      parts.push({ kind: 'literal', text: quoted[1] ?? '', quoted: true, exact });
      at += quoted[0].length;
    } else if (upper.startsWith('FM')) {
      bare = !bare;
      at += 2;
    } else if (upper.startsWith('FX')) {
      exact = !exact;
      at += 2;
    } else if (shorthand !== undefined) {
      parts.push(...parseDateMask(shorthands[shorthand] ?? '').parts);
      at += shorthand.length;
    } else {
      const element = elementAt(rest, upper);
      if (element !== undefined) {
        parts.push({ kind: 'element', ...element, bare, exact });
        at += element.written.length;
      } else if (/^[!-/:-@[-`{-~\s]/.test(rest) && !rest.startsWith('"')) {
        parts.push({ kind: 'literal', text: rest.charAt(0), quoted: false, exact });
        at += 1;
      } else {
        throw new RangeError(`The date mask '${mask}' is not understood from '${rest}' on.`);
      }
    }
  }
  const names = parts.flatMap((part) => (part.kind === 'element' ? [part.name] : []));
  const hasZone = names.some((name) => zoneElements.has(name));
  return {
    parts,
    hasTime: names.some((name) => timeElements.has(name)),
    hasZone,
    needsTimestamp: hasZone || names.includes('FF') || names.includes('X'),
    inputProblem: inputProblem(parts),
  };
}

function elementAt(
  rest: string,
  upper: string,
): Pick<ElementPart, 'name' | 'written' | 'suffix' | 'digits'> | undefined {
  const name = elements.find((element) => upper.startsWith(element));
  if (name === undefined) return undefined;
  const behind = upper.slice(name.length);
  const digits = name === 'FF' ? (/^[1-9]/.exec(behind)?.[0] ?? '') : '';
  const suffix = isNumbered(name) ? (/^(?:SPTH|THSP|SP|TH)/.exec(behind)?.[0] ?? '') : '';
  return {
    name,
    written: rest.slice(0, name.length + digits.length + suffix.length),
    suffix: suffix === '' ? null : suffix === 'THSP' ? 'SPTH' : (suffix as 'TH' | 'SP' | 'SPTH'),
    digits: Number(digits || defaultFractionDigits),
  };
}

/** Those of TIMESTAMP, where its precision is not given. */
const defaultFractionDigits = 6;

// Oracle: ORA-01820 for what cannot be read, ORA-01810 and its neighbors for what stands there twice.
function inputProblem(parts: readonly MaskPart[]): string | null {
  const found = new Set<MaskElement>();
  for (const part of parts) {
    if (part.kind === 'literal') continue;
    if (outputOnly.has(part.name) || part.suffix !== null) return `${part.written} cannot be read`;
    if (found.has(part.name)) return `${part.written} stands there twice`;
    found.add(part.name);
  }
  for (const group of alternatives) {
    const [first, second] = group.filter((name) => found.has(name));
    if (second !== undefined) return `${first} and ${second} exclude each other`;
  }
  return null;
}
