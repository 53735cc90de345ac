import { estimates, opportunities } from './accounts.js';
import { type Basket, basketLines } from './basket.js';
import { isoDate } from './calendar.js';
import type { DocumentOrigin, WrittenDocument } from './document.js';
import { estimateType, opportunityType } from './document-types.js';
import type { SaleDesk } from './sale-desk.js';

/** When a document of a sale is written, and what it comes from. */
export interface SaleStep {
  readonly day: number;
  readonly origin: DocumentOrigin | null;
}

/** Writes an opportunity. Null: nothing came of it (yet). */
export function writeOpportunity(desk: SaleDesk, basket: Basket, day: number): WrittenDocument | null {
  const { trade, customer, common } = desk;
  const { calendar } = trade;
  const outcome = trade.random.chance(0.55) ? 'B' : day > calendar.lastDay - 45 ? 'A' : 'D';
  const document = trade.writer.write({
    ...common,
    type: opportunityType,
    day,
    status: outcome,
    exchangeRate: desk.rate(day),
    mainAccount: opportunities,
    lines: basketLines({
      basket,
      parts: basket.parts,
      customer,
      hasTax: false,
      fromOrder: false,
    }),
    origin: null,
    columns: {
      expectedclosedate: isoDate(day + trade.random.integer(20, 90)),
      closedate: outcome === 'D' ? isoDate(day + 40) : null,
    },
  });
  return outcome === 'B' ? document : null;
}

/** Writes an estimate. Null: nobody took it (yet). */
export function writeEstimate(
  desk: SaleDesk,
  basket: Basket,
  { day, origin }: SaleStep,
): WrittenDocument | null {
  const { trade, customer, common } = desk;
  const { calendar } = trade;
  const isTaken = day < calendar.lastDay - 20 && trade.random.chance(0.7);
  const document = trade.writer.write({
    ...common,
    type: estimateType,
    day: Math.min(day, calendar.lastDay),
    status: isTaken ? 'B' : day > calendar.lastDay - 45 ? 'A' : 'C',
    exchangeRate: desk.rate(day),
    mainAccount: estimates,
    lines: basketLines({
      basket,
      parts: basket.parts,
      customer,
      hasTax: true,
      fromOrder: origin !== null,
    }),
    origin,
    columns: {
      duedate: isoDate(day + 30),
      billingaddress: desk.addresses.billing,
      shippingaddress: desk.addresses.shipping,
    },
  });
  return isTaken ? document : null;
}
