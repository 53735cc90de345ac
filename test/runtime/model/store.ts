import { type Emulator, startEmulator } from '@suitewright/emulator';
import {
  bindClient,
  type ClientBase,
  type ClientOptions,
  type Decimal,
  defineTable,
  type Id,
  type Model,
  type PlainDate,
  type Table,
  type ToMany,
  type ToOne,
} from '@suitewright/runtime';

/** Orders with lines, items and customers: what relations to many rows need. */
export const storeRows = {
  subsidiary: [
    { id: 1, name: 'North' },
    { id: 2, name: 'South' },
    { id: 3, name: 'West' },
  ],
  customer: [
    { id: 10, companyname: 'Acme', email: 'a@acme.test', isinactive: false, parent: null },
    { id: 11, companyname: 'Beta', email: null, isinactive: false, parent: 10 },
    { id: 12, companyname: 'Gone', email: 'g@gone.test', isinactive: true, parent: 10 },
  ],
  entity: [{ id: 10, entityid: 'Acme' }],
  item: [
    { id: 1, itemid: 'Bolt', subsidiary: '1, 2' },
    { id: 2, itemid: 'Nut', subsidiary: '2' },
    { id: 3, itemid: 'Rod', subsidiary: null },
  ],
  transaction: [
    { id: 100, type: 'SalesOrd', tranid: 'SO1', trandate: '2026-01-05', entity: 10, foreigntotal: 30 },
    { id: 101, type: 'SalesOrd', tranid: 'SO2', trandate: '2026-02-05', entity: 11, foreigntotal: 5 },
    { id: 102, type: 'SalesOrd', tranid: 'SO3', trandate: '2026-02-05', entity: 10, foreigntotal: null },
    { id: 103, type: 'CustInvc', tranid: 'INV1', trandate: '2026-03-01', entity: 10, foreigntotal: 99 },
  ],
  transactionline: [
    { uniquekey: 1, id: 0, transaction: 100, mainline: true, item: null, quantity: null, rate: null },
    { uniquekey: 2, id: 1, transaction: 100, mainline: false, item: 1, quantity: 2, rate: 10 },
    { uniquekey: 3, id: 2, transaction: 100, mainline: false, item: 2, quantity: 1, rate: 10 },
    { uniquekey: 4, id: 0, transaction: 101, mainline: true, item: null, quantity: null, rate: null },
    { uniquekey: 5, id: 1, transaction: 101, mainline: false, item: 1, quantity: 5, rate: 1 },
    { uniquekey: 6, id: 0, transaction: 103, mainline: true, item: null, quantity: null, rate: null },
  ],
  transactionaccountingline: [
    { transaction: 100, transactionline: 1, accountingbook: 1, amount: -20 },
    { transaction: 100, transactionline: 2, accountingbook: 1, amount: -10 },
    { transaction: 101, transactionline: 1, accountingbook: 1, amount: -5 },
  ],
};

interface CustomerRow {
  readonly id: Id<'customer'>;
  readonly companyname: string | null;
  readonly email: string | null;
  readonly isinactive: boolean | null;
  readonly parent: Id<'customer'> | null;
}
interface CustomerRelations {
  readonly parent: ToOne<CustomerRow, CustomerRelations>;
  readonly children: ToMany<CustomerRow, CustomerRelations>;
  readonly transactions: ToMany<TransactionRow, TransactionRelations>;
}

interface ItemRow {
  readonly id: Id<'item'>;
  readonly itemid: string | null;
  readonly subsidiary: readonly Id<'subsidiary'>[] | null;
}
interface ItemRelations {
  readonly transactionline_by_item: ToMany<LineRow, LineRelations>;
}

interface TransactionRow {
  readonly id: Id<'transaction'>;
  readonly entity: Id<'customer'> | null;
  readonly foreigntotal: Decimal | null;
  readonly trandate: PlainDate | null;
  readonly tranid: string | null;
  readonly type: string | null;
}
interface TransactionLinks {
  readonly lines: ToMany<LineRow, LineRelations>;
}
interface TransactionRelations extends TransactionLinks {
  readonly entity: ToOne<CustomerRow, CustomerRelations>;
}
interface SalesOrderRelations extends TransactionLinks {
  readonly entity: ToOne<CustomerRow, CustomerRelations>;
}

interface LineRow {
  readonly uniquekey: Id<'transactionline'>;
  readonly id: number | null;
  readonly item: Id<'item'> | null;
  readonly mainline: boolean | null;
  readonly quantity: Decimal | null;
  readonly rate: Decimal | null;
  readonly transaction: Id<'transaction'> | null;
}
interface LineRelations {
  readonly item: ToOne<ItemRow, ItemRelations>;
  readonly transaction: ToOne<TransactionRow, TransactionRelations>;
  readonly accountinglines: ToMany<PostingRow, object>;
}

