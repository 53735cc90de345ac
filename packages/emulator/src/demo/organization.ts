import type { Calendar } from './calendar.js';
import { type Currency, dollar, euro } from './currencies.js';
import { addressRow, type Country } from './places.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

export interface Subsidiary {
  readonly id: number;
  readonly name: string;
  readonly country: Country;
  readonly currency: Currency;
}

export const americanSubsidiary: Subsidiary = {
  id: 1,
  name: 'Harbor Coffee Equipment Inc.',
  country: 'US',
  currency: dollar,
};
export const germanSubsidiary: Subsidiary = {
  id: 2,
  name: 'Harbor Kaffeetechnik GmbH',
  country: 'DE',
  currency: euro,
};
export const subsidiaries: readonly Subsidiary[] = [americanSubsidiary, germanSubsidiary];

export interface Location {
  readonly id: number;
  readonly name: string;
  readonly subsidiary: Subsidiary;
  readonly usesBins: boolean;
}

export const locations: readonly Location[] = [
  { id: 1, name: 'San Francisco Warehouse', subsidiary: americanSubsidiary, usesBins: true },
  { id: 2, name: 'Portland Showroom', subsidiary: americanSubsidiary, usesBins: false },
  { id: 3, name: 'Lager Hamburg', subsidiary: germanSubsidiary, usesBins: true },
  { id: 4, name: 'Werkstatt München', subsidiary: germanSubsidiary, usesBins: false },
];

interface Division {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
}

export const departments: readonly Division[] = [
  { id: 1, name: 'Sales', parent: null },
  { id: 2, name: 'Inside Sales', parent: 1 },
  { id: 3, name: 'Field Sales', parent: 1 },
  { id: 4, name: 'Operations', parent: null },
  { id: 5, name: 'Finance & Administration', parent: null },
  { id: 6, name: 'Service', parent: null },
];

export const classes: readonly Division[] = [
  { id: 1, name: 'Equipment', parent: null },
  { id: 2, name: 'Espresso Machines', parent: 1 },
  { id: 3, name: 'Grinders', parent: 1 },
  { id: 4, name: 'Supplies', parent: null },
  { id: 5, name: 'Services', parent: null },
];

const modified = (calendar: Calendar): string => calendar.moved('2025-11-03T10:20:00');
const everySubsidiary = subsidiaries.map(({ id }) => id).join(', ');

export function subsidiaryRows(calendar: Calendar): readonly Row[] {
  return subsidiaries.map(({ id, name, country, currency }) => ({
    id,
    name,
    fullname: id === 1 ? name : `${americanSubsidiary.name} : ${name}`,
    legalname: name,
    country,
    state: country === 'US' ? 'CA' : null,
    dropdownstate: country === 'US' ? 'CA' : null,
    currency: currency.id,
    parent: id === 1 ? null : 1,
    iselimination: false,
    isinactive: false,
    email: country === 'US' ? 'accounting@harborcoffee.example' : 'buchhaltung@harborcoffee.example',
    url: 'https://www.harborcoffee.example',
    edition: country,
    federalidnumber: country === 'US' ? '94-0000001' : 'DE000000002',
    fiscalcalendar: 1,
    tranprefix: country === 'US' ? null : 'DE',
    showsubsidiaryname: true,
    lastmodifieddate: modified(calendar),
  }));
}

export function divisionRows(divisions: readonly Division[], calendar: Calendar): readonly Row[] {
  return divisions.map(({ id, name, parent }) => ({
    id,
    name,
    fullname: parent === null ? name : `${divisions.find((other) => other.id === parent)?.name} : ${name}`,
    parent,
    subsidiary: everySubsidiary,
    includechildren: parent === null,
    isinactive: false,
    lastmodifieddate: modified(calendar),
  }));
}

export function locationRows(calendar: Calendar): readonly Row[] {
  return locations.map(({ id, name, subsidiary, usesBins }) => ({
    id,
    name,
    fullname: name,
    parent: null,
    subsidiary: `${subsidiary.id}`,
    locationtype: name.includes('Showroom') ? 1 : 2,
    mainaddress: id,
    makeinventoryavailable: true,
    makeinventoryavailablestore: true,
    usebins: usesBins,
    timezone: subsidiary.country === 'US' ? 'America/Los_Angeles' : 'Europe/Amsterdam',
    isinactive: false,
    includechildren: false,
    lastmodifieddate: modified(calendar),
  }));
}

export function locationAddressRows(random: Random): readonly Row[] {
  return locations.map(({ id, subsidiary }) => ({
    nkey: id,
    ...addressRow(random, subsidiary.country, subsidiary.name),
  }));
}
