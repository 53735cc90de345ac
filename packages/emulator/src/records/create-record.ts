import type { Row } from '../database/row.js';
import { sumNumbers } from '../suiteql/stored-number.js';
import { entityName, entityTables, insertMirror } from './entity-mirror.js';
import { linesOfValue, mergeLines } from './merge-lines.js';
import { defaultColumns, requireMandatory } from './new-record-row.js';
import type { ReadBody } from './read-body.js';
import { linesOf } from './read-values.js';
import { signedNumber } from './record-number.js';
import { besideIds, besideKey, type RecordStore } from './record-store.js';
import { type RecordType, requireWritable } from './record-type.js';
import type { RecordValue, RecordValueObject, RecordValues } from './record-value.js';
import { splitValues } from './row-values.js';
import { nextId } from './stored-row.js';
import { lineAmount, lineSublist, writeLines } from './transaction-lines.js';
import { insertRow, inTransaction } from './written-row.js';

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
  const values = withLineNumbers(type, body.values);
  const id = newId(store, type);
  const split = splitValues(values, { table, properties: record.properties });
  const row: Row = {
    ...defaultColumns(type, id, new Date(clock()).toISOString()),
    ...withName(split.row, table.name),
    [primaryKey]: id,
  };
  const lines = linesOf(record.properties);
  inTransaction(database, () => {
    if (type.hasTable) insertRow(database, table, row);
    insertMirror(database, table.name, row);
    if (table.name === 'transaction') {
      const written = linesOfValue(values.get(lineSublist) ?? null);
      const sign = lineSign(record.name);
      addMainLine(store, { id, row, written, sign });
      if (lines !== null) writeLines(written, { database, transaction: String(id), properties: lines, sign });
    }
  });
  beside.set(besideKey(table.name, String(id)), split.beside);
  return String(id);
}

function newId(store: RecordStore, { table, hasTable }: RecordType): number {
  if (!hasTable) return Math.max(0, ...besideIds(store, table.name).map(Number)) + 1;
  return nextId(
    store.database,
    entityTables.includes(table.name) ? ['entity', ...entityTables] : [table.name],
  );
}

/** SuiteQL shows what is sold with negative quantities and amounts. */
export function lineSign(record: string): 1 | -1 {
  return ['salesorder', 'invoice', 'cashsale', 'estimate', 'opportunity', 'itemfulfillment'].includes(record)
    ? -1
    : 1;
}

function withLineNumbers({ record }: RecordType, values: RecordValues): RecordValues {
  const numbered = new Map<string, RecordValue>(values);
  for (const property of record.properties) {
    const value = values.get(property.name) ?? null;
    if (property.shape.kind === 'sublist' && value !== null) {
      numbered.set(property.name, mergeLines(null, value, property));
    }
  }
  return numbered;
}

function withName(row: Row, table: string): Row {
  if (!entityTables.includes(table)) return row;
  const name = row.entityid ?? entityName(row);
  return { ...row, entityid: name, altname: row.altname ?? entityName(row) ?? name };
}

interface MainLine {
  readonly id: number;
  readonly row: Row;
  readonly written: readonly RecordValueObject[];
  readonly sign: 1 | -1;
}

// Every transaction has a line of its own, number 0, with what the lines come to.
function addMainLine({ database }: RecordStore, { id, row, written, sign }: MainLine): void {
  const lineTable = database.tables.get('transactionline');
  if (lineTable === undefined) return;
  const total = sumNumbers(written.map((line) => lineAmount(line) ?? 0)) ?? 0;
  insertRow(database, lineTable, {
    uniquekey: nextId(database, ['transactionline']),
    transaction: id,
    id: 0,
    linesequencenumber: 0,
    mainline: true,
    taxline: false,
    entity: row.entity ?? null,
    foreignamount: signedNumber(total, sign === 1 ? -1 : 1),
    netamount: signedNumber(total, sign === 1 ? -1 : 1),
  });
}
