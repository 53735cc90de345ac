import { binarySortKey, caseLanguage } from './languages.js';
import { dateBytes, numberBytes, oraHash } from './ora-hash.js';
import type { NonNullValue, SqliteFunctions } from './sqlite-function.js';

/** Oracle's SUBSTR: counts from 1, takes 0 for 1, from the end when negative. Empty is NULL. */
function substring(text: string, start: number, length: number): string | null {
  const characters = [...text];
  const from = start > 0 ? start - 1 : start < 0 ? characters.length + start : 0;
  if (from < 0 || length < 1) return null;
  return characters.slice(Math.trunc(from), Math.trunc(from) + Math.trunc(length)).join('') || null;
}

/** Oracle's INSTR: the place of the nth occurrence; searches backwards when the start is negative. */
function position(text: string, search: string, start: number, occurrence: number): number {
  if (occurrence < 1) throw new RangeError('INSTR counts occurrences from 1 (ORA-01428).');
  if (start === 0) return 0;
  let at = start > 0 ? start - 1 : text.length + start;
  let left = occurrence;
  while (at >= 0 && at <= text.length) {
    const found = start > 0 ? text.indexOf(search, at) : text.lastIndexOf(search, at);
    if (found === -1) return 0;
    if (--left === 0) return found + 1;
    at = start > 0 ? found + 1 : found - 1;
  }
  return 0;
}

/** Oracle's limit of a VARCHAR2, which NetSuite has not extended. */
export const varcharMaximumBytes = 4000;

/** @throws {RangeError} It is longer than a VARCHAR2. */
export function refuseLonger(text: string): string {
  // A character has three bytes at most, or four in two units.
  const isShort = text.length * 3 <= varcharMaximumBytes;
  if (isShort || Buffer.byteLength(text) <= varcharMaximumBytes) return text;
  throw new RangeError(
    `The text is longer than the ${varcharMaximumBytes} bytes of a VARCHAR2 (ORA-01489). TO_CLOB takes longer ones.`,
  );
}

/** How long LPAD and RPAD make a text. Beyond the bytes of a VARCHAR2 they pad no further, and say nothing. */
function paddedLength(text: string, length: number, filler: string): number {
  const room = Math.max(0, varcharMaximumBytes - Buffer.byteLength(text));
  const fillerUnits = Math.floor((room * filler.length) / Math.max(1, Buffer.byteLength(filler)));
  return Math.max(0, Math.min(length, text.length + fillerUnits));
}

function padding(text: string, length: number, filler: string): string {
  const missing = Math.max(0, length - text.length);
  return filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
}

const soundexCodes: Readonly<Record<string, string>> = Object.fromEntries(
  ['BFPV', 'CGJKQSXZ', 'DT', 'L', 'MN', 'R'].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, String(index + 1)]),
  ),
);

function soundex(text: string): string | null {
  const letters = [...text.toUpperCase()].filter((letter) => /[A-Z]/.test(letter));
  const [first] = letters;
  if (first === undefined) return null;
  let result = first;
  let previous = soundexCodes[first];
  for (const letter of letters.slice(1)) {
    const code = soundexCodes[letter];
    if (code !== undefined && code !== previous) result += code;
    // H and W do not part two letters of the same code.
    if (letter !== 'H' && letter !== 'W') previous = code;
  }
  return result.slice(0, 4).padEnd(4, '0');
}

/** Whether the ids or names in a multiple select (`1, 5`) are what the operator asks for. */
function holds(operator: string, held: readonly string[], wanted: readonly string[]): boolean {
  const some = wanted.some((value) => held.includes(value));
  const every = wanted.every((value) => held.includes(value));
  if (operator.endsWith('EXACTLY'))
    return (every && held.length === wanted.length) === operator.startsWith('MN_INCLUDE');
  const found = operator.endsWith('ALL') ? every : some;
  return found === operator.startsWith('MN_INCLUDE');
}

function languageOf(setting: NonNullValue | undefined): string | null {
  return setting === undefined ? null : caseLanguage(String(setting));
}

function upper(text: string, language: string | null): string {
  return language === null ? text.toUpperCase() : text.toLocaleUpperCase(language);
}

function lower(text: string, language: string | null): string {
  return language === null ? text.toLowerCase() : text.toLocaleLowerCase(language);
}

