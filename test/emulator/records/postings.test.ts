import { startEmulator } from '@suitewright/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

let skewMs = 0;
const emulator = await startEmulator({ rows: 1000, clock: () => Date.now() + skewMs });
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

type Row = Readonly<Record<string, string>>;

function write(method: string, path: string, body: unknown): Promise<Response> {
  return call(emulator, `${records}${path}`, { method, body: JSON.stringify(body) });
}

async function create(record: string, body: unknown): Promise<string> {
  const response = await write('POST', `/${record}`, body);
  expect(`${record} ${response.status} ${await response.text()}`).toBe(`${record} 204 `);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

async function change(path: string, body: unknown): Promise<void> {
  const response = await write('PATCH', path, body);
  expect(`${path} ${response.status} ${await response.text()}`).toBe(`${path} 204 `);
}

async function get(path: string): Promise<unknown> {
  const response = await call(emulator, `${records}${path}`);
  return response.json();
}

async function rows(statement: string): Promise<readonly Row[]> {
  const response = await query(emulator, statement);
  expect(`${statement} ${response.status}`).toBe(`${statement} 200`);
  const { items } = (await response.json()) as { readonly items: readonly Row[] };
  return items.map(({ links: _links, ...row }) => row as Row);
}

const first = async (statement: string): Promise<{ readonly id: string }> => ({
  id: (await rows(`${statement} ORDER BY id`))[0]?.id ?? '',
});
const customer = await first("SELECT id FROM customer WHERE currency = 1 AND isinactive = 'F'");
const vendor = await first('SELECT id FROM vendor WHERE currency = 1');
const employee = await first('SELECT id FROM employee');
const grinder = await first("SELECT id FROM item WHERE itemtype = 'InvtPart'");
const expense = await first("SELECT id FROM account WHERE accttype = 'Expense'");
const bank = await first("SELECT id FROM account WHERE accttype = 'Bank'");

const item = { items: [{ item: grinder, quantity: 3, rate: 5 }] };
const costs = { items: [{ account: expense, amount: 7.25 }] };

const postings = (id: string): Promise<readonly Row[]> =>
  rows(
    `SELECT p.transactionline AS line, a.accttype, p.amount, p.posting FROM transactionaccountingline p
     JOIN account a ON a.id = p.account WHERE p.transaction = ${id} ORDER BY p.transactionline`,
  );

describe('a transaction that is created over REST', () => {
  it.each<[string, unknown, string, readonly string[]]>([
    ['salesOrder', { entity: customer, item }, '15', ['NonPosting 15 F', 'Income -15 F']],
    ['invoice', { entity: customer, item }, '15', ['AcctRec 15 T', 'Income -15 T']],
    ['cashSale', { entity: customer, item, account: bank }, '15', ['Bank 15 T', 'Income -15 T']],
    ['creditMemo', { entity: customer, item }, '-15', ['AcctRec -15 T', 'Income 15 T']],
    ['purchaseOrder', { entity: vendor, item }, '-15', ['NonPosting -15 F', 'OthCurrAsset 15 F']],
    [
      'vendorBill',
      { entity: vendor, item, expense: costs },
      '-22.25',
      ['AcctPay -22.25 T', 'OthCurrAsset 15 T', 'Expense 7.25 T'],
    ],
    ['vendorCredit', { entity: vendor, item }, '15', ['AcctPay 15 T', 'OthCurrAsset -15 T']],
    ['vendorReturnAuthorization', { entity: vendor, item }, '15', ['NonPosting 15 F', 'OthCurrAsset -15 F']],
    ['check', { entity: vendor, account: bank, expense: costs }, '-7.25', ['Bank -7.25 T', 'Expense 7.25 T']],
    [
      'expenseReport',
      { entity: employee, expense: { items: [{ category: { id: '1' }, amount: 50 }] } },
      '-50',
      ['AcctPay -50 T', 'Expense 50 T'],
    ],
    [
      'customerPayment',
      { customer, account: bank, payment: 40.5 },
      '40.5',
      ['Bank 40.5 T', 'AcctRec -40.5 T'],
    ],
    [
      'customerDeposit',
      { customer, account: bank, payment: 40.5 },
      '40.5',
      ['Bank 40.5 T', 'OthCurrLiab -40.5 T'],
    ],
  ])('posts what it comes to, line by line: %s', async (record, body, total, expected) => {
    const id = await create(record, body);
    const written = await postings(id);
    expect(written.map(({ accttype, amount, posting }) => `${accttype} ${amount} ${posting}`)).toEqual(
      expected,
    );
    expect(await rows(`SELECT foreigntotal FROM transaction WHERE id = ${id}`)).toEqual([
      { foreigntotal: total },
    ]);
    const [header] = await rows(`SELECT entity FROM transaction WHERE id = ${id}`);
    expect(header?.entity).toMatch(/^\d+$/);
    const lines = `SELECT id, foreignamount, debitforeignamount, creditforeignamount, linelastmodifieddate
      FROM transactionline WHERE transaction = ${id} ORDER BY id`;
    for (const [index, line] of (await rows(lines)).entries()) {
      const amount = Number(line.foreignamount);
      expect(written[index]?.line).toBe(line.id);
      expect(Number(line.debitforeignamount ?? 0) - Number(line.creditforeignamount ?? 0)).toBe(amount);
      expect(line.linelastmodifieddate).toMatch(/^\d+\/\d+\/\d+$/);
    }
  });

  it('balances in the currency of the subsidiary too', async () => {
    const euros = await first("SELECT id FROM customer WHERE currency <> 1 AND isinactive = 'F'");
    const lines = [0.01, 0.02, 0.03, 0.07, 9.99].map((rate) => ({ item: grinder, quantity: 1, rate }));
    const id = await create('invoice', { entity: euros, exchangeRate: 1.0637, item: { items: lines } });
    const sum = `SELECT SUM(amount) AS amount, COUNT(*) AS n FROM transactionaccountingline WHERE transaction = ${id}`;
    expect(await rows(sum)).toEqual([{ amount: '0', n: '6' }]);
  });

  it('is open as far as it is not paid', async () => {
    const id = await create('invoice', { entity: customer, item });
    const open = `SELECT foreignamountunpaid, foreignamountpaid FROM transaction WHERE id = ${id}`;
    expect(await rows(open)).toEqual([{ foreignamountunpaid: '15', foreignamountpaid: '0' }]);
    await change(`/invoice/${id}`, { item: { items: [{ line: 1, quantity: 4 }] } });
    expect(await rows(open)).toEqual([{ foreignamountunpaid: '20', foreignamountpaid: '0' }]);
    expect(await get(`/invoice/${id}`)).toMatchObject({ amountRemaining: 20, amountPaid: 0, total: 20 });
  });

  it('has the place that its header names', async () => {
    const id = await create('invoice', { entity: customer, location: { id: '2' }, item });
    const place = `SELECT location FROM transactionline WHERE transaction = ${id} AND mainline = 'T'`;
    expect(await rows(place)).toEqual([{ location: '2' }]);
    await change(`/invoice/${id}`, { location: { id: '1' } });
    expect(await rows(place)).toEqual([{ location: '1' }]);
  });
});

describe('a change of a transaction', () => {
  let order = '';
  beforeAll(async () => {
    order = await create('salesOrder', {
      entity: customer,
      item: { items: [...item.items, { item: grinder, quantity: 1, rate: 8 }] },
    });
    skewMs += 120_000; // Signatures may be five minutes old.
  });

  it('is dated on the header, the main line and the lines that it changes, and on no other', async () => {
    const dates = `SELECT l.id, l.mainline, TO_CHAR(l.linelastmodifieddate, 'YYYY-MM-DD HH24:MI') AS modified
      FROM transactionline l WHERE l.transaction = ${order} ORDER BY l.id`;
    const before = await rows(dates);
    await change(`/salesOrder/${order}`, { item: { items: [{ line: 2, quantity: 2 }] } });
    const after = await rows(dates);
    expect(after.map(({ modified }, index) => modified !== before[index]?.modified)).toEqual([
      true,
      false,
      true,
    ]);
    const header = `SELECT TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI') AS modified FROM transaction WHERE id = ${order}`;
    expect(await rows(header)).toEqual([{ modified: after[0]?.modified }]);
    expect((await postings(order)).map(({ amount }) => amount)).toEqual(['31', '-15', '-16']);
  });

  it('changes what a payment posts', async () => {
    const id = await create('customerPayment', { customer, payment: 10 });
    await change(`/customerPayment/${id}`, { payment: 12.5 });
    expect((await postings(id)).map(({ amount }) => amount)).toEqual(['12.5', '-12.5']);
    expect(await get(`/customerPayment/${id}`)).toMatchObject({ payment: 12.5, total: 12.5 });
  });

  it.each([
    ['an empty mandatory field', `/salesOrder/`, { entity: null }, 'USER_ERROR'],
    ['a replaced field that is no sublist', '?replace=nope', { memo: 'x' }, 'INVALID_PARAMETER'],
  ])('is refused: %s', async (_what, place, body, code) => {
    const path = place.startsWith('?') ? `/salesOrder/${order}${place}` : `${place}${order}`;
    const response = await write('PATCH', path, body);
    expect(await response.json()).toMatchObject({ status: 400, 'o:errorDetails': [{ 'o:errorCode': code }] });
  });

  it.each([{ item: { items: null } }, { item: null }])('empties a sublist: %j', async (body) => {
    const id = await create('salesOrder', { entity: customer, item });
    await change(`/salesOrder/${id}`, body);
    expect(await get(`/salesOrder/${id}?expand=item`)).toMatchObject({ total: 0, item: { totalResults: 0 } });
  });
});

it('refuses a second record of a type with the same external id', async () => {
  const body = { companyName: 'Twice', subsidiary: { id: '1' }, externalId: 'TWICE-1' };
  await create('customer', body);
  const response = await write('POST', '/customer', { ...body, companyName: 'Twice again' });
  expect(await response.json()).toMatchObject({
    status: 400,
    'o:errorDetails': [{ 'o:errorCode': 'USER_ERROR' }],
  });
});
