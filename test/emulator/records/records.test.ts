import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { type CallOptions, call, query } from '../signing.js';

const emulator = await startEmulator({
  seed: {
    tables: {
      subsidiary: [{ id: 1, name: 'Parent Company' }],
      currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
      vendor: Array.from({ length: 12 }, (_, index) => ({
        id: index + 1,
        companyname: `Vendor ${index + 1}`,
        currency: 1,
        datecreated: '2026-01-31T09:30:00',
      })),
      item: [
        { id: 7, itemid: 'GRINDER', itemtype: 'InvtPart' },
        { id: 8, itemid: 'KETTLE', itemtype: 'InvtPart' },
      ],
      customer: [{ id: 20, companyname: 'Acme', externalid: 'ACME-1' }],
      entity: [{ id: 20, entityid: 'Acme', type: 'CustJob' }],
    },
    custom: { customer: { columns: { custentity_vip: 'bool' } } },
  },
});
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

type Json = Readonly<Record<string, unknown>>;

async function get(path: string): Promise<Json> {
  const response = await call(emulator, `${records}${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

function write(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<Response> {
  return call(emulator, `${records}${path}`, { ...options, method, body: JSON.stringify(body) });
}

async function create(record: string, body: unknown): Promise<string> {
  const response = await write('POST', `/${record}`, body);
  expect(response.status).toBe(204);
  const location = response.headers.get('location') ?? '';
  expect(location).toMatch(new RegExp(`^${emulator.url}${records}/${record.toLowerCase()}/\\d+$`));
  return location.slice(location.lastIndexOf('/') + 1);
}

async function rows(statement: string): Promise<unknown> {
  const response = await query(emulator, statement);
  expect(response.status).toBe(200);
  const { items } = (await response.json()) as { readonly items: readonly Json[] };
  return items.map(({ links: _links, ...row }) => row);
}

async function problem(response: Response): Promise<Json> {
  const { status, 'o:errorDetails': details } = (await response.json()) as Json & {
    'o:errorDetails': readonly Json[];
  };
  return { status, ...details[0] };
}

// As captured (2026-03, real account), host aside.
describe('a list of records', () => {
  it('holds ids and links: those of the list with its type in lower case, self as it was asked', async () => {
    const href = (offset: number): string => `${emulator.url}${records}/vendor?limit=5&offset=${offset}`;
    const page = await get('/Vendor?limit=5&offset=5');
    expect(page).toMatchObject({ count: 5, hasMore: true, offset: 5, totalResults: 12 });
    expect(page.links).toEqual([
      { rel: 'previous', href: href(0) },
      { rel: 'first', href: href(0) },
      { rel: 'next', href: href(10) },
      { rel: 'last', href: href(0) },
      { rel: 'self', href: `${emulator.url}${records}/Vendor?limit=5&offset=5`, method: 'GET' },
    ]);
    expect((page.items as readonly unknown[])[0]).toEqual({
      links: [{ rel: 'self', href: `${emulator.url}${records}/vendor/6`, method: 'GET' }],
      id: '6',
    });
  });

  it('has only rows of its own type', async () => {
    expect((await get('/inventoryitem')).totalResults).toBe(2);
    expect((await get('/kititem')).totalResults).toBe(0);
  });
});

describe('a record', () => {
  it('shows references with names, times in UTC, and no empty fields', async () => {
    const vendor = await get('/vendor/3');
    expect(vendor).toMatchObject({
      links: [{ rel: 'self', href: `${emulator.url}${records}/vendor/3`, method: 'GET' }],
      addressBook: {
        links: [{ rel: 'self', href: `${emulator.url}${records}/vendor/3/addressBook`, method: 'GET' }],
      },
      companyName: 'Vendor 3',
      currency: {
        links: [{ rel: 'self', href: `${emulator.url}${records}/currency/1`, method: 'GET' }],
        id: '1',
        refName: 'US Dollar',
      },
      dateCreated: '2026-01-31T17:30:00Z',
      id: '3',
    });
    expect(vendor).not.toHaveProperty('email');
  });

  it('is found by external id', async () => {
    expect(await get('/customer/eid:ACME-1')).toMatchObject({ id: '20', externalId: 'ACME-1' });
  });

  it('that does not exist is told apart for entities, transactions and unknown types', async () => {
    expect(await problem(await call(emulator, `${records}/employee/999999`))).toEqual({
      status: 404,
      detail: 'The record instance does not exist. Provide a valid record instance ID.',
      'o:errorCode': 'NONEXISTENT_ID',
    });
    expect(await problem(await call(emulator, `${records}/vendorBill/999999`))).toEqual({
      status: 400,
      detail: 'Error while accessing a resource. Transaction type specified is incorrect.',
      'o:errorCode': 'USER_ERROR',
    });
    expect(await problem(await call(emulator, `${records}/file`))).toEqual({
      status: 404,
      detail: "Record type 'file' does not exist.",
      'o:errorUrl': '/services/rest/record/v1/file',
      'o:errorCode': 'NONEXISTENT_ID',
    });
  });
});

describe('writing', () => {
  it('creates a customer that SuiteQL finds, in its own table and among the entities', async () => {
    const id = await create('customer', {
      companyName: 'Café Müller',
      subsidiary: { id: '1' },
      custentity_vip: true,
      externalId: 'CM',
    });
    expect(
      await rows(`SELECT id, companyname, custentity_vip, externalid FROM customer WHERE id = ${id}`),
    ).toEqual([{ id, companyname: 'Café Müller', custentity_vip: 'T', externalid: 'CM' }]);
    expect(await rows(`SELECT entityid, type FROM entity WHERE id = ${id}`)).toEqual([
      { entityid: 'Café Müller', type: 'CustJob' },
    ]);
  });

  it('creates an order with lines, merges changed and added ones, and replaces them on request', async () => {
    const id = await create('salesOrder', {
      entity: { id: '20' },
      tranDate: '2026-02-01',
      item: { items: [{ item: { id: '7' }, quantity: 2, rate: '10.5' }] },
    });
    const lines = `SELECT item, quantity, foreignamount FROM transactionline WHERE transaction = ${id} AND mainline = 'F' ORDER BY id`;
    expect(await rows(`SELECT type, trandate FROM transaction WHERE id = ${id}`)).toEqual([
      { type: 'SalesOrd', trandate: '2/1/2026' },
    ]);
    expect(await rows(lines)).toEqual([{ item: '7', quantity: '-2', foreignamount: '-21' }]);

    const change = {
      item: {
        items: [
          { line: 1, quantity: 3 },
          { item: { id: '8' }, quantity: 1, amount: 5 },
        ],
      },
    };
    expect((await write('PATCH', `/salesOrder/${id}`, change)).status).toBe(204);
    const shown = await get(`/salesorder/${id}?expandSubResources=true`);
    expect(shown.item).toMatchObject({
      totalResults: 2,
      items: [
        { line: 1, item: { id: '7' }, quantity: 3 },
        { line: 2, item: { id: '8' }, amount: 5 },
      ],
    });
    expect(await get(`/salesorder/${id}/item/2`)).toMatchObject({ line: 2, amount: 5 });

    const replacement = { item: { items: [{ item: { id: '8' }, quantity: 4, amount: 20 }] } };
    expect((await write('PATCH', `/salesOrder/${id}?replace=item`, replacement)).status).toBe(204);
    expect(await rows(lines)).toEqual([{ item: '8', quantity: '-4', foreignamount: '-20' }]);
  });

  it('keeps what no SuiteQL column holds', async () => {
    const id = await create('customer', {
      companyName: 'Kept',
      subsidiary: { id: '1' },
      printOnCheckAs: 'K. Ept',
    });
    expect(await get(`/customer/${id}`)).toMatchObject({ printOnCheckAs: 'K. Ept' });
  });

  it('upserts by external id: creates, then changes', async () => {
    const body = { companyName: 'Upsert Ltd', subsidiary: { id: '1' } };
    expect((await write('PUT', '/customer/eid:UP-1', body)).status).toBe(204);
    expect((await write('PUT', '/customer/eid:UP-1', { ...body, comments: 'twice' })).status).toBe(204);
    expect(await rows("SELECT companyname, comments FROM customer WHERE externalid = 'UP-1'")).toEqual([
      { companyname: 'Upsert Ltd', comments: 'twice' },
    ]);
  });

  it('empties a field by null, and deletes', async () => {
    const id = await create('vendor', { companyName: 'Gone', subsidiary: { id: '1' }, comments: 'x' });
    await write('PATCH', `/vendor/${id}`, { comments: null });
    expect(await get(`/vendor/${id}`)).not.toHaveProperty('comments');
    expect((await call(emulator, `${records}/vendor/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(emulator, `${records}/vendor/${id}`)).status).toBe(404);
    expect(await rows(`SELECT id FROM vendor WHERE id = ${id}`)).toEqual([]);
    expect(await rows(`SELECT id FROM entity WHERE id = ${id}`)).toEqual([]);
    // FACTS 10: deletedrecord; D/section_N3497592.html
    expect(
      await rows(
        `SELECT recordid, type, name, iscustomrecord FROM deletedrecord WHERE recordid = ${id} AND deleteddate > SYSDATE - 1`,
      ),
    ).toEqual([{ recordid: id, type: 'vendor', name: 'Gone', iscustomrecord: 'F' }]);
  });

  it('is seen by the next page of a query that is being read', async () => {
    const page = async (offset: number): Promise<Json> => {
      const response = await query(
        emulator,
        'SELECT id FROM vendor ORDER BY id',
        `?limit=5&offset=${offset}`,
      );
      return (await response.json()) as Json;
    };
    expect((await page(0)).totalResults).toBe(12);
    const id = await create('vendor', { companyName: 'Late', subsidiary: { id: '1' } });
    expect(await page(10)).toMatchObject({ totalResults: 13, items: [{ id: '11' }, { id: '12' }, { id }] });
    await call(emulator, `${records}/vendor/${id}`, { method: 'DELETE' });
    expect((await page(10)).totalResults).toBe(12);
  });

  it('leaves nothing behind where it fails in the middle', async () => {
    const before = await rows('SELECT COUNT(*) AS n FROM transaction');
    const order = {
      entity: { id: '20' },
      tranId: 'HALF',
      item: { items: [{ item: { id: '7' }, rate: 'cheap' }] },
    };
    expect((await write('POST', '/salesOrder', order)).status).toBe(400);
    expect(await rows('SELECT COUNT(*) AS n FROM transaction')).toEqual(before);
  });

  it('warns of unknown fields, or refuses them on request', async () => {
    const body = { companyName: 'Warned', subsidiary: { id: '1' }, nonsense: 1 };
    const warned = await write('POST', '/customer', body);
    expect(warned.status).toBe(204);
    expect(warned.headers.get('x-netsuite-propertyvalidation')).toBe('nonsense');
    const strict = { headers: { 'x-netsuite-propertynamevalidation': 'Error' } };
    expect((await write('POST', '/customer', body, strict)).status).toBe(400);
  });

  it('refuses values that do not fit, and says where', async () => {
    const order = { entity: { id: '20' }, item: { items: [{ item: { id: '9999' } }] } };
    expect(
      await problem(await write('POST', '/customer', { companyName: 'X', subsidiary: { id: '9' } })),
    ).toEqual({
      status: 400,
      detail:
        'Error while accessing resource: You have entered an Invalid Field Value 9 for the following field: subsidiary',
      'o:errorCode': 'INVALID_CONTENT',
      'o:errorPath': 'subsidiary',
    });
    const bad = { ...order, item: { items: [{ quantity: 'two' }] } };
    expect(await problem(await write('POST', '/salesOrder', bad))).toMatchObject({
      'o:errorPath': 'item.items[0].quantity',
    });
    expect(await problem(await write('POST', '/customer', { companyName: 'No subsidiary' }))).toMatchObject({
      status: 400,
      'o:errorCode': 'USER_ERROR',
      detail: 'Error while accessing a resource. Please enter value(s) for: Subsidiary.',
    });
  });
});
