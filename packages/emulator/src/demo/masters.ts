import type { AccountDefinition } from '../account/definition.js';
import { type AddressBook, createAddressBook } from './address-book.js';
import type { Calendar } from './calendar.js';
import { makeContacts } from './contacts.js';
import { type CustomValues, customFieldValues, type IdPool } from './custom-values.js';
import { type Customer, customerSubsidiaryRows, makeCustomers } from './customers.js';
import type { DemoSize } from './demo-size.js';
import { type Employee, makeEmployees } from './employees.js';
import { entityRow } from './entities.js';
import { type EntityIds, idRange } from './entity-ids.js';
import { itemPriceRows, pricingRows } from './item-prices.js';
import { itemMemberRows, itemVendorRows } from './item-sources.js';
import { type Item, makeItems, makeTrackedItems } from './items.js';
import { makePartners } from './partners.js';
import { makeProjects } from './projects.js';
import { createRandom } from './random.js';
import type { DemoBatch, Row } from './row.js';
import { chargeItemRows, shipItemRows, taxCodeRows } from './tax-codes.js';
import { makeVendors, type Vendor, vendorSubsidiaryRows } from './vendors.js';

/** Who and what the transactions are about. Small enough to be in memory. */
export interface Masters {
  readonly employees: readonly Employee[];
  readonly customers: readonly Customer[];
  readonly vendors: readonly Vendor[];
  readonly items: readonly Item[];
  /** Besides `items`: those with serial and lot numbers. */
  readonly trackedItems: readonly Item[];
  readonly contacts: readonly Row[];
  /** All their rows. To be called last: transactions add up in the rows of customers. */
  batches(): readonly DemoBatch[];
}

export const firstItemId = 501;

interface MasterSources {
  readonly account: AccountDefinition;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly size: DemoSize;
  readonly ids: EntityIds;
  readonly pool: IdPool;
}

export function makeMasters({ account, calendar, seed, size, ids, pool }: MasterSources): Masters {
  const values = (record: string, table: string = record): CustomValues =>
    customFieldValues(account, { table, record, calendar, pool });
  const randomFor = (name: string): ReturnType<typeof createRandom> => createRandom(seed, name);
  const employees = makeEmployees({
    calendar,
    ids: idRange(ids.employee, size.employees),
    random: randomFor('employees'),
    customValues: values('employee'),
  });
  const customerAddresses = createAddressBook(calendar, randomFor('customer addresses'));
  const vendorAddresses = createAddressBook(calendar, randomFor('vendor addresses'));
  const partnerIds = idRange(ids.partner, size.partners);
  const customers = makeCustomers({
    calendar,
    ids: idRange(ids.customer, size.customers),
    employees,
    partnerIds,
    addresses: customerAddresses,
    random: randomFor('customers'),
    customValues: values('customer'),
  });
  const vendors = makeVendors({
    calendar,
    ids: idRange(ids.vendor, size.vendors),
    addresses: vendorAddresses,
    random: randomFor('vendors'),
    customValues: values('vendor'),
  });
  const people = { calendar, customers, employees };
  const contacts = makeContacts({
    ...people,
    ids: idRange(ids.contact, size.contacts),
    random: randomFor('contacts'),
    customValues: values('contact'),
  });
  const projects = makeProjects({
    ...people,
    ids: idRange(ids.job, 3 + Math.ceil(size.customers / 8)),
    random: randomFor('projects'),
    customValues: values('job'),
  });
  const partners = makePartners({
    calendar,
    ids: partnerIds,
    random: randomFor('partners'),
    customValues: values('partner'),
  });
  const items = makeItems({
    calendar,
    ids: idRange(firstItemId, size.items),
    random: randomFor('items'),
    customValues: values('inventoryitem', 'item'),
  });
  const trackedItems = makeTrackedItems({
    calendar,
    ids: idRange(firstItemId + size.items, 2),
    random: randomFor('tracked items'),
    customValues: values('inventoryitem', 'item'),
  });
  const allItems = [...items, ...trackedItems];
  const entityBatches = (): readonly DemoBatch[] => {
    const kinds = {
      employee: employees.map(({ row }) => row),
      customer: customers.map(({ row }) => row),
      vendor: vendors.map(({ row }) => row),
      contact: contacts,
      partner: partners,
      job: projects,
    } as const;
    return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => [
      { table: kind, rows: kinds[kind] },
      { table: 'entity', rows: kinds[kind].map((row) => entityRow(kind, row)) },
    ]);
  };
  return {
    employees,
    customers,
    vendors,
    items,
    trackedItems,
    contacts,
    batches: () => [
      ...entityBatches(),
      { table: 'customersubsidiaryrelationship', rows: customerSubsidiaryRows(customers) },
      { table: 'vendorsubsidiaryrelationship', rows: vendorSubsidiaryRows(vendors) },
      ...customerAddressBatches(customerAddresses),
      ...vendorAddressBatches(vendorAddresses),
      { table: 'item', rows: allItems.map(({ row }) => row) },
      { table: 'item', rows: chargeItemRows(calendar) },
      { table: 'salestaxitem', rows: taxCodeRows() },
      { table: 'shipitem', rows: shipItemRows() },
      { table: 'pricing', rows: pricingRows(allItems) },
      { table: 'itemprice', rows: itemPriceRows(allItems) },
      { table: 'itemmember', rows: itemMemberRows(items) },
      { table: 'itemvendor', rows: itemVendorRows(allItems, vendors, randomFor('item vendors')) },
    ],
  };
}

function customerAddressBatches({ books, addresses }: AddressBook): readonly DemoBatch[] {
  return [
    { table: 'customeraddressbook', rows: books },
    { table: 'customeraddressbookentityaddress', rows: addresses },
  ];
}

/** As for customers; vendors' tables have fewer columns. */
function vendorAddressBatches({ books, addresses }: AddressBook): readonly DemoBatch[] {
  return [
    { table: 'vendoraddressbook', rows: books.map(({ isresidential: _, ...row }) => row) },
    {
      table: 'vendoraddressbookentityaddress',
      rows: addresses.map(({ lastmodifieddate: _, ...row }) => row),
    },
  ];
}
