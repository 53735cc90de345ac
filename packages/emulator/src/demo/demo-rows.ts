import type { AccountDefinition } from '../account/definition.js';
import { demoAccount } from '../account/demo-account.js';
import { accountRows } from './accounts.js';
import { activityBatches } from './activities.js';
import { firstDay, lastDay } from './calendar.js';
import { createExchangeRates, currencyRateRows, currencyRows, type ExchangeRates } from './currencies.js';
import { customDefinitionBatches } from './custom-definitions.js';
import { customRecordCount, customRowBatches } from './custom-rows.js';
import type { IdPool } from './custom-values.js';
import { type DemoSize, demoSize } from './demo-size.js';
import { invoiceType, salesOrderType } from './document-types.js';
import { createDocumentWriter, type DocumentWriter } from './document-writer.js';
import { type EntityIds, entityIds, idRange } from './entity-ids.js';
import { writeJournal, writeOpeningBalances } from './journals.js';
import { firstItemId, type Masters, makeMasters } from './masters.js';
import {
  classes,
  departments,
  divisionRows,
  locationAddressRows,
  locationRows,
  locations,
  subsidiaries,
  subsidiaryRows,
} from './organization.js';
import { consolidatedRateRows, periodRows } from './periods.js';
import { platformBatches } from './platform.js';
import { writeExpenseBill, writePurchase } from './purchasing.js';
import { createRandom } from './random.js';
import { referenceListBatches } from './reference-lists.js';
import type { DemoBatch } from './row.js';
import { createRowSink } from './row-sink.js';
import { writeSale } from './sales.js';
import { createSalesTallies } from './sales-tallies.js';
import { createStock } from './stock.js';
import type { Trade } from './trade.js';
import { createTransactionAddresses } from './transaction-addresses.js';

export interface DemoRowsOptions {
  /** Transaction lines, about (within a few dozen). Masters grow with them. Default 5000. */
  readonly rows?: number | undefined;
  /** The same seed gives the same rows. Default 1. */
  readonly seed?: number | undefined;
  /** Whose custom definitions get rows. Default: the demo account. */
  readonly account?: AccountDefinition | undefined;
}

const batchRows = 2_000;

/**
 * Makes the demo account's rows: three years of sales, purchases and journals, with all that they refer
 * to. Every reference resolves and every posting balances. Transactions come in batches, so that a
 * million lines are never in memory at once.
 */
export function* demoRows({
  rows = 5_000,
  seed = 1,
  account = demoAccount,
}: DemoRowsOptions = {}): Generator<DemoBatch> {
  const size = demoSize(rows);
  const ids = entityIds(size);
  const pool = idPool({ account, size, ids });
  const masters = makeMasters({ account, seed, size, ids, pool });
  const rates = createExchangeRates(seed);
  const sink = createRowSink(batchRows);
  const writer = createDocumentWriter({
    account,
    sink,
    random: createRandom(seed, 'documents'),
    employees: masters.employees,
    pool,
  });
  const trade = openTrade({
    seed,
    masters,
    rates,
    writer,
    addresses: createTransactionAddresses(sink, createRandom(seed, 'addresses')),
  });

  yield* companyBatches(rates, seed);
  writeOpeningBalances(trade, size.transactionLines);
  while (writer.lineCount() < size.transactionLines) {
    writeBusiness(
      trade,
      firstDay + Math.floor((writer.lineCount() / size.transactionLines) * (lastDay - firstDay)),
    );
    yield* sink.takeFull();
  }
  yield* sink.takeAll();
  trade.tallies.apply();
  yield* masters.batches();
  yield* Object.entries(trade.stock.rows()).map(([table, stockRows]) => ({ table, rows: stockRows }));
  yield* platformBatches(masters.employees, createRandom(seed, 'platform'));
  const orderIds = writer.idsOf(salesOrderType);
  yield* activityBatches({
    ...masters,
    count: size.activities,
    orderIds,
    random: createRandom(seed, 'activities'),
  });
  yield* customDefinitionBatches(account, ids.employee);
  const documentIds = [...orderIds, ...writer.idsOf(invoiceType)];
  yield* customRowBatches({
    account,
    size,
    employeeIds: idRange(ids.employee, size.employees),
    pool: (table) => (table === 'transaction' ? documentIds : pool(table)),
    random: createRandom(seed, 'custom rows'),
  });
}

