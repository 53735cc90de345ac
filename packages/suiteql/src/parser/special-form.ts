import type { Case, CaseBranch, Cast, Extract, Interval, Trim, TypeName } from '../ast.js';
import {
  advance,
  type Cursor,
  enter,
  expectSymbol,
  expectWord,
  fail,
  isSymbol,
  isWord,
  leave,
  lookAhead,
  readList,
  takeSymbol,
  takeWord,
  unexpected,
} from './cursor.js';

const INTERVAL_FIELDS = new Set(['year', 'month', 'day', 'hour', 'minute', 'second']);
const EXTRACT_FIELDS = new Set([...INTERVAL_FIELDS, 'quarter', 'week', 'timezone_hour', 'timezone_minute']);

/** `CASE WHEN … THEN … ELSE … END`, `CASE x WHEN … THEN … END`. */
export function readCase(cursor: Cursor): Case {
  const { start } = expectWord(cursor, 'case');
  enter(cursor);
  const operand = isWord(cursor.current, 'when') ? null : cursor.grammar.expression(cursor);
  const branches: CaseBranch[] = [];
  while (isWord(cursor.current, 'when')) branches.push(readBranch(cursor));
  if (branches.length === 0) unexpected(cursor, 'WHEN');
  const otherwise = takeWord(cursor, 'else') ? cursor.grammar.expression(cursor) : null;
  if (!isWord(cursor.current, 'end')) unexpected(cursor, otherwise === null ? 'WHEN, ELSE or END' : 'END');
  advance(cursor);
  leave(cursor);
  return { kind: 'case', operand, branches, otherwise, start, end: cursor.previousEnd };
}

function readBranch(cursor: Cursor): CaseBranch {
  const { start } = expectWord(cursor, 'when');
  const when = cursor.grammar.expression(cursor);
  expectWord(cursor, 'then');
  const then = cursor.grammar.expression(cursor);
  return { kind: 'case-branch', when, then, start, end: cursor.previousEnd };
}

/** `CAST(x AS type)`. */
export function readCast(cursor: Cursor): Cast {
  const { start } = advance(cursor);
  expectSymbol(cursor, '(');
  enter(cursor);
  const operand = cursor.grammar.expression(cursor);
  expectWord(cursor, 'as');
  const type = readTypeName(cursor);
  expectSymbol(cursor, ')');
  leave(cursor);
  return { kind: 'cast', operand, type, start, end: cursor.previousEnd };
}

function readTypeName(cursor: Cursor): TypeName {
  const { start } = cursor.current;
  const words: string[] = [];
  readWords(cursor, words);
  if (words.length === 0) unexpected(cursor, 'a type');
  let sizes: number[] = [];
  let unit: TypeName['unit'] = null;
  if (takeSymbol(cursor, '(')) {
    sizes = readList(cursor, readSize);
    unit = takeWord(cursor, 'char') ? 'char' : takeWord(cursor, 'byte') ? 'byte' : null;
    expectSymbol(cursor, ')');
    // TIMESTAMP(6) WITH TIME ZONE
    readWords(cursor, words);
  }
  return { kind: 'type-name', name: words.join(' '), sizes, unit, start, end: cursor.previousEnd };
}

function readWords(cursor: Cursor, words: string[]): void {
  while (cursor.current.type === 'word') words.push(advance(cursor).value);
}

function readSize(cursor: Cursor): number {
  const token = cursor.current;
  if (token.type !== 'number' || !/^\d{1,5}$/.test(token.value)) unexpected(cursor, 'a whole number');
  advance(cursor);
  return Number(token.value);
}

/** `EXTRACT(field FROM x)`. */
export function readExtract(cursor: Cursor): Extract {
  const { start } = advance(cursor);
  expectSymbol(cursor, '(');
  enter(cursor);
  const field = cursor.current.value;
  if (cursor.current.type !== 'word' || !EXTRACT_FIELDS.has(field))
    unexpected(cursor, 'YEAR, MONTH, DAY, HOUR, …');
  advance(cursor);
  expectWord(cursor, 'from');
  const source = cursor.grammar.expression(cursor);
  expectSymbol(cursor, ')');
  leave(cursor);
  return { kind: 'extract', field, source, start, end: cursor.previousEnd };
}

/** `TRIM(x)`, `TRIM(LEADING '0' FROM x)`, `TRIM(BOTH FROM x)`, `TRIM('0' FROM x)`. */
export function readTrim(cursor: Cursor): Trim {
  const { start } = advance(cursor);
  expectSymbol(cursor, '(');
  enter(cursor);
  const side = readTrimSide(cursor);
  let characters = null;
  let source = null;
  if (side !== null && takeWord(cursor, 'from')) {
    source = cursor.grammar.expression(cursor);
  } else {
    source = cursor.grammar.expression(cursor);
    if (side !== null || isWord(cursor.current, 'from')) {
      expectWord(cursor, 'from');
      characters = source;
      source = cursor.grammar.expression(cursor);
    }
  }
  expectSymbol(cursor, ')');
  leave(cursor);
  return { kind: 'trim', side, characters, source, start, end: cursor.previousEnd };
}

/** A column may be called `leading`: it is the side only where a value or FROM follows. */
function readTrimSide(cursor: Cursor): Trim['side'] {
  const { type, value } = cursor.current;
  if (type !== 'word' || (value !== 'leading' && value !== 'trailing' && value !== 'both')) return null;
  const next = lookAhead(cursor, 1);
  if (next.type === 'symbol' && !isSymbol(next, '(')) return null;
  advance(cursor);
  return value;
}

/** `INTERVAL '1' DAY`, `INTERVAL '1-6' YEAR TO MONTH`. */
export function readInterval(cursor: Cursor): Interval {
  const { start } = advance(cursor);
  const { value } = advance(cursor);
  const from = readIntervalField(cursor);
  const to = takeWord(cursor, 'to') ? readIntervalField(cursor) : null;
  return { kind: 'interval', value, from, to, start, end: cursor.previousEnd };
}

function readIntervalField(cursor: Cursor): string {
  const { type, value } = cursor.current;
  if (type !== 'word' || !INTERVAL_FIELDS.has(value))
    unexpected(cursor, 'YEAR, MONTH, DAY, HOUR, MINUTE or SECOND');
  advance(cursor);
  return value;
}

/** `DATE '2026-01-31'` and its kin. */
export function rejectDateLiteral(cursor: Cursor): never {
  const word = advance(cursor);
  const literal = advance(cursor);
  const isDate = word.value === 'date';
  const text = cursor.source.slice(literal.start, Math.min(literal.end, literal.start + 40));
  const instead = isDate
    ? `TO_DATE(${text}, 'YYYY-MM-DD')`
    : `TO_TIMESTAMP(${text}, 'YYYY-MM-DD HH24:MI:SS')`;
  fail(cursor, {
    code: 'date-literal',
    problem: `SuiteQL has no ${word.value.toUpperCase()} literals.`,
    hint: `Write ${instead}.`,
    start: word.start,
    end: literal.end,
  });
}
