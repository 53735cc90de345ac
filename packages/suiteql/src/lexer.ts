import type { SourceRange } from './ast.js';
import { SuiteqlError, type SyntaxFailure } from './error.js';

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

/** A comment, with its signs. */
export interface Comment extends SourceRange {
  readonly type: 'comment';
  /** `-- …`: nothing may follow it on its line. */
  readonly toLineEnd: boolean;
}

/** What no token or comment can be read from. Reading goes on at its end. */
export interface Unreadable extends SourceRange {
  readonly type: 'unreadable';
  readonly failure: SyntaxFailure;
}

export type Lexeme = Token | Comment | Unreadable;

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
const Q_BRACKETS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['<', '>'],
]);

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
 * Splits a statement into tokens; comments and whitespace leave none. The last token is `end`.
 *
 * @throws {SuiteqlError} A character that no token begins with, or a quote or comment that does not end.
 */
export function tokenize(source: string, options: LexerOptions): Token[] {
  const tokens: Token[] = [];
  for (const lexeme of scan(source, options)) {
    if (lexeme.type === 'unreadable') throw new SuiteqlError({ ...lexeme.failure, source });
    if (lexeme.type !== 'comment') tokens.push(lexeme);
  }
  return tokens;
}

/**
 * Splits a text into tokens, comments and parts that are neither, with only whitespace between them; the last one is
 * `end`. Everything that reads SuiteQL text without parsing it uses this.
 */
export function scan(source: string, options: LexerOptions): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const length = source.length;
  let position = 0;
  while (position < length) {
    const code = source.charCodeAt(position);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      position += 1;
      continue;
    }
    const lexeme = readComment(source, position) ?? readToken(source, position, code, options);
    if (lexeme === null) {
      position += 1;
    } else {
      lexemes.push(lexeme);
      position = lexeme.end;
    }
  }
  lexemes.push({ type: 'end', value: '', start: length, end: length });
  return lexemes;
}

function readComment(source: string, start: number): Comment | Unreadable | null {
  if (source.startsWith('--', start)) {
    LINE_END.lastIndex = start;
    const end = LINE_END.exec(source)?.index ?? source.length;
    return { type: 'comment', toLineEnd: true, start, end };
  }
  if (!source.startsWith('/*', start)) return null;
  const close = source.indexOf('*/', start + 2);
  if (close !== -1) return { type: 'comment', toLineEnd: false, start, end: close + 2 };
  return unterminated(source, start, { length: 2, what: 'comment', hint: 'Close it with */.' });
}

/** Null: uncommon whitespace. */
function readToken(
  source: string,
  start: number,
  code: number,
  options: LexerOptions,
): Token | Unreadable | null {
  const character = source.charAt(start);
  if (isAsciiLetter(code) || code > 0x7f) {
    const text = matchAt(WORD, source, start);
    if (text !== null) {
      const end = start + text.length;
      const prefixed = source.charAt(end) === "'" ? readPrefixedString(source, start, end) : null;
      return prefixed ?? { type: 'word', value: text.toLowerCase(), start, end };
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
  if (character === '{') return readDateEscape(source, start) ?? unknownCharacter(source, start);
  return unknownCharacter(source, start);
}

function readQuoted(source: string, start: number, type: 'string' | 'quoted'): Token | Unreadable {
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
    return unterminated(source, start, { length: 1, what, hint });
  }
  const end = close + 1;
  const inside = source.slice(start + 1, close);
  if (type === 'quoted' && inside.trim() === '') {
    return unreadable(end, {
      code: 'unexpected-token',
      problem: 'This quoted name is empty.',
      hint: "A string is written with '.",
      start,
      end: start + 2,
    });
  }
  const value = doubled ? inside.replaceAll(quote + quote, quote) : inside;
  return { type, value, start, end };
}

/** `q'[text]'` and `N'text'` of Oracle. Null: another word. */
function readPrefixedString(source: string, start: number, quote: number): Unreadable | null {
  const prefix = source.slice(start, quote);
  if (!/^(?:n?q|n)$/i.test(prefix)) return null;
  const isNational = prefix.toLowerCase() === 'n';
  return unreadable(isNational ? readQuoted(source, quote, 'string').end : endOfQQuoted(source, quote), {
    code: 'unexpected-token',
    problem: `SuiteQL is not known to take strings with ${prefix} before them.`,
    hint: isNational ? 'Leave the N out.' : "Write it between ' alone; a ' inside is written ''.",
    start,
    end: quote + 1,
  });
}

/** Where `'[text]'` ends: quotes inside are text. */
function endOfQQuoted(source: string, quote: number): number {
  const opening = String.fromCodePoint(source.codePointAt(quote + 1) ?? 0);
  const closing = `${Q_BRACKETS.get(opening) ?? opening}'`;
  const close = source.indexOf(closing, quote + 1 + opening.length);
  return close === -1 ? source.length : close + closing.length;
}

const DATE_ESCAPE = /\{\s*(ts|d|t)\s*('[^']{0,40}')\s*\}/iy;

/**
 * `{ts '2026-01-31 10:00:00'}`, as ODBC and JDBC write dates. Null: another brace.
 *
 * Assumed: refused like the date literals that Oracle's help names as unsupported. It is a driver that replaces these
 * escapes, and REST has none; no source says that NetSuite takes one.
 */
function readDateEscape(source: string, start: number): Unreadable | null {
  const escaped = matchAt(DATE_ESCAPE, source, start);
  if (escaped === null) return null;
  const [, word = '', text = ''] = /^\{\s*(\w+)\s*('.*')/s.exec(escaped) ?? [];
  const isDate = word.toLowerCase() === 'd';
  const end = start + escaped.length;
  return unreadable(end, {
    code: 'date-literal',
    problem: `SuiteQL has no {${word} …} literals, which are for ODBC and JDBC drivers.`,
    hint: `Write ${isDate ? `TO_DATE(${text}, 'YYYY-MM-DD')` : `TO_TIMESTAMP(${text}, '${word.toLowerCase() === 't' ? '' : 'YYYY-MM-DD '}HH24:MI:SS')`}.`,
    start,
    end,
  });
}

function unknownCharacter(source: string, start: number): Unreadable {
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0);
  const end = start + character.length;
  const shown = /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : `“${character}”`;
  return unreadable(end, {
    code: character === '[' || character === ']' ? 'bracket-identifier' : 'unexpected-character',
    problem: `SuiteQL has no character ${shown} here.`,
    hint: HINTS[character] ?? null,
    start,
    end,
  });
}

/** What does not end reaches to the end of the text; its first characters are what is shown. */
function unterminated(
  source: string,
  start: number,
  { length, what, hint }: { readonly length: number; readonly what: string; readonly hint: string },
): Unreadable {
  return unreadable(source.length, {
    code: 'unterminated',
    problem: `This ${what} has no end.`,
    hint,
    start,
    end: start + length,
  });
}

function unreadable(end: number, failure: SyntaxFailure): Unreadable {
  return { type: 'unreadable', start: failure.start, end, failure };
}

/** A comment as it is written, without trailing whitespace. */
export function commentText(source: string, { start, end }: Comment): string {
  let last = end;
  while (source.charAt(last - 1) === ' ' || source.charAt(last - 1) === '\t') last -= 1;
  return source.slice(start, last);
}

export function isSemicolon(lexeme: Lexeme): boolean {
  return lexeme.type === 'symbol' && lexeme.value === ';';
}

function matchAt(pattern: RegExp, source: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0] ?? null;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
