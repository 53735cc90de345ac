import type { KnownTable } from '@suitewright/schema';
import type { CatalogProperty } from '../catalog/catalog-record.js';
import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { RecordValue, RecordValueObject } from './record-value.js';
import { valuesOfRow } from './row-values.js';
import { findRow, findRows, type StoredRow } from './stored-row.js';

/** A sublist whose lines are rows of a SuiteQL table. */
interface TableSublist {
  readonly owner: string;
  readonly sublist: string;
  readonly table: string;
  /** The column of the lines that holds the id of their record. */
  readonly foreignKey: string;
  /** The property that names a line in URLs, and its column. */
  readonly id?: { readonly property: string; readonly column: string };
  /** Where the row of a line points to its subrecord. */
  readonly subrecord?: { readonly property: string; readonly column: string; readonly table: string };
}

const addressBook = { property: 'addressBookAddress', column: 'addressbookaddress' } as const;

const tableSublists: readonly TableSublist[] = [
  {
    owner: 'customer',
    sublist: 'addressBook',
    table: 'customeraddressbook',
    foreignKey: 'entity',
    id: { property: 'id', column: 'internalid' },
    subrecord: { ...addressBook, table: 'customeraddressbookentityaddress' },
  },
  {
    owner: 'vendor',
    sublist: 'addressBook',
    table: 'vendoraddressbook',
    foreignKey: 'entity',
    id: { property: 'id', column: 'internalid' },
    subrecord: { ...addressBook, table: 'vendoraddressbookentityaddress' },
  },
  {
    owner: 'unitstype',
    sublist: 'uom',
    table: 'unitstypeuom',
    foreignKey: 'unitstype',
    id: { property: 'internalId', column: 'internalid' },
  },
];

/** Null: the lines of the sublist are in no table that is known. */
export function tableSublistOf(owner: string, sublist: string): TableSublist | null {
  return tableSublists.find((one) => one.owner === owner && one.sublist === sublist) ?? null;
}

export interface TableSublistReading {
  readonly database: EmulatorDatabase;
  readonly owner: string;
  readonly id: string;
  readonly property: CatalogProperty;
}

/** The lines that a table keeps of a record's sublist. Null: no table does. */
export function readTableSublist(reading: TableSublistReading): readonly RecordValueObject[] | null {
  const { database, owner, id, property } = reading;
  const { shape } = property;
  const known = tableSublistOf(owner, property.name);
  const table = known === null ? undefined : database.tables.get(known.table);
  if (known === null || table === undefined || shape.kind !== 'sublist') return null;
  const rows = findRows(database, known.table, { column: known.foreignKey, value: id });
  return rows.map((row) => lineOf(row, { ...reading, known, table, properties: shape.properties }));
}

interface LineReading extends TableSublistReading {
  readonly known: TableSublist;
  readonly table: KnownTable;
  readonly properties: readonly CatalogProperty[];
}

function lineOf(row: StoredRow, { database, known, table, properties }: LineReading): RecordValueObject {
  const { timeZone } = database;
  const line: Record<string, RecordValue> = Object.fromEntries(
    valuesOfRow(row, { table, properties, timeZone }),
  );
  if (known.id !== undefined) line[known.id.property] = Number(row[known.id.column]);
  if (known.subrecord === undefined) return line;
  const { property: name, column, table: addressTable } = known.subrecord;
  const key = row[column] ?? null;
  const address =
    key === null ? null : readSubrecord(database, { name, properties, table: addressTable, key });
  if (address === null) return line;
  // Observed 2026-03, real account: ids of address book lines are there three times, once as text.
  return {
    ...line,
    [name]: address,
    [`${name}_text`]: address.addrText ?? null,
    addressId: String(line.id),
    internalId: line.id ?? null,
  };
}

interface SubrecordReading {
  readonly name: string;
  readonly properties: readonly CatalogProperty[];
  readonly table: string;
  readonly key: StoredRow[string];
}

/** A subrecord that is a row of its own: an address. Null: there is no such row. */
export function readSubrecord(
  database: EmulatorDatabase,
  { name, properties, table: tableName, key }: SubrecordReading,
): RecordValueObject | null {
  const shape = properties.find((property) => property.name === name)?.shape;
  const table = database.tables.get(tableName);
  if (shape?.kind !== 'subrecord' || table === undefined || table.primaryKey === null) return null;
  const row = findRow(database, { table, conditions: [] }, { column: table.primaryKey, value: String(key) });
  if (row === null) return null;
  const values = valuesOfRow(row, { table, properties: shape.properties, timeZone: database.timeZone });
  const isAddress = shape.properties.some((property) => property.name === 'override');
  // Where only the text of an address is known, somebody wrote it in place of the parts.
  if (isAddress && !values.has('override'))
    values.set('override', values.has('addrText') && !values.has('addr1'));
  return Object.fromEntries(values);
}
