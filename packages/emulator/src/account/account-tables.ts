import {
  type ColumnKind,
  customListColumns,
  customRecordColumns,
  type KnownColumn,
  type KnownTable,
  knownTables,
} from '@suitewright/schema';
import type { AccountDefinition, CustomColumn } from './definition.js';

interface TableParts {
  readonly name: string;
  readonly label: string;
  readonly base: ReadonlyMap<string, ColumnKind>;
  readonly own: Readonly<Record<string, CustomColumn>>;
}

/**
 * Every SuiteQL table of an account, by name (lower case): the known tables with the account's custom
 * columns, one table for each custom record type and custom list, and the account's extra tables.
 */
export function accountTables(account: AccountDefinition): ReadonlyMap<string, KnownTable> {
  const tables = new Map(knownTables);
  for (const { scriptId, label, columns } of account.customRecordTypes) {
    tables.set(scriptId, customTable({ name: scriptId, label, base: customRecordColumns, own: columns }));
  }
  for (const { scriptId, label, columns } of account.customLists) {
    const own = columns ?? {};
    tables.set(scriptId, customTable({ name: scriptId, label, base: customListColumns, own }));
  }
  for (const { name, label, columns } of account.extraTables) {
    tables.set(name, customTable({ name, label, base: new Map(), own: columns }));
  }
  for (const field of account.customFields) {
    for (const name of field.tables) {
      const table = tables.get(name);
      if (table === undefined) {
        throw new TypeError(
          `Custom field ${field.scriptId} names the table ${name}, which the account does not have. ` +
            'Correct the name, or define the table as a custom record type.',
        );
      }
      const columns = new Map(table.columns).set(field.scriptId, exposed(field.scriptId, field.kind));
      tables.set(name, { ...table, columns });
    }
  }
  return tables;
}

function customTable({ name, label, base, own }: TableParts): KnownTable {
  const columns = new Map([...base].map(([column, kind]) => [column, exposed(column, kind)]));
  for (const [column, { kind }] of Object.entries(own)) columns.set(column, exposed(column, kind));
  const primaryKey = [...columns.values()].find((column) => column.kind === 'id')?.name ?? null;
  return { name, label, primaryKey, displayColumns: columns.has('name') ? ['name'] : [], columns };
}

function exposed(name: string, kind: ColumnKind): KnownColumn {
  return { name, kind, exposed: true, instead: null };
}
