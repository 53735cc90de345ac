import type { ColumnKind } from '@suitewright/schema';
import { parseDecimal } from '../suiteql/decimal.js';
import { storeDecimal, storeDouble } from '../suiteql/stored-number.js';
import { parseIso } from './calendar.js';
import type { RowValue } from './row.js';

/** What SQLite keeps: text, numbers (dates as seconds; bytes, see `StoredNumber`), NULL. */
export type StoredValue = string | number | Uint8Array | null;

/** A value does not fit its column. The loader adds the place. */
export interface Misfit {
  readonly problem: string;
}

export function isMisfit(stored: StoredValue | Misfit): stored is Misfit {
  return typeof stored === 'object' && stored !== null && 'problem' in stored;
}

/** Statements compute with columns without a look at the size of what they hold, as long as it is below this. */
const usualMaximum = 1e15;

/** Whether a column that holds the value is one of `wideColumns`. */
export function isWide(stored: StoredValue): boolean {
  if (typeof stored === 'number') return stored >= usualMaximum || stored <= -usualMaximum;
  return typeof stored === 'object' && stored !== null;
}

/** Turns a seed's value into the stored one. */
export type Store = (value: RowValue) => StoredValue | Misfit;

/**
 * How values of a column kind are stored.
 *
 * Ids that are numbers are stored as numbers however they are written, booleans as 'T' and 'F', dates
 * as seconds, the ids of a `multi:` column as text (`1, 5`), empty text as NULL, as Oracle has it.
 *
 * @param timeZone Where datetimes with an offset are moved to.
 */
export function storeOf(kind: ColumnKind, timeZone: string): Store {
  const store = storeOfKind(kind, timeZone);
  return (value) => (value === null || value === '' ? null : store(value));
}

function storeOfKind(kind: ColumnKind, timeZone: string): Store {
  switch (kind) {
    case 'text':
      return text;
    case 'bool':
      return bool;
    case 'date':
    case 'datetime':
      return (value) => moment(value, kind, timeZone);
    case 'int':
      return int;
    case 'num':
      return num;
    default:
      return kind.startsWith('multi:') ? ids : id;
  }
}

/** Stores one value; for many of one column, `storeOf` is faster. */
export function storedValue(value: RowValue, kind: ColumnKind, timeZone: string): StoredValue | Misfit {
  return storeOf(kind, timeZone)(value);
}

function text(value: RowValue): StoredValue | Misfit {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : misfit(value, 'text');
}

function bool(value: RowValue): StoredValue | Misfit {
  if (value === true || value === 'T') return 'T';
  if (value === false || value === 'F') return 'F';
  return misfit(value, 'true or false');
}

function moment(value: RowValue, kind: 'date' | 'datetime', timeZone: string): StoredValue | Misfit {
  const wanted =
    kind === 'date' ? "a date as text like '2026-01-31'" : "a datetime as text like '2026-01-31T09:30:00'";
  if (typeof value !== 'string') return misfit(value, wanted);
  return parseIso(value, timeZone) ?? misfit(value, wanted);
}

function int(value: RowValue): StoredValue | Misfit {
  if (Number.isSafeInteger(value)) return value as number;
  const stored = number(value);
  // A whole number that is not safe is of bytes.
  const isWhole = typeof stored === 'number' ? Number.isSafeInteger(stored) : /^-?\d+$/.test(String(value));
  return stored !== undefined && isWhole ? stored : misfit(value, 'an integer');
}

function num(value: RowValue): StoredValue | Misfit {
  return number(value) ?? misfit(value, 'a number');
}

/** Undefined: it is none that Oracle has. */
function number(value: RowValue): number | Uint8Array | undefined {
  try {
    if (typeof value === 'number') return Number.isFinite(value) ? storeDouble(value) : undefined;
    const decimal = typeof value === 'string' ? parseDecimal(value) : undefined;
    return decimal === undefined ? undefined : storeDecimal(decimal);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What SQLite takes for a number, and would round. */
const longNumber = /^-?\d{16,40}$/;

function id(value: RowValue): StoredValue | Misfit {
  if (typeof value === 'string') return longNumber.test(value) ? (number(value) ?? value) : value;
  return Number.isSafeInteger(value) ? (value as number) : misfit(value, 'an id (text or an integer)');
}

function ids(value: RowValue): StoredValue | Misfit {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  const texts: string[] = [];
  for (const entry of list) {
    const stored = id(typeof entry === 'string' ? entry.trim() : entry);
    if (isMisfit(stored)) return misfit(value, "ids as text like '1, 5'");
    texts.push(String(typeof stored === 'object' ? entry : stored));
  }
  return texts.length === 0 ? null : texts.join(', ');
}

function misfit(value: RowValue, wanted: string): Misfit {
  return { problem: `${JSON.stringify(value)} is not ${wanted}.` };
}
