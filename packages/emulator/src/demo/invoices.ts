import { receivables } from './accounts.js';
import { type Basket, type BasketPart, basketLines } from './basket.js';
import { isoDate } from './calendar.js';
import type { Delivery } from './deliveries.js';
import type { WrittenDocument } from './document.js';
import { creditMemoType, invoiceType } from './document-types.js';
import { collectPayment } from './payments.js';
import { type SaleDesk, saleColumns } from './sale-desk.js';

/** Bills a delivery, and lets the customer pay; gives back its total, in cents of the customer's currency. */
export function writeInvoice(
  desk: SaleDesk,
  basket: Basket,
  { order, delivery }: { readonly order: WrittenDocument; readonly delivery: Delivery },
): number {
  const { trade, customer, common } = desk;
  const { calendar } = trade;
  const day = delivery.billDay;
  const dueDay = day + customer.term.days;
  const lines = basketLines({
    basket,
    parts: delivery.parts,
    customer,
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
  trade.tallies.sale(customer, day, { cents: open, isOverdue: dueDay < calendar.lastDay });
  return invoice.foreignCents;
}

/** Takes back a part of an invoice. */
function writeCredit(
  desk: SaleDesk,
  basket: Basket,
  { invoice, part }: { readonly invoice: WrittenDocument; readonly part: BasketPart | undefined },
): WrittenDocument | null {
  const day = invoice.day + desk.trade.random.integer(1, 20);
  if (part === undefined || day > desk.trade.calendar.lastDay) return null;
  const { trade, customer, common } = desk;
  const returned = { ...part, quantity: Math.max(1, Math.floor(part.quantity / 2)), orderLine: 1 };
  const lines = basketLines({
    basket: { ...basket, discountItem: null },
    parts: [returned],
    customer,
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

const sumForeign = (lines: readonly { readonly foreignCents: number }[]): number =>
  lines.reduce((sum, { foreignCents }) => sum + foreignCents, 0);
