import type { Database, SQLiteValue } from 'node-sqlite3-wasm';
import type { NumberFormat } from '../../account/definition.js';
import { aggregateSqliteFunctions } from './aggregate-functions.js';
import { type DateFacts, dateSqliteFunctions } from './date-functions.js';
import { maskedNumberFunctions } from './masked-number-functions.js';
import { decimalSqliteFunctions, moreDigits, numberSqliteFunctions } from './number-functions.js';
import { regularExpressionSqliteFunctions } from './regular-expression-functions.js';
import type { NonNullValue, SqliteFunctions } from './sqlite-function.js';
import { textSqliteFunctions } from './text-functions.js';

interface AccountFacts extends DateFacts {
  readonly numberFormat: NumberFormat;
}

/** Gives SQLite the functions that translated statements call. Their names begin with sw_. */
export function registerFunctions(sqlite: Database, facts: AccountFacts): void {
  const functions = {
    ...decimalSqliteFunctions,
    ...narrowed(decimalSqliteFunctions),
    ...numberSqliteFunctions,
    ...maskedNumberFunctions(facts.numberFormat),
    ...textSqliteFunctions,
    ...regularExpressionSqliteFunctions,
    ...dateSqliteFunctions(facts),
    ...aggregateSqliteFunctions,
  };
  for (const [name, run] of Object.entries(functions)) {
    const call = (...given: SQLiteValue[]): SQLiteValue => {
      for (const value of given) if (value === null) return null;
      // No NULL is left: the loop returned.
      return run(...(given as NonNullValue[]));
    };
    // The binding takes a function's length for its number of arguments; -1 is any number.
    Object.defineProperty(call, 'length', { value: -1 });
    sqlite.function(name, call, { deterministic: true });
  }
}

function narrowed(functions: SqliteFunctions): SqliteFunctions {
  return Object.fromEntries(
    Object.entries(functions).map(([name, run]) => [
      `${name}_narrow`,
      (...given: readonly NonNullValue[]) => {
        const result = run(...given);
        if (typeof result === 'object' && result !== null) throw new RangeError(moreDigits);
        return result;
      },
    ]),
  );
}
