import { estimates, opportunities, receivables, salesOrders } from './accounts.js';
import { type Basket, type BasketPart, basketLines, fillBasket } from './basket.js';
import { isoDate, lastDay, monthOf } from './calendar.js';
import type { Customer } from './customers.js';
import { type Delivery, planDeliveries } from './deliveries.js';
import type { DocumentOrigin, WrittenDocument } from './document.js';
import {
  creditMemoType,
  estimateType,
  invoiceType,
  opportunityType,
  salesOrderType,
} from './document-types.js';
import { writeFulfillment } from './fulfillments.js';
import { locations } from './organization.js';
import { collectPayment } from './payments.js';
import type { Row } from './row.js';
import type { SaleDesk } from './sale-desk.js';
import { shippingMethods } from './tax-codes.js';
import type { Trade } from './trade.js';

/**
 * Writes one sale from its first document on: perhaps an opportunity and an estimate, the order, what
 * was shipped, billed and paid of it until the last day.
 */
export function writeSale(trade: Trade, day: number): void {
  const { random } = trade;
  const customer = random.pickEarly(trade.customers);
  const basket = fillBasket(trade, customer);
  const desk = openDesk(trade, customer);
  let origin: DocumentOrigin | null = null;
  if (random.chance(0.1)) {
    const opportunity = writeOpportunity(desk, basket, day);
    if (opportunity === null) return;
    origin = {
      document: opportunity,
      linkType: 'OppEst',
      isCreatedFrom: true,
      foreignCents: opportunity.foreignCents,
    };
  }
  if (origin !== null || random.chance(0.15)) {
    const estimate = writeEstimate(desk, basket, { day: day + random.integer(0, 6), origin });
    if (estimate === null) return;
    origin = {
      document: estimate,
      linkType: 'EstInvc',
      isCreatedFrom: true,
      foreignCents: estimate.foreignCents,
    };
  }
  const orderDay = Math.min(day + (origin === null ? 0 : random.integer(5, 20)), lastDay);
  writeOrder(desk, basket, { day: orderDay, origin });
}

function openDesk(trade: Trade, customer: Customer): SaleDesk {
  const { random } = trade;
  const location = random.pick(locations.filter(({ subsidiary }) => subsidiary === customer.subsidiary));
  return {
    trade,
    customer,
    location,
    rate: (on) => trade.rates.rate(customer.currency, customer.subsidiary.currency, monthOf(on)),
    common: {
      entity: customer.id,
      employee: customer.salesRep?.id ?? null,
      subsidiary: customer.subsidiary,
      currency: customer.currency,
      location,
      department: random.chance(0.8) ? random.pick([2, 3]) : null,
    },
    addresses: trade.addresses.add(customer),
  };
}

interface Step {
  readonly day: number;
  readonly origin: DocumentOrigin | null;
}

