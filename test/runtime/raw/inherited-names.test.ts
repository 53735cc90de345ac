import { bindClient, type ClientBase, type Query, sql } from '@suitewright/runtime';
import { expect, test } from 'vitest';
import { answerJson, bearer, startServer } from '../local-server.js';

const names = ['id', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const columns = Object.fromEntries(names.map((name) => [name, 'text'] as const));

/** The rows of a statement that is written as text, with and without declared columns. */
async function rowsOf(wire: object, statement: Query<unknown>): Promise<unknown[]> {
  await using server = await startServer((_, response) =>
    answerJson(response, 200, {
      links: [],
      count: 1,
      hasMore: false,
      items: [wire],
      offset: 0,
      totalResults: 1,
    }),
  );
  const generated = { format: 1, schema: 'x', bindParameters: true, timeZone: null, models: {} } as const;
  await using ns = bindClient<ClientBase>(generated, {
    account: '1234567_SB1',
    baseUrl: server.url,
    auth: bearer,
    environment: {},
  });
  return await ns.$all(statement);
}

const text = sql`SELECT * FROM customer ORDER BY id`;

test('columns called as what objects inherit are columns of the row, declared or not', async () => {
  const wire = {
    links: [],
    id: '1',
    ['__proto__']: 'p',
    constructor: 'c',
    tostring: 't',
    hasownproperty: 'h',
  };
  for (const statement of [text, text.as(columns)]) {
    const [row] = (await rowsOf(wire, statement)) as [object];
    expect(Object.values(row)).toEqual(['1', 'p', 'c', 't', 'h']);
    expect(Object.keys(row).map((name) => name.toLowerCase())).toEqual(
      names.map((name) => name.toLowerCase()),
    );
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  }
});

test('such a column is null where it is absent, as NULL is on the wire', async () => {
  const [row] = (await rowsOf({ links: [], id: '1' }, text.as(columns))) as [object];
  expect(Object.entries(row)).toEqual(names.map((name) => [name, name === 'id' ? '1' : null]));
});
