import type { EmulatorDatabase } from '../database/emulator-database.js';
import type { Row } from '../database/row.js';
import { userError } from '../server/refusals.js';
import { entityName, entityTables, insertMirror } from './entity-mirror.js';
import { findRecord } from './find-record.js';
import { mergeLines } from './merge-lines.js';
import { defaultColumns, requireMandatory } from './new-record-row.js';
import { defaultAddresses, defaultSubsidiary, entityId, newTransactionColumns } from './new-transaction.js';
import type { ReadBody } from './read-body.js';
import { besideIds, besideKey, type RecordStore } from './record-store.js';
import { type RecordType, requireWritable } from './record-type.js';
import type { RecordValue, RecordValues } from './record-value.js';
import { restDate } from './rest-moment.js';
import { splitValues } from './row-values.js';
import { nextId } from './stored-row.js';
import { withItems, withoutComputed, withoutLines } from './transaction-body.js';
import { isSale } from './transaction-lines.js';
import { totalColumns } from './transaction-totals.js';
import { writeLines } from './write-lines.js';
import { changeRow, insertRow, inTransaction } from './written-row.js';

/**
 * Creates a record and gives its id.
 *
 * @throws {Refusal} A mandatory field is missing.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545141395.html
 */
export function createRecord(store: RecordStore, type: RecordType, body: ReadBody): string {
  const { database, clock, beside } = store;
  const { table, record, primaryKey } = type;
  requireWritable(type);
  requireMandatory(type, body.values);
  requireNewExternalId(store, type, body.values);
  const isTransaction = table.name === 'transaction';
  const values = withLines(type, isTransaction ? withoutComputed(body.values) : body.values);
  const id = newId(store, type);
  const split = splitValues(values, { table, properties: record.properties });
  const nowIso = new Date(clock()).toISOString();
  inTransaction(database, () => {
    const row: Row = {
      ...defaultColumns(type, nowIso),
      ...withName(split.row, table.name),
      [primaryKey]: id,
    };
    if (isTransaction) addTransaction(store, type, { id, row, values, today: restDate(database.now()) });
    else if (type.hasTable) insertRow(database, table, row);
    insertMirror(database, table.name, row);
    addRelationship(database, { table: table.name, id, values });
  });
  beside.set(besideKey(table.name, String(id)), isTransaction ? withoutLines(split.beside) : split.beside);
  return String(id);
}

// Assumed: the wording.
function requireNewExternalId(store: RecordStore, type: RecordType, values: RecordValues): void {
  const value = values.get('externalId') ?? null;
  if (value === null || findRecord(store, type, { kind: 'external id', value: String(value) }) === null)
    return;
  throw userError(`This ${type.record.name} already exists: another one has the external ID '${value}'.`);
}

interface TransactionBody {
  readonly id: number;
  readonly row: Row;
  readonly values: RecordValues;
  readonly today: string;
}

function addTransaction(
  store: RecordStore,
  type: RecordType,
  { id, row, values, today }: TransactionBody,
): void {
  const { database } = store;
  const { table, record } = type;
  const columns: Row = {
    ...newTransactionColumns(database, { type, id, values, row, today }),
    ...defaultAddresses(database, values),
    ...row,
  };
  insertRow(database, table, columns);
  const total = writeLines(store, {
    header: {
      id: String(id),
      record: record.name,
      entity: entityId(values),
      subsidiary: defaultSubsidiary(database, values),
      exchangeRate: Number(columns.exchangerate ?? 1),
    },
    properties: record.properties,
    values: withItems(database, values, { currency: columns.currency ?? null, isSale: isSale(record.name) }),
    replaced: [],
  });
  changeRow(database, table, {
    key: { column: type.primaryKey, value: id },
    row: totalColumns({ record: record.name, total, stored: null }),
  });
}

function newId(store: RecordStore, { table, hasTable }: RecordType): number {
  if (!hasTable) return Math.max(0, ...besideIds(store, table.name).map(Number)) + 1;
  return nextId(
    store.database,
    entityTables.includes(table.name) ? ['entity', ...entityTables] : [table.name],
  );
}

function withLines({ record, table }: RecordType, values: RecordValues): RecordValues {
  const numbered = new Map<string, RecordValue>(values);
  const isTransaction = table.name === 'transaction';
  for (const property of record.properties) {
    const added = values.get(property.name) ?? null;
    if (property.shape.kind === 'sublist' && added !== null) {
      numbered.set(property.name, mergeLines({ current: null, added, property, isTransaction }));
    }
  }
  return numbered;
}

function withName(row: Row, table: string): Row {
  if (!entityTables.includes(table)) return row;
  const name = row.entityid ?? entityName(row);
  return { ...row, entityid: name, altname: row.altname ?? entityName(row) ?? name };
}

/** A customer or vendor works with a subsidiary, which SuiteQL shows in a table of its own. */
function addRelationship(
  database: EmulatorDatabase,
  { table, id, values }: { readonly table: string; readonly id: number; readonly values: RecordValues },
): void {
  const relationships = database.tables.get(`${table}subsidiaryrelationship`);
  const subsidiary = values.get('subsidiary') ?? null;
  if (relationships === undefined || subsidiary === null) return;
  insertRow(database, relationships, {
    id: nextId(database, [relationships.name]),
    entity: id,
    subsidiary: String(subsidiary),
    isprimarysub: true,
    primarycurrency: typeof values.get('currency') === 'string' ? String(values.get('currency')) : null,
  });
}
