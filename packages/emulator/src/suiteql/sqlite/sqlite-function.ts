import type { SQLiteValue } from 'node-sqlite3-wasm';

/** A function for SQLite by name. It is called only when no argument is NULL, and otherwise yields NULL. */
export type SqliteFunctions = Readonly<Record<string, (...given: readonly NonNullValue[]) => SQLiteValue>>;

export type NonNullValue = Exclude<SQLiteValue, null>;
