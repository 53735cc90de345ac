import { bank, expenseAccounts, inventory, payables, vendorReturns } from '../accounts.js';
import type { LineDraft } from '../document.js';
import { checkType, expenseReportType, vendorCreditType, vendorReturnType } from '../document-types.js';
import { listPriceCents } from '../item-prices.js';
import { openPurchaseDesk, withTax } from '../purchasing.js';
import { basePrice } from '../reference-lists.js';
import type { Trade } from '../trade.js';

/** What goes back to a vendor: the authorization, and the credit for it, which stays open. */
export function writeVendorReturn(trade: Trade, day: number): void {
  const { random, stock, writer } = trade;
  const desk = openPurchaseDesk(trade, random.pickEarly(trade.vendors));
  const { common, location, vendor } = desk;
  const item = random.pickEarly(trade.boughtItems);
  const quantity = random.integer(1, 4);
  const rateCents = listPriceCents(item.costCents, vendor.currency, basePrice);
  const creditDay = day + random.integer(2, 8);
  const isCredited = creditDay <= trade.calendar.lastDay;
  const returned: LineDraft = {
    account: inventory,
    foreignCents: 0 - quantity * rateCents,
    item,
    quantity: -quantity,
    rateCents,
    class: item.class,
  };
  const authorization = writer.write({
    ...common,
    type: vendorReturnType,
    day,
    status: isCredited ? 'G' : 'B',
    exchangeRate: desk.rate(day),
    mainAccount: vendorReturns,
    lines: withTax(desk, [
      { ...returned, shippedQuantity: isCredited ? quantity : 0, billedQuantity: isCredited ? quantity : 0 },
    ]),
    origin: null,
    columns: {},
  });
  if (!isCredited) return;
  stock.ship(item, location, quantity);
  const cents = authorization.foreignCents;
  writer.write({
    ...common,
    type: vendorCreditType,
    day: creditDay,
    status: 'A',
    exchangeRate: desk.rate(creditDay),
    mainAccount: payables,
    lines: withTax(desk, [{ ...returned, originLine: 1 }]),
    origin: { document: authorization, linkType: 'OrdBill', isCreatedFrom: true, foreignCents: cents },
    columns: {
      otherrefnum: `C${random.integer(10000, 99999)}`,
      foreignpaymentamountused: 0,
      foreignpaymentamountunused: cents / 100,
    },
  });
}

/** What an employee laid out on a journey. */
export function writeExpenseReport(trade: Trade, day: number): void {
  const { random, employees, writer } = trade;
  const employee = random.pick(employees);
  const isNew = day > trade.calendar.lastDay - 14;
  const memo = random.pick(['Trade fair', 'Customer visit', 'Schulung München']);
  const categories = [1, 2, 3].slice(0, random.integer(2, 3));
  writer.write({
    entity: employee.id,
    employee: employee.id,
    subsidiary: employee.subsidiary,
    currency: employee.subsidiary.currency,
    location: null,
    department: 3,
    type: expenseReportType,
    day,
    status: isNew ? 'B' : random.chance(0.6) ? 'I' : 'F',
    exchangeRate: 1,
    mainAccount: payables,
    lines: categories.map((expenseCategory) => ({
      account: travel,
      foreignCents: random.integer(1_800, 62_000),
      expenseCategory,
      memo,
    })),
    origin: null,
    columns: { memo },
  });
}

// 6300 Travel & Meals.
const travel = expenseAccounts[3] ?? bank;

/** Pays somebody who sent no bill. */
export function writeCheck(trade: Trade, day: number): void {
  const { random, writer } = trade;
  const { common, rate } = openPurchaseDesk(trade, random.pick(trade.vendors));
  writer.write({
    ...common,
    type: checkType,
    day,
    status: null,
    exchangeRate: rate(day),
    mainAccount: bank,
    lines: [{ account: random.pick(expenseAccounts), foreignCents: random.integer(1_500, 90_000) }],
    origin: null,
    columns: {},
  });
}
