import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row } from '../database/row.js';
import { entityRow } from '../demo/entities.js';
import { changeRow, insertRow, removeRows } from './written-row.js';

type EntityTable = Parameters<typeof entityRow>[0];

/** Tables whose rows have a twin in `entity` under the same id. */
export const entityTables: readonly string[] = [
  'customer',
  'vendor',
  'employee',
  'contact',
  'partner',
  'job',
] satisfies EntityTable[];

/** The name that NetSuite gives to an entity which bears none. */
export function entityName(row: Row): string | null {
  if (typeof row.companyname === 'string') return row.companyname;
  const names = [row.firstname, row.lastname].filter((name) => typeof name === 'string');
  return names.length === 0 ? null : names.join(' ');
}

/** Adds the twin of a row. Does nothing for tables without twins. */
export function insertMirror(database: EmulatorDatabase, table: string, row: Row): void {
  const entity = database.tables.get('entity');
  if (entity !== undefined && isEntityTable(table)) insertRow(database, entity, mirror(table, row));
}

/** Changes the columns of the twin that a change names. */
export function changeMirror(
  database: EmulatorDatabase,
  table: string,
  change: { readonly id: string; readonly row: Row },
): void {
  const entity = database.tables.get('entity');
  if (entity === undefined || !isEntityTable(table)) return;
  const shared = Object.entries(change.row).filter(([column]) => column !== 'id' && column !== 'parent');
  changeRow(database, entity, { key: { column: 'id', value: change.id }, row: Object.fromEntries(shared) });
}

export function removeMirror(database: EmulatorDatabase, table: string, id: string): void {
  if (database.tables.has('entity') && isEntityTable(table))
    removeRows(database, 'entity', { column: 'id', value: id });
}

function isEntityTable(table: string): table is EntityTable {
  return entityTables.includes(table);
}

function mirror(table: EntityTable, row: Row): Row {
  // A seed's rows and the demo's differ in lists of ids alone, which entities do not have.
  return entityRow(table, row as Parameters<typeof entityRow>[1]);
}
