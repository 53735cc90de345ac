import { type AccountSettings, accountClock } from './account/account-settings.js';
import { accountTables } from './account/account-tables.js';
import type { AccountDefinition } from './account/definition.js';
import { demoAccount } from './account/demo-account.js';
import { type CustomSection, extendAccount } from './account/extend-account.js';
import { type RoleDefinition, resolveRole } from './account/role.js';
import type { Clock } from './clock.js';
import type { EmulatorDatabase } from './database/emulator-database.js';
import { openDatabase } from './database/open.js';
import type { RowBatch } from './database/row.js';
import { parseSeed, type Seed, seedBatches } from './database/seed.js';
import { createCalendar } from './demo/calendar.js';
import { customDefinitionBatches } from './demo/custom-definitions.js';
import { demoRows } from './demo/demo-rows.js';
import type { DemoBatch } from './demo/row.js';
import type { StartProgress } from './emulator.js';
import { openImage } from './persist/image.js';
import type { BesideValues, KeptFile } from './persist/kept-file.js';

export interface OpenAccountOptions {
  /** Null: nothing is kept. */
  readonly kept: KeptFile | null;
  /** Absent: the demo rows. */
  readonly seed: unknown;
  /** How many transaction lines the demo rows have, about. */
  readonly rows: number;
  readonly settings: AccountSettings;
  readonly clock: Clock;
  readonly progress: ((progress: StartProgress) => void) | undefined;
  /** Undefined: an administrator's. */
  readonly role: RoleDefinition | undefined;
}

export interface OpenAccount {
  readonly account: AccountDefinition;
  readonly database: EmulatorDatabase;
  /** By which the account's data are read and written. */
  readonly clock: Clock;
  readonly beside: BesideValues;
}

/**
 * Opens the account that a file keeps; or, where there is none, the demo account with demo rows, or with a seed's
 * definitions and rows in their place.
 *
 * @throws {SeedError} The seed cannot be loaded.
 * @throws {PersistError} The file cannot be read or written.
 * @throws {TypeError} The role is none.
 */
export function openAccount(options: OpenAccountOptions): OpenAccount {
  const { kept, settings, role } = options;
  const { today: _, ...preferences } = settings;
  const clock = accountClock(options.clock, settings);
  const now = (): Date => new Date(clock());
  const base: AccountDefinition = { ...demoAccount, ...preferences };
  if (kept === null) {
    const { account: created, rows } = newAccount(base, options);
    const account = withRole(created, role);
    return { account, database: openDatabase({ account, rows, clock: now }), clock, beside: new Map() };
  }
  if (kept.facts === null) {
    const { account: created, rows, custom } = newAccount(base, options);
    const account = withRole(created, role);
    const database = openDatabase({ account, rows, clock: now });
    return { account, database, clock, beside: kept.attach(database, custom) };
  }
  const { custom, wideColumns } = kept.facts;
  const account = withRole(extendAccount(base, custom), role);
  const database = openImage({ file: kept.path, account, wideColumns, clock: now });
  return { account, database, clock, beside: kept.attach(database, custom) };
}

interface NewAccount {
  readonly account: AccountDefinition;
  readonly rows: Iterable<RowBatch>;
  /** What the seed defines. */
  readonly custom: CustomSection;
}

function newAccount(
  base: AccountDefinition,
  { seed: seedJson, rows, settings: { today }, progress }: OpenAccountOptions,
): NewAccount {
  if (seedJson === undefined) {
    const demo = demoRows({ rows, today, account: base });
    const batches = progress === undefined ? demo : withProgress(demo, rows, progress);
    return { account: base, rows: batches, custom: {} };
  }
  const seed = parseSeed(seedJson);
  const account = extendAccount(base, seed.custom);
  const tables = accountTables(account);
  const seeded = seedBatches(seed, (table) => tables.get(table)?.primaryKey);
  const batches = [...definitionBatches(account, seed, today), ...seeded];
  return { account, rows: batches, custom: seed.custom };
}

const linesPerReport = 20_000;

function* withProgress(
  batches: Iterable<DemoBatch>,
  linesWanted: number,
  progress: (progress: StartProgress) => void,
): Generator<DemoBatch> {
  let lines = 0;
  let reported = 0;
  for (const batch of batches) {
    yield batch;
    if (batch.table === 'transactionline') lines += batch.rows.length;
    if (lines - reported < linesPerReport) continue;
    reported = lines;
    progress({ lines, linesWanted });
  }
}

function withRole(account: AccountDefinition, role: RoleDefinition | undefined): AccountDefinition {
  if (role === undefined) return account;
  const customRecords = new Set(account.customRecordTypes.map(({ scriptId }) => scriptId));
  return { ...account, role: resolveRole(role, customRecords) };
}

/** What the account's definitions themselves show in SuiteQL, but for tables that the seed fills. */
function definitionBatches(account: AccountDefinition, { tables }: Seed, today: string): readonly RowBatch[] {
  const filled = new Set(Object.keys(tables).map((table) => table.toLowerCase()));
  const values = account.customLists.map(({ scriptId, values }): RowBatch => {
    const rows = values.map(({ id, name }) => ({ id, recordid: id, name, isinactive: false }));
    return { table: scriptId, rows };
  });
  const definitions = customDefinitionBatches(account, { owner: null, calendar: createCalendar(today) });
  return [...definitions, ...values].filter(({ table }) => !filled.has(table));
}
