import {
  alias,
  and,
  bindClient,
  type ClientBase,
  defineTable,
  eq,
  from,
  gte,
  type Table,
} from '@suitewright/runtime';
import { DummyDriver, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import { type Measurement, measurement, median } from '../measurement.js';

interface Customer {
  readonly id: string;
  readonly companyname: string | null;
}
interface Transaction {
  readonly id: string;
  readonly entity: string | null;
  readonly tranid: string | null;
  readonly memo: string | null;
}

const customer: Table<'customer', Customer> = defineTable('customer', { id: 'id', companyname: 'text' });
const transaction: Table<'transaction', Transaction> = defineTable('transaction', {
  id: 'id',
  entity: 'ref:customer',
  tranid: 'text',
  memo: 'text',
});
const aliased = alias(transaction, 't');

/** Builds and compiles one two-table query, over and over. */
export async function* run(): AsyncGenerator<Measurement> {
  const generated = { format: 1, schema: 'bench', bindParameters: true, timeZone: null, models: {} } as const;
  const ns = bindClient<ClientBase>(generated, {
    account: '1234567',
    auth: { method: 'bearer', accessToken: 'unused' },
  });
  const db = new Kysely<{ customer: Customer; transaction: Transaction }>({
    dialect: {
      createAdapter: () => new MysqlAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (each) => new MysqlIntrospector(each),
      createQueryCompiler: () => new MysqlQueryCompiler(),
    },
  });

  const ours = (): unknown =>
    ns.$toSuiteQL(
      from(aliased)
        .innerJoin(customer, eq(aliased.entity, customer.id))
        .where(and(gte(aliased.tranid, 'SO1'), eq(customer.companyname, 'Acme')))
        .orderBy(aliased.id)
        .select({ id: aliased.id, number: aliased.tranid, name: customer.companyname }),
    );
  const kysely = (): unknown =>
    db
      .selectFrom('transaction as t')
      .innerJoin('customer', 't.entity', 'customer.id')
      .where('t.tranid', '>=', 'SO1')
      .where('customer.companyname', '=', 'Acme')
      .orderBy('t.id')
      .select(['t.id as id', 't.tranid as number', 'customer.companyname as name'])
      .compile();

  // Taken in turns, so that both see the same machine.
  const rounds = Array.from({ length: 9 }, () => [microseconds(ours), microseconds(kysely)] as const);
  const value = median(rounds.map(([mine]) => mine));
  const peerValue = median(rounds.map(([, theirs]) => theirs));
  yield measurement('build and compile a two-table query', value, 'µs', {
    peer: 'kysely',
    peerValue,
    goal: '<= 6 µs',
    met: (us) => us <= 6,
  });
  await ns.$close();
}

const REPEATS = 20_000;

function microseconds(work: () => unknown): number {
  const start = performance.now();
  for (let index = 0; index < REPEATS; index++) work();
  return ((performance.now() - start) * 1000) / REPEATS;
}
