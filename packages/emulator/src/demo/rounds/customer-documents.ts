import {
  bank,
  costOfGoods,
  customerDeposits,
  inventory,
  receivables,
  returnAuthorizations,
  undepositedFunds,
} from '../accounts.js';
import { type Basket, type BasketPart, basketLines, fillBasket } from '../basket.js';
import type { DocumentOrigin, LineDraft, WrittenDocument } from '../document.js';
import {
  cashRefundType,
  cashSaleType,
  creditMemoType,
  customerDepositType,
  customerRefundType,
  depositType,
  receiptType,
  returnAuthorizationType,
} from '../document-types.js';
import { paidLines } from '../payments.js';
import { type SaleDesk, saleColumns } from '../sale-desk.js';
import { openSaleDesk } from '../sales.js';
import type { Trade } from '../trade.js';

/** What a customer sends back: the authorization, and what was received, credited and refunded of it until the last day. */
export function writeReturn(trade: Trade, day: number): void {
  const { random } = trade;
  const { lastDay } = trade.calendar;
  const desk = openCounter(trade);
  const basket = smallBasket(desk);
  const receiptDay = day + random.integer(2, 6);
  const creditDay = receiptDay + random.integer(1, 3);
  const isReceived = receiptDay <= lastDay && random.chance(0.85);
  // A credit that stayed open would have to be in the customer's balance.
  const isRefunded = isReceived && creditDay + 1 <= lastDay;
  const lines = basketLines({
    basket,
    parts: basket.parts,
    customer: desk.customer,
    hasTax: true,
    fromOrder: false,
    sign: 1,
    progress: ({ quantity }) => ({
      shippedQuantity: isReceived ? quantity : 0,
      billedQuantity: isRefunded ? quantity : 0,
    }),
  });
  const authorization = trade.writer.write({
    ...desk.common,
    type: returnAuthorizationType,
    day,
    status: isRefunded ? 'G' : isReceived ? 'F' : random.chance(0.7) ? 'B' : 'A',
    exchangeRate: desk.rate(day),
    mainAccount: returnAuthorizations,
    lines,
    origin: null,
    columns: saleColumns(desk),
  });
  if (isReceived) writeReturnReceipt(desk, { authorization, parts: basket.parts, day: receiptDay });
  if (isRefunded) writeReturnCredit(desk, { authorization, basket, day: creditDay });
}

interface ReturnReceipt {
  readonly authorization: WrittenDocument;
  readonly parts: readonly BasketPart[];
  readonly day: number;
}

function writeReturnReceipt(desk: SaleDesk, { authorization, parts, day }: ReturnReceipt): void {
  const returned = parts.filter(({ item }) => item.isShipped);
  if (returned.length === 0) return;
  for (const { item, quantity } of returned) desk.trade.stock.receive(item, desk.location, quantity);
  desk.trade.writer.write({
    ...desk.common,
    type: receiptType,
    day,
    status: null,
    exchangeRate: desk.rate(day),
    mainAccount: inventory,
    lines: returned.flatMap((part) => stockLines(desk, part, { sign: 1, isFromOrder: true })),
    origin: madeFrom(authorization, 'ShipRcpt', 0),
    columns: {},
  });
}

interface ReturnCredit {
  readonly authorization: WrittenDocument;
  readonly basket: Basket;
  readonly day: number;
}

/** Credits what came back, and pays it out the day after. */
function writeReturnCredit(desk: SaleDesk, { authorization, basket, day }: ReturnCredit): void {
  const { trade, customer, common } = desk;
  const cents = -authorization.foreignCents;
  const credit = trade.writer.write({
    ...common,
    type: creditMemoType,
    day,
    status: 'B',
    exchangeRate: desk.rate(day),
    mainAccount: receivables,
    lines: basketLines({ basket, parts: basket.parts, customer, hasTax: true, fromOrder: true, sign: 1 }),
    origin: madeFrom(authorization, 'OrdBill', cents),
    columns: { ...saleColumns(desk), foreignpaymentamountused: cents / 100, foreignpaymentamountunused: 0 },
  });
  const rate = desk.rate(day + 1);
  trade.writer.write({
    ...common,
    type: customerRefundType,
    day: day + 1,
    status: null,
    exchangeRate: rate,
    mainAccount: bank,
    ...paidLines({ document: credit, foreignCents: -cents, rate, account: receivables }),
    columns: {},
  });
}

/** A sale over the counter: paid at once, in the bank two days later, and sometimes given back. */
export function writeCashSale(trade: Trade, day: number): void {
  const { random, tallies } = trade;
  const { lastDay } = trade.calendar;
  const desk = openCounter(trade);
  const { common, customer } = desk;
  const basket = smallBasket(desk);
  const depositDay = day + 2;
  const isDeposited = depositDay <= lastDay;
  const shipped = basket.parts.filter(({ item }) => item.isShipped);
  for (const { item, quantity } of shipped) trade.stock.ship(item, desk.location, quantity);
  const sale = trade.writer.write({
    ...common,
    type: cashSaleType,
    day,
    status: isDeposited ? 'C' : 'B',
    exchangeRate: desk.rate(day),
    mainAccount: undepositedFunds,
    lines: [
      ...basketLines({ basket, parts: basket.parts, customer, hasTax: true, fromOrder: false }),
      ...shipped.flatMap((part) => stockLines(desk, part, { sign: -1, isFromOrder: false })),
    ],
    origin: null,
    columns: saleColumns(desk),
  });
  tallies.sale(customer, day, { cents: 0, isOverdue: false });
  if (isDeposited) writeDeposit(desk, sale, depositDay);
  if (isDeposited && random.chance(0.5)) writeCashRefund(desk, { sale, basket, day: depositDay });
}

