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
