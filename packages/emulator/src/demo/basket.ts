import { salesTax } from './accounts.js';
import type { Customer } from './customers.js';
import type { LineDraft } from './document.js';
import { listPriceCents } from './item-prices.js';
import { discountPercent, type Item } from './items.js';
import type { Random } from './random.js';
import { basePrice } from './reference-lists.js';
import { californiaTax, exportVat, germanVat, notTaxable, type TaxCode } from './tax-codes.js';
import type { Trade } from './trade.js';

/** What a customer wants: items, and whether a discount is granted on them. */
export interface Basket {
  readonly parts: readonly BasketPart[];
  readonly discountItem: Item | null;
  readonly taxCode: TaxCode;
}

export interface BasketPart {
  readonly item: Item;
  readonly quantity: number;
  /** A piece, in cents of the customer's currency. */
  readonly rateCents: number;
  /** Its line on the order: 1 is the first line after the main line. */
  readonly orderLine: number;
}

export function fillBasket({ random, sellableItems, discountItem }: Trade, customer: Customer): Basket {
  const count = 1 + Math.floor(random.next() ** 2 * 7);
  const parts = Array.from({ length: count }, (_, index): BasketPart => {
    const item = random.pickEarly(sellableItems);
    const rateCents = listPriceCents(item.priceCents, customer.currency, customer.priceLevel);
    return { item, quantity: quantityOf(item, random), rateCents, orderLine: index + 1 };
  });
  return {
    parts,
    discountItem: random.chance(0.12) ? discountItem : null,
    taxCode: taxCodeOf(customer, random),
  };
}

function quantityOf(item: Item, random: Random): number {
  if (item.priceCents > 50_000) return random.integer(1, 3);
  return item.itemtype === 'Service' ? random.integer(1, 8) : random.integer(1, 48);
}

function taxCodeOf(customer: Customer, random: Random): TaxCode {
  switch (customer.country) {
    case 'US':
      return random.chance(0.4) ? californiaTax : notTaxable;
    case 'DE':
      return germanVat;
    case 'GB':
      return exportVat;
  }
}

/** The columns that only an order's lines have: how much of each was delivered and billed. */
export type OrderProgress = (
  part: BasketPart,
) => Pick<LineDraft, 'shippedQuantity' | 'billedQuantity' | 'isClosed'>;

interface BasketLines {
  readonly basket: Basket;
  readonly parts: readonly BasketPart[];
  readonly customer: Customer;
  readonly hasTax: boolean;
  /** The lines continue those of an order. */
  readonly fromOrder: boolean;
  readonly progress?: OrderProgress;
  /** 1 for a credit, which takes a sale back. */
  readonly sign?: 1 | -1;
}

/** Item lines, the discount on them, and the tax line: revenue credits, so their amounts are negative. */
export function basketLines({
  basket,
  parts,
  customer,
  hasTax,
  fromOrder,
  progress,
  sign = -1,
}: BasketLines): readonly LineDraft[] {
  const lines: LineDraft[] = parts.map((part) => {
    const { item, quantity, rateCents, orderLine } = part;
    return {
      account: item.incomeAccount,
      foreignCents: sign * quantity * rateCents,
      item,
      quantity: sign * quantity,
      rateCents,
      priceLevel: customer.priceLevel.id,
      costCents: quantity * item.costCents,
      class: item.class,
      ...(fromOrder ? { originLine: orderLine } : {}),
      ...progress?.(part),
    };
  });
  let netCents = lines.reduce((sum, line) => sum + line.foreignCents, 0);
  if (basket.discountItem !== null) {
    const discountCents = Math.round((-netCents * discountPercent) / 100) + 0;
    lines.push({
      account: basket.discountItem.incomeAccount,
      foreignCents: discountCents,
      item: basket.discountItem,
      priceLevel: basePrice.id,
      class: basket.discountItem.class,
    });
    netCents += discountCents;
  }
  if (hasTax && basket.taxCode.percent > 0) {
    lines.push({
      account: salesTax,
      foreignCents: Math.round((netCents * basket.taxCode.percent) / 100) + 0,
      item: { id: basket.taxCode.id, itemtype: 'TaxItem', isShipped: false },
      isTax: true,
    });
  }
  return lines;
}
