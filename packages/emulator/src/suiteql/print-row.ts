import type { QueryResult, SQLiteValue } from 'node-sqlite3-wasm';
import type { DateFormat } from '../account/definition.js';
import { formatAccountDate } from './account-date.js';
import { plainNumber } from './stored-number.js';
import type { OutputColumn } from './translate/context.js';
import { type Fragment, isMoment } from './translate/fragment.js';

/** A row as NetSuite sends it: texts, null for NULL. */
export type PrintedRow = Readonly<Record<string, string | null>>;

/**
 * Makes the function that turns SQLite's rows into NetSuite's: numbers without trailing zeros, dates in
 * the account's format without their time, columns in alphabetical order.
 *
 * Assumed: of several columns of one name the first is returned, and numbers keep the zero before the
 * point (`0.5`), which Oracle's own TO_CHAR leaves out.
 */
export function rowPrinter(
  columns: readonly OutputColumn[],
  dateFormat: DateFormat,
): (row: QueryResult) => PrintedRow {
  const byName = new Map<string, OutputColumn>();
  for (const column of columns) if (!byName.has(column.name)) byName.set(column.name, column);
  const printers = [...byName.values()]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, sqlName, fragment }) => ({
      name,
      sqlName,
      print: printerOf(fragment, dateFormat),
    }));
  // Of an ordinary object, `__proto__` is no property of its own.
  const emptyRow = (): Record<string, string | null> => (byName.has('__proto__') ? Object.create(null) : {});
  return (row) => {
    const printed = emptyRow();
    for (const { name, sqlName, print } of printers) {
      // A query's rows hold values; nested rows come only with the option `expand`.
      printed[name] = print((row[sqlName] ?? null) as SQLiteValue);
    }
    return printed;
  };
}

function printerOf(fragment: Fragment, dateFormat: DateFormat): (value: SQLiteValue) => string | null {
  if (isMoment(fragment)) return datePrinter(dateFormat);
  return printValue;
}

function printValue(value: SQLiteValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return plainNumber(value);
}

const datesKept = 5000;

/** Dates repeat in most results, so that each is printed once. */
function datePrinter(dateFormat: DateFormat): (value: SQLiteValue) => string | null {
  const printed = new Map<number, string>();
  return (value) => {
    if (typeof value !== 'number') return printValue(value);
    const known = printed.get(value);
    if (known !== undefined) return known;
    const text = formatAccountDate(value, dateFormat);
    if (printed.size >= datesKept) printed.clear();
    printed.set(value, text);
    return text;
  };
}
