import type { EmulatorDatabase } from '../database/emulator-database.js';
import { entityTables } from './entity-mirror.js';
import type { RecordValue, RecordValueObject } from './record-value.js';
import { findRows, type StoredRow } from './stored-row.js';

export interface EntityReading {
  readonly database: EmulatorDatabase;
  /** `customer`, `vendor` … */
  readonly table: string;
  readonly row: StoredRow;
}

/** Amounts that every entity has, if only nothing. Observed 2026-03, real account, of a vendor; assumed of the others. */
const amountNames = [
  'balance',
  'balancePrimary',
  'consolBalance',
  'consolDepositBalance',
  'consolOverdueBalance',
  'consolUnbilledOrders',
  'depositBalance',
  'overdueBalance',
  'prepaymentBalance',
  'unbilledOrders',
  'unbilledOrdersPrimary',
];

/** What REST always shows of an entity, and SuiteQL keeps elsewhere or not at all. */
export function entityValues({ database, table, row }: EntityReading): ReadonlyMap<string, RecordValue> {
  if (!entityTables.includes(table)) return new Map();
  const id = String(row.id);
  const values = new Map<string, RecordValue>([
    ['autoName', true],
    ['emailPreference', 'DEFAULT'],
    // Assumed: what nobody chose is what the captured vendor has, "Soft Opt-Out".
    ['globalSubscriptionStatus', '2'],
    ['unsubscribe', true],
    ...amountNames.map((name) => [name, 0] as const),
  ]);
  const relationships = relationshipsOf(database, table, id);
  const subsidiary = subsidiaryOf(database, relationships);
  if (subsidiary !== null) values.set('subsidiary', subsidiary);
  const edition = subsidiary === null ? null : editionOf(database, subsidiary);
  if (edition !== null) values.set('subsidiaryEdition', edition);
  const amounts =
    table === 'customer' ? customerAmounts(row) : table === 'vendor' ? vendorAmounts(database, id) : {};
  for (const [name, value] of Object.entries(amounts)) values.set(name, value);
  const currencies = new Set([row.currency, ...relationships.map(({ primarycurrency }) => primarycurrency)]);
  const lines = [...currencies].flatMap((currency) =>
    currency === null || currency === undefined
      ? []
      : [currencyLine(String(currency), { isOwn: currency === row.currency, values })],
  );
  if (lines.length > 0) values.set('currencyList', lines);
  return values;
}

/** What ties an entity to subsidiaries and their currencies. */
function relationshipsOf(database: EmulatorDatabase, table: string, id: string): readonly StoredRow[] {
  const relationships = `${table}subsidiaryrelationship`;
  return database.tables.has(relationships)
    ? findRows(database, relationships, { column: 'entity', value: id })
    : [];
}

/** Where nobody said, NetSuite takes the company at the top. */
function subsidiaryOf(database: EmulatorDatabase, relationships: readonly StoredRow[]): string | null {
  const primary = relationships.find(({ isprimarysub }) => isprimarysub === 'T') ?? relationships[0];
  if (primary?.subsidiary !== null && primary?.subsidiary !== undefined) return String(primary.subsidiary);
  if (!database.tables.has('subsidiary')) return null;
  const top = database.sqlite.get('SELECT MIN(id) AS id FROM subsidiary') as StoredRow | null;
  return top?.id === null || top?.id === undefined ? null : String(top.id);
}

const editions: Readonly<Record<string, string>> = { US: 'US', GB: 'UK', CA: 'CA', AU: 'AU', JP: 'JP' };

/** NetSuite's edition of a country. Observed 2026-03, real account: XX in France. Assumed: the countries with their own. */
function editionOf(database: EmulatorDatabase, subsidiary: string): string | null {
  const [row] = findRows(database, 'subsidiary', { column: 'id', value: subsidiary });
  return row === undefined ? null : (editions[String(row.country)] ?? 'XX');
}

function customerAmounts(row: StoredRow): Readonly<Record<string, number>> {
  const balance = Number(row.balancesearch ?? 0);
  const overdue = Number(row.overduebalancesearch ?? 0);
  const unbilled = Number(row.unbilledorderssearch ?? 0);
  return {
    balance,
    consolBalance: balance,
    overdueBalance: overdue,
    consolOverdueBalance: overdue,
    unbilledOrders: unbilled,
    consolUnbilledOrders: unbilled,
  };
}

/** What the company owes the vendor: open bills less credits that are not used up. */
function vendorAmounts(database: EmulatorDatabase, id: string): Readonly<Record<string, number>> {
  if (!database.tables.has('transaction')) return {};
  const text =
    "SELECT SUM(CASE type WHEN 'VendBill' THEN ABS(COALESCE(foreignamountunpaid, 0)) " +
    'ELSE -ABS(COALESCE(foreignpaymentamountunused, 0)) END * COALESCE(exchangerate, 1)) AS balance ' +
    "FROM \"transaction\" WHERE entity = ? AND type IN ('VendBill', 'VendCred')";
  const sum = database.sqlite.get(text, [id]) as StoredRow | null;
  const balance = Math.round(Number(sum?.balance ?? 0) * 100) / 100;
  return { balance, balancePrimary: balance };
}

/** A line of an entity's currencies. Its `internalId`, which no property shows, names it in URLs. */
function currencyLine(
  currency: string,
  { isOwn, values }: { readonly isOwn: boolean; readonly values: ReadonlyMap<string, RecordValue> },
): RecordValueObject {
  const shown = amountNames.map((name) => [name, isOwn ? (values.get(name) ?? 0) : 0] as const);
  return { ...Object.fromEntries(shown), currency, internalId: currency };
}
