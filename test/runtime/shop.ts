import { type Emulator, startEmulator } from '@suitewright/emulator';
import {
  bindClient,
  type ClientBase,
  type ClientOptions,
  type DateTime,
  type Decimal,
  defineTable,
  type Id,
  type Model,
  type PlainDate,
  type Table,
  type ToOne,
} from '@suitewright/runtime';

/** A few rows that every test of queries can keep in mind. */
const seed = {
  tables: {
    employee: [
      { id: 1, entityid: 'Ada', firstname: 'Ada', lastname: 'Ek', supervisor: null },
      { id: 2, entityid: 'Bo', firstname: 'Bo', lastname: "O'Hara", supervisor: 1 },
    ],
    customer: [
      {
        id: 10,
        companyname: 'Acme 100%',
        isinactive: false,
        salesrep: 2,
        datecreated: '2026-01-31T09:30:00',
      },
      {
        id: 11,
        companyname: 'Acme_Labs',
        isinactive: false,
        salesrep: 1,
        datecreated: '2026-07-01T12:00:00',
      },
      { id: 12, companyname: "Zoë's", isinactive: true, salesrep: null, datecreated: '2025-12-31T23:59:59' },
    ],
    transaction: [
      { id: 100, type: 'SalesOrd', tranid: 'SO1', trandate: '2026-01-01', entity: 10, foreigntotal: 10.5 },
      { id: 101, type: 'SalesOrd', tranid: 'SO2', trandate: '2026-02-01', entity: 11, foreigntotal: 0.3 },
      { id: 102, type: 'SalesOrd', tranid: 'SO3', trandate: '2026-02-01', entity: 10, foreigntotal: null },
      { id: 103, type: 'CustInvc', tranid: 'INV1', trandate: '2026-03-01', entity: 10, foreigntotal: 99 },
    ],
  },
};

interface EmployeeRow {
  readonly id: Id<'employee'>;
  readonly entityid: string | null;
  readonly lastname: string | null;
  readonly supervisor: Id<'employee'> | null;
}

interface EmployeeRelations {
  readonly supervisor: ToOne<EmployeeRow, EmployeeRelations>;
}

export const employee: Table<'employee', EmployeeRow> = defineTable(
  'employee',
  { id: 'id', entityid: 'text', lastname: 'text', supervisor: 'ref:employee' },
  { relations: { supervisor: { cardinality: 'one', model: 'employee', from: 'supervisor', to: 'id' } } },
);

interface CustomerRow {
  readonly id: Id<'customer'>;
  readonly companyname: string | null;
  readonly datecreated: DateTime | null;
  readonly isinactive: boolean | null;
  readonly salesrep: Id<'employee'> | null;
}

interface CustomerRelations {
  readonly salesrep: ToOne<EmployeeRow, EmployeeRelations>;
}

export const customer: Table<'customer', CustomerRow> = defineTable(
  'customer',
  { id: 'id', companyname: 'text', datecreated: 'datetime', isinactive: 'bool', salesrep: 'ref:employee' },
  { relations: { salesrep: { cardinality: 'one', model: 'employee', from: 'salesrep', to: 'id' } } },
);

interface SalesOrderRow {
  readonly id: Id<'transaction'>;
  readonly entity: Id<'customer'> | null;
  readonly foreigntotal: Decimal | null;
  readonly trandate: PlainDate | null;
  readonly tranid: string | null;
  readonly type: string | null;
}

interface SalesOrderRelations {
  readonly entity: ToOne<CustomerRow, CustomerRelations>;
}

export const salesorder: Table<'transaction', SalesOrderRow> = defineTable(
  'transaction',
  { id: 'id', entity: 'ref:customer', foreigntotal: 'num', trandate: 'date', tranid: 'text', type: 'text' },
  {
    discriminator: [{ column: 'type', value: 'SalesOrd' }],
    relations: { entity: { cardinality: 'one', model: 'customer', from: 'entity', to: 'id' } },
  },
);

/** The client as generated code would declare it. */
export interface ShopClient extends ClientBase {
  readonly customer: Model<CustomerRow, CustomerRelations>;
  readonly employee: Model<EmployeeRow, EmployeeRelations>;
  readonly salesorder: Model<SalesOrderRow, SalesOrderRelations>;
}

export interface Shop extends AsyncDisposable {
  readonly emulator: Emulator;
  /** A client that is signed in. */
  client(options?: ClientOptions): ShopClient;
}

/** An emulator with the shop's rows. */
export async function openShop(): Promise<Shop> {
  const emulator = await startEmulator({ seed });
  const clients: ShopClient[] = [];
  return {
    emulator,
    client(options = {}) {
      const models = {
        customer: async () => ({ customer }),
        employee: async () => ({ employee }),
        salesorder: async () => ({ salesorder }),
      };
      const generated = { format: 1, schema: 'shop', bindParameters: true, timeZone: null, models } as const;
      const opened = bindClient<ShopClient>(generated, {
        environment: emulator.environment('tba'),
        ...options,
      });
      clients.push(opened);
      return opened;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.$close()));
      await emulator.close();
    },
  };
}
