import type { Catalog } from '../catalog/answer-catalog.js';
import type { Clock } from '../clock.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { RecordValue } from './record-value.js';

/** Where records live: in the tables that SuiteQL reads, and what these have no column for beside them. */
export interface RecordStore {
  readonly database: EmulatorDatabase;
  readonly catalog: Catalog;
  readonly clock: Clock;
  /** Values without a column, by table and id. */
  readonly beside: Map<string, ReadonlyMap<string, RecordValue>>;
}

export interface RecordStoreOptions {
  readonly database: EmulatorDatabase;
  readonly catalog: Catalog;
  readonly clock: Clock;
}

export function createRecordStore({ database, catalog, clock }: RecordStoreOptions): RecordStore {
  return { database, catalog, clock, beside: new Map() };
}

export function besideKey(table: string, id: string): string {
  return `${table} ${id}`;
}
