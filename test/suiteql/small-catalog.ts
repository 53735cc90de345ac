import type { Catalog, CatalogTable, ColumnKind } from '@suitewright/suiteql';

function table(columns: Readonly<Record<string, ColumnKind | 'hidden'>>): CatalogTable {
  return {
    primaryKey: 'id' in columns ? 'id' : null,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, kind]) => [
        name,
        kind === 'hidden' ? { kind: 'num', exposed: false } : { kind },
      ]),
    ),
  };
}

const TABLES: Readonly<Record<string, CatalogTable>> = {
  transaction: table({
    id: 'id',
    type: 'text',
    tranid: 'text',
    trandate: 'date',
    createddate: 'datetime',
    entity: 'ref:entity',
    currency: 'ref:currency',
    status: 'text',
    posting: 'bool',
    foreigntotal: 'num',
    daysopen: 'int',
    memo: 'text',
    subsidiary: 'hidden',
    total: 'hidden',
  }),
  transactionline: table({
    id: 'id',
    transaction: 'ref:transaction',
    item: 'ref:item',
    mainline: 'bool',
    quantity: 'num',
    memo: 'text',
  }),
  customer: table({
    id: 'id',
    entityid: 'text',
    companyname: 'text',
    salesrep: 'ref:employee',
    isinactive: 'bool',
    datecreated: 'datetime',
    multisubsidiary: 'multi:subsidiary',
  }),
  employee: table({ id: 'id', entityid: 'text', supervisor: 'ref:employee' }),
  item: table({ id: 'id', itemid: 'text', cost: 'num' }),
};

/** Everything that this account has. */
export const catalog: Catalog = {
  table: (name) => (Object.hasOwn(TABLES, name) ? TABLES[name] : undefined),
  tableNames: () => Object.keys(TABLES),
  complete: true,
};
