import { type KnownTable, tableOfRecord } from '@suitewright/schema';
import type { Catalog } from '../catalog/answer-catalog.js';
import type { CatalogRecord } from '../catalog/catalog-record.js';
import { notEmulated, unknownRecordType } from '../server/refusals.js';

/** A REST record with the table that holds its rows. */
export interface RecordType {
  readonly record: CatalogRecord;
  readonly table: KnownTable;
  readonly primaryKey: string;
  /** False: no SuiteQL table of it is known. All of its values are beside. */
  readonly hasTable: boolean;
  /** What tells its rows apart from those of other records in the table. */
  readonly conditions: readonly { readonly column: string; readonly value: string }[];
}

export interface RecordTypeSource {
  readonly catalog: Catalog;
  readonly tables: ReadonlyMap<string, KnownTable>;
}

/**
 * Finds a record by its name, in any case.
 *
 * @throws {Refusal} The account has no such record.
 */
export function findRecordType(name: string, { catalog, tables }: RecordTypeSource): RecordType {
  const record = catalog.get(name.toLowerCase());
  if (record === undefined) throw unknownRecordType(name, `/services/rest/record/v1/${name}`);
  const binding = tableOfRecord(record.name);
  const table = tables.get(binding.name);
  const primaryKey = table?.primaryKey ?? null;
  if (table === undefined || primaryKey === null) return recordOfRestAlone(record);
  return {
    record,
    table,
    primaryKey,
    hasTable: true,
    conditions: binding.discriminator.filter(({ column }) => isStored(table, column)),
  };
}

function recordOfRestAlone(record: CatalogRecord): RecordType {
  const { name } = record;
  const table = { name, label: name, primaryKey: 'id', displayColumns: [], columns: new Map() };
  return { record, table, primaryKey: 'id', hasTable: false, conditions: [] };
}

/** @throws {Refusal} No source names the fields of the record. */
export function requireWritable({ record }: RecordType): void {
  if (!record.isDescribed)
    throw notEmulated(`No source names the fields of ${record.name}: it cannot be written.`);
}

/** Whether the table keeps the column. */
export function isStored(table: KnownTable, column: string): boolean {
  return table.columns.get(column)?.exposed === true;
}
