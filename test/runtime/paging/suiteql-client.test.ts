import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Connection,
  type ConnectionOptions,
  MalformedResponseError,
  QueryRejectedError,
  TooManyResultsError,
  UnsafeReadError,
} from '@suitewright/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answerJson,
  connectTo,
  errorBody,
  type Handler,
  type ReceivedRequest,
  startServer,
} from '../local-server.js';

const query = { text: 'SELECT id FROM customer ORDER BY id', parameters: [] };
const quiet: ConnectionOptions = { retry: { attempts: 1 } };

/** A page as NetSuite answers: captured 2026-03, ids as text, `links` in each row. */
function pageBody(total: number, { url }: ReceivedRequest): object {
  const { limit, offset } = bounds(url);
  const count = Math.max(0, Math.min(limit, total - offset));
  const items = Array.from({ length: count }, (_, index) => ({ links: [], id: String(offset + index + 1) }));
  const links = [{ rel: 'self', href: 'https://1234567.suitetalk.api.netsuite.com/…', method: 'POST' }];
  return { links, count, hasMore: offset + count < total, items, offset, totalResults: total };
}

function bounds(url: string): { limit: number; offset: number } {
  const { searchParams } = new URL(url, 'http://localhost');
  return { limit: Number(searchParams.get('limit')), offset: Number(searchParams.get('offset')) };
}

function serving(total: number): Handler {
  return (request, response) => answerJson(response, 200, pageBody(total, request));
}

const ids = (count: number): { id: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));

test('asks for a page as NetSuite wants it, and gives plain rows', async () => {
  const items = [
    { links: [], companyname: 'Tax Office', id: '8' },
    { links: [], ID: '7' },
    { links: 'a column of this name', id: '6' },
  ];
  await using server = await startServer((_, response) =>
    answerJson(response, 200, { links: [], count: 3, hasMore: false, items, offset: 20, totalResults: 23 }),
  );
  await using connection = connectTo(server);
  const statement = { text: 'SELECT id, companyname FROM customer WHERE id > ?', parameters: [5] };
  expect(await connection.suiteql.page(statement, { limit: 10, offset: 20 })).toMatchObject({
    rows: [{ companyname: 'Tax Office', id: '8' }, { id: '7' }, { links: 'a column of this name', id: '6' }],
    totalResults: 23,
    hasMore: false,
    offset: 20,
    count: 3,
  });
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    url: '/services/rest/query/v1/suiteql?limit=10&offset=20',
    headers: { prefer: 'transient', 'content-type': 'application/json' },
  });
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ q: statement.text, params: ['5'] });
});

test('gives typed readers the rows as they were parsed, or in lower case where NetSuite writes them otherwise', async () => {
  const pages = [[{ links: [], c0: '8' }], [{ links: [], C0: '8' }]].map((items) => ({
    items,
    count: 1,
    hasMore: false,
  }));
  await using server = await startServer((_, response) =>
    answerJson(response, 200, { ...pages.shift(), links: [], offset: 0, totalResults: 1 }),
  );
  await using connection = connectTo(server);
  const statement = { text: 'SELECT id AS c0 FROM customer', parameters: [] };

  expect((await connection.suiteql.page(statement)).parsedRows).toEqual([{ links: [], c0: '8' }]);
  expect((await connection.suiteql.page(statement)).parsedRows).toEqual([{ c0: '8' }]);
});

test('writes the values into the text where the setting says so', async () => {
  await using server = await startServer(serving(0));
  await using connection = connectTo(server, { parameters: 'literal' });
  expect(await connection.suiteql.all({ text: 'SELECT ? FROM dual', parameters: ["a'b"] })).toEqual([]);
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ q: "SELECT 'a''b' FROM dual" });
});

test.each([
  [{ limit: 0 }, '1 to 1000 rows'],
  [{ limit: 1001 }, '1 to 1000 rows'],
  [{ limit: 2.5 }, '1 to 1000 rows'],
  [{ limit: 10, offset: 15 }, 'multiples of the limit'],
  [{ limit: 10, offset: -10 }, 'multiples of the limit'],
  [{ offset: 100_000 }, 'hands out 100000 results'],
])('refuses %j before anything is sent', async (options, message) => {
  await using server = await startServer(serving(1));
  await using connection = connectTo(server);
  await expect(connection.suiteql.page(query, options)).rejects.toThrow(message);
  await expect(connection.suiteql.page(query, options)).rejects.toThrow(TypeError);
  expect(server.requests).toHaveLength(0);
});

