import { type ColumnKind, customListColumns, customRecordColumns, knownTables } from '@suitewright/schema';
import type {
  AccountDefinition,
  CustomColumn,
  CustomField,
  CustomFieldType,
  CustomList,
  CustomRecordType,
  ExtraTable,
} from './definition.js';
import { fieldValueType } from './field-value-type.js';
import { itemRecords, transactionRecords } from './record-names.js';

/** The `custom` section of a seed: tables that it adds, and columns that it adds to tables there are. */
export type CustomSection = Readonly<Record<string, CustomSectionTable>>;

interface CustomSectionTable {
  readonly label?: string | undefined;
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

// Above the ids of the demo account's own definitions, so that they never meet.
const firstSeedInternalId = 5001;

/**
 * The account with what a seed's `custom` section adds: a table `customrecord…` is a custom record type,
 * `customlist…` a custom list, a table that the account has gets custom fields, any other is an extra
 * table. A definition under the name of one that exists replaces it.
 */
export function extendAccount(account: AccountDefinition, custom: CustomSection): AccountDefinition {
  const recordTypes: CustomRecordType[] = [];
  const lists: CustomList[] = [];
  const fields: CustomField[] = [];
  const extraTables: ExtraTable[] = [];
  let internalId = firstSeedInternalId;
  for (const [written, { label: givenLabel, columns: kinds }] of Object.entries(custom)) {
    const name = written.toLowerCase();
    const label = givenLabel ?? name;
    const columns = withoutBase(name, customColumns(kinds));
    if (name.startsWith('customrecord') && !knownTables.has(name)) {
      recordTypes.push({ scriptId: name, internalId: internalId++, label, description: null, columns });
    } else if (name.startsWith('customlist') && !knownTables.has(name)) {
      lists.push({ scriptId: name, internalId: internalId++, label, values: [], columns });
    } else if (knownTables.has(name)) {
      for (const [scriptId, column] of Object.entries(columns)) {
        fields.push(customField({ scriptId, internalId: internalId++, table: name, column }));
      }
    } else {
      extraTables.push({ name, label, columns });
    }
  }
  const replaced = new Set(Object.keys(custom).map((name) => name.toLowerCase()));
  const kept = <T extends { readonly scriptId: string }>(definitions: readonly T[]): readonly T[] =>
    definitions.filter(({ scriptId }) => !replaced.has(scriptId));
  return {
    ...account,
    customRecordTypes: [...kept(account.customRecordTypes), ...recordTypes],
    customLists: [...kept(account.customLists), ...lists],
    customFields: [...withoutReplaced(account.customFields, fields), ...fields],
    extraTables: [...account.extraTables.filter(({ name }) => !replaced.has(name)), ...extraTables],
  };
}

function withoutReplaced(
  existing: readonly CustomField[],
  added: readonly CustomField[],
): readonly CustomField[] {
  return existing
    .map((field) => {
      const replacing = added.filter(({ scriptId }) => scriptId === field.scriptId);
      const tables = field.tables.filter((name) => !replacing.some((other) => other.tables.includes(name)));
      const records = field.records.filter(
        (name) => !replacing.some((other) => other.records.includes(name)),
      );
      return { ...field, tables, records };
    })
    .filter(({ tables }) => tables.length > 0);
}

type Columns = Readonly<Record<string, CustomColumn>>;

function customColumns(kinds: Readonly<Record<string, ColumnKind>>): Columns {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name.toLowerCase(), { kind, label: name }]),
  );
}

/** A seed may repeat the columns that its table has anyway; they are not custom ones. */
function withoutBase(table: string, columns: Columns): Columns {
  const base = baseColumns(table);
  return Object.fromEntries(Object.entries(columns).filter(([name, { kind }]) => base.get(name) !== kind));
}

function baseColumns(table: string): ReadonlyMap<string, ColumnKind> {
  const known = knownTables.get(table);
  if (known !== undefined) {
    const exposed = [...known.columns.values()].filter((column) => column.exposed);
    return new Map(exposed.map(({ name, kind }) => [name, kind]));
  }
  if (table.startsWith('customrecord')) return customRecordColumns;
  return table.startsWith('customlist') ? customListColumns : new Map();
}

interface SeedField {
  readonly scriptId: string;
  readonly internalId: number;
  readonly table: string;
  readonly column: CustomColumn;
}

function customField({ scriptId, internalId, table, column }: SeedField): CustomField {
  return {
    scriptId,
    internalId,
    label: column.label,
    description: null,
    kind: column.kind,
    valueType: fieldValueType(column.kind),
    fieldType: fieldTypeOf(scriptId),
    tables: [table],
    records: recordsOf(table),
    mandatory: false,
  };
}

function fieldTypeOf(scriptId: string): CustomFieldType {
  if (scriptId.startsWith('custentity')) return 'ENTITY';
  if (scriptId.startsWith('custbody')) return 'BODY';
  if (scriptId.startsWith('custcol')) return 'COLUMN';
  return scriptId.startsWith('custitem') ? 'ITEM' : 'OTHER';
}

function recordsOf(table: string): readonly string[] {
  if (table === 'transaction' || table === 'transactionline') return transactionRecords;
  return table === 'item' ? itemRecords : [table];
}
