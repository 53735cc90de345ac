import type { Customer } from './customers.js';
import type { DocumentDraft } from './document.js';
import type { Location } from './organization.js';
import type { Trade } from './trade.js';

/** One sale at hand: what all its documents have in common. */
export interface SaleDesk {
  readonly trade: Trade;
  readonly customer: Customer;
  readonly location: Location;
  /** Units of the subsidiary's currency for one of the customer's. */
  rate(day: number): number;
  readonly common: Pick<
    DocumentDraft,
    'entity' | 'employee' | 'subsidiary' | 'currency' | 'location' | 'department'
  >;
  readonly addresses: { readonly billing: number; readonly shipping: number };
}
