import { fillBasket } from './basket.js';
import { isoDate, monthOf } from './calendar.js';
import type { Customer } from './customers.js';
import type { DocumentOrigin, WrittenDocument } from './document.js';
import { locations } from './organization.js';
import { writeEstimate, writeOpportunity } from './quotes.js';
import type { SaleDesk } from './sale-desk.js';
import { writeOrder } from './sales-orders.js';
import type { Trade } from './trade.js';

/**
 * Writes one sale from its first document on: perhaps an opportunity and an estimate, the order, what
 * was shipped, billed and paid of it until the last day.
 */
export function writeSale(trade: Trade, day: number): void {
  const { calendar, random } = trade;
  const customer = random.pickEarly(trade.customers);
  const basket = fillBasket(trade, customer);
  const desk = openSaleDesk(trade, customer);
  let opportunity: WrittenDocument | null = null;
  let origin: DocumentOrigin | null = null;
  if (random.chance(0.1)) {
    opportunity = writeOpportunity(desk, basket, day);
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
  const orderDay = Math.min(day + (origin === null ? 0 : random.integer(5, 20)), calendar.lastDay);
  writeOrder(desk, basket, { day: orderDay, origin });
  if (opportunity !== null) {
    opportunity.row.status = 'C';
    opportunity.row.closedate = isoDate(orderDay);
  }
}

/** Begins a sale to a customer. */
export function openSaleDesk(trade: Trade, customer: Customer): SaleDesk {
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
