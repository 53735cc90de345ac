import { bank, inTransit, inventory, inventoryAdjustments, savings, transferOrders } from '../accounts.js';
import { bins } from '../bins.js';
import type { DocumentParties, LineDraft, WrittenDocument } from '../document.js';
import {
  fulfillmentType,
  inventoryAdjustmentType,
  inventoryTransferType,
  receiptType,
  transferOrderType,
  transferType,
} from '../document-types.js';
import type { Item } from '../items.js';
import { type Location, locations, type Subsidiary, subsidiaries } from '../organization.js';
import type { Trade } from '../trade.js';

/** Carries goods from one location of a subsidiary to its other one, in one step. */
export function writeInventoryTransfer(trade: Trade, day: number): void {
  const { random, stock, writer } = trade;
  const { subsidiary, from, to } = pickWay(trade);
  const item = random.pickEarly(trade.boughtItems);
  const quantity = random.integer(1, 6);
  const cents = quantity * item.costCents;
  stock.ship(item, from, quantity);
  stock.receive(item, to, quantity);
  const moved = { account: inventory, item, class: item.class };
  writer.write({
    ...ownParties(subsidiary, from),
    type: inventoryTransferType,
    day,
    status: null,
    exchangeRate: 1,
    mainAccount: inventory,
    lines: [
      { ...moved, foreignCents: 0 - cents, quantity: -quantity },
      { ...moved, foreignCents: cents, quantity, location: to },
    ],
    origin: null,
    columns: {},
  });
}

/** As `writeInventoryTransfer`, by an order that is shipped and received. */
export function writeTransferOrder(trade: Trade, day: number): void {
  const { random, stock, writer } = trade;
  const { lastDay } = trade.calendar;
  const { subsidiary, from, to } = pickWay(trade);
  const item = random.pickEarly(trade.boughtItems);
  const quantity = random.integer(2, 12);
  const cents = quantity * item.costCents;
  const shipDay = day + random.integer(1, 3);
  const receiptDay = shipDay + random.integer(1, 5);
  const isShipped = shipDay <= lastDay;
  const isReceived = receiptDay <= lastDay && random.chance(0.8);
  const ordered = { item, class: item.class };
  const order = writer.write({
    ...ownParties(subsidiary, from),
    type: transferOrderType,
    day,
    status: isReceived ? 'G' : isShipped ? 'F' : 'B',
    exchangeRate: 1,
    mainAccount: transferOrders,
    lines: [
      {
        ...ordered,
        account: inventory,
        foreignCents: 0 - cents,
        quantity: -quantity,
        rateCents: item.costCents,
        shippedQuantity: isShipped ? quantity : 0,
      },
    ],
    origin: null,
    columns: {},
  });
  if (isShipped) {
    stock.ship(item, from, quantity);
    const way = { from: inventory, to: inTransit, location: from };
    writeStep(trade, order, { ...way, day: shipDay, line: { ...ordered, quantity }, cents });
  }
  if (isReceived) {
    stock.receive(item, to, quantity);
    const way = { from: inTransit, to: inventory, location: to };
    writeStep(trade, order, { ...way, day: receiptDay, line: { ...ordered, quantity }, cents });
  }
}

interface TransferStep {
  readonly from: LineDraft['account'];
  readonly to: LineDraft['account'];
  readonly location: Location;
  readonly day: number;
  readonly line: Pick<LineDraft, 'item' | 'class'> & { readonly quantity: number };
  readonly cents: number;
}

/** Books goods out of one account and into the other: as a fulfillment where they leave, as a receipt where they arrive. */
function writeStep(trade: Trade, order: WrittenDocument, step: TransferStep): void {
  const { from, to, location, day, line, cents } = step;
  const isShipment = from === inventory;
  const sign = isShipment ? -1 : 1;
  const stocked: LineDraft = {
    ...line,
    account: inventory,
    foreignCents: 0,
    baseCents: sign * cents,
    quantity: sign * line.quantity,
    originLine: 1,
  };
  const counter: LineDraft = {
    ...line,
    account: isShipment ? to : from,
    foreignCents: 0,
    baseCents: -sign * cents,
    quantity: -sign * line.quantity,
    originLine: 1,
    isCostOfGoods: true,
  };
  trade.writer.write({
    ...ownParties(location.subsidiary, location),
    type: isShipment ? fulfillmentType : receiptType,
    day,
    status: isShipment ? 'C' : null,
    exchangeRate: 1,
    mainAccount: inventory,
    lines: [stocked, counter],
    origin: { document: order, linkType: 'ShipRcpt', isCreatedFrom: true, foreignCents: 0 },
    columns: {},
  });
}

/** Puts money aside. */
export function writeBankTransfer(trade: Trade, day: number): void {
  const subsidiary = trade.random.pick(subsidiaries);
  trade.writer.write({
    ...ownParties(subsidiary, null),
    type: transferType,
    day,
    status: null,
    exchangeRate: 1,
    mainAccount: bank,
    lines: [{ account: savings, foreignCents: trade.random.integer(10, 900) * 1_000 }],
    origin: null,
    columns: { memo: 'Monthly reserve' },
  });
}

/** Counts the stock: something is missing, and a lot or some serial numbers were found, which go into a bin. */
export function writeAdjustment(
  trade: Trade,
  { day, tracked }: { readonly day: number; readonly tracked: Item },
): void {
  const { random, stock, writer, numbers } = trade;
  const location = random.pick(locations.filter(({ id }) => bins.some((bin) => bin.location.id === id)));
  const missing = random.pickEarly(trade.boughtItems);
  const lost = random.integer(1, 3);
  const found = random.integer(2, 4);
  stock.ship(missing, location, lost);
  stock.receive(tracked, location, found);
  const counted = (item: Item, quantity: number): LineDraft => ({
    account: inventory,
    item,
    class: item.class,
    foreignCents: quantity * item.costCents,
    quantity,
  });
  const { id } = writer.write({
    ...ownParties(location.subsidiary, location),
    type: inventoryAdjustmentType,
    day,
    status: null,
    exchangeRate: 1,
    mainAccount: inventoryAdjustments,
    lines: [counted(missing, -lost), counted(tracked, found)],
    origin: null,
    columns: { memo: 'Stock count' },
  });
  numbers.assign({ transaction: id, line: 2, item: tracked, location, quantity: found, day });
}

interface Way {
  readonly subsidiary: Subsidiary;
  readonly from: Location;
  readonly to: Location;
}

function pickWay({ random }: Trade): Way {
  const from = random.pick(locations);
  const to = locations.find(({ id, subsidiary }) => subsidiary === from.subsidiary && id !== from.id) ?? from;
  return { subsidiary: from.subsidiary, from, to };
}

/** A document that nobody outside the company is part of. */
function ownParties(subsidiary: Subsidiary, location: Location | null): DocumentParties {
  return {
    entity: null,
    employee: null,
    subsidiary,
    currency: subsidiary.currency,
    location,
    department: 4,
  };
}