interface PostingRow {
  readonly amount: Decimal | null;
  readonly transaction: Id<'transaction'> | null;
  readonly transactionline: number | null;
}

export const customer: Table<'customer', CustomerRow> = defineTable(
  'customer',
  { id: 'id', companyname: 'text', email: 'text', isinactive: 'bool', parent: 'ref:customer' },
  {
    relations: {
      parent: { cardinality: 'one', model: 'customer', from: 'parent', to: 'id' },
      children: { cardinality: 'many', model: 'customer', from: 'id', to: 'parent' },
      transactions: { cardinality: 'many', model: 'transaction', from: 'id', to: 'entity' },
    },
  },
);

const item: Table<'item', ItemRow> = defineTable(
  'item',
  { id: 'id', itemid: 'text', subsidiary: 'multi:subsidiary' },
  {
    relations: {
      transactionline_by_item: { cardinality: 'many', model: 'transactionline', from: 'id', to: 'item' },
    },
  },
);

const transactionColumns = {
  id: 'id',
  entity: 'ref:customer',
  foreigntotal: 'num',
  trandate: 'date',
  tranid: 'text',
  type: 'text',
} as const;

const toEntity = { cardinality: 'one', model: 'customer', from: 'entity', to: 'id' } as const;

export const transaction: Table<'transaction', TransactionRow> = defineTable(
  'transaction',
  transactionColumns,
  {
    relations: {
      entity: toEntity,
      lines: { cardinality: 'many', model: 'transactionline', from: 'id', to: 'transaction' },
    },
  },
);

export const salesorder: Table<'transaction', TransactionRow> = defineTable(
  'transaction',
  transactionColumns,
  {
    discriminator: [{ column: 'type', value: 'SalesOrd' }],
    relationsOf: 'transaction',
    relations: { entity: toEntity },
  },
);

export const transactionline: Table<'transactionline', LineRow> = defineTable(
  'transactionline',
  {
    uniquekey: 'id',
    id: 'int',
    item: 'ref:item',
    mainline: 'bool',
    quantity: 'num',
    rate: 'num',
    transaction: 'ref:transaction',
  },
  {
    primaryKey: 'uniquekey',
    relations: {
      item: { cardinality: 'one', model: 'item', from: 'item', to: 'id' },
      transaction: { cardinality: 'one', model: 'transaction', from: 'transaction', to: 'id' },
      accountinglines: {
        cardinality: 'many',
        model: 'transactionaccountingline',
        from: 'transaction',
        to: 'transaction',
        also: [{ from: 'id', to: 'transactionline' }],
      },
    },
  },
);

const transactionaccountingline: Table<'transactionaccountingline', PostingRow> = defineTable(
  'transactionaccountingline',
  { amount: 'num', transaction: 'ref:transaction', transactionline: 'int' },
  { primaryKey: null },
);

/** The client as generated code would declare it. */
export interface StoreClient extends ClientBase {
  readonly customer: Model<CustomerRow, CustomerRelations>;
  readonly item: Model<ItemRow, ItemRelations>;
  readonly salesorder: Model<TransactionRow, SalesOrderRelations>;
  readonly transaction: Model<TransactionRow, TransactionRelations>;
  readonly transactionaccountingline: Model<PostingRow, object>;
  readonly transactionline: Model<LineRow, LineRelations>;
}

export interface Store extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly ns: StoreClient;
  /** The number of queries that the work sends. */
  requestsOf(work: () => Promise<unknown>): Promise<number>;
}

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** An emulator with the rows, and a client that is signed in. */
export async function openStore(tables: Rows = storeRows, options: ClientOptions = {}): Promise<Store> {
  const emulator = await startEmulator({ seed: { tables } as never });
  const models = {
    customer: async () => ({ customer }),
    item: async () => ({ item }),
    salesorder: async () => ({ salesorder }),
    transaction: async () => ({ transaction }),
    transactionaccountingline: async () => ({ transactionaccountingline }),
    transactionline: async () => ({ transactionline }),
  };
  const generated = { format: 1, schema: 'store', bindParameters: true, timeZone: null, models } as const;
  const ns = bindClient<StoreClient>(generated, { environment: emulator.environment('tba'), ...options });
  return {
    emulator,
    ns,
    async requestsOf(work) {
      const before = emulator.requests.total;
      await work();
      return emulator.requests.total - before;
    },
    async [Symbol.asyncDispose]() {
      await ns.$close();
      await emulator.close();
    },
  };
}
