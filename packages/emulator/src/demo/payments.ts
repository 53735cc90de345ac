import { type Account, bank, exchangeGains, payables, receivables, undepositedFunds } from './accounts.js';
import { type Calendar, isoDate } from './calendar.js';
import type { DocumentDraft, DocumentParties, LineDraft, WrittenDocument } from './document.js';
import { billPaymentType, paymentType } from './document-types.js';
import type { DocumentWriter } from './document-writer.js';
import type { Random } from './random.js';
import type { SaleDesk } from './sale-desk.js';
import type { Trade } from './trade.js';

interface Collection {
  readonly dueDay: number;
  /** A credit memo that was applied to the invoice. */
  readonly credit: WrittenDocument | null;
}

/**
 * Lets the customer pay an invoice, if at all.
 *
 * @returns What stays open, in cents of the subsidiary's currency.
 */
export function collectPayment(
  desk: SaleDesk,
  invoice: WrittenDocument,
  { dueDay, credit }: Collection,
): number {
  const { trade, common, rate } = desk;
  const { random } = trade;
  const isDeposited = random.chance(0.85);
  const creditCents = credit === null ? 0 : -credit.foreignCents;
  return settle({
    document: invoice,
    settledCents: creditCents,
    closedDay: credit?.day ?? invoice.day,
    payDay: dueDay + random.integer(-6, 28),
    isPaid: random.chance(0.95),
    calendar: trade.calendar,
    random,
    pay: (day, foreignCents) => ({
      ...common,
      type: paymentType,
      day,
      status: isDeposited ? 'C' : 'B',
      exchangeRate: rate(day),
      mainAccount: isDeposited ? bank : undepositedFunds,
      ...paidLines({ document: invoice, foreignCents, rate: rate(day), account: receivables }),
      columns: { foreignpaymentamountused: foreignCents / 100, foreignpaymentamountunused: 0 },
    }),
    writer: trade.writer,
  });
}

interface BillPayment {
  readonly bill: WrittenDocument;
  readonly dueDay: number;
  readonly trade: Trade;
  readonly common: DocumentParties;
  rate(day: number): number;
}

/** Pays a vendor's bill when it is due, if the last day is not before. */
export function payBill({ bill, dueDay, trade, common, rate }: BillPayment): void {
  const { calendar, random, writer } = trade;
  settle({
    document: bill,
    settledCents: 0,
    closedDay: bill.day,
    payDay: dueDay + random.integer(-4, 6),
    isPaid: random.chance(0.97),
    calendar,
    random,
    pay: (day, foreignCents) => ({
      ...common,
      type: billPaymentType,
      day,
      status: 'B',
      exchangeRate: rate(day),
      mainAccount: bank,
      ...paidLines({ document: bill, foreignCents: -foreignCents, rate: rate(day), account: payables }),
      columns: { foreignpaymentamountused: foreignCents / 100, foreignpaymentamountunused: 0 },
    }),
    writer,
  });
}

interface Settlement {
  readonly document: WrittenDocument;
  /** Already settled by credits, in cents of the document's currency; never negative. */
  readonly settledCents: number;
  readonly closedDay: number;
  readonly payDay: number;
  readonly isPaid: boolean;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly pay: (day: number, foreignCents: number) => DocumentDraft;
  readonly writer: DocumentWriter;
}

function settle({
  document,
  settledCents,
  closedDay,
  payDay,
  isPaid,
  calendar,
  random,
  pay,
  writer,
}: Settlement): number {
  const totalCents = Math.abs(document.foreignCents);
  let paidCents = settledCents;
  let lastPaidDay = closedDay;
  const day = Math.max(payDay, closedDay);
  if (isPaid && day <= calendar.lastDay && totalCents > paidCents) {
    const open = totalCents - paidCents;
    const amount = random.chance(0.05) ? Math.ceil(open / 2) : open;
    writer.write(pay(day, amount));
    paidCents += amount;
    lastPaidDay = day;
  }
  return recordSettlement(document, {
    paidCents,
    openCents: totalCents - paidCents,
    lastDay: calendar.lastDay,
    lastPaidDay,
  });
}

/** Writes into the document's row and posting what was paid; gives back what is open, in base cents. */
function recordSettlement(
  { row, mainPosting, foreignCents, baseCents, day }: WrittenDocument,
  {
    paidCents,
    openCents,
    lastDay,
    lastPaidDay,
  }: {
    readonly paidCents: number;
    readonly openCents: number;
    readonly lastDay: number;
    readonly lastPaidDay: number;
  },
): number {
  const isClosed = openCents === 0;
  const openBaseCents =
    foreignCents === 0 ? 0 : Math.round((Math.abs(baseCents) * openCents) / Math.abs(foreignCents));
  row.foreignamountpaid = paidCents / 100;
  row.foreignamountunpaid = openCents / 100;
  row.status = isClosed ? 'B' : 'A';
  row.closedate = isClosed ? isoDate(lastPaidDay) : null;
  row.daysopen = (isClosed ? lastPaidDay : lastDay) - day;
  mainPosting.amountunpaid = openBaseCents / 100;
  mainPosting.amountpaid = (Math.abs(baseCents) - openBaseCents) / 100;
  return openBaseCents;
}

interface PaidLines {
  readonly document: WrittenDocument;
  /** What is paid; negative when it is paid to a vendor. */
  readonly foreignCents: number;
  readonly rate: number;
  readonly account: Account;
}

/** Lines that clear the document at its own rate, and book what the rates have moved since as gain or loss. */
export function paidLines({
  document,
  foreignCents,
  rate,
  account,
}: PaidLines): Pick<DocumentDraft, 'lines' | 'origin'> {
  const documentRate = document.row.exchangerate as number;
  const clearedCents = Math.round(-foreignCents * documentRate) + 0;
  const varianceCents = 0 - Math.round(foreignCents * rate) - clearedCents;
  const cleared: LineDraft = { account, foreignCents: 0 - foreignCents, baseCents: clearedCents };
  const variance: LineDraft = {
    account: exchangeGains,
    foreignCents: 0,
    baseCents: varianceCents,
    isExchangeVariance: true,
  };
  return {
    lines: varianceCents === 0 ? [cleared] : [cleared, variance],
    origin: { document, linkType: 'Payment', isCreatedFrom: false, foreignCents: Math.abs(foreignCents) },
  };
}
