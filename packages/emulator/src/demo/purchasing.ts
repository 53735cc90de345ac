import {
  expenseAccounts,
  inputTax,
  inventory,
  payables,
  purchaseOrders,
  receivedNotBilled,
} from './accounts.js';
import { isoDate, monthOf } from './calendar.js';
import type { DocumentParties, LineDraft, WrittenDocument } from './document.js';
import { billType, purchaseOrderType, receiptType } from './document-types.js';
import { listPriceCents } from './item-prices.js';
import type { Item } from './items.js';
import { type Location, locations } from './organization.js';
import { payBill } from './payments.js';
import { basePrice } from './reference-lists.js';
import { germanInputVat } from './tax-codes.js';
import type { Trade } from './trade.js';
import type { Vendor } from './vendors.js';

export interface PurchaseDesk {
  readonly trade: Trade;
  readonly vendor: Vendor;
  readonly location: Location;
  rate(day: number): number;
  readonly common: DocumentParties;
}

interface PurchasePart {
  readonly item: Item;
  readonly quantity: number;
  readonly rateCents: number;
  readonly orderLine: number;
}

/** Writes a purchase: the order, and what was received, billed and paid of it until the last day. */
export function writePurchase(trade: Trade, day: number): void {
  const desk = openPurchaseDesk(trade, trade.random.pickEarly(trade.vendors));
  const { calendar, random } = trade;
  const parts = fillOrder(desk);
  const receiptDay = day + random.integer(4, 30);
  const isShort = random.chance(0.12);
  const received = parts.map((part) => ({
    ...part,
    quantity: isShort ? Math.ceil(part.quantity / 2) : part.quantity,
  }));
  const billDay = receiptDay + random.integer(0, 10);
  const isReceived = receiptDay <= calendar.lastDay;
  const isBilled = billDay <= calendar.lastDay;
  const isComplete = received.every(({ quantity }, index) => quantity === parts[index]?.quantity);
  const order = trade.writer.write({
    ...desk.common,
    type: purchaseOrderType,
    day,
    status: orderStatus({ isReceived, isBilled, isComplete }),
    exchangeRate: desk.rate(day),
    mainAccount: purchaseOrders,
    lines: withTax(
      desk,
      parts.map((part, index) => ({
        ...orderedLine(part),
        shippedQuantity: isReceived ? (received[index]?.quantity ?? 0) : 0,
        billedQuantity: isBilled ? (received[index]?.quantity ?? 0) : 0,
        expectedDay: receiptDay,
      })),
    ),
    origin: null,
    columns: { duedate: isoDate(receiptDay), terms: desk.vendor.term.id },
  });
  parts.forEach(({ item, quantity }, index) => {
    trade.stock.expect(item, desk.location, quantity - (isReceived ? (received[index]?.quantity ?? 0) : 0));
  });
  if (isReceived) writeReceipt(desk, order, { day: receiptDay, parts: received });
  if (isBilled) writeBill(desk, order, { day: billDay, parts: received });
}

/** Writes a bill for something that nobody ordered on a purchase order, such as the rent. */
export function writeExpenseBill(trade: Trade, day: number): void {
  const { random } = trade;
  const desk = openPurchaseDesk(trade, random.pick(trade.vendors));
  const lines = Array.from(
    { length: random.integer(1, 3) },
    (): LineDraft => ({
      account: random.pick(expenseAccounts),
      foreignCents: random.integer(2_500, 480_000),
      department: random.pick([4, 5, 6]),
      memo: random.pick(['Monthly charge', 'Invoice attached', 'Q3 services', null]),
    }),
  );
  enterBill(desk, { day, lines, order: null });
}

/** Begins a purchase from a vendor. */
export function openPurchaseDesk(trade: Trade, vendor: Vendor): PurchaseDesk {
  const location = trade.random.pick(locations.filter(({ subsidiary }) => subsidiary === vendor.subsidiary));
  return {
    trade,
    vendor,
    location,
    rate: (on) => trade.rates.rate(vendor.currency, vendor.subsidiary.currency, monthOf(on)),
    common: {
      entity: vendor.id,
      employee: trade.random.chance(0.5) ? trade.random.pick(trade.employees).id : null,
      subsidiary: vendor.subsidiary,
      currency: vendor.currency,
      location,
      department: 4,
    },
  };
}