test('reads every row once and in order, whatever the order in which pages come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1 }),
      async (total, limit, concurrency, delays) => {
        await using server = await startServer(async (request, response, index) => {
          await new Promise((resolve) => setTimeout(resolve, delays[index % delays.length]));
          answerJson(response, 200, pageBody(total, request));
        });
        await using connection = connectTo(server, { concurrency });
        expect(await connection.suiteql.all(query, { limit })).toEqual(ids(total));
        expect(server.requests).toHaveLength(Math.max(1, Math.ceil(total / limit)));
      },
    ),
    { numRuns: 40 },
  );
});

test.each([0, 1, 10, 15, 30, 100])(
  'reads the same rows whether %i are expected or not',
  async (expectedRows) => {
    await using server = await startServer(serving(30));
    await using connection = connectTo(server, { concurrency: 3 });
    expect(await connection.suiteql.all(query, { limit: 5, expectedRows })).toEqual(ids(30));
  },
);

test('fetches the pages of the rows that are expected together with the first one', async () => {
  let arrived = 0;
  let release = (): void => {};
  const allArrived = new Promise<void>((resolve) => {
    release = resolve;
  });
  await using server = await startServer(async (request, response) => {
    arrived += 1;
    // The first page is not answered before four others are asked for.
    if (arrived === 5) release();
    await allArrived;
    answerJson(response, 200, pageBody(50, request));
  });
  await using connection = connectTo(server, { concurrency: 5 });
  expect(await connection.suiteql.all(query, { limit: 10, expectedRows: 50 })).toEqual(ids(50));
  expect(server.requests).toHaveLength(5);
});

test('streams rows and fetches the pages after the first at the same time, within its concurrency', async () => {
  let running = 0;
  let most = 0;
  await using server = await startServer(async (request, response) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 15));
    running -= 1;
    answerJson(response, 200, pageBody(50, request));
  });
  await using connection = connectTo(server, { concurrency: 3 });
  const rows = [];
  for await (const row of connection.suiteql.stream(query, { limit: 5 })) rows.push(row);
  expect(rows).toEqual(ids(50));
  expect(most).toBe(3);
});

test('a slow reader holds the fetching up', async () => {
  await using server = await startServer(serving(1000));
  await using connection = connectTo(server, { concurrency: 2 });
  const pages = connection.suiteql.pages(query, { limit: 10 });
  await pages.next();
  await pages.next();
  for (let turn = 0; turn < 50; turn += 1) await nextTurn();
  await new Promise((resolve) => setTimeout(resolve, 50));
  // The first page, the second one, and the four of the window.
  expect(server.requests.length).toBeLessThanOrEqual(6);
  await pages.return();
});

test('leaving the loop, an abort, and a failure each stop the fetching and leave nothing running', async () => {
  const slowAfterFirst: Handler = (request, response, index) => {
    if (index === 0) return answerJson(response, 200, pageBody(1000, request));
    const answer = setTimeout(
      () => answerJson(response, 200, pageBody(1000, request)),
      index === 1 ? 0 : 60_000,
    );
    response.once('close', () => clearTimeout(answer));
  };
  await using server = await startServer(slowAfterFirst);
  const connection = connectTo(server, { concurrency: 3 });
  let read = 0;
  for await (const _ of connection.suiteql.pages(query, { limit: 10 })) {
    read += 1;
    if (read === 2) break;
  }
  // Hangs until the test's time is over if a request is still under way.
  await connection.close();
  expect(server.requests.length).toBeLessThanOrEqual(5);

  await using again = await startServer(slowAfterFirst);
  const aborted = connectTo(again, { concurrency: 3 });
  const stop = new AbortController();
  const reason = new Error('enough');
  const reading = async (): Promise<void> => {
    for await (const _ of aborted.suiteql.stream(query, { limit: 10, signal: stop.signal })) {
      if (again.requests.length > 1) stop.abort(reason);
    }
  };
  await expect(reading()).rejects.toBe(reason);
  await aborted.close();

  await using broken = await startServer((request, response, index) =>
    index === 1
      ? answerJson(response, 400, errorBody(400, 'INVALID_PARAMETER', 'Invalid search query.'))
      : slowAfterFirst(request, response, index),
  );
  const failing = connectTo(broken, { concurrency: 3 });
  await expect(failing.suiteql.all(query, { limit: 10 })).rejects.toThrow(QueryRejectedError);
  await failing.close();
});