/** What happens on a day: mostly a sale. */
function writeBusiness(trade: Trade, day: number): void {
  const draw = trade.random.next();
  if (draw < 0.64) writeSale(trade, day);
  else if (draw < 0.82) writePurchase(trade, day);
  else if (draw < 0.91) writeExpenseBill(trade, day);
  else writeJournal(trade, day);
}

/** The company itself, which is the same at every size. */
function companyBatches(rates: ExchangeRates, seed: number): readonly DemoBatch[] {
  return [
    { table: 'currency', rows: currencyRows(rates) },
    { table: 'currencyrate', rows: currencyRateRows(rates) },
    { table: 'subsidiary', rows: subsidiaryRows() },
    { table: 'department', rows: divisionRows(departments) },
    { table: 'classification', rows: divisionRows(classes) },
    { table: 'location', rows: locationRows() },
    { table: 'locationmainaddress', rows: locationAddressRows(createRandom(seed, 'locations')) },
    { table: 'account', rows: accountRows() },
    { table: 'accountingperiod', rows: periodRows() },
    { table: 'consolidatedexchangerate', rows: consolidatedRateRows(rates) },
    ...referenceListBatches(),
  ];
}

interface TradeSources {
  readonly seed: number;
  readonly masters: Masters;
  readonly rates: ExchangeRates;
  readonly writer: DocumentWriter;
  readonly addresses: Trade['addresses'];
}

function openTrade({ seed, masters, rates, writer, addresses }: TradeSources): Trade {
  const { employees, customers, vendors, items } = masters;
  const discountItem = items.find(({ itemtype }) => itemtype === 'Discount');
  if (discountItem === undefined) throw new RangeError('The demo account has no discount item.');
  return {
    writer,
    random: createRandom(seed, 'trade'),
    rates,
    employees,
    customers: customers.filter(({ isActive }) => isActive),
    vendors: vendors.filter(({ isActive }) => isActive),
    sellableItems: items.filter(({ itemtype }) => itemtype !== 'Discount'),
    boughtItems: items.filter(({ itemtype }) => itemtype === 'InvtPart'),
    discountItem,
    stock: createStock(items, createRandom(seed, 'stock')),
    tallies: createSalesTallies(),
    addresses,
  };
}

interface PoolSources {
  readonly account: AccountDefinition;
  readonly size: DemoSize;
  readonly ids: EntityIds;
}

/** The ids that custom columns may refer to, known before the rows are. */
function idPool({ account, size, ids }: PoolSources): IdPool {
  const pools = new Map<string, readonly number[]>([
    ['employee', idRange(ids.employee, size.employees)],
    ['customer', idRange(ids.customer, size.customers)],
    ['vendor', idRange(ids.vendor, size.vendors)],
    ['contact', idRange(ids.contact, size.contacts)],
    ['partner', idRange(ids.partner, size.partners)],
    ['item', idRange(firstItemId, size.items)],
    ['location', locations.map(({ id }) => id)],
    ['subsidiary', subsidiaries.map(({ id }) => id)],
    ['department', departments.map(({ id }) => id)],
    ['classification', classes.map(({ id }) => id)],
    [
      'accountingperiod',
      periodRows().flatMap(({ id, isposting }) => (isposting === true ? [id as number] : [])),
    ],
  ]);
  for (const { scriptId, values } of account.customLists)
    pools.set(
      scriptId,
      values.map(({ id }) => id),
    );
  for (const type of account.customRecordTypes)
    pools.set(type.scriptId, idRange(1, customRecordCount(type, size)));
  return (table) => pools.get(table) ?? null;
}
