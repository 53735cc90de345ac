import { accountTables } from './account/account-tables.js';
import type { AccountDefinition } from './account/definition.js';
import { demoAccount } from './account/demo-account.js';
import { extendAccount } from './account/extend-account.js';
import type { Clock } from './clock.js';
import type { EmulatorDatabase } from './database/emulator-database.js';
import { openDatabase } from './database/open.js';
import type { RowBatch } from './database/row.js';
import { parseSeed, type Seed, seedBatches } from './database/seed.js';
import { customDefinitionBatches } from './demo/custom-definitions.js';
import { demoRows } from './demo/demo-rows.js';

export interface OpenAccountOptions {
  /** Absent: the demo rows. */
  readonly seed: unknown;
  /** How many transaction lines the demo rows have, about. */
  readonly rows: number;
  readonly clock: Clock;
}

export interface OpenAccount {
  readonly account: AccountDefinition;
  readonly database: EmulatorDatabase;
}

/**
 * Opens the demo account with demo rows, or with a seed's definitions and rows in their place.
 *
 * @throws {SeedError} The seed cannot be loaded.
 */
export function openAccount({ seed: seedJson, rows, clock: now }: OpenAccountOptions): OpenAccount {
  const clock = (): Date => new Date(now());
  if (seedJson === undefined) {
    return {
      account: demoAccount,
      database: openDatabase({ account: demoAccount, rows: demoRows({ rows }), clock }),
    };
  }
  const seed = parseSeed(seedJson);
  const account = extendAccount(demoAccount, seed.custom);
  const tables = accountTables(account);
  const seeded = seedBatches(seed, (table) => tables.get(table)?.primaryKey);
  return {
    account,
    database: openDatabase({ account, rows: [...definitionBatches(account, seed), ...seeded], clock }),
  };
}

/** What the account's definitions themselves show in SuiteQL, but for tables that the seed fills. */
function definitionBatches(account: AccountDefinition, { tables }: Seed): readonly RowBatch[] {
  const filled = new Set(Object.keys(tables).map((table) => table.toLowerCase()));
  const values = account.customLists.map(({ scriptId, values }): RowBatch => {
    const rows = values.map(({ id, name }) => ({ id, recordid: id, name, isinactive: false }));
    return { table: scriptId, rows };
  });
  return [...customDefinitionBatches(account, null), ...values].filter(({ table }) => !filled.has(table));
}
