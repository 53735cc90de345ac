import { tableOfRecord } from '@suitewright/schema';
import type { Catalog } from '../catalog/answer-catalog.js';
import type { Clock } from '../clock.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { RecordValue } from './record-value.js';
import { type StandardForms, standardForms } from './standard-forms.js';

/** Where records live: in the tables that SuiteQL reads, and what these have no column for beside them. */
export interface RecordStore {
  readonly database: EmulatorDatabase;
  readonly catalog: Catalog;
  readonly clock: Clock;
  /** Values without a column, by table and id. */
  readonly beside: Map<string, ReadonlyMap<string, RecordValue>>;
  /** Names of the catalog's records by the table that keeps their rows. */
  readonly recordsByTable: ReadonlyMap<string, readonly string[]>;
  readonly forms: StandardForms;
}

export interface RecordStoreOptions {
  readonly database: EmulatorDatabase;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly beside: RecordStore['beside'];
}

export function createRecordStore({ database, catalog, clock, beside }: RecordStoreOptions): RecordStore {
  const recordsByTable = new Map<string, string[]>();
  for (const record of catalog.keys()) {
    const table = tableOfRecord(record).name;
    recordsByTable.set(table, [...(recordsByTable.get(table) ?? []), record]);
  }
  return { database, catalog, clock, beside, recordsByTable, forms: standardForms(catalog) };
}

/** Ids of a record's instances that are kept beside the tables, in the order in which they were written. */
export function besideIds({ beside }: RecordStore, table: string): readonly string[] {
  const prefix = besideKey(table, '');
  return [...beside.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

export function besideKey(table: string, id: string): string {
  return `${table} ${id}`;
}
