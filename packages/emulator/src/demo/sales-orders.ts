import { salesOrders } from './accounts.js';
import { type Basket, type BasketPart, basketLines } from './basket.js';
import { isoDate } from './calendar.js';
import { type Delivery, planDeliveries } from './deliveries.js';
import type { WrittenDocument } from './document.js';
import { salesOrderType } from './document-types.js';
import { writeFulfillment } from './fulfillments.js';
import { writeInvoice } from './invoices.js';
import type { SaleStep } from './quotes.js';
import { type SaleDesk, saleColumns } from './sale-desk.js';
import { shippingMethods } from './tax-codes.js';

/** Writes an order, and what became of it. */
export function writeOrder(desk: SaleDesk, basket: Basket, { day, origin }: SaleStep): void {
  const { trade, customer, common } = desk;
  const { calendar, random } = trade;
  const isCancelled = random.chance(0.03);
  const isPending = !isCancelled && day > calendar.lastDay - 14 && random.chance(0.3);
  const deliveries = isCancelled || isPending ? [] : planDeliveries(basket, day, random);
  const shipped = quantities(deliveries.filter(({ shipDay }) => shipDay <= calendar.lastDay));
  const billed = quantities(deliveries.filter(({ billDay }) => billDay <= calendar.lastDay));
  const order = trade.writer.write({
    ...common,
    type: salesOrderType,
    day,
    status: isCancelled ? 'C' : isPending ? 'A' : orderStatus(basket, shipped, billed),
    exchangeRate: desk.rate(day),
    mainAccount: salesOrders,
    lines: basketLines({
      basket,
      parts: basket.parts,
      customer,
      hasTax: true,
      fromOrder: origin !== null,
      progress: ({ item, orderLine }) => ({
        shippedQuantity: item.isShipped ? (shipped.get(orderLine) ?? 0) : 0,
        billedQuantity: billed.get(orderLine) ?? 0,
        isClosed: isCancelled,
      }),
    }),
    origin,
    columns: {
      ...saleColumns(desk),
      shipdate: isoDate(day + 3),
      otherrefnum: random.chance(0.4) ? `PO-${random.integer(1000, 99999)}` : null,
      email: customer.row.email ?? null,
      source: random.chance(0.2) ? 'Web (Harbor Coffee)' : null,
      shipmethod: random.chance(0.7) ? random.pick(shippingMethods).id : null,
      closedate: isCancelled ? isoDate(Math.min(day + 2, calendar.lastDay)) : null,
    },
  });
  const billedCents = deliver(desk, basket, { order, deliveries });
  const openCents = isCancelled ? 0 : Math.max(0, order.foreignCents - billedCents);
  trade.tallies.order(customer, day, Math.round(openCents * desk.rate(day)));
  for (const { item, quantity, orderLine } of basket.parts) {
    const open = isCancelled ? 0 : quantity - (shipped.get(orderLine) ?? 0);
    if (item.isShipped) trade.stock.commit(item, desk.location, open);
  }
}

/** Ships and bills; gives back what was billed, in cents of the customer's currency. */
function deliver(
  desk: SaleDesk,
  basket: Basket,
  { order, deliveries }: { readonly order: WrittenDocument; readonly deliveries: readonly Delivery[] },
): number {
  const { lastDay } = desk.trade.calendar;
  let billedCents = 0;
  for (const delivery of deliveries) {
    if (delivery.shipDay <= lastDay) writeFulfillment(desk, order, delivery);
    if (delivery.billDay <= lastDay) billedCents += writeInvoice(desk, basket, { order, delivery });
  }
  return billedCents;
}

/** Pieces by line of the order. */
function quantities(deliveries: readonly Delivery[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { parts } of deliveries) {
    for (const { orderLine, quantity } of parts) sums.set(orderLine, (sums.get(orderLine) ?? 0) + quantity);
  }
  return sums;
}

type Quantities = ReadonlyMap<number, number>;

function orderStatus({ parts }: Basket, shipped: Quantities, billed: Quantities): string {
  const toShip = parts.filter(({ item }) => item.isShipped);
  const isAll = (done: Quantities, of: readonly BasketPart[]): boolean =>
    of.every(({ orderLine, quantity }) => done.get(orderLine) === quantity);
  if (isAll(billed, parts)) return 'G';
  if (isAll(shipped, toShip)) return 'F';
  if (shipped.size === 0) return 'B';
  return billed.size === 0 ? 'D' : 'E';
}
