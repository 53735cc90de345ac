import sqliteModule from 'node-sqlite3-wasm';
import { accountTables } from '../account/account-tables.js';
import type { AccountDefinition } from '../account/definition.js';
import { createResultCache } from '../suiteql/result-cache.js';
import { registerFunctions } from '../suiteql/sqlite/register-functions.js';
import { tableCatalog } from '../suiteql/table-catalog.js';
import { utcOffset, wallClockAt } from './calendar.js';
import { createIndexes, createTable } from './create-tables.js';
import { createDisplayNames } from './display-names.js';
import type { EmulatorDatabase } from './emulator-database.js';
import { loadRows } from './load-rows.js';
import type { RowBatch } from './row.js';

export interface OpenDatabaseOptions {
  readonly account: AccountDefinition;
  readonly rows: Iterable<RowBatch>;
  /** What time it is, for SYSDATE and its kin. Default: the system's clock. */
  readonly clock?: () => Date;
}

/**
 * Opens an in-memory database with the account's tables and loads the rows. All of them, or nothing.
 *
 * @throws {SeedError} A row does not fit; the message names the place and the way out.
 */
export function openDatabase({ account, rows, clock = systemClock }: OpenDatabaseOptions): EmulatorDatabase {
  const tables = accountTables(account);
  const { dateFormat, timeZone } = account;
  const sqlite = new sqliteModule.Database();
  const now = (): number => wallClockAt(clock(), timeZone);
  try {
    // Nothing to roll back to while loading: a failure drops the whole database.
    sqlite.exec('PRAGMA journal_mode = OFF');
    sqlite.exec('PRAGMA case_sensitive_like = ON');
    registerFunctions(sqlite, { dateFormat, now, utcOffset: (seconds) => utcOffset(seconds, timeZone) });
    sqlite.exec('BEGIN');
    for (const table of tables.values()) createTable(sqlite, table, { primaryKey: 'integer' });
    createDisplayNames(sqlite);
    loadRows({ sqlite, tables, timeZone }, rows);
    for (const table of tables.values()) createIndexes(sqlite, table);
    sqlite.exec('COMMIT');
    sqlite.exec('PRAGMA journal_mode = MEMORY');
    sqlite.exec('PRAGMA analysis_limit = 400');
    sqlite.exec('ANALYZE');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const results = createResultCache();
  return {
    sqlite,
    tables,
    catalog: tableCatalog(tables),
    dateFormat,
    timeZone,
    now,
    revision: 0,
    results,
    close: () => {
      results.clear();
      sqlite.close();
    },
  };
}

function systemClock(): Date {
  return new Date();
}
