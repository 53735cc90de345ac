import { startEmulator } from '@suitewright/emulator';
import {
  bindClient,
  type ClientBase,
  count,
  defineTable,
  desc,
  eq,
  from,
  type Id,
  lower,
  type Model,
  type Query,
  sql,
  type Table,
  TooManyResultsError,
} from '@suitewright/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerJson, bearer, startServer } from '../local-server.js';

// What offsets reach is set low here, as a small copy of NetSuite's 100,000: the emulator answers beyond it as
// NetSuite does, and `totalResults` does not tell.
const REACH = 1500;
const ROWS = 4200;

interface DepartmentRow {
  readonly id: Id<'department'>;
  readonly name: string | null;
}
interface LocationRow {
  readonly id: Id<'location'>;
  readonly department: Id<'department'> | null;
  readonly name: string | null;
}

const department: Table<'department', DepartmentRow> = defineTable('department', { id: 'id', name: 'text' });
const location: Table<'location', LocationRow> = defineTable('location', {
  id: 'id',
  department: 'ref:department',
  name: 'text',
});
const keyless: Table<'department', DepartmentRow> = defineTable(
  'department',
  { id: 'id', name: 'text' },
  { primaryKey: null },
);

interface Client extends ClientBase {
  readonly department: Model<DepartmentRow, object>;
}

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let ns: Client;

function clientOf({ environment }: typeof emulator): Client {
  const models = { department: async () => ({ department }) };
  return bindClient<Client>(
    { format: 1, schema: 'reading', bindParameters: true, timeZone: null, models },
    { environment: environment('tba') },
  );
}

