import type { RecordSchema, SchemaDocument, TableSchema } from '@suitewright/schema';
import { type CodeTypes, codeTypes } from './code-types.js';
import { type ModelNames, modelNames, typeSuffixes } from './model-names.js';
import { runtimeNames } from './reserved-names.js';

/** The schema with the names of generated code: what every file's plan draws upon. */
export interface AccountPlan {
  readonly records: ReadonlyMap<string, RecordSchema>;
  readonly tables: ReadonlyMap<string, TableSchema>;
  /** Of each record and table, sorted by wire name. */
  readonly names: ReadonlyMap<string, ModelNames>;
  /** The types of the columns that hold codes. */
  readonly codes: CodeTypes;
  /** Names that no other type may have. */
  readonly fixedNames: ReadonlySet<string>;
}

/** The name of the type that lists the tables that share the ids of entities. */
export const entityNameType = 'EntityName';

export function accountPlan(document: SchemaDocument): AccountPlan {
  const names = modelNames(document);
  const fixedNames = new Set<string>([...runtimeNames, entityNameType]);
  for (const { type, constant } of names.values()) {
    fixedNames.add(constant);
    for (const suffix of typeSuffixes) fixedNames.add(`${type}${suffix}`);
  }
  const codes = codeTypes(document, fixedNames);
  return {
    records: new Map(Object.entries(document.records)),
    tables: new Map(Object.entries(document.tables)),
    names,
    codes,
    fixedNames,
  };
}

/** A table that SuiteQL answers for. */
export interface BoundTable {
  readonly name: string;
  readonly table: TableSchema;
}

/** The table that has the rows of a record or table of this name; null: the account has none. */
export function boundTable(name: string, { records, tables }: AccountPlan): BoundTable | null {
  const record = records.get(name);
  const tableName = record === undefined ? name : (record.table?.name ?? null);
  const table = tableName === null ? undefined : tables.get(tableName);
  return tableName === null || table === undefined ? null : { name: tableName, table };
}

/** Where a reference leads. */
export interface Target {
  /** The table whose ids it holds. */
  readonly table: string;
  /** The model to follow it to; null: it cannot be followed. */
  readonly model: { readonly names: ModelNames; readonly primaryKey: string } | null;
}

/** @param name A table, as columns name their targets, or a record, as REST does. */
export function targetOf(name: string, account: AccountPlan): Target {
  const table = account.tables.get(name);
  const bound = table === undefined ? boundTable(name, account) : { name, table };
  const names = account.names.get(name);
  if (bound === null || names === undefined) return { table: name, model: null };
  const { primaryKey } = bound.table;
  return { table: bound.name, model: primaryKey === null ? null : { names, primaryKey } };
}
