import type { Calendar } from './calendar.js';
import type { DemoBatch, Row } from './row.js';

export interface Term {
  readonly id: number;
  readonly name: string;
  readonly days: number;
  readonly discountPercent: number | null;
}

export const terms: readonly Term[] = [
  { id: 1, name: 'Due on receipt', days: 0, discountPercent: null },
  { id: 2, name: 'Net 15', days: 15, discountPercent: null },
  { id: 3, name: 'Net 30', days: 30, discountPercent: null },
  { id: 4, name: 'Net 60', days: 60, discountPercent: null },
  { id: 5, name: '2% 10 Net 30', days: 30, discountPercent: 2 },
];

export interface PriceLevel {
  readonly id: number;
  readonly name: string;
  readonly discountPercent: number | null;
}

export const basePrice: PriceLevel = { id: 1, name: 'Base Price', discountPercent: null };

export const priceLevels: readonly PriceLevel[] = [
  basePrice,
  { id: 2, name: 'Dealer', discountPercent: -12.5 },
  { id: 3, name: 'Key Account', discountPercent: -20 },
  { id: 5, name: 'Online Price', discountPercent: null },
];

/** Internal ids of `entitystatus`. */
export const customerStatuses = { unqualified: 6, proposal: 10, closedWon: 13, lost: 14 } as const;
export const projectStatuses = { inProgress: 2, closed: 1 } as const;

/** `approvalstatus` of a transaction that nobody needs to look at any more, and of one that waits. */
export const approved = 2;
export const pendingApproval = 1;

/** Small lists that are the same in every demo account, whatever its size. */
export function referenceListBatches(calendar: Calendar): readonly DemoBatch[] {
  return [
    { table: 'term', rows: terms.map((term) => termRow(term, calendar)) },
    { table: 'pricelevel', rows: priceLevels.map(priceLevelRow) },
    { table: 'pricinggroup', rows: named(['Machines', 'Spare Parts']) },
    {
      table: 'customercategory',
      rows: named(['Café', 'Hotel & Restaurant', 'Office', 'Reseller', 'Private']),
    },
    { table: 'vendorcategory', rows: named(['Manufacturer', 'Supplies', 'Utilities', 'Freight']) },
    {
      table: 'contactcategory',
      rows: named(['Decision Maker', 'Accounts Payable', 'Barista', 'Technician']),
    },
    { table: 'expensecategory', rows: expenseCategories() },
    { table: 'costcategory', rows: costCategories() },
    { table: 'jobtype', rows: named(['Installation', 'Training', 'Café Design']) },
    { table: 'unitstype', rows: named(['Count', 'Weight']) },
    { table: 'unitstypeuom', rows: units },
    { table: 'entitystatus', rows: entityStatuses },
    { table: 'approvalstatus', rows: plain(['Pending Approval', 'Approved', 'Rejected']) },
    {
      table: 'fiscalcalendar',
      rows: [{ id: 1, name: 'Standard Fiscal Calendar', firstmonth: 'January', isdefault: true }],
    },
    { table: 'accountingbook', rows: [{ id: 1, name: 'Primary Accounting Book', isprimary: true }] },
    { table: 'nexus', rows: nexuses },
    { table: 'taxtype', rows: taxTypes },
  ];
}

function termRow({ id, name, days, discountPercent }: Term, calendar: Calendar): Row {
  return {
    id,
    name,
    daysuntilnetdue: days,
    discountpercent: discountPercent,
    daysuntilexpiry: discountPercent === null ? null : 10,
    datedriven: false,
    isinactive: false,
    preferred: id === 3,
    lastmodifieddate: calendar.moved('2024-02-01T09:00:00'),
  };
}

function priceLevelRow({ id, name, discountPercent }: PriceLevel): Row {
  return { id, name, discountpct: discountPercent, isonline: name === 'Online Price', isinactive: false };
}

function plain(names: readonly string[]): readonly Row[] {
  return names.map((name, index) => ({ id: index + 1, name }));
}

function named(names: readonly string[]): readonly Row[] {
  return plain(names).map((row) => ({ ...row, isinactive: false }));
}

function expenseCategories(): readonly Row[] {
  return named(['Airfare', 'Hotel', 'Meals', 'Mileage', 'Office Supplies']).map((row) => ({
    ...row,
    account: null,
  }));
}

function costCategories(): readonly Row[] {
  return named(['Default', 'Material']).map((row) => ({ ...row, itemcosttype: 'MATERIAL' }));
}

/** Units of measure by their ids. */
export const eachUnit = 1;
const kilogramUnit = 3;

const units: readonly Row[] = [
  unit({
    internalid: eachUnit,
    unitstype: 1,
    unitname: 'Each',
    pluralname: 'Each',
    abbreviation: 'ea',
    conversionrate: 1,
  }),
  unit({
    internalid: 2,
    unitstype: 1,
    unitname: 'Case',
    pluralname: 'Cases',
    abbreviation: 'cs',
    conversionrate: 12,
  }),
  unit({
    internalid: kilogramUnit,
    unitstype: 2,
    unitname: 'Kilogram',
    pluralname: 'Kilograms',
    abbreviation: 'kg',
    conversionrate: 1,
  }),
  unit({
    internalid: 4,
    unitstype: 2,
    unitname: 'Gram',
    pluralname: 'Grams',
    abbreviation: 'g',
    conversionrate: 0.001,
  }),
];

function unit(columns: Row): Row {
  return { ...columns, baseunit: columns.conversionrate === 1 };
}

const entityStatuses: readonly Row[] = [
  { key: projectStatuses.closed, name: 'Closed', entitytype: 'JOB', probability: null, inactive: false },
  {
    key: projectStatuses.inProgress,
    name: 'In Progress',
    entitytype: 'JOB',
    probability: null,
    inactive: false,
  },
  {
    key: customerStatuses.unqualified,
    name: 'Unqualified',
    entitytype: 'LEAD',
    probability: 0,
    inactive: false,
  },
  {
    key: customerStatuses.proposal,
    name: 'Proposal',
    entitytype: 'PROSPECT',
    probability: 50,
    inactive: false,
  },
  {
    key: customerStatuses.closedWon,
    name: 'Closed Won',
    entitytype: 'CUSTOMER',
    probability: 100,
    inactive: false,
  },
  {
    key: customerStatuses.lost,
    name: 'Lost Customer',
    entitytype: 'CUSTOMER',
    probability: 0,
    inactive: false,
  },
];

const nexuses: readonly Row[] = [
  { id: 1, country: 'US', state: 'CA', description: 'California', isinactive: false },
  { id: 2, country: 'DE', state: null, description: 'Germany', isinactive: false },
];

const taxTypes: readonly Row[] = [
  { id: 1, name: 'Sales Tax', description: 'State and local sales tax', country: 'US' },
  { id: 2, name: 'VAT', description: 'Umsatzsteuer', country: 'DE' },
];
