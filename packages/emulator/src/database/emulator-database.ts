import type { KnownTable } from '@suitewright/schema';
import type { Catalog } from '@suitewright/suiteql';
import type { Database } from 'node-sqlite3-wasm';
import type { DateFormat, NumberFormat } from '../account/definition.js';
import type { TableAccess } from '../account/role.js';
import type { ResultCache } from '../suiteql/result-cache.js';
import type { WriteFeed } from './write-feed.js';

/** An account's rows. State of one emulator: nothing in it is shared between two. */
export interface EmulatorDatabase {
  readonly sqlite: Database;
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, KnownTable>;
  /** What SuiteQL shows of them. Undefined: everything. */
  readonly access: TableAccess | undefined;
  /** The columns that hold or held numbers too large for SQLite's own arithmetic (see `isWide`), as `table.column`. */
  readonly wideColumns: Set<string>;
  /** The tables as the checker reads them. */
  readonly catalog: Catalog;
  readonly dateFormat: DateFormat;
  readonly numberFormat: NumberFormat;
  readonly timeZone: string;
  /** The account's wall clock, in seconds (see calendar.ts). */
  now(): number;
  /** Counts writes. A result holds as long as it stays the same. */
  revision: number;
  /** What is written, for copies of the rows. */
  readonly writes: WriteFeed;
  /** Results of queries that are being read. */
  readonly results: ResultCache;
  /** Writes a copy of the rows to a file that is not there yet. */
  snapshot(file: string): void;
  close(): void;
}
