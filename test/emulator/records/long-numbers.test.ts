import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

const emulator = await startEmulator({
  seed: {
    tables: {
      subsidiary: [{ id: 1, name: 'Parent Company' }],
      currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
      customer: [{ id: 20, companyname: 'Acme' }],
      entity: [{ id: 20, entityid: 'Acme', type: 'CustJob' }],
      item: [{ id: 7, itemid: 'GRINDER', itemtype: 'InvtPart' }],
    },
    custom: {
      customrecord_reading: { columns: { custrecord_amount: 'num', custrecord_count: 'int' } },
    },
  },
});
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';
const digits38 = '12345678901234567890123456789012345678';

async function idOfNew(record: string, body: string): Promise<string> {
  const response = await call(emulator, `${records}/${record}`, { method: 'POST', body });
  expect(response.status, await response.text()).toBe(204);
  return /\d+$/.exec(response.headers.get('location') ?? '')?.[0] ?? '';
}

const textOf = async (path: string): Promise<string> => (await call(emulator, `${records}/${path}`)).text();

// JSON (RFC 8259, section 6) sets no limit to the digits of a number; the column is Oracle's NUMBER.
describe('a JSON number of many digits', () => {
  it('is stored, shown and changed with all of them', async () => {
    const id = await idOfNew(
      'customrecord_reading',
      `{"name": "1", "custrecord_amount": 99999999999999.99, "custrecord_count": ${digits38}}`,
    );
    const path = `customrecord_reading/${id}`;
    const before = await textOf(path);
    expect(before).toContain('"custrecord_amount":99999999999999.99');
    expect(before).toContain(`"custrecord_count":${digits38}`);
    const statement =
      'SELECT custrecord_amount a, custrecord_count b, custrecord_amount + 0.01 c FROM customrecord_reading';
    expect(await (await query(emulator, statement)).json()).toMatchObject({
      items: [{ a: '99999999999999.99', b: digits38, c: '100000000000000' }],
    });

    const change = { method: 'PATCH', body: '{"custrecord_amount": -0.12345678901234567}' };
    expect((await call(emulator, `${records}/${path}`, change)).status).toBe(204);
    expect(await textOf(path)).toContain('"custrecord_amount":-0.12345678901234567');
    expect(await (await query(emulator, `${statement} WHERE custrecord_amount < 0`)).json()).toMatchObject({
      items: [{ a: '-0.12345678901234567', c: '-0.11345678901234567' }],
    });
  });

  it('keeps them as the amount of a line, and in what the lines come to', async () => {
    const line = '{"item": {"id": "7"}, "quantity": 1, "amount": 99999999999999.99}';
    const id = await idOfNew('salesOrder', `{"entity": {"id": "20"}, "item": {"items": [${line}, ${line}]}}`);
    expect(await textOf(`salesOrder/${id}/item/1`)).toContain('"amount":99999999999999.99');
    const statement = `SELECT mainline a, foreignamount b FROM transactionline WHERE transaction = ${id} ORDER BY id`;
    expect(await (await query(emulator, statement)).json()).toMatchObject({
      items: [
        { a: 'T', b: '199999999999999.98' },
        { a: 'F', b: '-99999999999999.99' },
        { a: 'F', b: '-99999999999999.99' },
      ],
    });
  });

  it('is a parameter with all of them, and a text in a text', async () => {
    const body = `{"q": "SELECT ? + 1 AS a, 'x 12345678901234567890' AS b FROM currency", "params": [${digits38}]}`;
    const response = await call(emulator, '/services/rest/query/v1/suiteql', {
      method: 'POST',
      body,
      headers: { prefer: 'transient' },
    });
    expect(await response.json()).toMatchObject({
      items: [{ a: '12345678901234567890123456789012345679', b: 'x 12345678901234567890' }],
    });
  });

  it.each(['1e200', '012345678901234567', '1234567890123456.'])('refuses %s', async (written) => {
    const body = `{"name": "x", "custrecord_amount": ${written}}`;
    expect((await call(emulator, `${records}/customrecord_reading`, { method: 'POST', body })).status).toBe(
      400,
    );
  });
});
