import { firstDay, isoDateTime, lastDay } from './calendar.js';
import { companyName } from './company-names.js';
import type { CustomValues } from './custom-values.js';
import { subsidiaries } from './organization.js';
import { emailOf, phoneNumber, uniqueName } from './person-names.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

/** Partners who bring customers. */
export function makePartners(
  ids: readonly number[],
  random: Random,
  customValues: CustomValues,
): readonly Row[] {
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
      datecreated: isoDateTime(firstDay - random.integer(10, 900), random),
      lastmodifieddate: isoDateTime(random.integer(firstDay, lastDay), random),
    };
    customValues(row, random);
    return row;
  });
}
