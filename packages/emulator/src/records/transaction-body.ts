import type { EmulatorDatabase } from '../database/emulator-database.js';
import { completeLines, type LineDefaults } from './new-transaction.js';
import type { RecordValue, RecordValues } from './record-value.js';
import { lineSublists } from './transaction-lines.js';

/** What NetSuite computes of a transaction, whatever a request says. */
const computed: ReadonlySet<string> = new Set([
  'amountPaid',
  'amountRemaining',
  'applied',
  'createdDate',
  'currencyName',
  'id',
  'lastModifiedDate',
  'projectedTotal',
  'status',
  'subTotal',
  'total',
  'unapplied',
]);

/** A request's values without those that NetSuite computes. */
export function withoutComputed(values: RecordValues): RecordValues {
  return new Map([...values].filter(([name]) => !computed.has(name)));
}

/** Values beside a transaction's row without those that its rows show: its lines and its status. */
export function withoutLines(values: RecordValues): RecordValues {
  const kept: ReadonlySet<string> = new Set([...lineSublists, 'orderStatus', 'shipStatus']);
  return new Map([...values].filter(([name]) => !kept.has(name)));
}

/** A transaction's values with lines of items that have all that NetSuite fills in. */
export function withItems(
  database: EmulatorDatabase,
  values: RecordValues,
  defaults: LineDefaults,
): RecordValues {
  const items = values.get('item');
  if (items === undefined) return values;
  const completed: RecordValue = items === null ? null : completeLines(database, items, defaults);
  return new Map(values).set('item', completed);
}
