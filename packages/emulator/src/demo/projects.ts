import { isoDate } from './calendar.js';
import type { ContactSources } from './contacts.js';
import { projectStatuses } from './reference-lists.js';
import type { Row } from './row.js';

/** Projects of customers. */
export function makeProjects({
  calendar,
  ids,
  customers,
  employees,
  random,
  customValues,
}: ContactSources): readonly Row[] {
  return ids.map((id) => {
    const customer = random.pickEarly(customers);
    const start = random.integer(calendar.firstDay, calendar.lastDay - 30);
    const isClosed = random.chance(0.5);
    const row: Row = {
      id,
      externalid: null,
      entityid: `PRJ${id}`,
      companyname: random.pick([
        'Espresso Bar Fit-Out',
        'Barista Training',
        'Lobby Café',
        'Machine Roll-Out',
      ]),
      parent: customer.id,
      customer: customer.id,
      entitystatus: isClosed ? projectStatuses.closed : projectStatuses.inProgress,
      jobtype: random.integer(1, 3),
      startdate: isoDate(start),
      projectedenddate: isoDate(start + random.integer(20, 200)),
      calculatedenddate: null,
      actualtime: random.integer(0, 9000) / 100,
      projectmanager: random.pick(employees).id,
      currency: customer.currency.id,
      isinactive: false,
      datecreated: calendar.moment(start - random.integer(1, 20), random),
      lastmodifieddate: calendar.moment(Math.min(calendar.lastDay, start + 60), random),
      comments: null,
    };
    customValues(row, random);
    return row;
  });
}
