import { type Currency, currencies, euro, pound } from './currencies.js';
import type { Item } from './items.js';
import { type PriceLevel, priceLevels } from './reference-lists.js';
import type { Row } from './row.js';

/** What an item's price in US cents is in another currency, before exchange rates: price lists are fixed. */
export function listPriceCents(usCents: number, currency: Currency, level: PriceLevel): number {
  const factor = currency === euro ? 0.95 : currency === pound ? 0.82 : 1;
  return Math.round(usCents * factor * (1 + (level.discountPercent ?? 0) / 100));
}

export function pricingRows(items: readonly Item[]): readonly Row[] {
  return items
    .filter(({ priceCents }) => priceCents > 0)
    .flatMap((item) =>
      currencies.flatMap((currency) =>
        priceLevels.map((level) => ({
          item: item.id,
          pricelevel: level.id,
          currency: currency.id,
          quantity: 0,
          unitprice: listPriceCents(item.priceCents, currency, level) / 100,
        })),
      ),
    );
}

export function itemPriceRows(items: readonly Item[]): readonly Row[] {
  return items
    .filter(({ priceCents }) => priceCents > 0)
    .flatMap((item) =>
      priceLevels.map((level) => ({
        item: item.id,
        pricelevel: level.id,
        pricelevelname: level.name,
        price: Math.round(item.priceCents * (1 + (level.discountPercent ?? 0) / 100)) / 100,
        priceqty: 0,
        currencypage: 1,
        quantity: 0,
      })),
    );
}
