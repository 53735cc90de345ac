import { type Calendar, firstDayOfMonth, isoDate } from './calendar.js';
import { createRandom } from './random.js';
import type { Row } from './row.js';

export interface Currency {
  readonly id: number;
  readonly name: string;
  readonly symbol: string;
}

// The ids that these currencies have in a new account.
export const dollar: Currency = { id: 1, name: 'US Dollar', symbol: 'USD' };
export const pound: Currency = { id: 2, name: 'British Pound', symbol: 'GBP' };
export const euro: Currency = { id: 4, name: 'Euro', symbol: 'EUR' };

export const currencies: readonly Currency[] = [dollar, pound, euro];

/** Exchange rates that hold for a month at a time. */
export interface ExchangeRates {
  /** Units of `to` for one unit of `from`; six decimals. */
  rate(from: Currency, to: Currency, month: number): number;
}

/** Rates from the first to the last month of the demo account, wandering around those of 2024. */
export function createExchangeRates(seed: number, calendar: Calendar): ExchangeRates {
  const random = createRandom(seed, 'rates');
  const dollars = new Map<string, number>();
  const start: readonly (readonly [Currency, number])[] = [
    [dollar, 1],
    [pound, 1.2684],
    [euro, 1.0817],
  ];
  for (const [currency, usual] of start) {
    let value = usual;
    for (let month = calendar.firstMonth; month <= calendar.lastMonth; month++) {
      dollars.set(`${currency.id}:${month}`, value);
      if (currency !== dollar) value = usual + (value - usual) * 0.8 + (random.next() - 0.5) * 0.03;
    }
  }
  const inDollars = (currency: Currency, month: number): number => {
    const value = dollars.get(
      `${currency.id}:${Math.min(Math.max(month, calendar.firstMonth), calendar.lastMonth)}`,
    );
    if (value === undefined) throw new RangeError(`No exchange rate for ${currency.name} (demo data).`);
    return value;
  };
  return {
    rate: (from, to, month) =>
      from.id === to.id ? 1 : sixDecimals(inDollars(from, month) / inDollars(to, month)),
  };
}

const sixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6;

export function currencyRows(rates: ExchangeRates, calendar: Calendar): readonly Row[] {
  return currencies.map((currency) => ({
    id: currency.id,
    name: currency.name,
    symbol: currency.symbol,
    displaysymbol: { USD: '$', GBP: '£', EUR: '€' }[currency.symbol] ?? null,
    symbolplacement: currency === euro ? 2 : 1,
    currencyprecision: 2,
    exchangerate: rates.rate(currency, dollar, calendar.lastMonth),
    isbasecurrency: currency !== pound,
    isanchorcurrency: currency === dollar,
    overridecurrencyformat: currency === euro,
    formatsample: currency === euro ? '1.234,56 €' : `${currency === pound ? '£' : '$'}1,234.56`,
    includeinfxrateupdates: currency !== dollar,
    isinactive: false,
    lastmodifieddate: `${isoDate(calendar.lastDay - 1)}T03:00:00`,
  }));
}

/** One rate a month for each base currency and each other currency. */
export function currencyRateRows(rates: ExchangeRates, calendar: Calendar): readonly Row[] {
  const rows: Row[] = [];
  for (let month = calendar.firstMonth; month <= calendar.lastMonth; month++) {
    const firstDay = firstDayOfMonth(month);
    const effective = isoDate(firstDay);
    for (const base of [dollar, euro]) {
      for (const currency of currencies) {
        rows.push({
          id: rows.length + 1,
          basecurrency: base.id,
          transactioncurrency: currency.id,
          effectivedate: effective,
          exchangerate: rates.rate(currency, base, month),
          lastmodifieddate: `${isoDate(Math.min(firstDay, calendar.lastDay - 1))}T01:15:00`,
        });
      }
    }
  }
  return rows;
}
