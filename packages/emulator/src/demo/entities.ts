import type { Row, RowValue } from './row.js';

type EntityKind = 'customer' | 'vendor' | 'employee' | 'contact' | 'partner' | 'job';

// `type` as the entity table spells it. Assumed for Job.
const typeNames: Readonly<Record<EntityKind, string>> = {
  customer: 'CustJob',
  vendor: 'Vendor',
  employee: 'Employee',
  contact: 'Contact',
  partner: 'Partner',
  job: 'Job',
};

/** The row of `entity` that mirrors a row of one of the tables of entities. */
export function entityRow(kind: EntityKind, row: Row): Row {
  const value = (column: string): RowValue => row[column] ?? null;
  const id = value('id');
  const isPerson = kind === 'employee' || kind === 'contact' || value('isperson') === true;
  const entityid = value('entityid');
  return {
    id,
    externalid: value('externalid'),
    entityid,
    entitynumber: value('entitynumber'),
    altname: value('altname') ?? value('companyname') ?? entityid,
    entitytitle: value('entitytitle') ?? (kind === 'job' ? `${entityid} ${value('companyname')}` : entityid),
    fullname: value('fullname') ?? entityid,
    type: typeNames[kind],
    firstname: value('firstname'),
    middlename: value('middlename'),
    lastname: value('lastname'),
    isperson: isPerson,
    isinactive: value('isinactive'),
    email: value('email'),
    phone: value('phone'),
    altphone: value('altphone'),
    fax: value('fax'),
    title: value('title'),
    parent: kind === 'contact' ? value('company') : value('parent'),
    toplevelparent: value('toplevelparent') ?? id,
    datecreated: value('datecreated'),
    lastmodifieddate: value('lastmodifieddate'),
    comments: value('comments'),
    customer: kind === 'customer' ? id : null,
    vendor: kind === 'vendor' ? id : null,
    employee: kind === 'employee' ? id : null,
    contact: kind === 'contact' ? id : null,
    partner: kind === 'partner' ? id : null,
  };
}
