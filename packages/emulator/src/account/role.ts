import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { transactionTypeNames } from '@suitewright/schema';
import { isCustomRecord, permissionOf } from './record-permissions.js';

/** What whoever signs in may see and do. Without a role: everything, as an administrator. */
export interface RoleDefinition {
  readonly name?: string;
  /**
   * Levels by permission, each named as NetSuite's role page shows it (`Customers`, `Sales Order`), by its id
   * (`LIST_CUSTJOB`, `TRAN_SALESORD`) or by a record (`customer`, `salesorder`, `customrecord_flight`). What is left
   * out is `None`. What is needed to sign in at all (REST Web Services, SuiteAnalytics Workbook) is taken as given.
   */
  readonly permissions: Readonly<Record<string, PermissionLevel>>;
}

const levels = ['None', 'View', 'Create', 'Edit', 'Full'] as const;

export type PermissionLevel = (typeof levels)[number];

/** A role, looked up: levels by id of a permission, or by name of a custom record type. Plain data. */
export interface Role {
  readonly levels: ReadonlyMap<string, PermissionLevel>;
}

type Tabs = Readonly<Record<string, Readonly<Record<string, string>>>>;

function readTabs(): Tabs {
  const file = new URL('../../data/permissions.json', import.meta.url);
  // The file is the package's own.
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly tabs: Tabs }).tabs;
}

/**
 * Looks up a role's permissions.
 *
 * @param customRecords Script ids of the account's custom record types.
 * @throws {TypeError} It is no role, or names a permission or level that does not exist.
 */
export function resolveRole(role: RoleDefinition, customRecords: ReadonlySet<string>): Role {
  const given: unknown = role.permissions;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(
      `The role's permissions are ${shown(given)}. Give an object such as { Customers: 'View' }.`,
    );
  }
  const ids = permissionIds();
  const found = new Map<string, PermissionLevel>();
  for (const [name, level] of Object.entries(role.permissions)) {
    if (!levels.includes(level)) {
      throw new TypeError(
        `The role's level of ${shown(name)} is ${shown(level)}. Use one of: ${levels.join(', ')}.`,
      );
    }
    for (const id of idsOf(name, ids, customRecords)) {
      // Two names may be of one permission.
      if (rank(level) >= rank(found.get(id) ?? 'None')) found.set(id, level);
    }
  }
  return { levels: found };
}

/** Ids by name and by id, both in lower case. */
function permissionIds(): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const permissions of Object.values(readTabs())) {
    for (const [name, id] of Object.entries(permissions)) {
      ids.set(name.toLowerCase(), [...(ids.get(name.toLowerCase()) ?? []), id]);
      ids.set(id.toLowerCase(), [id]);
    }
  }
  return ids;
}

function idsOf(
  name: string,
  ids: ReadonlyMap<string, readonly string[]>,
  customRecords: ReadonlySet<string>,
): readonly string[] {
  const lower = name.toLowerCase();
  const known = ids.get(lower);
  if (known !== undefined) return known;
  const isUnknown = isCustomRecord(lower) && !customRecords.has(lower);
  const permission = isUnknown ? null : permissionOf(lower);
  if (permission !== null) return [permission];
  throw new TypeError(
    `The role has a permission ${shown(name)}, which does not exist. Name it as NetSuite's role page does (Customers), ` +
      'by its id (LIST_CUSTJOB), or by a record that has one (customer).',
  );
}

function shown(value: unknown): string {
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY }).slice(0, 100);
}

function rank(level: PermissionLevel): number {
  return levels.indexOf(level);
}

/** Whether a role may do with a record what needs a level. Records that no permission rules over are open to all. */
export function mayAccess(role: Role, record: string, level: PermissionLevel): boolean {
  const permission = permissionOf(record);
  return permission === null || rank(role.levels.get(permission) ?? 'None') >= rank(level);
}

/** A permission as NetSuite's messages name it: `Lists -> Customers`. */
export function permissionTitle(record: string): string {
  const permission = permissionOf(record) ?? record;
  for (const [tab, permissions] of Object.entries(readTabs())) {
    const name = Object.keys(permissions).find((known) => permissions[known] === permission);
    if (name !== undefined) return `${tab === 'Lists/Records' ? 'Lists' : tab} -> ${name}`;
  }
  return `Custom Record -> ${record}`;
}

/** What SuiteQL shows to a role. */
export interface TableAccess {
  readonly isHidden: (table: string) => boolean;
  /** SQL that is true of the rows that are shown. Undefined: all are. */
  readonly rows: (table: string) => string | undefined;
}

/** Tables of which every row belongs to a transaction, with the column that says which. */
const transactionColumns: Readonly<Record<string, string>> = {
  transactionline: 'transaction',
  transactionaccountingline: 'transaction',
  nexttransactionlink: 'nextdoc',
  nexttransactionlinelink: 'nextdoc',
  previoustransactionlink: 'previousdoc',
  previoustransactionlinelink: 'previousdoc',
  transactionshipment: 'doc',
};

/** `entity.type` by the record that an entity is. */
const entityTypes: Readonly<Record<string, string>> = {
  customer: 'CustJob',
  vendor: 'Vendor',
  employee: 'Employee',
  contact: 'Contact',
  partner: 'Partner',
  job: 'Job',
};

/**
 * Transactions and entities are filtered by the permissions of their types, and hidden where no type is allowed.
 *
 * @param tables The account's tables by name.
 */
export function tableAccess(role: Role, tables: ReadonlyMap<string, unknown>): TableAccess {
  const types = Object.keys(transactionTypeNames).filter(
    (type) => rank(role.levels.get(`TRAN_${type.toUpperCase()}`) ?? 'None') >= rank('View'),
  );
  const transactions = `type IN (${list(types)})`;
  const entities = Object.keys(entityTypes).filter((record) => mayAccess(role, record, 'View'));
  const entityCondition = `type IN (${list(entities.map((record) => entityTypes[record] ?? ''))})`;
  return {
    isHidden: (table) => {
      if (table === 'transaction' || Object.hasOwn(transactionColumns, table)) return types.length === 0;
      if (table === 'entity') return entities.length === 0;
      return !mayAccess(role, table, 'View');
    },
    rows: (table) => {
      if (table === 'transaction') return transactions;
      if (table === 'entity') return entityCondition;
      const column = transactionColumns[table];
      return column === undefined || !tables.has('transaction')
        ? undefined
        : `"${column}" IN (SELECT id FROM "transaction" WHERE ${transactions})`;
    },
  };
}

function list(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