test('says what NetSuite has against a statement, without the values', async () => {
  // Captured; see netsuite errors: suiteql unknown column.
  const detail =
    "Invalid search query. Detailed unprocessed description follows. Search error occurred: Unknown identifier 'nme'. " +
    'Available identifiers are: {customer=customer}.';
  const body = errorBody(400, 'INVALID_PARAMETER', detail, { 'o:errorQueryParam': 'q' });
  await using server = await startServer((_, response) => answerJson(response, 400, body));
  await using connection = connectTo(server, { parameters: 'literal' });
  const statement = { text: 'SELECT nme FROM customer WHERE id = ?', parameters: ['private'] };
  const error: unknown = await connection.suiteql.all(statement).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(QueryRejectedError);
  expect(error).toMatchObject({ statement: statement.text, queryParameter: 'q', detail });
  expect((error as Error).message).toContain('Check the spelling of the column');
  expect((error as Error).message).not.toContain('private');
});

test('a query with more than 100,000 results fails before a part of it is handed over', async () => {
  await using server = await startServer(serving(100_001));
  await using connection = connectTo(server);
  const rows: unknown[] = [];
  const reading = async (): Promise<void> => {
    for await (const row of connection.suiteql.stream(query)) rows.push(row);
  };
  const error: unknown = await reading().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TooManyResultsError);
  expect(error).toMatchObject({ totalResults: 100_001, maximumResults: 100_000, statement: query.text });
  expect(rows).toEqual([]);
  await expect(connection.suiteql.all(query)).rejects.toThrow('WHERE id > … AND id <= … ORDER BY id');
  await expect(connection.suiteql.page(query)).resolves.toMatchObject({ totalResults: 100_001, count: 1000 });
});

/** The first pages with one total, the others with another. */
function changing(first: { readonly pages: number; readonly total: number }, then: number): Handler {
  return (request, response, index) =>
    answerJson(response, 200, pageBody(index < first.pages ? first.total : then, request));
}

test.each([
  ['come in', 55],
  ['go', 25],
])('gives up when rows %s during the read, because offsets shift', async (_, total) => {
  await using server = await startServer(changing({ pages: 2, total: 30 }, total));
  await using connection = connectTo(server, { concurrency: 1 });
  const error: unknown = await connection.suiteql.all(query, { limit: 10 }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UnsafeReadError);
  expect(error).toMatchObject({ reason: 'the result changed', statement: query.text });
});

test('refuses several pages of rows without an order, before the first one is handed over', async () => {
  await using server = await startServer(serving(30));
  await using connection = connectTo(server);
  const statement = { text: 'SELECT id FROM customer', parameters: [] };
  const rows: unknown[] = [];
  const reading = async (): Promise<void> => {
    for await (const row of connection.suiteql.stream(statement, { limit: 10 })) rows.push(row);
  };
  const error: unknown = await reading().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnsafeReadError);
  expect(error).toMatchObject({ reason: 'the rows have no order', statement: statement.text });
  expect((error as Error).message).toContain('30 results');
  expect(rows).toEqual([]);

  expect(await connection.suiteql.all(statement, { limit: 30 })).toEqual(ids(30));
  expect(await connection.suiteql.all(statement, { limit: 10, whenChanged: 'read on' })).toEqual(ids(30));
});

test('sorts several pages of rows without an order by their columns, where these are known', async () => {
  await using server = await startServer(serving(30));
  await using connection = connectTo(server);
  const statement = { text: 'SELECT id, companyname AS name FROM customer -- all', parameters: [] };
  const read = (columns: readonly string[]): Promise<unknown> =>
    connection.suiteql.all(statement, { limit: 10, columns });

  expect(await read(['id', 'name'])).toEqual(ids(30));
  const texts = new Set(server.requests.slice(1).map(({ body }) => JSON.parse(body).q));
  expect([...texts]).toEqual([`SELECT * FROM (${statement.text}\n) ORDER BY id ASC, name ASC`]);
  await expect(read([])).rejects.toThrow(UnsafeReadError);
});

