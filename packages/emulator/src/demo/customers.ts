import type { AddressBook } from './address-book.js';
import { type Calendar, isoDate } from './calendar.js';
import { companyName } from './company-names.js';
import { type Currency, dollar, euro, pound } from './currencies.js';
import type { CustomValues } from './custom-values.js';
import type { Employee } from './employees.js';
import { americanSubsidiary, germanSubsidiary, type Subsidiary } from './organization.js';
import { emailOf, personName, phoneNumber, uniqueName } from './person-names.js';
import type { Country } from './places.js';
import type { Random } from './random.js';
import {
  basePrice,
  customerStatuses,
  type PriceLevel,
  priceLevels,
  type Term,
  terms,
} from './reference-lists.js';
import type { Row } from './row.js';
import { comments } from './words.js';

export interface Customer {
  readonly id: number;
  readonly name: string;
  readonly country: Country;
  readonly subsidiary: Subsidiary;
  readonly currency: Currency;
  readonly term: Term;
  readonly priceLevel: PriceLevel;
  readonly salesRep: Employee | null;
  readonly isActive: boolean;
  /** Its row; sales add up in it until it is handed on. */
  readonly row: Row;
}

interface CustomerSources {
  readonly calendar: Calendar;
  readonly ids: readonly number[];
  readonly employees: readonly Employee[];
  readonly partnerIds: readonly number[];
  readonly addresses: AddressBook;
  readonly random: Random;
  readonly customValues: CustomValues;
}

/** Customers: companies and persons, some of them branches of an earlier one, some inactive. */
export function makeCustomers(sources: CustomerSources): readonly Customer[] {
  const { calendar, ids, employees, partnerIds, addresses, random, customValues } = sources;
  const taken = new Set<string>();
  const customers: Customer[] = [];
  for (const [index, id] of ids.entries()) {
    const parent =
      index > 4 && random.chance(0.15) ? (customers[random.integer(0, index - 1)] ?? null) : null;
    const top = parent === null ? null : (parent.row.toplevelparent as number);
    const country =
      parent?.country ?? (index < 3 ? ((['US', 'DE', 'GB'] as const)[index] ?? 'US') : pickCountry(random));
    const subsidiary = country === 'US' ? americanSubsidiary : germanSubsidiary;
    const isPerson = parent === null && index > 2 && random.chance(0.12);
    const person = isPerson ? personName(random) : null;
    const bare =
      person?.full ?? (parent === null ? companyName(random, { country, index }) : `${parent.name} – Branch`);
    const name = uniqueName(bare, taken);
    const number = 10000 + index;
    const representatives = employees.filter((one) => one.isSalesRep && one.subsidiary === subsidiary);
    const salesRep = representatives.length > 0 && random.chance(0.85) ? random.pick(representatives) : null;
    const term = random.pick(terms);
    const priceLevel = random.chance(0.6) ? basePrice : random.pick(priceLevels);
    const isActive = index < 3 || random.chance(0.93);
    const currency =
      country === 'US' ? dollar : country === 'GB' ? pound : random.chance(0.95) ? euro : dollar;
    const created = calendar.firstDay - random.integer(0, 900);
    const books = addresses.add(id, name, country);
    const email = emailOf(name, 'customer');
    const row: Row = {
      id,
      externalid: random.chance(0.3) ? `CRM-${number}` : null,
      entityid: `C${number}`,
      entitynumber: number,
      entitytitle: `C${number} ${name}`,
      altname: name,
      companyname: person === null ? name : null,
      fullname: parent === null ? `C${number} ${name}` : `${parent.row.fullname} : C${number} ${name}`,
      firstname: person?.first ?? null,
      middlename: person?.middle ?? null,
      lastname: person?.last ?? null,
      salutation: person === null ? null : random.pick(['Mr.', 'Ms.', 'Dr.']),
      title: null,
      isperson: isPerson,
      subsidiary: subsidiary.id,
      isinactive: !isActive,
      searchstage: 'Customer',
      entitystatus: isActive ? customerStatuses.closedWon : customerStatuses.lost,
      probability: isActive ? 100 : 0,
      email: random.chance(0.9) ? email : null,
      phone: random.chance(0.8) ? phoneNumber(random) : null,
      altphone: null,
      mobilephone: isPerson ? phoneNumber(random) : null,
      fax: null,
      url: person === null && random.chance(0.5) ? `https://www.${email.split('@')[0]}.example` : null,
      comments: random.chance(0.15) ? random.pick(comments) : null,
      category: isPerson ? 5 : random.integer(1, 4),
      parent: parent?.id ?? null,
      toplevelparent: top ?? id,
      salesrep: salesRep?.id ?? null,
      partner: partnerIds.length > 0 && random.chance(0.1) ? random.pick(partnerIds) : null,
      terms: term.id,
      currency: currency.id,
      pricelevel: priceLevel.id,
      creditlimit: random.chance(0.4) ? random.pick([2500, 10000, 50000]) : null,
      creditholdoverride: 'AUTO',
      oncredithold: 'Auto',
      balancesearch: 0,
      overduebalancesearch: 0,
      unbilledorderssearch: 0,
      receivablesaccount: null,
      defaultbillingaddress: books[0] ?? null,
      defaultshippingaddress: books.at(-1) ?? null,
      language: country === 'DE' ? 'de_DE' : country === 'GB' ? 'en_GB' : 'en_US',
      datecreated: calendar.moment(created, random),
      lastmodifieddate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
      dateclosed: isActive ? isoDate(created + random.integer(1, 60)) : null,
      firstorderdate: null,
      lastorderdate: null,
      firstsaledate: null,
      lastsaledate: null,
      vatregnumber: country === 'US' || isPerson ? null : `${country}${random.integer(100000000, 999999999)}`,
      weblead: random.chance(0.1),
      giveaccess: false,
      emailpreference: 'DEFAULT',
      shipcomplete: random.chance(0.1),
    };
    customValues(row, random);
    customers.push({ id, name, country, subsidiary, currency, term, priceLevel, salesRep, isActive, row });
  }
  return customers;
}

function pickCountry(random: Random): Country {
  const draw = random.next();
  return draw < 0.55 ? 'US' : draw < 0.85 ? 'DE' : 'GB';
}

export function customerSubsidiaryRows(customers: readonly Customer[]): readonly Row[] {
  return customers.map(({ id, subsidiary, currency, row }, index) => ({
    id: index + 1,
    entity: id,
    subsidiary: subsidiary.id,
    isprimarysub: true,
    primarycurrency: currency.id,
    balance: row.balancesearch ?? null,
    lastmodifieddate: row.lastmodifieddate ?? null,
  }));
}
