/** A date mask of TO_CHAR and TO_DATE, taken apart. */
export interface DateMask {
  readonly parts: readonly MaskPart[];
  /** Whether it says anything finer than a day. */
  readonly hasTime: boolean;
}

export type MaskPart =
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'element';
      readonly name: MaskElement;
      /** As written: `Month`, `MONTH` and `month` print differently. */
      readonly written: string;
      /** FM: without padding. */
      readonly bare: boolean;
    };

// In the order in which they are tried: a longer one before one that it begins with.
const elements = [
  'SYYYY',
  'YYYY',
  'Y,YYY',
  'YYY',
  'YY',
  'Y',
  'IYYY',
  'IYY',
  'IY',
  'RRRR',
  'RR',
  'RM',
  'MONTH',
  'MON',
  'MM',
  'MI',
  'DDD',
  'DD',
  'DAY',
  'DY',
  'D',
  'HH24',
  'HH12',
  'HH',
  'SSSSS',
  'SS',
  'FF',
  'A.M.',
  'P.M.',
  'A.D.',
  'B.C.',
  'AM',
  'PM',
  'AD',
  'BC',
  'Q',
  'WW',
  'IW',
  'I',
  'W',
  'J',
  'CC',
] as const;

export type MaskElement = (typeof elements)[number];

const timeElements: ReadonlySet<MaskElement> = new Set<MaskElement>([
  'HH24',
  'HH12',
  'HH',
  'MI',
  'SS',
  'SSSSS',
  'FF',
  'AM',
  'PM',
  'A.M.',
  'P.M.',
]);

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
  let at = 0;
  while (at < mask.length) {
    const rest = mask.slice(at);
    const upper = rest.toUpperCase();
    const quoted = /^"([^"]*)"/.exec(rest);
    if (quoted !== null) {
      parts.push({ kind: 'literal', text: quoted[1] ?? '', quoted: true });
      at += quoted[0].length;
    } else if (upper.startsWith('FM')) {
      bare = !bare;
      at += 2;
    } else if (upper.startsWith('FX')) {
      at += 2;
    } else {
      const name = elements.find((element) => upper.startsWith(element));
      if (name !== undefined) {
        const digits = name === 'FF' ? /^FF[1-9]/.test(upper) : false;
        const length = name.length + (digits ? 1 : 0);
        parts.push({ kind: 'element', name, written: rest.slice(0, length), bare });
        at += length;
      } else if (/^[-/.,;:\s_]/.test(rest)) {
        parts.push({ kind: 'literal', text: rest.charAt(0), quoted: false });
        at += 1;
      } else {
        throw new RangeError(`The date mask '${mask}' is not understood from '${rest}' on.`);
      }
    }
  }
  const hasTime = parts.some((part) => part.kind === 'element' && timeElements.has(part.name));
  return { parts, hasTime };
}