function fillOrder({ trade: { random, boughtItems }, vendor }: PurchaseDesk): readonly PurchasePart[] {
  return Array.from({ length: random.integer(1, 6) }, (_, index) => {
    const item = random.pickEarly(boughtItems);
    return {
      item,
      quantity: item.costCents > 50_000 ? random.integer(1, 6) : random.integer(6, 144),
      rateCents: listPriceCents(item.costCents, vendor.currency, basePrice),
      orderLine: index + 1,
    };
  });
}

function orderedLine({ item, quantity, rateCents }: PurchasePart): LineDraft {
  return {
    account: receivedNotBilled,
    foreignCents: quantity * rateCents,
    item,
    quantity,
    rateCents,
    class: item.class,
  };
}

/** The lines with the tax on them, where the vendor's country has one. */
export function withTax({ vendor }: PurchaseDesk, lines: readonly LineDraft[]): readonly LineDraft[] {
  if (vendor.subsidiary.country !== 'DE') return lines;
  const netCents = lines.reduce((sum, { foreignCents }) => sum + foreignCents, 0);
  const tax: LineDraft = {
    account: inputTax,
    foreignCents: Math.round((netCents * germanInputVat.percent) / 100),
    item: { id: germanInputVat.id, itemtype: 'TaxItem', isShipped: false },
    isTax: true,
  };
  return [...lines, tax];
}

interface Part {
  readonly day: number;
  readonly parts: readonly PurchasePart[];
}

/** Stock comes in at cost; what is owed for it waits for the bill. */
function writeReceipt(desk: PurchaseDesk, order: WrittenDocument, { day, parts }: Part): void {
  const { trade, common, location } = desk;
  const orderRate = order.row.exchangerate as number;
  const lines = parts.flatMap(({ item, quantity, rateCents, orderLine }): LineDraft[] => {
    const costCents = Math.round(quantity * rateCents * orderRate);
    trade.stock.receive(item, location, quantity);
    const common = { item, foreignCents: 0, rateCents, class: item.class, originLine: orderLine };
    return [
      { ...common, account: inventory, baseCents: costCents, quantity },
      {
        ...common,
        account: receivedNotBilled,
        baseCents: 0 - costCents,
        quantity: -quantity,
        isCostOfGoods: true,
      },
    ];
  });
  trade.writer.write({
    ...common,
    type: receiptType,
    day,
    status: null,
    exchangeRate: desk.rate(day),
    mainAccount: receivedNotBilled,
    lines,
    origin: { document: order, linkType: 'ShipRcpt', isCreatedFrom: true, foreignCents: 0 },
    columns: {},
  });
}

function writeBill(desk: PurchaseDesk, order: WrittenDocument, { day, parts }: Part): void {
  const lines = withTax(
    desk,
    parts.map((part) => ({ ...orderedLine(part), originLine: part.orderLine })),
  );
  enterBill(desk, { day, lines, order });
}

interface Bill {
  readonly day: number;
  readonly lines: readonly LineDraft[];
  readonly order: WrittenDocument | null;
}

function enterBill(desk: PurchaseDesk, { day, lines, order }: Bill): void {
  const { trade, vendor, common, rate } = desk;
  const { random } = trade;
  const dueDay = day + vendor.term.days;
  const foreignCents = lines.reduce((sum, line) => sum + line.foreignCents, 0);
  const bill = trade.writer.write({
    ...common,
    type: billType,
    day,
    status: 'A',
    exchangeRate: rate(day),
    mainAccount: payables,
    lines,
    origin:
      order === null ? null : { document: order, linkType: 'OrdBill', isCreatedFrom: true, foreignCents },
    columns: {
      duedate: isoDate(dueDay),
      terms: vendor.term.id,
      otherrefnum: `${vendor.name.charAt(0)}${random.integer(10000, 99999)}`,
    },
  });
  payBill({ bill, dueDay, trade, common, rate });
}

interface OrderProgress {
  readonly isReceived: boolean;
  readonly isBilled: boolean;
  readonly isComplete: boolean;
}

function orderStatus({ isReceived, isBilled, isComplete }: OrderProgress): string {
  if (!isReceived) return 'B';
  if (isComplete) return isBilled ? 'G' : 'F';
  return isBilled ? 'D' : 'E';
}
