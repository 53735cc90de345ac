import type { ColumnKind } from '@suitewright/schema';
import { parseIso } from './calendar.js';
import type { RowValue } from './row.js';

/** What SQLite keeps: text, numbers (dates as seconds), NULL. */
export type StoredValue = string | number | null;

/** A value does not fit its column. The loader adds the place. */
export interface Misfit {
  readonly problem: string;
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
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : misfit(value, 'an integer');
}

function num(value: RowValue): StoredValue | Misfit {
  const number =
    typeof value === 'string' && /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) ? Number(value) : value;
  return Number.isFinite(number) ? (number as number) : misfit(value, 'a number');
}

function id(value: RowValue): StoredValue | Misfit {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? (value as number) : misfit(value, 'an id (text or an integer)');
}

function ids(value: RowValue): StoredValue | Misfit {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  const texts: string[] = [];
  for (const entry of list) {
    const stored = id(typeof entry === 'string' ? entry.trim() : entry);
    if (stored !== null && typeof stored === 'object') return misfit(value, "ids as text like '1, 5'");
    texts.push(String(stored));
  }
  return texts.length === 0 ? null : texts.join(', ');
}

function misfit(value: RowValue, wanted: string): Misfit {
  return { problem: `${JSON.stringify(value)} is not ${wanted}.` };
}
