import type { AccountDefinition } from '../account/definition.js';
import { demoAccount } from '../account/demo-account.js';
import { accountRows } from './accounts.js';
import { activityBatches } from './activities.js';
import { binRows, createInventoryNumbers } from './bins.js';
import { budgetRows } from './budgets.js';
import { type Calendar, createCalendar } from './calendar.js';
import { codeTableBatches } from './code-tables.js';
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
import { writeRounds } from './rounds/write-rounds.js';
import type { DemoBatch } from './row.js';
import { createRowSink, type RowSink } from './row-sink.js';
import { writeSale } from './sales.js';
import { createSalesTallies } from './sales-tallies.js';
import { createShipments } from './shipments.js';
import { createStock } from './stock.js';
import type { Trade } from './trade.js';
import { createTransactionAddresses } from './transaction-addresses.js';

export interface DemoRowsOptions {
  /** Transaction lines, about: up to 120 more, and 3 in a hundred where there are very many. Masters grow with them. Default 5000. */
  readonly rows?: number | undefined;
  /** `YYYY-MM-DD`, the day of the newest transactions. Default 2026-06-30. */
  readonly today?: string | undefined;
  /** The same seed gives the same rows. Default 1. */
  readonly seed?: number | undefined;
  /** Whose custom definitions get rows. Default: the demo account. */
  readonly account?: AccountDefinition | undefined;
}

const batchRows = 2_000;
const usualToday = '2026-06-30';

/**
 * Makes the demo account's rows: three years of sales, purchases and journals, with all that they refer
 * to. Every reference resolves and every posting balances. Transactions come in batches, so that a
 * million lines are never in memory at once.
 */
export function* demoRows({
  rows = 5_000,
  today = usualToday,
  seed = 1,
  account = demoAccount,
}: DemoRowsOptions = {}): Generator<DemoBatch> {
  const size = demoSize(rows);
  const calendar = createCalendar(today);
  const ids = entityIds(size);
  const pool = idPool({ account, calendar, size, ids });
  const masters = makeMasters({ account, calendar, seed, size, ids, pool });
  const rates = createExchangeRates(seed, calendar);
  const sink = createRowSink(batchRows);
  const writer = createDocumentWriter({
    calendar,
    account,
    sink,
    random: createRandom(seed, 'documents'),
    employees: masters.employees,
    pool,
  });
  const trade = openTrade({
    calendar,
    seed,
    masters,
    rates,
    writer,
    sink,
    addresses: createTransactionAddresses(sink, createRandom(seed, 'addresses')),
  });

  yield* companyBatches(rates, { calendar, seed });
  writeOpeningBalances(trade, size.transactionLines);
  while (writer.lineCount() < size.transactionLines) {
    writeBusiness(
      trade,
      calendar.firstDay +
        Math.floor((writer.lineCount() / size.transactionLines) * (calendar.lastDay - calendar.firstDay)),
    );
    yield* sink.takeFull();
  }
  const rounds = { transactionLines: size.transactionLines, trackedItems: masters.trackedItems };
  for (const _ of writeRounds({ ...trade, random: createRandom(seed, 'rounds') }, rounds)) {
    yield* sink.takeFull();
  }
  yield* sink.takeAll();
  trade.tallies.apply();
  yield* masters.batches();
  yield* Object.entries(trade.stock.rows()).map(([table, stockRows]) => ({ table, rows: stockRows }));
  yield* platformBatches(masters.employees, { calendar, random: createRandom(seed, 'platform') });
  const orderIds = writer.idsOf(salesOrderType);
  yield* activityBatches({
    ...masters,
    calendar,
    count: size.activities,
    orderIds,
    random: createRandom(seed, 'activities'),
  });
  yield* customDefinitionBatches(account, { owner: ids.employee, calendar });
  const documentIds = [...orderIds, ...writer.idsOf(invoiceType)];
  yield* customRowBatches({
    account,
    calendar,
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
function companyBatches(
  rates: ExchangeRates,
  { calendar, seed }: { readonly calendar: Calendar; readonly seed: number },
): readonly DemoBatch[] {
  return [
    { table: 'currency', rows: currencyRows(rates, calendar) },
    { table: 'currencyrate', rows: currencyRateRows(rates, calendar) },
    { table: 'subsidiary', rows: subsidiaryRows(calendar) },
    { table: 'department', rows: divisionRows(departments, calendar) },
    { table: 'classification', rows: divisionRows(classes, calendar) },
    { table: 'location', rows: locationRows(calendar) },
    { table: 'locationmainaddress', rows: locationAddressRows(createRandom(seed, 'locations')) },
    { table: 'account', rows: accountRows(calendar) },
    { table: 'accountingperiod', rows: periodRows(calendar) },
    { table: 'consolidatedexchangerate', rows: consolidatedRateRows(rates, calendar) },
    { table: 'bin', rows: binRows() },
    { table: 'budgets', rows: budgetRows(calendar, createRandom(seed, 'budgets')) },
    ...codeTableBatches(calendar),
    ...referenceListBatches(calendar),
  ];
}

interface TradeSources {
  readonly calendar: Calendar;
  readonly seed: number;
  readonly masters: Masters;
  readonly rates: ExchangeRates;
  readonly writer: DocumentWriter;
  readonly sink: RowSink;
  readonly addresses: Trade['addresses'];
}

function openTrade({ calendar, seed, masters, rates, writer, sink, addresses }: TradeSources): Trade {
  const { employees, customers, vendors, items } = masters;
  const discountItem = items.find(({ itemtype }) => itemtype === 'Discount');
  if (discountItem === undefined) throw new RangeError('The demo account has no discount item.');
  return {
    calendar,
    writer,
    sink,
    random: createRandom(seed, 'trade'),
    rates,
    employees,
    customers: customers.filter(({ isActive }) => isActive),
    vendors: vendors.filter(({ isActive }) => isActive),
    sellableItems: items.filter(({ itemtype }) => itemtype !== 'Discount'),
    boughtItems: items.filter(({ itemtype }) => itemtype === 'InvtPart'),
    discountItem,
    stock: createStock([...items, ...masters.trackedItems], createRandom(seed, 'stock')),
    shipments: createShipments(sink),
    numbers: createInventoryNumbers(sink, calendar),
    tallies: createSalesTallies(),
    addresses,
  };
}

interface PoolSources {
  readonly account: AccountDefinition;
  readonly calendar: Calendar;
  readonly size: DemoSize;
  readonly ids: EntityIds;
}

/** The ids that custom columns may refer to, known before the rows are. */
function idPool({ account, calendar, size, ids }: PoolSources): IdPool {
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
      periodRows(calendar).flatMap(({ id, isposting }) => (isposting === true ? [id as number] : [])),
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
