import { accountTables } from '../../../packages/emulator/src/account/account-tables.js';
import { demoAccount } from '../../../packages/emulator/src/account/demo-account.js';
import { extendAccount } from '../../../packages/emulator/src/account/extend-account.js';
import type { EmulatorDatabase } from '../../../packages/emulator/src/database/emulator-database.js';
import { openDatabase } from '../../../packages/emulator/src/database/open.js';
import { parseSeed, seedBatches } from '../../../packages/emulator/src/database/seed.js';
import { executeSuiteql } from '../../../packages/emulator/src/suiteql/execute.js';
import { SuiteqlRejection } from '../../../packages/emulator/src/suiteql/rejection.js';
import type { ParameterValue } from '../../../packages/emulator/src/suiteql/translate/context.js';

/** 2026-03-08 at noon in the demo account's time zone. */
const noon = new Date('2026-03-08T19:00:00Z');

export function openSeed(seed: unknown): EmulatorDatabase {
  const parsed = parseSeed(seed);
  const account = extendAccount(demoAccount, parsed.custom);
  const tables = accountTables(account);
  const rows = seedBatches(parsed, (table) => tables.get(table)?.primaryKey);
  return openDatabase({ account, rows, clock: () => noon });
}

/** A few rows of each sort; expectations in the tests are worked out from them by hand. */
export const smallSeed = {
  custom: {
    customer: { columns: { custentity_tags: 'multi:customlist_tag' } },
    customlist_tag: { columns: {} },
  },
  tables: {
    customlist_tag: [
      { id: 1, name: 'new' },
      { id: 2, name: 'key' },
    ],
    currency: [
      { id: 1, name: 'US Dollar', symbol: 'USD' },
      { id: 4, name: 'Euro', symbol: 'EUR' },
    ],
    employee: [
      { id: 7, entityid: 'Ann Ásgeirsdóttir', firstname: 'Ann', supervisor: null, isinactive: false },
      { id: 8, entityid: "Liam O'Brien", firstname: 'Liam', supervisor: 7, isinactive: true },
    ],
    customer: [
      {
        id: 1,
        entityid: 'Acme',
        companyname: 'Acme',
        email: null,
        salesrep: 7,
        currency: 1,
        isinactive: false,
        custentity_tags: '1, 2',
        datecreated: '2026-01-31T09:30:00',
      },
      {
        id: 2,
        entityid: 'Blå',
        companyname: 'Blå & Søn',
        email: 'b@example.com',
        salesrep: 8,
        currency: 4,
        isinactive: false,
        custentity_tags: [2],
        datecreated: '2024-02-29T23:59:59',
      },
      {
        id: 3,
        entityid: 'acme 2',
        companyname: 'acme_2',
        email: 'a2@example.com',
        salesrep: null,
        currency: 1,
        isinactive: true,
        custentity_tags: null,
        datecreated: '2025-12-01T00:00:00',
      },
    ],
    transaction: [
      {
        id: 11,
        type: 'SalesOrd',
        status: 'B',
        tranid: 'SO1',
        entity: 1,
        trandate: '2026-01-15',
        foreigntotal: 0.1,
        exchangerate: 1,
      },
      {
        id: 12,
        type: 'SalesOrd',
        status: 'G',
        tranid: 'SO2',
        entity: 2,
        trandate: '2026-01-31',
        foreigntotal: 0.2,
        exchangerate: 1.5,
      },
      {
        id: 13,
        type: 'CustInvc',
        status: 'A',
        tranid: 'INV1',
        entity: 1,
        trandate: '2026-02-28',
        foreigntotal: 70,
        exchangerate: 1,
      },
      {
        id: 14,
        type: 'CustInvc',
        status: 'B',
        tranid: null,
        entity: null,
        trandate: null,
        foreigntotal: null,
        exchangerate: null,
      },
    ],
    transactionline: [
      {
        uniquekey: 101,
        id: 0,
        transaction: 11,
        mainline: true,
        item: null,
        quantity: null,
        foreignamount: 0.1,
      },
      { uniquekey: 102, id: 1, transaction: 11, mainline: false, item: 5, quantity: -2, foreignamount: -0.1 },
      {
        uniquekey: 103,
        id: 0,
        transaction: 12,
        mainline: true,
        item: null,
        quantity: null,
        foreignamount: 0.2,
      },
      { uniquekey: 104, id: 1, transaction: 12, mainline: false, item: 6, quantity: -1, foreignamount: -0.2 },
    ],
    item: [
      { id: 5, itemid: 'BEAN', displayname: 'Bean', itemtype: 'InvtPart' },
      { id: 6, itemid: 'GRIND', displayname: null, itemtype: 'Service' },
    ],
  },
};

export type PrintedRows = readonly Readonly<Record<string, string | null>>[];

export function rowsOf(
  database: EmulatorDatabase,
  text: string,
  parameters: readonly ParameterValue[] = [],
): PrintedRows {
  return executeSuiteql(database, { text, parameters, offset: 0, limit: 1000 }).rows;
}

/** The rows as lists, in the order of the columns' names. */
export function valuesOf(
  database: EmulatorDatabase,
  text: string,
  parameters: readonly ParameterValue[] = [],
): readonly (readonly (string | null)[])[] {
  return rowsOf(database, text, parameters).map((row) => Object.values(row));
}

/** The value of an expression, with one row to stand on. */
export function evaluate(
  database: EmulatorDatabase,
  expression: string,
  parameters: readonly ParameterValue[] = [],
): string | null | undefined {
  return rowsOf(database, `SELECT ${expression} AS value FROM currency WHERE id = 1`, parameters)[0]?.value;
}

export function rejectionOf(
  database: EmulatorDatabase,
  text: string,
  parameters: readonly ParameterValue[] = [],
): SuiteqlRejection {
  try {
    rowsOf(database, text, parameters);
  } catch (error) {
    if (error instanceof SuiteqlRejection) return error;
    throw error;
  }
  throw new Error(`It was not refused: ${text}`);
}
