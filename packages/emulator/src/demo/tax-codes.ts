import type { Calendar } from './calendar.js';
import type { Row } from './row.js';

/** A tax code: a row of `salestaxitem` and, under the same id, of `item`. */
export interface TaxCode {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  readonly taxType: number;
}

export const californiaTax: TaxCode = { id: 51, name: 'CA_SAN FRANCISCO', percent: 8.625, taxType: 1 };
export const notTaxable: TaxCode = { id: 52, name: '-Not Taxable-', percent: 0, taxType: 1 };
export const germanVat: TaxCode = { id: 53, name: 'S-DE', percent: 19, taxType: 2 };
export const exportVat: TaxCode = { id: 54, name: 'Z-DE', percent: 0, taxType: 2 };
export const germanInputVat: TaxCode = { id: 55, name: 'VSt-DE', percent: 19, taxType: 2 };

const taxCodes: readonly TaxCode[] = [californiaTax, notTaxable, germanVat, exportVat, germanInputVat];

/** Shipping methods: rows of `shipitem` and, under the same id, of `item`. */
export const shippingMethods: readonly { readonly id: number; readonly name: string }[] = [
  { id: 61, name: 'Ground' },
  { id: 62, name: '2nd Day Air' },
  { id: 63, name: 'DHL Paket' },
];

export function taxCodeRows(): readonly Row[] {
  return taxCodes.map(({ id, name, percent, taxType }) => ({
    id,
    itemid: name,
    rate: percent,
    taxtype: taxType,
    taxagency: null,
    description: `${name} ${percent}%`,
    isinactive: false,
  }));
}

export function shipItemRows(): readonly Row[] {
  return shippingMethods.map(({ id, name }) => ({ id, itemid: name, displayname: name, isinactive: false }));
}

/** The rows that tax codes and shipping methods have in `item`. */
export function chargeItemRows(calendar: Calendar): readonly Row[] {
  const row = (id: number, name: string, itemtype: string): Row => ({
    id,
    itemid: name,
    displayname: name,
    fullname: name,
    itemtype,
    isinactive: false,
    createddate: calendar.moved('2023-01-05T08:00:00'),
    lastmodifieddate: calendar.moved('2023-01-05T08:00:00'),
  });
  return [
    ...taxCodes.map(({ id, name }) => row(id, name, 'TaxItem')),
    ...shippingMethods.map(({ id, name }) => row(id, name, 'ShipItem')),
  ];
}
