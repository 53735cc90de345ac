import type { CatalogProperty } from '../catalog/catalog-record.js';
import { entityValues } from './entity-values.js';
import type { RecordStore } from './record-store.js';
import type { RecordType } from './record-type.js';
import { isValueObject, type RecordValue } from './record-value.js';
import type { StoredRow } from './stored-row.js';
import { readTableSublist } from './table-sublists.js';
import { transactionValues } from './transaction-values.js';

/**
 * Check boxes that are not on a form unless a feature or permission puts them there.
 * Observed 2026-03, real account: absent from a vendor, which shows all of its others.
 */
const optionalCheckBoxes: ReadonlySet<string> = new Set([
  'billPay',
  'eligibleForCommission',
  'giveAccess',
  'isAccountant',
  'requirePwdChange',
  'sendEmail',
]);

/** Sublists that are only there with lines. Observed as the check boxes above. */
export const optionalSublists: ReadonlySet<string> = new Set([
  'pricingSchedule',
  'roles',
  'subscriptions',
  'taxRegistration',
]);

/**
 * Adds what REST shows of a record though no column of its own row holds it. A check box that nobody touched is false.
 */
export function fillValues(
  store: RecordStore,
  { table, record }: RecordType,
  { row, values }: { readonly row: StoredRow; readonly values: Map<string, RecordValue> },
): void {
  const { database } = store;
  const { properties } = record;
  const elsewhere =
    table.name === 'transaction'
      ? transactionValues({ database, row, properties })
      : entityValues({ database, table: table.name, row });
  for (const property of properties) {
    const { name, shape } = property;
    if (isTransactionStatus(table.name, name) && elsewhere.has(name))
      values.set(name, elsewhere.get(name) ?? null);
    if (values.has(name)) continue;
    const value = elsewhere.get(name) ?? tableLines(store, { table: table.name, row, property });
    if (value !== null) values.set(name, value);
    else if (isFalseByDefault(property)) values.set(name, false);
    else if (name === 'customForm' && shape.kind === 'reference')
      values.set(name, store.forms.idOf(record.name));
  }
  setDefaultAddress(properties, values);
}

/** SuiteQL's column of this name holds a letter, REST has the words. */
function isTransactionStatus(table: string, name: string): boolean {
  return table === 'transaction' && name === 'status';
}

function isFalseByDefault({ name, shape }: CatalogProperty): boolean {
  return shape.kind === 'scalar' && shape.type === 'boolean' && !optionalCheckBoxes.has(name);
}

function tableLines(
  { database }: RecordStore,
  owner: { readonly table: string; readonly row: StoredRow; readonly property: CatalogProperty },
): RecordValue {
  const { table, row, property } = owner;
  if (property.shape.kind !== 'sublist') return null;
  const key = database.tables.get(table)?.primaryKey ?? null;
  return key === null ? null : readTableSublist({ database, owner: table, id: String(row[key]), property });
}

function setDefaultAddress(properties: readonly CatalogProperty[], values: Map<string, RecordValue>): void {
  const lines = values.get('addressBook');
  if (values.has('defaultAddress') || !Array.isArray(lines)) return;
  if (!properties.some(({ name }) => name === 'defaultAddress')) return;
  const billing = lines.filter(isValueObject).find(({ defaultBilling }) => defaultBilling === true);
  const text = billing?.addressBookAddress_text ?? null;
  if (text !== null) values.set('defaultAddress', text);
}
