import { SuiteqlError, type SyntaxCode } from './error.js';

/**
 * `value` is the word in lower case, the text of a string or quoted name with its quotes undone, a number
 * or symbol as written, or the name of a parameter (empty for `?`).
 */
export interface Token {
  readonly type: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'parameter' | 'end';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface LexerOptions {
  /** Whether `:name` and `:name[]` are parameters. */
  readonly namedParameters: boolean;
}

const WHITESPACE = /[\s\uFEFF]/;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_$#]*/uy;
const NUMBER = /(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAMED_PARAMETER = /:([A-Za-z_]\w*)(?:\[\])?/y;
const LINE_END = /[\r\n]/g;
const SYMBOLS_OF_TWO = new Set(['<=', '>=', '<>', '!=', '^=', '||']);
const SYMBOLS_OF_ONE = new Set(['(', ')', ',', '.', ';', '+', '-', '*', '/', '=', '<', '>']);

const HINTS: Readonly<Record<string, string>> = {
  '[': 'SuiteQL has no [name]; write "name" or plain name.',
  ']': 'SuiteQL has no [name]; write "name" or plain name.',
  '`': 'Quote names with ", or not at all.',
  '\u2018': "This is a typographic quote; write '.",
  '\u2019': "This is a typographic quote; write '.",
  '\u201C': 'This is a typographic quote; write ".',
  '\u201D': 'This is a typographic quote; write ".',
  '%': 'Write MOD(a, b) for the remainder.',
  '&': 'Write AND.',
  '|': 'Write || to join texts, OR between conditions.',
  '!': 'Write NOT, or <> for unequal.',
  ':': 'Write ? for a parameter.',
  '{': 'This looks like a placeholder that was not filled in.',
  '}': 'This looks like a placeholder that was not filled in.',
  $: 'This looks like a placeholder that was not filled in.',
};

/**
 * Splits a statement into tokens; comments and blanks leave none. The last token is `end`.
 *
 * @throws {SuiteqlError} A character that no token begins with, or a quote or comment that does not end.
 */
export function tokenize(source: string, options: LexerOptions): Token[] {
  const tokens: Token[] = [];
  const length = source.length;
  let position = 0;
  while (position < length) {
    const character = source.charAt(position);
    const code = source.charCodeAt(position);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      position += 1;
    } else if (character === '-' && source.charAt(position + 1) === '-') {
      position = endOfLine(source, position);
    } else if (character === '/' && source.charAt(position + 1) === '*') {
      const close = source.indexOf('*/', position + 2);
      if (close === -1)
        fail(source, position, 2, 'unterminated', 'This comment has no end.', 'Close it with */.');
      position = close + 2;
    } else {
      const token = readToken(source, position, code, options);
      if (token === null) {
        position += 1;
      } else {
        tokens.push(token);
        position = token.end;
      }
    }
  }
  tokens.push({ type: 'end', value: '', start: length, end: length });
  return tokens;
}

/** Null: an uncommon blank. */
function readToken(source: string, start: number, code: number, options: LexerOptions): Token | null {
  const character = source.charAt(start);
  if (isAsciiLetter(code) || code > 0x7f) {
    const text = matchAt(WORD, source, start);
    if (text !== null) {
      const end = start + text.length;
      if (source.charAt(end) === "'") rejectPrefixedString(source, start, end);
      return { type: 'word', value: text.toLowerCase(), start, end };
    }
  }
  if (isDigit(code) || (character === '.' && isDigit(source.charCodeAt(start + 1)))) {
    const text = matchAt(NUMBER, source, start) ?? character;
    return { type: 'number', value: text, start, end: start + text.length };
  }
  if (character === "'") return readQuoted(source, start, 'string');
  if (character === '"') return readQuoted(source, start, 'quoted');
  if (character === '?') return { type: 'parameter', value: '', start, end: start + 1 };
  if (character === ':' && options.namedParameters) {
    const text = matchAt(NAMED_PARAMETER, source, start);
    if (text !== null) return { type: 'parameter', value: text.slice(1), start, end: start + text.length };
  }
  const pair = source.slice(start, start + 2);
  if (SYMBOLS_OF_TWO.has(pair)) return { type: 'symbol', value: pair, start, end: start + 2 };
  if (SYMBOLS_OF_ONE.has(character)) return { type: 'symbol', value: character, start, end: start + 1 };
  if (WHITESPACE.test(character)) return null;
  return rejectCharacter(source, start);
}

function readQuoted(source: string, start: number, type: 'string' | 'quoted'): Token {
  const quote = type === 'string' ? "'" : '"';
  let close = source.indexOf(quote, start + 1);
  let doubled = false;
  while (close !== -1 && source.charAt(close + 1) === quote) {
    doubled = true;
    close = source.indexOf(quote, close + 2);
  }
  if (close === -1) {
    const what = type === 'string' ? 'string' : 'quoted name';
    const hint = `Close it with ${quote}; a ${quote} inside is written ${quote}${quote}.`;
    fail(source, start, 1, 'unterminated', `This ${what} has no end.`, hint);
  }
  const inside = source.slice(start + 1, close);
  if (type === 'quoted' && inside.trim() === '') {
    fail(source, start, 2, 'unexpected-token', 'This quoted name is empty.', "A string is written with '.");
  }
  const value = doubled ? inside.replaceAll(quote + quote, quote) : inside;
  return { type, value, start, end: close + 1 };
}

/** `q'[text]'` and `N'text'` of Oracle. */
function rejectPrefixedString(source: string, start: number, quote: number): void {
  const prefix = source.slice(start, quote);
  if (!/^(?:n?q|n)$/i.test(prefix)) return;
  const hint =
    prefix.toLowerCase() === 'n' ? 'Leave the N out.' : "Write it between ' alone; a ' inside is written ''.";
  const problem = `SuiteQL is not known to take strings with ${prefix} before them.`;
  fail(source, start, quote + 1 - start, 'unexpected-token', problem, hint);
}

function rejectCharacter(source: string, start: number): never {
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0);
  const code = character === '[' || character === ']' ? 'bracket-identifier' : 'unexpected-character';
  const shown = /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : `“${character}”`;
  fail(
    source,
    start,
    character.length,
    code,
    `SuiteQL has no character ${shown} here.`,
    HINTS[character] ?? null,
  );
}

function fail(
  source: string,
  start: number,
  length: number,
  code: SyntaxCode,
  problem: string,
  hint: string | null,
): never {
  throw new SuiteqlError({ code, problem, hint, source, start, end: start + length });
}

function matchAt(pattern: RegExp, source: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0] ?? null;
}

function endOfLine(source: string, position: number): number {
  LINE_END.lastIndex = position;
  return LINE_END.exec(source)?.index ?? source.length;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