beforeAll(async () => {
  const row = (_: unknown, index: number): object => ({ id: index * 3 + 1, name: `Row ${index % 7}` });
  emulator = await startEmulator({
    resultsMaximum: REACH,
    seed: {
      tables: {
        department: Array.from({ length: ROWS }, row),
        location: Array.from({ length: 3 }, (_, index) => ({ id: index + 1, name: 'Row 1' })),
      },
    },
  });
  ns = clientOf(emulator);
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

const all = Array.from({ length: ROWS }, (_, index) => String(index * 3 + 1));

test('a model gives every row once, in the order of its key, past what offsets reach', async () => {
  const rows = await ns.department.findMany();
  expect(rows.map(({ id }) => id)).toEqual(all);
  const names = await ns.department.findMany({ select: { name: true } });
  expect(names).toHaveLength(ROWS);
  expect(names[1]).toEqual({ name: 'Row 1' });
  const falling = await ns.department.findMany({ select: { id: true }, orderBy: { id: 'desc' } });
  expect(falling.map(({ id }) => id)).toEqual(all.toReversed());
});

test('a builder query over a keyed table does so as well, with what it joins', async () => {
  const named = from(department).select({ name: department.name });
  expect(await ns.$all(named)).toHaveLength(ROWS);

  // Three rows of the other table for each of 600 departments: several rows have the same key.
  const joined = from(department)
    .innerJoin(location, eq(department.name, location.name))
    .select({ id: department.id, location: location.id });
  const pairs = await ns.$all(joined);
  expect(pairs).toHaveLength((ROWS / 7) * 3);
  expect(new Set(pairs.map(({ id, location: to }) => `${id} ${to}`)).size).toBe(pairs.length);
});

test('a model takes more rows than one result has', async () => {
  const rows = 100_400;
  const take = 100_200;
  const seed = {
    tables: { department: Array.from({ length: rows }, (_, index) => ({ id: index + 1, name: 'Row' })) },
  };
  await using large = await startEmulator({ seed });
  await using client = clientOf(large);
  const found = await client.department.findMany({ select: { id: true }, skip: 50, take });

  expect(found).toHaveLength(take);
  expect(found[0]).toEqual({ id: '51' });
  expect(found.at(-1)).toEqual({ id: String(take + 50) });
  let last: unknown;
  for await (const row of client.department.stream({ select: { id: true }, take })) last = row;
  expect(last).toEqual({ id: String(take) });
}, 60_000);

test('a text without ORDER BY gives every row once, sorted by the columns that it declares', async () => {
  const before = emulator.requests.total;
  const declared = sql`SELECT name, id FROM department WHERE id < ${3000}`.as({ name: 'text', id: 'id' });
  const rows = await ns.$all(declared);

  expect(new Set(rows.map(({ id }) => id)).size).toBe(1000);
  expect(emulator.requests.total - before).toBe(1);
  const more = sql`SELECT name, id FROM department WHERE id < ${4000} -- some`.as({ name: 'text', id: 'id' });
  const sorted = await ns.$all(more);
  expect(new Set(sorted.map(({ id }) => id))).toEqual(new Set(all.slice(0, 1333)));
  expect(sorted).toHaveLength(1333);
  expect(sorted[0]?.name).toBe('Row 0');
  const streamed: unknown[] = [];
  for await (const row of ns.$stream(more)) streamed.push(row);
  expect(streamed).toEqual(sorted);

  const undeclared = sql`SELECT name, id FROM department WHERE id < ${4000}`;
  await expect(ns.$all(undeclared)).rejects.toMatchObject({
    name: 'UnsafeReadError',
    reason: 'the rows have no order',
  });
});

test('a stream is resumed by another client', async () => {
  const query = from(department).select({ name: department.name, id: department.id });
  const ids: string[] = [];
  const first = ns.$stream(query);
  for await (const { id } of first) {
    ids.push(id);
    if (ids.length === 1700) break;
  }
  for await (const { id } of ns.$stream(query, { resume: first.checkpoint() })) ids.push(id);
  expect(ids).toEqual(all);

  const model = ns.department.stream({ where: { name: 'Row 3' } });
  const names: string[] = [];
  for await (const { id } of model) {
    names.push(id);
    if (names.length === 10) break;
  }
  const resume = model.checkpoint();
  for await (const { id } of ns.department.stream({ where: { name: 'Row 3' }, resume })) names.push(id);
  expect(names).toEqual(all.filter((_, index) => index % 7 === 3));
  const other = ns.department.stream({ where: { name: 'Row 4' }, resume });
  await expect(other[Symbol.asyncIterator]().next()).rejects.toThrow('The checkpoint is of another query');
});

test.each([
  ['groups', from(department).groupBy(department.name).select({ name: department.name, rows: count() })],
  ['another order', from(department).orderBy(desc(department.name)).select({ id: department.id })],
  ['distinct rows', from(department).distinct().select({ name: department.name })],
])('a stream over %s cannot be resumed, and says so', async (_, query: Query<object>) => {
  expect(() => ns.$stream(query).checkpoint()).toThrow('This read cannot be resumed');
});

/** Answers every statement with a full page and more to come, then with the end; notes the statements. */
async function statementsOf(query: Query<object>): Promise<string[]> {
  await using server = await startServer((request, response, index) => {
    const isFirst = index === 0;
    const items = isFirst
      ? Array.from({ length: 1000 }, (_, at) => ({ c0: String(at), c1: String(at) }))
      : [];
    const total = isFirst ? 1500 : 0;
    answerJson(response, 200, {
      ...{ count: items.length, hasMore: isFirst, items, totalResults: total },
      offset: Number(new URL(request.url, 'http://localhost').searchParams.get('offset')),
    });
  });
  const client = bindClient<ClientBase>(
    { format: 1, schema: 'reading', bindParameters: false, timeZone: null, models: {} },
    { account: '1234567', auth: bearer, baseUrl: server.url, environment: {} },
  );
  await client.$all(query).catch(() => {});
  await client.$close();
  return server.requests.map(({ body }) => JSON.parse(body).q);
}

test('asks for ranges of the key, and adds the key where it is not selected', async () => {
  const byKey = from(department).orderBy(department.id).select({ name: department.name, id: department.id });
  expect((await statementsOf(byKey)).slice(0, 3)).toEqual([
    'SELECT department.name AS c0, department.id AS c1 FROM department ORDER BY department.id ASC',
    'SELECT department.name AS c0, department.id AS c1 FROM department WHERE department.id > 998 ORDER BY department.id DESC',
    'SELECT department.name AS c0, department.id AS c1 FROM department WHERE department.id > 998 AND department.id <= 1898 ORDER BY department.id ASC',
  ]);
  const unsorted = from(department).select({ name: lower(department.name) });
  expect(await statementsOf(unsorted)).toEqual([
    'SELECT LOWER(department.name) AS c0 FROM department',
    'SELECT LOWER(department.name) AS c0, department.id AS c1 FROM department ORDER BY department.id ASC',
  ]);
});

test.each([
  [
    'the key',
    from(department).orderBy(desc(department.name)).select({ name: department.name }),
    'ORDER BY department.name DESC, department.id ASC',
  ],
  [
    'the keys of all tables of which a row can meet several',
    from(department)
      .innerJoin(location, eq(department.name, location.name))
      .orderBy(department.name)
      .select({ name: department.name }),
    'ORDER BY department.name ASC, department.id ASC, location.id ASC',
  ],
  [
    'the key alone, where a join asks for the key of the other table',
    from(location)
      .leftJoin(department, eq(location.department, department.id))
      .orderBy(location.name)
      .select({ name: department.name }),
    'ORDER BY location.name ASC, location.id ASC',
  ],
  [
    'what is grouped by',
    from(department).groupBy(department.name).orderBy(desc(count())).select({ rows: count() }),
    'ORDER BY COUNT(*) DESC, department.name ASC',
  ],
  [
    'every column, where no key is known',
    from(keyless).orderBy(keyless.name).select({ id: keyless.id, name: keyless.name }),
    'ORDER BY department.name ASC, department.id ASC',
  ],
  [
    'every column of distinct rows',
    from(department).distinct().select({ name: department.name }),
    'ORDER BY c0 ASC',
  ],
])('where there is more than a page, the order is settled by %s', async (_, query: Query<object>, order) => {
  const [, second] = await statementsOf(query);
  expect(second?.slice(second.indexOf('ORDER BY'))).toBe(order);
});

test('a million groups are refused, and nothing is handed over', async () => {
  await using server = await startServer((_, response) =>
    answerJson(response, 200, {
      ...{ count: 1000, hasMore: true, items: Array(1000).fill({ c0: '1' }) },
      ...{ offset: 0, totalResults: 1_000_000 },
    }),
  );
  const client = bindClient<ClientBase>(
    { format: 1, schema: 'reading', bindParameters: true, timeZone: null, models: {} },
    { account: '1234567', auth: bearer, baseUrl: server.url, environment: {} },
  );
  const groups = from(department).groupBy(department.name).select({ name: department.name });
  const error: unknown = await client.$all(groups).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TooManyResultsError);
  expect(error).toMatchObject({ totalResults: 1_000_000 });
  await client.$close();
});
