import type { AccountDefinition } from '../account/definition.js';
import { type AddressBook, createAddressBook } from './address-book.js';
import { makeContacts } from './contacts.js';
import { type CustomValues, customFieldValues, type IdPool } from './custom-values.js';
import { type Customer, customerSubsidiaryRows, makeCustomers } from './customers.js';
import type { DemoSize } from './demo-size.js';
import { type Employee, makeEmployees } from './employees.js';
import { entityRow } from './entities.js';
import { type EntityIds, idRange } from './entity-ids.js';
import { itemPriceRows, pricingRows } from './item-prices.js';
import { itemMemberRows, itemVendorRows } from './item-sources.js';
import { type Item, makeItems } from './items.js';
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
  readonly contacts: readonly Row[];
  /** All their rows. To be called last: transactions add up in the rows of customers. */
  batches(): readonly DemoBatch[];
}

export const firstItemId = 501;

interface MasterSources {
  readonly account: AccountDefinition;
  readonly seed: number;
  readonly size: DemoSize;
  readonly ids: EntityIds;
  readonly pool: IdPool;
}

export function makeMasters({ account, seed, size, ids, pool }: MasterSources): Masters {
  const values = (record: string, table: string = record): CustomValues =>
    customFieldValues(account, { table, record, pool });
  const randomFor = (name: string): ReturnType<typeof createRandom> => createRandom(seed, name);
  const employees = makeEmployees(
    idRange(ids.employee, size.employees),
    randomFor('employees'),
    values('employee'),
  );
  const customerAddresses = createAddressBook(randomFor('customer addresses'));
  const vendorAddresses = createAddressBook(randomFor('vendor addresses'));
  const partnerIds = idRange(ids.partner, size.partners);
  const customers = makeCustomers({
    ids: idRange(ids.customer, size.customers),
    employees,
    partnerIds,
    addresses: customerAddresses,
    random: randomFor('customers'),
    customValues: values('customer'),
  });
  const vendors = makeVendors({
    ids: idRange(ids.vendor, size.vendors),
    addresses: vendorAddresses,
    random: randomFor('vendors'),
    customValues: values('vendor'),
  });
  const people = { customers, employees };
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
  const partners = makePartners(partnerIds, randomFor('partners'), values('partner'));
  const items = makeItems({
    ids: idRange(firstItemId, size.items),
    random: randomFor('items'),
    customValues: values('inventoryitem', 'item'),
  });
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
    contacts,
    batches: () => [
      ...entityBatches(),
      { table: 'customersubsidiaryrelationship', rows: customerSubsidiaryRows(customers) },
      { table: 'vendorsubsidiaryrelationship', rows: vendorSubsidiaryRows(vendors) },
      ...customerAddressBatches(customerAddresses),
      ...vendorAddressBatches(vendorAddresses),
      { table: 'item', rows: items.map(({ row }) => row) },
      { table: 'item', rows: chargeItemRows() },
      { table: 'salestaxitem', rows: taxCodeRows() },
      { table: 'shipitem', rows: shipItemRows() },
      { table: 'pricing', rows: pricingRows(items) },
      { table: 'itemprice', rows: itemPriceRows(items) },
      { table: 'itemmember', rows: itemMemberRows(items) },
      { table: 'itemvendor', rows: itemVendorRows(items, vendors, randomFor('item vendors')) },
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
