import sqliteModule, { type Database } from 'node-sqlite3-wasm';
import { accountTables } from '../account/account-tables.js';
import type { AccountDefinition } from '../account/definition.js';
import { tableAccess } from '../account/role.js';
import { createResultCache } from '../suiteql/result-cache.js';
import { registerFunctions } from '../suiteql/sqlite/register-functions.js';
import { tableCatalog } from '../suiteql/table-catalog.js';
import { utcOffset, wallClockAt } from './calendar.js';
import { createHighestIds, createIndexes, createTable } from './create-tables.js';
import { createDisplayNames } from './display-names.js';
import type { EmulatorDatabase } from './emulator-database.js';
import { loadRows } from './load-rows.js';
import type { RowBatch } from './row.js';
import { createWriteFeed } from './write-feed.js';

export interface OpenDatabaseOptions {
  readonly account: AccountDefinition;
  readonly rows: Iterable<RowBatch>;
  /** What time it is, for SYSDATE and its kin. Default: the system's clock. */
  readonly clock?: (() => Date) | undefined;
}

/**
 * Opens an in-memory database with the account's tables and loads the rows. All of them, or nothing.
 *
 * @throws {SeedError} A row does not fit; the message names the place and the way out.
 */
export function openDatabase({ account, rows, clock }: OpenDatabaseOptions): EmulatorDatabase {
  return openFilled({ account, clock, wideColumns: [] }, ({ sqlite, tables, wideColumns }) => {
    sqlite.exec('BEGIN');
    for (const table of tables.values()) createTable(sqlite, table, { primaryKey: 'integer' });
    createHighestIds(sqlite);
    loadRows({ sqlite, tables, timeZone: account.timeZone, wideColumns }, rows);
    sqlite.exec('COMMIT');
  });
}

/** A database that is still empty. */
export interface Filling {
  readonly sqlite: Database;
  readonly tables: EmulatorDatabase['tables'];
  readonly wideColumns: Set<string>;
}

export interface OpenFilledOptions extends Omit<OpenDatabaseOptions, 'rows'> {
  /** `wideColumns` of the rows that the database is filled with, as far as they are known. */
  readonly wideColumns: readonly string[];
}

/** Opens an in-memory database that `fill` gives its tables and rows. */
export function openFilled(
  { account, clock = systemClock, wideColumns: wide }: OpenFilledOptions,
  fill: (filling: Filling) => void,
): EmulatorDatabase {
  const tables = accountTables(account);
  const { timeZone } = account;
  const sqlite = new sqliteModule.Database();
  const wideColumns = new Set(wide);
  const now = (): number => wallClockAt(clock(), timeZone);
  try {
    // Nothing to roll back to while loading: a failure drops the whole database.
    sqlite.exec('PRAGMA journal_mode = OFF');
    prepareConnection(sqlite, account, now);
    fill({ sqlite, tables, wideColumns });
    sqlite.exec('BEGIN');
    createDisplayNames(sqlite);
    for (const table of tables.values()) createIndexes(sqlite, table);
    sqlite.exec('COMMIT');
    sqlite.exec('PRAGMA journal_mode = MEMORY');
    sqlite.exec('PRAGMA analysis_limit = 400');
    sqlite.exec('ANALYZE');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return databaseOver({ sqlite, account, tables, wideColumns, now });
}

export interface OpenSnapshotOptions {
  /** What `VACUUM INTO` wrote. The copy is its reader's own: writes go into it as well. */
  readonly file: string;
  readonly account: AccountDefinition;
  /** `wideColumns` of the database that was copied. */
  readonly wideColumns: readonly string[];
  /** The account's wall clock, in seconds. */
  readonly now: () => number;
}

/** Opens a copy of an account's rows. */
export function openSnapshot({ file, account, wideColumns, now }: OpenSnapshotOptions): EmulatorDatabase {
  const sqlite = new sqliteModule.Database(file, { fileMustExist: true });
  try {
    // The file is locked once, not for each statement, and needs not survive its reader.
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE');
    sqlite.exec('PRAGMA journal_mode = MEMORY');
    sqlite.exec('PRAGMA synchronous = OFF');
    sqlite.exec(`PRAGMA cache_size = -${snapshotCacheKiB}`);
    prepareConnection(sqlite, account, now);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return databaseOver({
    sqlite,
    account,
    tables: accountTables(account),
    wideColumns: new Set(wideColumns),
    now,
  });
}

const snapshotCacheKiB = 64 * 1024;

function prepareConnection(
  sqlite: Database,
  { dateFormat, numberFormat, timeZone }: AccountDefinition,
  now: () => number,
): void {
  sqlite.exec('PRAGMA case_sensitive_like = ON');
  registerFunctions(sqlite, {
    dateFormat,
    numberFormat,
    timeZone,
    now,
    utcOffset: (seconds) => utcOffset(seconds, timeZone),
  });
}

interface DatabaseParts extends Pick<EmulatorDatabase, 'sqlite' | 'tables' | 'wideColumns' | 'now'> {
  readonly account: AccountDefinition;
}

function databaseOver({ sqlite, account, tables, wideColumns, now }: DatabaseParts): EmulatorDatabase {
  const results = createResultCache();
  return {
    sqlite,
    tables,
    wideColumns,
    access: account.role && tableAccess(account.role, tables),
    catalog: tableCatalog(tables),
    dateFormat: account.dateFormat,
    numberFormat: account.numberFormat,
    timeZone: account.timeZone,
    now,
    revision: 0,
    writes: createWriteFeed(),
    results,
    snapshot: (file) => sqlite.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`),
    close: () => {
      results.clear();
      sqlite.close();
    },
  };
}

function systemClock(): Date {
  return new Date();
}