test('reads on when rows come in during the read, where that is asked for, up to the limit', async () => {
  const readOn = { limit: 10, whenChanged: 'read on' } as const;
  await using growing = await startServer(changing({ pages: 2, total: 30 }, 55));
  await using connection = connectTo(growing, { concurrency: 1 });
  expect(await connection.suiteql.all(query, readOn)).toEqual(ids(55));

  await using overflowing = await startServer(changing({ pages: 1, total: 99_000 }, 100_001));
  await using full = connectTo(overflowing);
  const all = full.suiteql.all(query, { whenChanged: 'read on' });
  await expect(all).rejects.toThrow(TooManyResultsError);
});

const countOf =
  (total: number): Handler =>
  (request, response) => {
    if (!request.body.includes('COUNT(*)')) return answerJson(response, 200, pageBody(100_000, request));
    expect(JSON.parse(request.body).q).toBe(`SELECT COUNT(*) AS c0 FROM (${query.text})`);
    const items = [{ links: [], c0: String(total) }];
    answerJson(response, 200, { count: 1, hasMore: false, items, offset: 0, totalResults: 1 });
  };

test('reads exactly 100,000 results, after counting that there are no more', async () => {
  await using server = await startServer(countOf(100_000));
  await using connection = connectTo(server);
  const rows = await connection.suiteql.all(query);
  expect(rows).toHaveLength(100_000);
  expect(rows.at(-1)).toEqual({ id: '100000' });
  expect(server.requests).toHaveLength(101);
});

test.each([
  ['a semicolon', `${query.text};`, `(${query.text})`],
  ['semicolons between blanks', `${query.text} ; ;\n`, `(${query.text}  \n)`],
  ['a comment', `${query.text} -- all`, `(${query.text} -- all\n)`],
  ['a comment behind a semicolon', `${query.text}; -- all; of them`, `(${query.text} -- all; of them\n)`],
  ['a semicolon behind a comment', `${query.text} -- all;\n;`, `(${query.text} -- all;\n)`],
  ['a comment of its own', `${query.text} /* ; */ ;`, `(${query.text} /* ; */ )`],
  [
    'a string with a semicolon',
    "SELECT id, '; --' FROM a ORDER BY ';'",
    "(SELECT id, '; --' FROM a ORDER BY ';'\n)",
  ],
])('counts a statement that ends in %s', async (_, text, counted) => {
  const counts: string[] = [];
  await using server = await startServer((request, response) => {
    const { q } = JSON.parse(request.body) as { readonly q: string };
    if (!q.includes('COUNT(*)')) return answerJson(response, 200, pageBody(100_000, request));
    counts.push(q);
    const found = [{ links: [], c0: '100001' }];
    answerJson(response, 200, { count: 1, hasMore: false, items: found, offset: 0, totalResults: 1 });
  });
  await using connection = connectTo(server);
  await expect(connection.suiteql.all({ text, parameters: [] })).rejects.toThrow(TooManyResultsError);
  expect(counts).toEqual([`SELECT COUNT(*) AS c0 FROM ${counted}`]);
});

test('sorts a statement that ends in a semicolon by its columns', async () => {
  await using server = await startServer(serving(30));
  await using connection = connectTo(server);
  const statement = { text: 'SELECT id FROM customer;', parameters: [] };
  expect(await connection.suiteql.all(statement, { limit: 10, columns: ['id'] })).toEqual(ids(30));
  expect(JSON.parse(server.requests.at(-1)?.body ?? '').q).toBe(
    'SELECT * FROM (SELECT id FROM customer\n) ORDER BY id ASC',
  );
});

test('a total that stops at the limit is not believed', async () => {
  await using server = await startServer(countOf(250_000));
  await using connection = connectTo(server);
  const error: unknown = await connection.suiteql.all(query).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'TooManyResultsError', totalResults: 250_000 });

  await using refusing = await startServer((request, response, index) =>
    index === 0
      ? answerJson(response, 200, pageBody(100_000, request))
      : answerJson(response, 400, errorBody(400, 'INVALID_PARAMETER', 'Invalid or unsupported search.')),
  );
  await using other = connectTo(refusing);
  const unknown: unknown = await other.suiteql.all(query).catch((e: unknown) => e);
  expect(unknown).toMatchObject({ name: 'TooManyResultsError', totalResults: null });
});

const items = (count: number): object[] => Array.from({ length: count }, () => ({ links: [], id: '1' }));

