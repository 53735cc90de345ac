import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

// Operators and their types: https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545222128.html
const emulator = await startEmulator({ rows: 1000 });
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

interface List {
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly items: readonly { readonly id: string }[];
  readonly count: number;
  readonly hasMore: boolean;
  readonly totalResults: number;
}

function filtered(record: string, q: string, page = ''): Promise<Response> {
  return call(emulator, `${records}/${record}?q=${encodeURIComponent(q)}${page}`);
}

async function ids(statement: string): Promise<readonly string[]> {
  const response = await query(emulator, statement);
  expect(await response.clone().text()).toContain('"items"');
  const { items } = (await response.json()) as { readonly items: readonly { readonly id: string }[] };
  return items.map(({ id }) => id);
}

describe('the filter q of a collection', () => {
  it.each([
    ['customer', 'companyName EMPTY', 'companyname IS NULL'],
    ['customer', 'email EMPTY_NOT', 'email IS NOT NULL'],
    ['customer', 'isInactive IS true', "isinactive = 'T'"],
    ['customer', 'isInactive IS_NOT true', "isinactive = 'F'"],
    ['customer', 'isPerson IS false', "isperson = 'F'"],
    ['customer', 'id ANY_OF [38, 40, 41]', 'id IN (38, 40, 41)'],
    ['customer', 'id BETWEEN [40, 45]', 'id BETWEEN 40 AND 45'],
    ['customer', 'id BETWEEN_NOT [1, 42]', 'id NOT BETWEEN 1 AND 42'],
    ['customer', 'id WITHIN [40, 45]', 'id BETWEEN 40 AND 45'],
    ['customer', 'creditlimit GREATER_OR_EQUAL 10000', 'creditlimit >= 10000'],
    ['customer', 'creditLimit GREATER_NOT 10000', 'NOT creditlimit > 10000'],
    ['customer', 'creditLimit LESS 10000 OR creditLimit EMPTY', 'creditlimit < 10000 OR creditlimit IS NULL'],
    ['customer', 'custentity_loyalty_points EQUAL 120', 'custentity_loyalty_points = 120'],
    ['customer', 'custentity_vip IS true', "custentity_vip = 'T'"],
    ['customer', 'custentity_tier ANY_OF [1, 2]', 'custentity_tier IN (1, 2)'],
    ['customer', 'companyName START_WITH "b"', "LOWER(companyname) LIKE 'b%'"],
    ['customer', "companyName CONTAIN 'coffee'", "LOWER(companyname) LIKE '%coffee%'"],
    ['customer', 'companyName CONTAIN_NOT coffee', "LOWER(companyname) NOT LIKE '%coffee%'"],
    ['customer', 'email END_WITH ".example"', "LOWER(email) LIKE '%.example'"],
    ['customer', 'language ANY_OF ["en_US", "de_DE"]', "language IN ('en_US', 'de_DE')"],
    ['customer', 'currency ANY_OF_NOT [1]', 'currency <> 1'],
    ['customer', 'dateCreated ON_OR_AFTER "1/1/2023"', "datecreated >= TO_DATE('2023-01-01', 'YYYY-MM-DD')"],
    ['customer', 'dateCreated BEFORE "1/1/2023"', "datecreated < TO_DATE('2023-01-01', 'YYYY-MM-DD')"],
    [
      'salesOrder',
      'tranDate ON "3/8/2024"',
      "type = 'SalesOrd' AND trandate = TO_DATE('2024-03-08', 'YYYY-MM-DD')",
    ],
    [
      'salesOrder',
      'tranDate ON_OR_AFTER "1/1/2024" AND tranDate BEFORE "1/1/2025"',
      "type = 'SalesOrd' AND trandate BETWEEN TO_DATE('2024-01-01', 'YYYY-MM-DD') AND TO_DATE('2024-12-31', 'YYYY-MM-DD')",
    ],
    ['salesOrder', 'tranId IS "so10003"', "type = 'SalesOrd' AND tranid = 'SO10003'"],
    ['salesOrder', 'orderStatus ANY_OF ["B", "F"]', "type = 'SalesOrd' AND status IN ('B', 'F')"],
    ['salesOrder', 'total GREATER 5000', "type = 'SalesOrd' AND foreigntotal > 5000"],
    ['invoice', 'status IS "Paid In Full"', "type = 'CustInvc' AND status = 'B'"],
    ['task', 'status IS "COMPLETE" AND priority IS_NOT HIGH', "status = 'COMPLETE' AND priority <> 'HIGH'"],
    [
      'customer',
      'id LESS 40 OR id GREATER 44 AND isInactive IS true',
      "id < 40 OR (id > 44 AND isinactive = 'T')",
    ],
    [
      'customer',
      '(id LESS 40 OR id GREATER 44) AND isInactive IS false',
      "(id < 40 OR id > 44) AND isinactive = 'F'",
    ],
  ])('%s: %s', async (record, q, where) => {
    const table = ['salesOrder', 'invoice'].includes(record) ? 'transaction' : record;
    const expected = await ids(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`);
    const response = await filtered(record, q);
    expect(`${response.status} ${q}`).toBe(`200 ${q}`);
    const list = (await response.json()) as List;
    expect(list.items.map(({ id }) => id)).toEqual(expected);
    expect(list).toMatchObject({ count: expected.length, hasMore: false, totalResults: expected.length });
  });

  it('filters by what no SuiteQL column holds', async () => {
    const body = { companyName: 'Filtered', subsidiary: { id: '1' }, printOnCheckAs: 'F. Iltered' };
    const created = await call(emulator, `${records}/vendor`, { method: 'POST', body: JSON.stringify(body) });
    const id = created.headers.get('location')?.split('/').at(-1);
    const list = (await (await filtered('vendor', 'printOnCheckAs IS "f. iltered"')).json()) as List;
    expect(list.items.map((item) => item.id)).toEqual([id]);
  });

  it('stays in the links to the other pages', async () => {
    const q = 'id GREATER 40 AND isInactive IS false';
    const first = (await (await filtered('customer', q, '&limit=5')).json()) as List;
    const next = first.links.find(({ rel }) => rel === 'next')?.href ?? '';
    expect(new URL(next).searchParams.get('q')).toBe(q);
    const second = (await (await call(emulator, next.slice(emulator.url.length))).json()) as List;
    const expected = await ids("SELECT id FROM customer WHERE id > 40 AND isinactive = 'F' ORDER BY id");
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(expected.slice(0, 10));
    expect(second.totalResults).toBe(expected.length);
  });

  it.each([
    ['nothing IS "x"', "Field 'nothing' for record 'customer' was not found."],
    ['addressBook EMPTY', "Field 'addressBook' for record 'customer' cannot be filtered."],
    ['companyName LIKE "x"', "Unknown operator 'LIKE'."],
    ['companyName = "x"', "Unknown operator '='."],
    ['companyName IS_NOT_NOT "x"', "Unknown operator 'IS_NOT_NOT'."],
    ['companyName ON "1/1/2024"', "The operator ON does not fit the field 'companyName'."],
    ['companyName ANY_OF ["a"]', "The operator ANY_OF does not fit the field 'companyName'."],
    ['isInactive EQUAL 1', "The operator EQUAL does not fit the field 'isInactive'."],
    ['creditLimit CONTAIN 1', "The operator CONTAIN does not fit the field 'creditLimit'."],
    [
      'dateCreated BETWEEN ["1/1/2024", "1/1/2025"]',
      "The operator BETWEEN does not fit the field 'dateCreated'.",
    ],
    ['id BETWEEN [1]', 'The operator BETWEEN takes 2 values.'],
    ['id EQUAL [1, 2]', 'The operator EQUAL takes one value.'],
    ['companyName IS', 'The operator IS takes one value.'],
    ['email EMPTY "x"', 'The operator EMPTY takes no value.'],
    ['id EQUAL ten', "Invalid number 'ten'."],
    ['isInactive IS maybe', "Invalid value 'maybe': neither true nor false."],
    ['dateCreated AFTER "2024-01-01"', "Invalid date '2024-01-01'. Use the account's date format, M/D/YYYY."],
    ['companyName', 'Invalid filter: expected an operator at position 12, found the end.'],
    ['(id EQUAL 1', "Invalid filter: expected ')' at position 12, found the end."],
    ['id ANY_OF [1, 2', "Invalid filter: expected ']' at position 16, found the end."],
    ['companyName IS "x', 'Invalid filter: a text that begins at position 15 does not end.'],
    ['id EQUAL 1 id EQUAL 2', "Invalid filter: expected AND, OR or the end at position 12, found 'id'."],
  ])('refuses %s', async (q, problem) => {
    const response = await filtered('customer', q);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      title: 'Bad Request',
      'o:errorDetails': [
        {
          detail: `Invalid search query. Detailed unprocessed description follows. Search error occurred: ${problem}`,
          'o:errorQueryParam': 'q',
          'o:errorCode': 'INVALID_PARAMETER',
        },
      ],
    });
  });
});

it('lists every record of the catalog', async () => {
  const index = (await (await call(emulator, `${records}/metadata-catalog`)).json()) as {
    readonly items: readonly { readonly name: string }[];
  };
  expect(index.items.length).toBeGreaterThan(180);
  for (const { name } of index.items) {
    const response = await call(emulator, `${records}/${name}`);
    expect(`${name} ${response.status}`).toBe(`${name} 200`);
  }
});

it('keeps instances of a record that SuiteQL has no table of', async () => {
  const created = await call(emulator, `${records}/emailTemplate`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Reminder', externalId: 'ET-1', isInactive: false }),
  });
  expect(created.status).toBe(204);
  const location = created.headers.get('location') ?? '';
  const shown = await call(emulator, location.slice(emulator.url.length));
  expect(await shown.json()).toMatchObject({ id: '1', name: 'Reminder', externalId: 'ET-1' });
  expect(await (await filtered('emailtemplate', 'name IS reminder')).json()).toMatchObject({
    items: [{ id: '1' }],
    totalResults: 1,
  });
  const one = `${records}/emailtemplate/eid:ET-1`;
  expect((await call(emulator, one, { method: 'DELETE' })).status).toBe(204);
  expect((await call(emulator, one)).status).toBe(404);
  expect(await (await call(emulator, `${records}/emailtemplate`)).json()).toMatchObject({ totalResults: 0 });
});
