import { expenseAccounts, payables } from './accounts.js';
import type { AddressBook } from './address-book.js';
import type { Calendar } from './calendar.js';
import { companyName } from './company-names.js';
import { type Currency, dollar, euro } from './currencies.js';
import type { CustomValues } from './custom-values.js';
import { americanSubsidiary, germanSubsidiary, type Subsidiary } from './organization.js';
import { emailOf, phoneNumber, uniqueName } from './person-names.js';
import type { Random } from './random.js';
import { type Term, terms } from './reference-lists.js';
import type { Row } from './row.js';
import { comments, vendorTails } from './words.js';

export interface Vendor {
  readonly id: number;
  readonly name: string;
  readonly subsidiary: Subsidiary;
  readonly currency: Currency;
  readonly term: Term;
  readonly isActive: boolean;
  readonly row: Row;
}

interface VendorSources {
  readonly calendar: Calendar;
  readonly ids: readonly number[];
  readonly addresses: AddressBook;
  readonly random: Random;
  readonly customValues: CustomValues;
}

/** Vendors; the first four cover both subsidiaries twice, so that either can always buy. */
export function makeVendors({
  calendar,
  ids,
  addresses,
  random,
  customValues,
}: VendorSources): readonly Vendor[] {
  const taken = new Set<string>();
  return ids.map((id, index) => {
    const isAmerican = index < 4 ? index % 2 === 0 : random.chance(0.55);
    const country = isAmerican ? 'US' : 'DE';
    const subsidiary = isAmerican ? americanSubsidiary : germanSubsidiary;
    const currency = random.chance(0.12) ? (isAmerican ? euro : dollar) : subsidiary.currency;
    const name = uniqueName(companyName(random, { country, tails: vendorTails }), taken);
    const term = random.pick(terms);
    const isActive = index < 4 || random.chance(0.93);
    addresses.add(id, name, country);
    const row: Row = {
      id,
      externalid: random.chance(0.2) ? `V-${id}` : null,
      entityid: name,
      entitynumber: index + 1,
      altname: name,
      companyname: name,
      fullname: name,
      legalname: random.chance(0.6) ? name : null,
      isperson: false,
      isinactive: !isActive,
      is1099eligible: isAmerican && random.chance(0.3),
      email: random.chance(0.85) ? emailOf(name, 'vendor') : null,
      phone: random.chance(0.8) ? phoneNumber(random) : null,
      comments: random.chance(0.1) ? random.pick(comments) : null,
      category: random.integer(1, 4),
      terms: term.id,
      currency: currency.id,
      creditlimit: null,
      expenseaccount: random.chance(0.4) ? random.pick(expenseAccounts).id : null,
      payablesaccount: payables.id,
      purchaseorderamount: null,
      datecreated: calendar.moment(calendar.firstDay - random.integer(10, 1200), random),
      lastmodifieddate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
      accountnumber: random.chance(0.3) ? `${random.integer(10000, 99999)}` : null,
      taxidnum: random.chance(0.5) ? `${random.integer(10, 99)}-${random.integer(1000000, 9999999)}` : null,
    };
    customValues(row, random);
    return { id, name, subsidiary, currency, term, isActive, row };
  });
}

export function vendorSubsidiaryRows(vendors: readonly Vendor[]): readonly Row[] {
  return vendors.map(({ id, subsidiary, currency, row }, index) => ({
    id: index + 1,
    entity: id,
    subsidiary: subsidiary.id,
    isprimarysub: true,
    primarycurrency: currency.id,
    lastmodifieddate: row.lastmodifieddate ?? null,
  }));
}