test.each([
  ['comes twice', { offset: 0 }],
  ['lost rows on the way', { count: 11 }],
  ['has no rows', { items: null }],
  ['says no total', { totalResults: undefined }],
  ['counts as text', { totalResults: '30' }],
  ['counts less than nothing', { totalResults: -1 }],
  ['counts in fractions', { totalResults: 30.5 }],
  ['counts what no number holds', { totalResults: 1e300 }],
  ['says null for its total', { totalResults: null }],
  ['counts its rows as text', { count: '10' }],
  ['says where it starts as text', { offset: '10' }],
  ['says in words that more follow', { hasMore: 'true' }],
  ['claims to be the last one too early', { hasMore: false }],
  ['is short and claims to be the last one', { hasMore: false, count: 4, items: items(4) }],
  ['is empty and claims to be the last one', { hasMore: false, count: 0, items: [] }],
  ['is short, though more follow', { count: 4, items: items(4) }],
  ['is empty, though more follow', { count: 0, items: [] }],
  ['is longer than was asked for', { count: 11, items: items(11) }],
  ['ends behind the last row', { totalResults: 15 }],
  ['ends with the last row, though more follow', { totalResults: 20 }],
  ['holds null for a row', { items: [...items(9), null] }],
  ['holds a list for a row', { items: [[], ...items(9)] }],
  ['holds a text for a row', { items: ['1', ...items(9)] }],
])('does not take a page that %s for the one it asked for', async (_, fault) => {
  await using server = await startServer((request, response) =>
    answerJson(response, 200, {
      ...pageBody(30, request),
      ...(bounds(request.url).offset === 10 ? fault : {}),
    }),
  );
  await using connection = connectTo(server, { ...quiet, concurrency: 1 });
  const { suiteql } = connection;
  await expect(suiteql.all(query, { limit: 10 })).rejects.toThrow(MalformedResponseError);
  const readingOn = suiteql.all(query, { limit: 10, whenChanged: 'read on' });
  await expect(readingOn).rejects.toThrow(MalformedResponseError);
  await expect(suiteql.page(query, { limit: 10, offset: 10 })).rejects.toThrow(MalformedResponseError);
});

test('a page that contradicts itself is asked for again', async () => {
  await using server = await startServer((request, response, index) =>
    answerJson(response, 200, { ...pageBody(30, request), ...(index % 2 === 0 && { hasMore: false }) }),
  );
  await using connection = connectTo(server, { concurrency: 1, retry: { baseDelayMs: 1 } });
  expect(await connection.suiteql.all(query, { limit: 10 })).toEqual(ids(30));
});

test.each([
  ['fail', 'at once', { hasMore: false }],
  ['fail', 'behind the first page', {}],
  ['read on', 'at once', { hasMore: false }],
  ['read on', 'behind the first page', {}],
] as const)('a false total is found out, not read to its end: %s, %s', async (whenChanged, _, fault) => {
  const lie = { totalResults: 99_999, hasMore: true, ...fault };
  await using server = await startServer((request, response) => {
    const page = pageBody(10, request) as { readonly count: number };
    answerJson(response, 200, { ...page, ...(page.count > 0 && lie) });
  });
  await using connection = connectTo(server, { ...quiet, concurrency: 4 });
  const found = await connection.suiteql.all(query, { limit: 10, whenChanged }).catch((e: unknown) => e);
  if (whenChanged === 'read on' && !('hasMore' in fault)) expect(found).toEqual(ids(10));
  else expect((found as Error).name).toMatch(/MalformedResponseError|UnsafeReadError/);
  expect(server.requests.length).toBeLessThan(12);
});

test('the last page may be full, and a page behind it empty', async () => {
  await using server = await startServer(serving(30));
  await using connection = connectTo(server, quiet);
  for (const offset of [20, 30, 40]) {
    const { rows, hasMore } = await connection.suiteql.page(query, { limit: 10, offset });
    expect([rows.length, hasMore]).toEqual([Math.max(0, Math.min(10, 30 - offset)), false]);
  }
});

test('a column called as what objects inherit is a column', async () => {
  const row = { links: [], ['__proto__']: 'p', CONSTRUCTOR: 'c', toString: 't' };
  await using server = await startServer((_, response) =>
    answerJson(response, 200, {
      links: [],
      count: 1,
      hasMore: false,
      items: [row],
      offset: 0,
      totalResults: 1,
    }),
  );
  await using connection = connectTo(server);
  const [found = {}] = await connection.suiteql.all(query);
  expect(Object.entries(found)).toEqual([
    ['__proto__', 'p'],
    ['constructor', 'c'],
    ['tostring', 't'],
  ]);
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
});

