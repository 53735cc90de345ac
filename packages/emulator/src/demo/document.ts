import type { Account } from './accounts.js';
import type { Currency } from './currencies.js';
import type { DocumentType } from './document-types.js';
import type { ItemType } from './item-families.js';
import type { Location, Subsidiary } from './organization.js';
import type { Row } from './row.js';

/** What all documents of one sale or purchase have in common. */
export interface DocumentParties {
  readonly entity: number | null;
  readonly employee: number | null;
  readonly subsidiary: Subsidiary;
  readonly currency: Currency;
  readonly location: Location | null;
  readonly department: number | null;
}

/** A transaction to be written. Amounts are whole cents; what debits an account is positive. */
export interface DocumentDraft extends DocumentParties {
  readonly type: DocumentType;
  readonly day: number;
  /** One letter; what it means depends on the type. Assumed: item receipts have none. */
  readonly status: string | null;
  readonly exchangeRate: number;
  /**
   * The account of the main line, which balances all others. Null: a journal, whose lines balance each
   * other and whose first line is the main line.
   */
  readonly mainAccount: Account | null;
  readonly lines: readonly LineDraft[];
  readonly origin: DocumentOrigin | null;
  /** Columns of `transaction` that only this type has. */
  readonly columns: Row;
}

/** What a transaction came from. */
export interface DocumentOrigin {
  readonly document: WrittenDocument;
  /** `linktype` of the links. */
  readonly linkType: string;
  /** True: made from it (`createdfrom`). False: applied to it, as a payment. */
  readonly isCreatedFrom: boolean;
  /** What the link is worth, in cents of the transaction's currency. */
  readonly foreignCents: number;
}

export interface LineDraft {
  readonly account: Account;
  readonly foreignCents: number;
  /** In the subsidiary's currency. Left out: the foreign amount times the exchange rate. */
  readonly baseCents?: number;
  readonly item?: LineItem;
  /** Negative on what is sold, as the amount is. */
  readonly quantity?: number;
  readonly shippedQuantity?: number;
  readonly billedQuantity?: number;
  readonly rateCents?: number;
  readonly priceLevel?: number;
  readonly costCents?: number;
  readonly class?: number | null;
  readonly department?: number | null;
  readonly memo?: string | null;
  /** Where it is not the document's. */
  readonly location?: Location;
  /** Of an expense report. */
  readonly expenseCategory?: number;
  readonly isTax?: boolean;
  readonly isCostOfGoods?: boolean;
  readonly isExchangeVariance?: boolean;
  readonly expectedDay?: number;
  readonly isClosed?: boolean;
  /** The number of the line of the origin that this line continues. */
  readonly originLine?: number;
}

/** What a line says of its item; tax codes and shipping methods are items too. */
interface LineItem {
  readonly id: number;
  readonly itemtype: ItemType | 'TaxItem' | 'ShipItem';
  readonly isShipped: boolean;
}

export interface WrittenDocument {
  readonly id: number;
  readonly type: DocumentType;
  readonly day: number;
  readonly entity: number | null;
  /** The row; may be changed until the whole chain of documents is written. */
  readonly row: Row;
  /** The posting of the main line, as `row`. */
  readonly mainPosting: Row;
  /** Of the main line, in cents; what the entity owes is positive. */
  readonly foreignCents: number;
  readonly baseCents: number;
}
