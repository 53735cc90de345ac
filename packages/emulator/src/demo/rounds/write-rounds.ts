import type { Item } from '../items.js';
import type { Trade } from '../trade.js';
import { writeCashSale, writeCustomerDeposit, writeReturn } from './customer-documents.js';
import {
  writeAdjustment,
  writeBankTransfer,
  writeInventoryTransfer,
  writeTransferOrder,
} from './stock-documents.js';
import { writeCheck, writeExpenseReport, writeVendorReturn } from './vendor-documents.js';

/** How many days before the last one the last round begins: time enough for what follows from its documents. */
const daysOfRound = 14;

/** Lines of transactions beyond which there is more than one round, and for how many more there is one each. */
const linesOfOneRound = 10_000;
const linesPerRound = 2_000;

interface Rounds {
  readonly transactionLines: number;
  /** Items that are tracked by lot or serial number. */
  readonly trackedItems: readonly Item[];
}

/**
 * Writes what happens seldom beside sales and purchases: returns, refunds, deposits, expense reports, transfers,
 * adjustments. One round has each of them once. The last sales are of the last days, the last day among them.
 */
export function* writeRounds(trade: Trade, { transactionLines, trackedItems }: Rounds): Generator<void> {
  const { firstDay, lastDay } = trade.calendar;
  const rounds = 1 + Math.floor(Math.max(0, transactionLines - linesOfOneRound) / linesPerRound);
  const daysBetween = (lastDay - daysOfRound - firstDay) / rounds;
  for (let round = 1; round <= rounds; round++) {
    const day = firstDay + Math.floor(round * daysBetween);
    writeReturn(trade, day);
    writeCustomerDeposit(trade, day + 1);
    writeVendorReturn(trade, day + 1);
    writeExpenseReport(trade, day + 2);
    writeCheck(trade, day + 3);
    writeInventoryTransfer(trade, day + 3);
    writeTransferOrder(trade, day + 4);
    writeBankTransfer(trade, day + 5);
    for (const tracked of trackedItems) writeAdjustment(trade, { day: day + 6, tracked });
    writeCashSale(trade, day + 7);
    yield;
  }
  for (const daysAgo of [2, 1, 0]) writeCashSale(trade, lastDay - daysAgo);
}