test.each<[string, object, string]>([
  ['an unknown name', { limt: 1 }, "'limt' is not an argument. Did you mean 'limit'?"],
  ['a text for an object', 'limit=1' as never, "'limit=1' cannot stand here. Give an object of options."],
  ['an array', [], 'an array cannot stand here'],
  ['null', null as never, 'null cannot stand here'],
  ['a priority that does not exist', { priority: 'high' }, "priority: 'high' cannot stand here"],
  [
    'a signal that is none',
    { signal: new AbortController() },
    'signal: an instance of AbortController cannot',
  ],
  ['null for a signal', { signal: null }, 'signal: null cannot stand here. Give an AbortSignal'],
])('refuses %s among the options of every read', async (_title, options, message) => {
  await using server = await startServer(serving(3));
  await using connection = connectTo(server);
  const { suiteql } = connection;
  const ranged = { key: 'id', statement: () => query };
  const drain = async (rows: () => AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of rows());
  };
  for (const [name, call] of [
    ['page', () => suiteql.page(query, options)],
    ['all', () => suiteql.all(query, options)],
    ['pages', () => drain(() => suiteql.pages(query, options))],
    ['stream', () => drain(() => suiteql.stream(query, options))],
    ['ranges', () => drain(() => suiteql.ranges(ranged, options))],
    ['rangePages', () => drain(() => suiteql.rangePages(ranged, options))],
  ] as const) {
    const refusal = await call().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TypeError);
    expect((refusal as TypeError).message).toContain(`suiteql.${name}: ${message}`);
  }
  expect(server.requests).toHaveLength(0);
});

test.each<[string, (suiteql: Connection['suiteql']) => unknown, string]>([
  [
    'a number of rows that is none',
    (suiteql) => suiteql.all(query, { expectedRows: Number.NaN }),
    'expectedRows: NaN',
  ],
  ['a text for columns', (suiteql) => suiteql.all(query, { columns: 'id' as never }), "columns: 'id'"],
  [
    'what to do when the result changes',
    (suiteql) => suiteql.all(query, { whenChanged: 'ignore' as never }),
    "whenChanged: 'ignore' cannot stand here. Give 'fail' or 'read on'.",
  ],
  [
    'an offset of a whole read',
    (suiteql) => suiteql.all(query, { offset: 5 } as never),
    "'offset' is not an argument",
  ],
  ['a text for a caller', (suiteql) => suiteql.page(query, { caller: 'me' as never }), "caller: 'me'"],
  [
    'a text for a statement',
    (suiteql) => suiteql.page(query.text as never),
    'is not a statement. Give { text:',
  ],
  [
    'a statement without values',
    (suiteql) => suiteql.all({ text: 'x' } as never),
    'suiteql.all: an object is not a statement',
  ],
  [
    'values that are a text',
    (suiteql) => suiteql.page({ text: '?', parameters: '5' } as never),
    'is not a statement',
  ],
  [
    'null for a statement',
    (suiteql) => suiteql.stream(null as never).next(),
    'suiteql.stream: null is not a statement',
  ],
])('refuses %s', async (_title, call, message) => {
  await using server = await startServer(serving(3));
  await using connection = connectTo(server);
  await expect(async () => call(connection.suiteql)).rejects.toThrow(message);
  expect(server.requests).toHaveLength(0);
});

test.each<[string, object, object, string]>([
  ['an order in small letters', { order: 'desc' }, {}, "Give { key: 'id', order: 'ASC' or 'DESC'"],
  ['no key', { key: undefined }, {}, 'is not a query to read in ranges'],
  ['a text for the statement', { statement: 'SELECT' }, {}, 'is not a query to read in ranges'],
  ['a number to resume from', {}, { resume: 5 }, 'resume: 5 cannot stand here'],
  ['a decoder that is none', {}, { decode: 'json' }, "decode: 'json' cannot stand here"],
])('ranges refuse %s', async (_title, change, options, message) => {
  await using server = await startServer(serving(3));
  await using connection = connectTo(server);
  const ranged = { key: 'id', statement: () => query, ...change };
  expect(() => connection.suiteql.ranges(ranged as never, options)).toThrow(message);
  expect(() => connection.suiteql.rangePages({ ...ranged, statement: 5 } as never)).toThrow('is not a query');
  expect(() =>
    connection.suiteql.rangePages({ key: 'id', statement: () => query }, { after: '5' as never }),
  ).toThrow("suiteql.rangePages: after: '5' cannot stand here");
});
