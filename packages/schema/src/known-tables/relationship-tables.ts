import type { TableSource } from './table-source.js';

/** What describes entities: their subsidiaries, categories, statuses. */
export const relationshipTables: Readonly<Record<string, TableSource>> = {
  customersubsidiaryrelationship: {
    label: 'Customer Subsidiary Relationship',
    primaryKey: 'id',
    columns: {
      id: 'id',
      entity: 'ref:customer',
      subsidiary: 'ref:subsidiary',
      isprimarysub: 'bool',
      primarycurrency: 'ref:currency',
      balance: 'num',
      lastmodifieddate: 'datetime',
    },
  },
  vendorsubsidiaryrelationship: {
    label: 'Vendor Subsidiary Relationship',
    primaryKey: 'id',
    columns: {
      id: 'id',
      entity: 'ref:vendor',
      subsidiary: 'ref:subsidiary',
      isprimarysub: 'bool',
      primarycurrency: 'ref:currency',
      lastmodifieddate: 'datetime',
    },
  },
  // In use: suiteql-sql-library, account-subsidiary-map.
  accountsubsidiarymap: {
    label: 'Account Subsidiary Map',
    primaryKey: null,
    columns: {
      account: 'ref:account',
      subsidiary: 'ref:subsidiary',
    },
  },
  // In use: suiteql-sql-library, employees-emergency-contacts.
  employeeemergencycontact: {
    label: 'Employee Emergency Contact',
    primaryKey: null,
    columns: {
      employee: 'ref:employee',
      contact: 'text',
      relationship: 'text',
      address: 'text',
      phone: 'text',
    },
  },
  customercategory: {
    label: 'Customer Category',
    primaryKey: 'id',
    displayColumns: ['name'],
    columns: {
      id: 'id',
      name: 'text',
      isinactive: 'bool',
    },
  },
  vendorcategory: {
    label: 'Vendor Category',
    primaryKey: 'id',
    displayColumns: ['name'],
    columns: {
      id: 'id',
      name: 'text',
      isinactive: 'bool',
    },
  },
  contactcategory: {
    label: 'Contact Category',
    primaryKey: 'id',
    displayColumns: ['name'],
    columns: {
      id: 'id',
      name: 'text',
      isinactive: 'bool',
    },
  },
  entitystatus: {
    label: 'Entity Status',
    primaryKey: 'key',
    displayColumns: ['name'],
    columns: {
      key: 'id',
      name: 'text',
      entitytype: 'text',
      probability: 'num',
      inactive: 'bool',
    },
  },
  jobtype: {
    label: 'Project Type',
    primaryKey: 'id',
    displayColumns: ['name'],
    columns: {
      id: 'id',
      name: 'text',
      isinactive: 'bool',
    },
  },
};
