import { knownTables, tableOfRecord } from '@suitewright/schema';
import type { CustomDefinitions } from '../introspect/raw-metadata.js';

/** The record whose rows are those of a table, where there is one: none for `transaction`, `item` or `entity`. */
export function recordsByTable(records: Iterable<string>): ReadonlyMap<string, string> {
  const byTable = new Map<string, string>();
  for (const record of records) {
    const { name, discriminator } = tableOfRecord(record);
    if (discriminator.length === 0) byTable.set(name, record);
  }
  return byTable;
}

/** The table that a known column points to. */
export function knownTargetTable(table: string, column: string): string | null {
  const kind = knownTables.get(table)?.columns.get(column)?.kind ?? '';
  return /^(?:ref|multi):([\s\S]+)$/.exec(kind)?.[1] ?? null;
}

/**
 * The table that a custom field of type List/Record points to, by the internal id in its definition.
 *
 * Assumed: record types and lists of the account's own share one range of ids, as in their URLs.
 */
export function customFieldTargetTable(custom: CustomDefinitions, field: string): string | null {
  const id = custom.fields.get(field)?.valueRecordType ?? null;
  if (id === null) return null;
  const standard = standardRecordTypes.get(id);
  if (standard !== undefined) return standard;
  for (const definitions of [custom.recordTypes, custom.lists]) {
    for (const [scriptId, definition] of definitions) if (definition.internalId === id) return scriptId;
  }
  return null;
}

/**
 * NetSuite's internal ids of standard record types, as tables.
 *
 * Assumed: known from practice with SuiteScript; used only where neither the catalog nor a known table tells.
 */
const standardRecordTypes: ReadonlyMap<string, string> = new Map([
  ['-2', 'customer'],
  ['-3', 'vendor'],
  ['-4', 'employee'],
  ['-5', 'partner'],
  ['-6', 'contact'],
  ['-7', 'job'],
  ['-9', 'entity'],
  ['-10', 'item'],
  ['-21', 'task'],
  ['-22', 'phonecall'],
  ['-23', 'supportcase'],
  ['-30', 'transaction'],
  ['-101', 'classification'],
  ['-102', 'department'],
  ['-103', 'location'],
  ['-105', 'accountingperiod'],
  ['-112', 'account'],
  ['-117', 'subsidiary'],
  ['-118', 'role'],
  ['-122', 'currency'],
]);
