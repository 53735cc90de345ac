import type { InventoryNumbers } from './bins.js';
import type { Calendar } from './calendar.js';
import type { ExchangeRates } from './currencies.js';
import type { Customer } from './customers.js';
import type { DocumentWriter } from './document-writer.js';
import type { Employee } from './employees.js';
import type { Item } from './items.js';
import type { Random } from './random.js';
import type { RowSink } from './row-sink.js';
import type { SalesTallies } from './sales-tallies.js';
import type { Shipments } from './shipments.js';
import type { Stock } from './stock.js';
import type { TransactionAddresses } from './transaction-addresses.js';
import type { Vendor } from './vendors.js';

/** All that doing business takes: who, what, where, and where to write it down. */
export interface Trade {
  readonly calendar: Calendar;
  readonly writer: DocumentWriter;
  /** For rows that are no transactions. */
  readonly sink: RowSink;
  readonly random: Random;
  readonly rates: ExchangeRates;
  readonly employees: readonly Employee[];
  readonly customers: readonly Customer[];
  readonly vendors: readonly Vendor[];
  readonly sellableItems: readonly Item[];
  readonly boughtItems: readonly Item[];
  readonly discountItem: Item;
  readonly stock: Stock;
  readonly shipments: Shipments;
  readonly numbers: InventoryNumbers;
  readonly tallies: SalesTallies;
  readonly addresses: TransactionAddresses;
}