/** Null: nothing came of it (yet). */
function writeOpportunity(desk: SaleDesk, basket: Basket, day: number): WrittenDocument | null {
  const { trade, customer, common } = desk;
  const outcome = trade.random.chance(0.55) ? 'B' : day > lastDay - 45 ? 'A' : 'D';
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
      currency: customer.currency,
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

function writeEstimate(desk: SaleDesk, basket: Basket, { day, origin }: Step): WrittenDocument | null {
  const { trade, customer, common } = desk;
  const isTaken = day < lastDay - 20 && trade.random.chance(0.7);
  const document = trade.writer.write({
    ...common,
    type: estimateType,
    day: Math.min(day, lastDay),
    status: isTaken ? 'B' : day > lastDay - 45 ? 'A' : 'C',
    exchangeRate: desk.rate(day),
    mainAccount: estimates,
    lines: basketLines({
      basket,
      parts: basket.parts,
      customer,
      currency: customer.currency,
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

function writeOrder(desk: SaleDesk, basket: Basket, { day, origin }: Step): void {
  const { trade, customer, common } = desk;
  const { random } = trade;
  const isCancelled = random.chance(0.03);
  const isPending = !isCancelled && day > lastDay - 14 && random.chance(0.3);
  const deliveries = isCancelled || isPending ? [] : planDeliveries(basket, day, random);
  const shipped = quantities(deliveries.filter(({ shipDay }) => shipDay <= lastDay));
  const billed = quantities(deliveries.filter(({ billDay }) => billDay <= lastDay));
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
      currency: customer.currency,
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
      closedate: isCancelled ? isoDate(Math.min(day + 2, lastDay)) : null,
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
  let billedCents = 0;
  for (const delivery of deliveries) {
    if (delivery.shipDay <= lastDay) writeFulfillment(desk, order, delivery);
    if (delivery.billDay <= lastDay) billedCents += writeInvoice(desk, basket, { order, delivery });
  }
  return billedCents;
}

function writeInvoice(
  desk: SaleDesk,
  basket: Basket,
  { order, delivery }: { readonly order: WrittenDocument; readonly delivery: Delivery },
): number {
  const { trade, customer, common } = desk;
  const day = delivery.billDay;
  const dueDay = day + customer.term.days;
  const lines = basketLines({
    basket,
    parts: delivery.parts,
    customer,
    currency: customer.currency,
    hasTax: true,
    fromOrder: true,
  });
  const invoice = trade.writer.write({
    ...common,
    type: invoiceType,
    day,
    status: 'A',
    exchangeRate: desk.rate(day),
    mainAccount: receivables,
    lines,
    origin: { document: order, linkType: 'OrdBill', isCreatedFrom: true, foreignCents: -sumForeign(lines) },
    columns: {
      ...saleColumns(desk),
      duedate: isoDate(dueDay),
      otherrefnum: order.row.otherrefnum ?? null,
      email: customer.row.email ?? null,
    },
  });
  const credit = trade.random.chance(0.04)
    ? writeCredit(desk, basket, { invoice, part: delivery.parts[0] })
    : null;
  const open = collectPayment(desk, invoice, { dueDay, credit });
  trade.tallies.sale(customer, day, { cents: open, isOverdue: dueDay < lastDay });
  return invoice.foreignCents;
}

/** Takes back a part of an invoice. */
function writeCredit(
  desk: SaleDesk,
  basket: Basket,
  { invoice, part }: { readonly invoice: WrittenDocument; readonly part: BasketPart | undefined },
): WrittenDocument | null {
  const day = invoice.day + desk.trade.random.integer(1, 20);
  if (part === undefined || day > lastDay) return null;
  const { trade, customer, common } = desk;
  const returned = { ...part, quantity: Math.max(1, Math.floor(part.quantity / 2)), orderLine: 1 };
  const lines = basketLines({
    basket: { ...basket, discountItem: null },
    parts: [returned],
    customer,
    currency: customer.currency,
    hasTax: true,
    fromOrder: true,
    sign: 1,
  });
  const cents = sumForeign(lines);
  // A credit beyond the invoice would have to be paid back, which the demo company never does.
  if (cents <= 0 || cents > invoice.foreignCents) return null;
  return trade.writer.write({
    ...common,
    type: creditMemoType,
    day,
    status: 'B',
    exchangeRate: invoice.row.exchangerate as number,
    mainAccount: receivables,
    lines,
    origin: { document: invoice, linkType: 'Payment', isCreatedFrom: true, foreignCents: cents },
    columns: { ...saleColumns(desk), foreignpaymentamountused: cents / 100, foreignpaymentamountunused: 0 },
  });
}

function saleColumns({ customer, addresses }: SaleDesk): Row {
  return {
    terms: customer.term.id,
    billingaddress: addresses.billing,
    shippingaddress: addresses.shipping,
    partner: customer.row.partner ?? null,
  };
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

const sumForeign = (lines: readonly { readonly foreignCents: number }[]): number =>
  lines.reduce((sum, { foreignCents }) => sum + foreignCents, 0);
