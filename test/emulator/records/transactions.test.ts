import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

const emulator = await startEmulator({ rows: 1000 });
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

interface Json {
  readonly [name: string]: Json;
}

function write(method: string, path: string, body: unknown): Promise<Response> {
  return call(emulator, `${records}${path}`, { method, body: JSON.stringify(body) });
}

async function create(record: string, body: unknown): Promise<string> {
  const response = await write('POST', `/${record}`, body);
  expect(`${response.status} ${await response.text()}`).toBe('204 ');
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

async function get(path: string): Promise<Json> {
  const response = await call(emulator, `${records}${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

async function rows(statement: string): Promise<readonly Json[]> {
  const response = await query(emulator, statement);
  expect(`${statement} ${response.status}`).toBe(`${statement} 200`);
  const { items } = (await response.json()) as { readonly items: readonly Json[] };
  return items.map(({ links: _links, ...row }) => row);
}

async function problem(response: Response): Promise<Json> {
  const { status, 'o:errorDetails': details } = (await response.json()) as {
    readonly status: number;
    readonly 'o:errorDetails': readonly Json[];
  };
  return { status, ...details[0] } as unknown as Json;
}

const [customer] = await rows(
  "SELECT id, currency FROM customer WHERE currency = 1 AND isinactive = 'F' ORDER BY id",
);
const [item] = await rows("SELECT id FROM item WHERE itemtype = 'InvtPart' ORDER BY id");
const entity = { id: String(customer?.id) };
const grinder = { id: String(item?.id) };

describe('a sales order', () => {
  it('gets number, status, currency, totals, addresses and lines from NetSuite', async () => {
    const [last] = await rows("SELECT MAX(number) AS number FROM transaction WHERE type = 'SalesOrd'");
    const id = await create('salesOrder', { entity, item: { items: [{ item: grinder, quantity: 2 }] } });
    const [price] = await rows(
      `SELECT unitprice FROM pricing WHERE item = ${grinder.id} AND pricelevel = 1 AND currency = 1`,
    );
    const rate = Number(price?.unitprice);
    const order = await get(`/salesOrder/${id}?expandSubResources=true`);
    expect(order).toMatchObject({
      tranId: `SO${Number(last?.number) + 1}`,
      tranDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      orderStatus: { id: 'A', refName: 'Pending Approval' },
      status: 'Pending Approval',
      currency: { id: '1', refName: 'US Dollar' },
      currencyName: 'US Dollar',
      exchangeRate: 1,
      subTotal: 2 * rate,
      taxTotal: 0,
      total: 2 * rate,
      subsidiary: { id: '1' },
      customForm: { links: [], refName: 'Standard Sales Order Form' },
      toBeEmailed: false,
      billingAddress: { country: { id: 'US', refName: 'United States' } },
      shippingAddress: { country: { id: 'US' } },
      item: {
        totalResults: 1,
        items: [
          {
            line: 1,
            item: {
              id: grinder.id,
              links: [{ href: `${emulator.url}${records}/inventoryitem/${grinder.id}` }],
            },
            quantity: 2,
            rate: String(rate),
            amount: 2 * rate,
            price: {
              id: '1',
              refName: 'Base Price',
              links: [{ href: `${emulator.url}${records}/pricelevel/1` }],
            },
          },
        ],
      },
    });
    expect(
      await rows(`SELECT foreigntotal, type, recordtype, posting FROM transaction WHERE id = ${id}`),
    ).toEqual([{ foreigntotal: String(2 * rate), type: 'SalesOrd', recordtype: 'salesorder', posting: 'F' }]);
  });

  it('counts again when lines change', async () => {
    const items = [{ item: grinder, quantity: 2, rate: '10.5', description: 'Kept beside the row' }];
    const id = await create('salesOrder', { entity, orderStatus: { id: 'B' }, item: { items } });
    await write('PATCH', `/salesOrder/${id}`, { item: { items: [{ line: 1, quantity: 4 }] } });
    expect(await get(`/salesOrder/${id}?expand=item`)).toMatchObject({
      total: 42,
      orderStatus: { id: 'B' },
      status: 'Pending Fulfillment',
      item: {
        items: [{ line: 1, quantity: 4, rate: '10.5', amount: 42, description: 'Kept beside the row' }],
      },
    });
    const lines = `SELECT id, mainline, foreignamount FROM transactionline WHERE transaction = ${id} ORDER BY id`;
    expect(await rows(lines)).toEqual([
      { id: '0', mainline: 'T', foreignamount: '42' },
      { id: '1', mainline: 'F', foreignamount: '-42' },
    ]);
    await write('PATCH', `/salesOrder/${id}`, { orderStatus: { id: 'H' } });
    expect(await get(`/salesOrder/${id}`)).toMatchObject({ status: 'Closed', orderStatus: { id: 'H' } });
    expect(await rows(`SELECT status FROM transaction WHERE id = ${id}`)).toEqual([{ status: 'H' }]);
  });

  it('shows selects as ids alone on request', async () => {
    const id = await create('salesOrder', { entity, item: { items: [{ item: grinder }] } });
    expect(await get(`/salesOrder/${id}?simpleEnumFormat=true`)).toMatchObject({
      orderStatus: 'A',
      currency: { id: '1' },
    });
  });
});

describe('other transactions', () => {
  it('come to the sum of items and expenses', async () => {
    const [vendor] = await rows('SELECT id FROM vendor WHERE currency = 1 ORDER BY id');
    const [account] = await rows("SELECT id FROM account WHERE accttype = 'Expense' ORDER BY id");
    const id = await create('vendorBill', {
      entity: { id: vendor?.id },
      item: { items: [{ item: grinder, quantity: 3, rate: '5' }] },
      expense: { items: [{ account: { id: account?.id }, amount: 7.25, memo: 'Freight' }] },
    });
    expect(await get(`/vendorBill/${id}?expandSubResources=true`)).toMatchObject({
      status: 'Open',
      userTotal: 22.25,
      item: { items: [{ quantity: 3, amount: 15 }] },
      expense: { items: [{ account: { id: account?.id }, amount: 7.25, memo: 'Freight' }] },
    });
    expect(await rows(`SELECT foreigntotal FROM transaction WHERE id = ${id}`)).toEqual([
      { foreigntotal: '-22.25' },
    ]);
  });

  it('are journals that balance', async () => {
    const [debit, credit] = await rows("SELECT id FROM account WHERE accttype = 'Expense' ORDER BY id");
    const lines = [
      { account: { id: debit?.id }, debit: 12.5 },
      { account: { id: credit?.id }, credit: 12.5 },
    ];
    const id = await create('journalEntry', { subsidiary: { id: '1' }, line: { items: lines } });
    expect(await get(`/journalEntry/${id}/line`)).toMatchObject({
      items: [
        { line: 0, account: { id: debit?.id }, debit: 12.5 },
        { line: 1, account: { id: credit?.id }, credit: 12.5 },
      ],
    });
    const postings = `SELECT account, amount FROM transactionaccountingline WHERE transaction = ${id} ORDER BY transactionline`;
    expect(await rows(postings)).toEqual([
      { account: debit?.id, amount: '12.5' },
      { account: credit?.id, amount: '-12.5' },
    ]);
    const unbalanced = { subsidiary: { id: '1' }, line: { items: lines.slice(0, 1) } };
    expect(await problem(await write('POST', '/journalEntry', unbalanced))).toMatchObject({
      status: 400,
      'o:errorCode': 'USER_ERROR',
    });
  });
});

describe('lines that cannot be', () => {
  // The first is the sample of https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156570709583.html
  it.each<[string, unknown, Readonly<Record<string, unknown>>]>([
    [
      'an unknown item',
      { item: { id: '9999' } },
      {
        detail:
          'Error while accessing resource: You have entered an Invalid Field Value 9999 for the following field: item',
        'o:errorCode': 'INVALID_CONTENT',
        'o:errorPath': 'item.items[0].item',
      },
    ],
    [
      'no item',
      { quantity: 1, amount: 5 },
      { 'o:errorCode': 'USER_ERROR', 'o:errorPath': 'item.items[0].item' },
    ],
    [
      'an unknown price level',
      { item: grinder, price: { id: '77' } },
      { 'o:errorCode': 'INVALID_CONTENT', 'o:errorPath': 'item.items[0].price' },
    ],
    [
      'an unknown select',
      { item: grinder, commitInventory: { id: 'availableQty' } },
      { 'o:errorCode': 'INVALID_CONTENT', 'o:errorPath': 'item.items[0].commitInventory' },
    ],
  ])('are refused: %s', async (_what, line, refusal) => {
    const before = await rows('SELECT COUNT(*) AS n FROM transaction');
    const response = await write('POST', '/salesOrder', { entity, item: { items: [line] } });
    expect(await problem(response)).toMatchObject({ status: 400, ...refusal });
    expect(await rows('SELECT COUNT(*) AS n FROM transaction')).toEqual(before);
  });

  it('are refused: a change of a line that is not there', async () => {
    const id = await create('salesOrder', { entity, item: { items: [{ item: grinder }] } });
    const response = await write('PATCH', `/salesOrder/${id}`, {
      item: { items: [{ line: 1 }, { line: 9, quantity: 2 }] },
    });
    expect(await problem(response)).toMatchObject({
      status: 400,
      'o:errorCode': 'INVALID_CONTENT',
      'o:errorPath': 'item.items[1].line',
    });
    expect(await get(`/salesOrder/${id}/item`)).toMatchObject({ totalResults: 1 });
  });

  it.each([
    ['salesOrder', { entity, orderStatus: { id: 'pendingFulfillment' } }, 'orderStatus'],
    ['salesOrder', { entity, orderStatus: 'Z' }, 'orderStatus'],
    [
      'vendor',
      { companyName: 'X', subsidiary: { id: '1' }, emailPreference: { id: 'default' } },
      'emailPreference',
    ],
    ['salesOrder', { entity, shipMethod: { id: '9999' } }, 'shipMethod'],
    ['salesOrder', { entity: { id: '99999' } }, 'entity'],
  ])('are refused in the body too: %s %j', async (record, body, path) => {
    expect(await problem(await write('POST', `/${record}`, body))).toMatchObject({
      status: 400,
      'o:errorCode': 'INVALID_CONTENT',
      'o:errorPath': path,
    });
  });
});

it('names and links what units, categories and ship methods are', async () => {
  const [shipped] = await rows(
    "SELECT id, shipmethod FROM transaction WHERE shipmethod IS NOT NULL AND type = 'SalesOrd' ORDER BY id",
  );
  const order = await get(`/salesOrder/${shipped?.id}?expandSubResources=true`);
  expect(order).toMatchObject({
    shipMethod: {
      id: shipped?.shipmethod,
      refName: expect.any(String),
      links: [{ href: `${emulator.url}${records}/shipitem/${shipped?.shipmethod}` }],
    },
  });
  const [line] = await rows(
    'SELECT transaction, id, units FROM transactionline WHERE units IS NOT NULL ORDER BY transaction',
  );
  const [transaction] = await rows(`SELECT recordtype FROM transaction WHERE id = ${line?.transaction}`);
  const shown = await get(`/${transaction?.recordtype}/${line?.transaction}/item/${line?.id}`);
  expect(shown.units).toMatchObject({ id: line?.units, refName: expect.any(String) });
  const unit = String(shown.units?.links?.[0]?.href).slice(emulator.url.length + records.length);
  expect(await get(unit)).toMatchObject({ unitName: shown.units?.refName });
  const [vendor] = await rows('SELECT id, category FROM vendor WHERE category IS NOT NULL ORDER BY id');
  expect((await get(`/vendor/${vendor?.id}`)).category).toMatchObject({
    id: vendor?.category,
    refName: expect.any(String),
    links: [{ href: `${emulator.url}${records}/vendorcategory/${vendor?.category}` }],
  });
});
