import type { ColumnKind } from '@suitewright/schema';

// Assumed: no document lists the columns of a custom record's table; these are the ones in public queries.
export const customRecordBaseColumns: Readonly<Record<string, ColumnKind>> = {
  id: 'id',
  recordid: 'int',
  name: 'text',
  altname: 'text',
  externalid: 'text',
  scriptid: 'text',
  isinactive: 'bool',
  owner: 'ref:employee',
  created: 'datetime',
  lastmodified: 'datetime',
  lastmodifiedby: 'ref:employee',
};

// Assumed: as above, for a custom list's table.
export const customListBaseColumns: Readonly<Record<string, ColumnKind>> = {
  id: 'id',
  recordid: 'int',
  name: 'text',
  abbreviation: 'text',
  externalid: 'text',
  scriptid: 'text',
  isinactive: 'bool',
  owner: 'ref:employee',
  created: 'datetime',
  lastmodified: 'datetime',
};
