import { isoDate } from './calendar.js';
import type { Customer } from './customers.js';

/** Adds up what customers ordered and owe, in cents of their subsidiary's currency. */
export interface SalesTallies {
  order(customer: Customer, day: number, unbilledCents: number): void;
  sale(customer: Customer, day: number, open: { readonly cents: number; readonly isOverdue: boolean }): void;
  /** Writes the sums into the customers' rows. */
  apply(): void;
}

interface Tally {
  balanceCents: number;
  overdueCents: number;
  unbilledCents: number;
  orders: DaySpan | null;
  sales: DaySpan | null;
}

interface DaySpan {
  readonly first: number;
  readonly last: number;
}

export function createSalesTallies(): SalesTallies {
  const tallies = new Map<Customer, Tally>();
  const tallyOf = (customer: Customer): Tally => {
    const known = tallies.get(customer);
    if (known !== undefined) return known;
    const made: Tally = { balanceCents: 0, overdueCents: 0, unbilledCents: 0, orders: null, sales: null };
    tallies.set(customer, made);
    return made;
  };
  return {
    order: (customer, day, unbilledCents) => {
      const tally = tallyOf(customer);
      tally.unbilledCents += unbilledCents;
      tally.orders = widen(tally.orders, day);
    },
    sale: (customer, day, { cents, isOverdue }) => {
      const tally = tallyOf(customer);
      tally.balanceCents += cents;
      if (isOverdue) tally.overdueCents += cents;
      tally.sales = widen(tally.sales, day);
    },
    apply: () => {
      for (const [{ row }, tally] of tallies) {
        row.balancesearch = tally.balanceCents / 100;
        row.overduebalancesearch = tally.overdueCents / 100;
        row.unbilledorderssearch = tally.unbilledCents / 100;
        row.firstorderdate = tally.orders === null ? null : isoDate(tally.orders.first);
        row.lastorderdate = tally.orders === null ? null : isoDate(tally.orders.last);
        row.firstsaledate = tally.sales === null ? null : isoDate(tally.sales.first);
        row.lastsaledate = tally.sales === null ? null : isoDate(tally.sales.last);
      }
    },
  };
}

function widen(span: DaySpan | null, day: number): DaySpan {
  return span === null
    ? { first: day, last: day }
    : { first: Math.min(span.first, day), last: Math.max(span.last, day) };
}
