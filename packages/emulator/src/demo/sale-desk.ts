import type { Customer } from './customers.js';
import type { DocumentParties } from './document.js';
import type { Location } from './organization.js';
import type { Row } from './row.js';
import type { Trade } from './trade.js';

/** One sale at hand: what all its documents have in common. */
export interface SaleDesk {
  readonly trade: Trade;
  readonly customer: Customer;
  readonly location: Location;
  /** Units of the subsidiary's currency for one of the customer's. */
  rate(day: number): number;
  readonly common: DocumentParties;
  readonly addresses: { readonly billing: number; readonly shipping: number };
}

/** The columns of `transaction` that orders, invoices and credit memos share. */
export function saleColumns({ customer, addresses }: SaleDesk): Row {
  return {
    terms: customer.term.id,
    billingaddress: addresses.billing,
    shippingaddress: addresses.shipping,
    partner: customer.row.partner ?? null,
  };
}
