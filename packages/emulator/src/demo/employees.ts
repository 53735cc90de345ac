import { type Calendar, isoDate } from './calendar.js';
import type { CustomValues } from './custom-values.js';
import { departments, locations, type Subsidiary, subsidiaries } from './organization.js';
import { emailOf, personName, phoneNumber, uniqueName } from './person-names.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

export interface Employee {
  readonly id: number;
  readonly name: string;
  readonly subsidiary: Subsidiary;
  readonly isSalesRep: boolean;
  readonly row: Row;
}

/** What employees and partners are made of. */
export interface PeopleSources {
  readonly calendar: Calendar;
  readonly ids: readonly number[];
  readonly random: Random;
  readonly customValues: CustomValues;
}

const titles = [
  'Chief Executive',
  'Sales Manager',
  'Controller',
  'Account Executive',
  'Technician',
  'Buyer',
  'Bookkeeper',
];

/** Employees; the first one leads the company and has no supervisor, each other reports to an earlier one. */
export function makeEmployees({ calendar, ids, random, customValues }: PeopleSources): readonly Employee[] {
  const taken = new Set<string>();
  return ids.map((id, index) => {
    const person = personName(random);
    const name = uniqueName(person.full, taken);
    // Both subsidiaries have sales representatives, however small the account is.
    const subsidiary =
      index < 4 ? (subsidiaries[index % 2] ?? random.pick(subsidiaries)) : random.pick(subsidiaries);
    const isSalesRep = (index > 0 && index < 4) || random.chance(0.35);
    const hired = calendar.firstDay - random.integer(30, 2600);
    const left = index >= 6 && random.chance(0.1);
    const row: Row = {
      id,
      externalid: random.chance(0.2) ? `HR-${id}` : null,
      entityid: name,
      entitynumber: index + 1,
      firstname: person.first,
      middlename: person.middle,
      lastname: person.last,
      initials: `${person.first.charAt(0)}${person.last.charAt(0)}`.toUpperCase(),
      title: index === 0 ? (titles[0] ?? null) : random.pick(titles.slice(1)),
      email: emailOf(name, 'harborcoffee'),
      phone: phoneNumber(random),
      mobilephone: random.chance(0.5) ? phoneNumber(random) : null,
      officephone: null,
      isinactive: left,
      issalesrep: isSalesRep,
      issupportrep: random.chance(0.2),
      isjobresource: random.chance(0.2),
      supervisor:
        index === 0 ? null : (ids[random.integer(0, Math.min(index - 1, Math.ceil(ids.length / 5)))] ?? null),
      department: isSalesRep ? random.pick([2, 3]) : random.pick(departments).id,
      class: random.chance(0.2) ? 5 : null,
      location: random.pick(locations.filter((location) => location.subsidiary === subsidiary)).id,
      subsidiary: subsidiary.id,
      currency: subsidiary.currency.id,
      hiredate: isoDate(hired),
      releasedate: left ? isoDate(calendar.firstDay + random.integer(30, 900)) : null,
      lastreviewdate: random.chance(0.6) ? isoDate(calendar.firstDay + random.integer(300, 900)) : null,
      nextreviewdate: null,
      birthdate: isoDate(hired - random.integer(7000, 18000)),
      datecreated: calendar.moment(hired, random),
      lastmodifieddate: calendar.moment(calendar.firstDay + random.integer(100, 1000), random),
      giveaccess: !left && random.chance(0.7),
      laborcost: random.integer(1800, 9500) / 100,
      expenselimit: random.chance(0.5) ? random.pick([500, 1000, 2500]) : null,
      purchaseorderlimit: random.chance(0.3) ? random.pick([1000, 5000, 25000]) : null,
      comments: null,
    };
    customValues(row, random);
    return { id, name, subsidiary, isSalesRep, row };
  });
}
