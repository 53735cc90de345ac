import type { Database, SQLiteValue } from 'node-sqlite3-wasm';
import type { NumberFormat } from '../../account/definition.js';
import { aggregateSqliteFunctions } from './aggregate-functions.js';
import { type DateFacts, dateSqliteFunctions } from './date-functions.js';
import { maskedNumberFunctions } from './masked-number-functions.js';
import { decimalSqliteFunctions, moreDigits, numberSqliteFunctions } from './number-functions.js';
import { regularExpressionSqliteFunctions } from './regular-expression-functions.js';
import type { NonNullValue } from './sqlite-function.js';
import { textSqliteFunctions } from './text-functions.js';

interface AccountFacts extends DateFacts {
  readonly numberFormat: NumberFormat;
}

/** Gives SQLite the functions that translated statements call. Their names begin with sw_. */
export function registerFunctions(sqlite: Database, facts: AccountFacts): void {
  const functions = {
    ...decimalSqliteFunctions,
    ...numberSqliteFunctions,
    ...maskedNumberFunctions(facts.numberFormat),
    ...textSqliteFunctions,
    ...regularExpressionSqliteFunctions,
    ...dateSqliteFunctions(facts),
    ...aggregateSqliteFunctions,
  };
  for (const [name, run] of Object.entries(functions)) register(sqlite, name, run);
  for (const [name, run] of Object.entries(decimalSqliteFunctions)) {
    register(sqlite, `${name}_narrow`, run, requireFewDigits);
  }
}

type Run = (...given: readonly NonNullValue[]) => SQLiteValue;

function register(
  sqlite: Database,
  name: string,
  run: Run,
  check: (result: SQLiteValue) => SQLiteValue = (result) => result,
): void {
  // Lists of one and of two are not spread: most calls have so many, and there is one for every row.
  const call = (...given: SQLiteValue[]): SQLiteValue => {
    const [first = null, second = null] = given;
    if (first === null && given.length > 0) return null;
    // Both casts: NULL was returned before.
    if (given.length === 1) return check(run(first as NonNullValue));
    if (given.length === 2) return second === null ? null : check(run(first as NonNullValue, second));
    for (const value of given) if (value === null) return null;
    // No NULL is left: the loop returned.
    return check(run(...(given as NonNullValue[])));
  };
  // The binding takes a function's length for its number of arguments; -1 is any number.
  Object.defineProperty(call, 'length', { value: -1 });
  sqlite.function(name, call, { deterministic: true });
}

function requireFewDigits(result: SQLiteValue): SQLiteValue {
  if (typeof result === 'object' && result !== null) throw new RangeError(moreDigits);
  return result;
}
