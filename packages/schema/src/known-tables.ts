import type { ColumnKind } from './document.js';
import { accountingTables } from './known-tables/accounting-tables.js';
import { activityTables } from './known-tables/activity-tables.js';
import { addressTables } from './known-tables/address-tables.js';
import { entityTables } from './known-tables/entity-tables.js';
import { fulfillmentTables } from './known-tables/fulfillment-tables.js';
import { itemTables } from './known-tables/item-tables.js';
import { organizationTables } from './known-tables/organization-tables.js';
import { platformTables } from './known-tables/platform-tables.js';
import { relationshipTables } from './known-tables/relationship-tables.js';
import type { TableSource } from './known-tables/table-source.js';
import { transactionTables } from './known-tables/transaction-tables.js';

/** A SuiteQL table that Suitewright knows without asking an account. */
export interface KnownTable {
  readonly name: string;
  readonly label: string;
  /** The unique column. Null: none is known. */
  readonly primaryKey: string | null;
  /** What stands for a row in words, as BUILTIN.DF prints it: the first of these that is not NULL. */
  readonly displayColumns: readonly string[];
  /** By name (lower case), in the order in which they are written down. */
  readonly columns: ReadonlyMap<string, KnownColumn>;
}

export interface KnownColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** False: REST shows it, SuiteQL refuses it (NOT_EXPOSED). */
  readonly exposed: boolean;
  /** The `table.column` that answers what a column that is not exposed does not. Null: none is known. */
  readonly instead: string | null;
}

/**
 * The standard SuiteQL tables by name (lower case). An account may lack some of them, and some of
 * their columns: features and roles decide.
 */
export const knownTables: ReadonlyMap<string, KnownTable> = new Map(
  Object.entries({
    ...transactionTables,
    ...fulfillmentTables,
    ...entityTables,
    ...relationshipTables,
    ...addressTables,
    ...itemTables,
    ...accountingTables,
    ...organizationTables,
    ...activityTables,
    ...platformTables,
  }).map(([name, source]) => [name, knownTable(name, source)]),
);

function knownTable(name: string, source: TableSource): KnownTable {
  const exposed = Object.entries(source.columns).map(
    ([column, kind]): KnownColumn => ({ name: column, kind, exposed: true, instead: null }),
  );
  const hidden = Object.entries(source.notExposed ?? {}).map(
    ([column, { kind, instead }]): KnownColumn => ({ name: column, kind, exposed: false, instead }),
  );
  return {
    name,
    label: source.label,
    primaryKey: source.primaryKey,
    displayColumns: source.displayColumns ?? [],
    columns: new Map([...exposed, ...hidden].map((column) => [column.name, column])),
  };
}
