import { companyName } from './company-names.js';
import type { PeopleSources } from './employees.js';
import { subsidiaries } from './organization.js';
import { emailOf, phoneNumber, uniqueName } from './person-names.js';
import type { Row } from './row.js';

/** Partners who bring customers. */
export function makePartners({ calendar, ids, random, customValues }: PeopleSources): readonly Row[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const name = uniqueName(
      companyName(random, { country: 'US', tails: ['Consulting', 'Design', 'Agency'] }),
      taken,
    );
    const row: Row = {
      id,
      externalid: null,
      entityid: name,
      companyname: name,
      isperson: false,
      isinactive: random.chance(0.05),
      email: emailOf(name, 'partner'),
      phone: phoneNumber(random),
      partnercode: `P${id}`,
      parent: null,
      subsidiary: random.pick(subsidiaries).id,
      department: random.chance(0.5) ? 1 : null,
      datecreated: calendar.moment(calendar.firstDay - random.integer(10, 900), random),
      lastmodifieddate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
    };
    customValues(row, random);
    return row;
  });
}
