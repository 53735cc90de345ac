import { type Calendar, isoDate } from './calendar.js';
import type { Customer } from './customers.js';
import type { Employee } from './employees.js';
import type { Item } from './items.js';
import type { Random } from './random.js';
import type { DemoBatch, Row } from './row.js';

interface ActivitySources {
  readonly count: number;
  readonly calendar: Calendar;
  readonly customers: readonly Customer[];
  readonly employees: readonly Employee[];
  readonly items: readonly Item[];
  readonly contacts: readonly Row[];
  readonly orderIds: readonly number[];
  readonly random: Random;
}

/** What people do around the business: cases, tasks, calls, messages, notes and hours. */
export function activityBatches(sources: ActivitySources): readonly DemoBatch[] {
  const many = (make: (id: number) => Row): readonly Row[] =>
    Array.from({ length: sources.count }, (_, index) => make(index + 1));
  return [
    { table: 'supportcase', rows: many((id) => supportCase(sources, id)) },
    { table: 'task', rows: many((id) => task(sources, id)) },
    { table: 'phonecall', rows: many((id) => phoneCall(sources, id)) },
    { table: 'message', rows: many((id) => message(sources, id)) },
    { table: 'note', rows: many((id) => note(sources, id)) },
    { table: 'timebill', rows: many((id) => timeBill(sources, id)) },
  ];
}

function supportCase(
  { calendar, customers, employees, items, contacts, random }: ActivitySources,
  id: number,
): Row {
  const day = random.integer(calendar.firstDay, calendar.lastDay);
  const company = random.pickEarly(customers);
  const isClosed = random.chance(0.7);
  const hoursOpen = random.integer(1, 400);
  return {
    id,
    casenumber: `CASE${1000 + id}`,
    title: random.pick([
      'Machine leaks',
      "Grinder won't start",
      'Wrong item delivered',
      'Rechnung unklar',
      'Error E-07',
    ]),
    company: company.id,
    contact: contacts.find((row) => row.company === company.id)?.id ?? null,
    assigned: random.pick(employees).id,
    status: isClosed ? 5 : random.integer(1, 3),
    priority: random.integer(1, 3),
    origin: random.integer(1, 3),
    item: random.chance(0.6) ? random.pick(items).id : null,
    email: company.row.email ?? null,
    phone: company.row.phone ?? null,
    startdate: calendar.moment(day, random),
    enddate: isClosed
      ? calendar.moment(Math.min(calendar.lastDay, day + Math.ceil(hoursOpen / 24)), random)
      : null,
    createddate: calendar.moment(day, random),
    lastmodifieddate: calendar.moment(Math.min(calendar.lastDay, day + 3), random),
    timetoassign: random.integer(1, 800) / 100,
    timetoclose: isClosed ? hoursOpen : null,
    timeopen: hoursOpen,
    helpdesk: false,
    isinactive: false,
  };
}

function task({ calendar, customers, employees, orderIds, random }: ActivitySources, id: number): Row {
  const day = random.integer(calendar.firstDay, calendar.lastDay);
  const isDone = random.chance(0.6);
  return {
    id,
    title: random.pick(['Call back', 'Send quote', 'Check credit', 'Prepare fair', 'Angebot nachfassen']),
    assigned: random.pick(employees).id,
    owner: random.pick(employees).id,
    company: random.chance(0.8) ? random.pickEarly(customers).id : null,
    transaction: orderIds.length > 0 && random.chance(0.3) ? random.pick(orderIds) : null,
    status: isDone ? 'COMPLETE' : random.pick(['NOTSTART', 'PROGRESS']),
    priority: random.pick(['HIGH', 'MEDIUM', 'LOW']),
    startdate: isoDate(day),
    duedate: isoDate(day + random.integer(1, 14)),
    completeddate: isDone ? calendar.moment(Math.min(calendar.lastDay, day + 5), random) : null,
    message: random.chance(0.3) ? "Don't forget the price list." : null,
    createddate: calendar.moment(day, random),
    lastmodifieddate: calendar.moment(Math.min(calendar.lastDay, day + 5), random),
  };
}

function phoneCall({ calendar, customers, employees, random }: ActivitySources, id: number): Row {
  const day = random.integer(calendar.firstDay, calendar.lastDay);
  const company = random.pickEarly(customers);
  return {
    id,
    title: random.pick(['Follow-up', 'Price question', 'Delivery date', 'Reklamation']),
    assigned: random.pick(employees).id,
    company: company.id,
    phone: company.row.phone ?? null,
    status: random.pick(['COMPLETE', 'SCHEDULED']),
    startdate: isoDate(day),
    completeddate: isoDate(day),
    message: null,
    createddate: calendar.moment(day, random),
    lastmodifieddate: calendar.moment(day, random),
  };
}

function message({ calendar, customers, employees, orderIds, random }: ActivitySources, id: number): Row {
  const customer = random.pickEarly(customers);
  const author = random.pick(employees).id;
  const isIncoming = random.chance(0.4);
  return {
    id,
    author: isIncoming ? customer.id : author,
    recipient: isIncoming ? author : customer.id,
    subject: random.pick(['Your order', 'Re: Your order', 'Invoice attached', 'Liefertermin', 'Thank you!']),
    message: 'Hello,\nplease see the attachment.\nBest regards',
    messagedate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
    incoming: isIncoming,
    emailed: true,
    hasattachment: random.chance(0.3),
    transaction: orderIds.length > 0 && random.chance(0.5) ? random.pick(orderIds) : null,
    entity: customer.id,
  };
}

function note({ calendar, customers, employees, orderIds, random }: ActivitySources, id: number): Row {
  const day = random.integer(calendar.firstDay, calendar.lastDay);
  const isOnOrder = orderIds.length > 0 && random.chance(0.3);
  return {
    id,
    title: random.pick(['Visit', 'Credit check', 'Preferences', 'Delivery']),
    note: random.pick([
      'Gate code is 4711.',
      'Only deliver before 10 a.m.',
      "Likes the 'old' grinder better.",
      'Bonität geprüft.',
    ]),
    author: random.pick(employees).id,
    entity: isOnOrder ? null : random.pickEarly(customers).id,
    transaction: isOnOrder ? random.pick(orderIds) : null,
    notetype: random.integer(1, 3),
    notedate: calendar.moment(day, random),
    direction: random.pick(['INCOMING', 'OUTGOING']),
    lastmodifieddate: calendar.moment(day, random),
  };
}

function timeBill({ calendar, customers, employees, items, random }: ActivitySources, id: number): Row {
  const day = random.integer(calendar.firstDay, calendar.lastDay);
  const employee = random.pick(employees);
  const services = items.filter(({ itemtype }) => itemtype === 'Service');
  const service = random.pick(services.length > 0 ? services : items);
  const hours = random.integer(1, 32) / 4;
  return {
    id,
    employee: employee.id,
    customer: random.pickEarly(customers).id,
    item: service.id,
    trandate: isoDate(day),
    hours,
    durationdecimal: hours,
    isbillable: random.chance(0.7),
    approvalstatus: 3,
    memo: random.chance(0.3) ? 'On site' : null,
    department: 6,
    class: 5,
    location: employee.row.location ?? null,
    subsidiary: employee.subsidiary.id,
    createddate: calendar.moment(day, random),
    lastmodifieddate: calendar.moment(day, random),
    price: service.priceCents / 100,
    rate: service.priceCents / 100,
  };
}
