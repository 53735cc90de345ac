import type { Calendar } from './calendar.js';
import type { CustomValues } from './custom-values.js';
import type { Customer } from './customers.js';
import type { Employee } from './employees.js';
import { emailOf, personName, phoneNumber, uniqueName } from './person-names.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

export interface ContactSources {
  readonly calendar: Calendar;
  readonly ids: readonly number[];
  readonly customers: readonly Customer[];
  readonly employees: readonly Employee[];
  readonly random: Random;
  readonly customValues: CustomValues;
}

/** Contacts: persons who work for a customer. */
export function makeContacts({
  calendar,
  ids,
  customers,
  employees,
  random,
  customValues,
}: ContactSources): readonly Row[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const person = personName(random);
    const name = uniqueName(person.full, taken);
    const company = random.pickEarly(customers);
    const row: Row = {
      id,
      externalid: null,
      entityid: name,
      entitynumber: id,
      entitytitle: name,
      firstname: person.first,
      middlename: person.middle,
      lastname: person.last,
      salutation: random.chance(0.5) ? random.pick(['Mr.', 'Ms.', 'Dr.', 'Frau', 'Herr']) : null,
      title: random.chance(0.6)
        ? random.pick(['Owner', 'Head of Purchasing', 'Café Manager', 'Accountant'])
        : null,
      email: random.chance(0.9) ? emailOf(name, 'customer') : null,
      phone: random.chance(0.7) ? phoneNumber(random) : null,
      mobilephone: random.chance(0.4) ? phoneNumber(random) : null,
      company: company.id,
      category: random.chance(0.6) ? random.pick(['1', '2', '1, 2', '3, 4']) : null,
      subsidiary: company.subsidiary.id,
      isinactive: random.chance(0.05),
      isprivate: false,
      comments: null,
      datecreated: calendar.moment(random.integer(calendar.firstDay - 500, calendar.lastDay), random),
      lastmodifieddate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
      owner: random.pick(employees).id,
    };
    customValues(row, random);
    return row;
  });
}