/** Takes money to the bank. */
function writeDeposit({ trade, common, rate }: SaleDesk, sale: WrittenDocument, day: number): void {
  const { department: _, ...parties } = common;
  trade.writer.write({
    ...parties,
    department: null,
    entity: null,
    type: depositType,
    day,
    status: null,
    exchangeRate: rate(day),
    mainAccount: bank,
    ...paidLines({
      document: sale,
      foreignCents: sale.foreignCents,
      rate: rate(day),
      account: undepositedFunds,
    }),
    columns: {},
  });
}

interface CashRefund {
  readonly sale: WrittenDocument;
  readonly basket: Basket;
  readonly day: number;
}

function writeCashRefund(desk: SaleDesk, { sale, basket, day }: CashRefund): void {
  const { trade, customer, common } = desk;
  const parts = basket.parts.slice(0, 1).map((part) => ({ ...part, quantity: 1 }));
  const lines = basketLines({
    basket: { ...basket, discountItem: null },
    parts,
    customer,
    hasTax: true,
    fromOrder: true,
    sign: 1,
  });
  const cents = lines.reduce((sum, { foreignCents }) => sum + foreignCents, 0);
  trade.writer.write({
    ...common,
    type: cashRefundType,
    day,
    status: null,
    exchangeRate: desk.rate(day),
    mainAccount: bank,
    lines,
    origin: madeFrom(sale, 'SaleRet', cents),
    columns: saleColumns(desk),
  });
}

/** Takes money from a customer before there is an invoice; sometimes it is paid back. */
export function writeCustomerDeposit(trade: Trade, day: number): void {
  const { random, writer } = trade;
  const { lastDay } = trade.calendar;
  const { common, rate } = openCounter(trade);
  const cents = random.integer(50, 4_000) * 100;
  const refundDay = day + random.integer(3, 9);
  const isRefunded = refundDay <= lastDay && random.chance(0.5);
  const deposit = writer.write({
    ...common,
    type: customerDepositType,
    day,
    status: isRefunded ? 'C' : 'B',
    exchangeRate: rate(day),
    mainAccount: bank,
    lines: [{ account: customerDeposits, foreignCents: -cents }],
    origin: null,
    columns: {
      foreignpaymentamountused: isRefunded ? cents / 100 : 0,
      foreignpaymentamountunused: isRefunded ? 0 : cents / 100,
    },
  });
  if (!isRefunded) return;
  writer.write({
    ...common,
    type: customerRefundType,
    day: refundDay,
    status: null,
    exchangeRate: rate(refundDay),
    mainAccount: bank,
    ...paidLines({
      document: deposit,
      foreignCents: -cents,
      rate: rate(refundDay),
      account: customerDeposits,
    }),
    columns: {},
  });
}

function openCounter(trade: Trade): SaleDesk {
  return openSaleDesk(trade, trade.random.pickEarly(trade.customers));
}

/** The first two things that a customer wants, at most three of each. */
function smallBasket({ trade, customer }: SaleDesk): Basket {
  const basket = fillBasket(trade, customer);
  const parts = basket.parts
    .slice(0, 2)
    .map((part, index) => ({ ...part, quantity: Math.min(part.quantity, 3), orderLine: index + 1 }));
  return { ...basket, discountItem: null, parts };
}

interface StockMove {
  /** 1: comes in. */
  readonly sign: 1 | -1;
  readonly isFromOrder: boolean;
}

/** What an item's way into or out of the stock does to inventory and cost of goods. */
function stockLines(
  { customer }: SaleDesk,
  { item, quantity, orderLine }: BasketPart,
  { sign, isFromOrder }: StockMove,
): readonly LineDraft[] {
  // Costs are kept in dollars; the subsidiary books them in its own currency.
  const costRate = customer.subsidiary.country === 'US' ? 1 : 0.95;
  const costCents = Math.round(item.costCents * quantity * costRate);
  const common = {
    item,
    class: item.class,
    foreignCents: 0,
    ...(isFromOrder ? { originLine: orderLine } : {}),
  };
  return [
    { ...common, account: inventory, baseCents: sign * costCents + 0, quantity: sign * quantity },
    {
      ...common,
      account: costOfGoods,
      baseCents: -sign * costCents + 0,
      quantity: -sign * quantity,
      isCostOfGoods: true,
    },
  ];
}

function madeFrom(document: WrittenDocument, linkType: string, foreignCents: number): DocumentOrigin {
  return { document, linkType, isCreatedFrom: true, foreignCents };
}