/** Whether each escape character of a pattern stands before `%`, `_` or itself, as Oracle wants it. */
export function escapesSpecials(pattern: string, marker: string): boolean {
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index++) {
    if (characters[index] !== marker) continue;
    const next = characters[++index];
    if (next !== '%' && next !== '_' && next !== marker) return false;
  }
  return true;
}

export const wrongEscape =
  'The escape character of a LIKE pattern stands before something other than %, _ and itself (ORA-01424).';

export const textSqliteFunctions: SqliteFunctions = {
  sw_varchar: (text, isLarge) => (isLarge ? text : refuseLonger(String(text))),
  sw_ora_hash: (kind, value, maximumBucket, seed) => {
    const [most, base] = [Number(maximumBucket), Number(seed)];
    for (const limit of [most, base]) {
      if (!(limit >= 0 && limit <= 0xffffffff))
        throw new RangeError(`ORA_HASH takes 0 to 4294967295, not ${limit}.`);
    }
    const bytes =
      kind === 'text'
        ? Buffer.from(String(value))
        : kind === 'number'
          ? numberBytes(String(value))
          : dateBytes(Number(value), kind === 'date column');
    return oraHash(bytes, Math.trunc(most), Math.trunc(base));
  },
  // An id that is compared with a text which is no number.
  sw_text_id: (id) => {
    if (typeof id === 'string') return id;
    throw new RangeError('A number is compared with a text that is no number (ORA-01722).');
  },
  sw_pattern: (pattern, marker) => {
    if (!escapesSpecials(String(pattern), String(marker))) throw new RangeError(wrongEscape);
    return pattern;
  },
  sw_upper: (text, setting) => upper(String(text), languageOf(setting)),
  sw_lower: (text, setting) => lower(String(text), languageOf(setting)),
  sw_initcap: (text, setting) => {
    const language = languageOf(setting);
    return String(text).replace(
      /[\p{L}\p{N}]+/gu,
      (word) => upper(word.charAt(0), language) + lower(word.slice(1), language),
    );
  },
  sw_nlssort: (text, setting = 'NLS_SORT = BINARY') => binarySortKey(String(text), String(setting)),
  sw_soundex: (text) => soundex(String(text)),
  sw_asciistr: (text) =>
    [...String(text).split('')]
      .map((unit) =>
        unit > '\x7f' ? `\\${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : unit,
      )
      .join(''),
  sw_unistr: (text) =>
    String(text).replace(/\\([0-9A-Fa-f]{4})|\\\\/g, (_, code?: string) =>
      code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
    ),
  // The wide forms stand in Unicode as ASCII does; the wide blank stands apart.
  sw_to_multi_byte: (text) =>
    String(text).replace(/[ -~]/g, (character) =>
      character === ' ' ? '\u3000' : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    ),
  sw_to_single_byte: (text) =>
    String(text).replace(/[\u3000\uff01-\uff5e]/g, (character) =>
      character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    ),
  sw_length2: (text) => String(text).length,
  // Assumed: a letter and its marks are one complete character where Unicode has one for them.
  sw_lengthc: (text) => [...String(text).normalize('NFC')].length,
  sw_compose: (text) => String(text).normalize('NFC'),
  sw_decompose: (text) => String(text).normalize('NFD'),
  sw_substr: (text, start, length = Number.MAX_SAFE_INTEGER) =>
    substring(String(text), Number(start), Number(length)),
  sw_instr: (text, search, start = 1, occurrence = 1) =>
    position(String(text), String(search), Number(start), Number(occurrence)),
  sw_translate: (text, from, to) => {
    const [sources, targets] = [[...String(from)], [...String(to)]];
    return [...String(text)]
      .map((character) => {
        const index = sources.indexOf(character);
        return index === -1 ? character : (targets[index] ?? '');
      })
      .join('');
  },
  sw_mnfilter: (operator, held, wanted) => {
    const values = String(held) === '' ? [] : String(held).split(', ');
    // Written by json_array in the translated SQL.
    const asked = (JSON.parse(String(wanted)) as readonly unknown[]).map(String);
    return holds(String(operator), values, asked) ? 'T' : 'F';
  },
  sw_lpad: (text, length, filler = ' ') => {
    const source = String(text);
    const end = paddedLength(source, Number(length), String(filler));
    return (padding(source, end, String(filler)) + source).slice(0, end);
  },
  sw_rpad: (text, length, filler = ' ') => {
    const source = String(text);
    const end = paddedLength(source, Number(length), String(filler));
    return (source + padding(source, end, String(filler))).slice(0, end);
  },
};
