import { type Emulator, type RoleDefinition, startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call, query } from '../signing.js';

const seed = {
  custom: { customrecord_flight: { columns: {} }, customrecord_crew: { columns: {} } },
  tables: {
    subsidiary: [{ id: 1, name: 'Parent Company' }],
    currency: [{ id: 1, name: 'US Dollar', symbol: 'USD' }],
    customer: [{ id: 20, companyname: 'Acme' }],
    vendor: [{ id: 30, companyname: 'Mill' }],
    entity: [
      { id: 20, entityid: 'Acme', type: 'CustJob' },
      { id: 30, entityid: 'Mill', type: 'Vendor' },
    ],
    item: [{ id: 7, itemid: 'GRINDER', itemtype: 'InvtPart' }],
    transaction: [
      { id: 50, type: 'SalesOrd', recordtype: 'salesorder', entity: 20 },
      { id: 51, type: 'VendBill', recordtype: 'vendorbill', entity: 30 },
    ],
    transactionline: [
      { uniquekey: 90, id: 1, transaction: 50, mainline: false, item: 7 },
      { uniquekey: 91, id: 1, transaction: 51, mainline: false, item: 7 },
    ],
    customrecord_flight: [{ id: 1, name: 'LX 1' }],
  },
};

/** Names as the role page shows them, an id, and a record. */
const role: RoleDefinition = {
  name: 'Sales Clerk',
  permissions: {
    Customers: 'Edit',
    LIST_ITEM: 'View',
    'Sales Order': 'Create',
    customrecord_flight: 'Full',
    Vendors: 'None',
  },
};
const emulator = await startEmulator({ seed, role });
const administered = await startEmulator({ seed });
afterAll(async () => {
  await emulator.close();
  await administered.close();
});

const records = '/services/rest/record/v1';

interface Details {
  readonly 'o:errorDetails': readonly [{ readonly detail: string; readonly 'o:errorCode': string }];
}

async function rows(target: Emulator, text: string): Promise<readonly unknown[]> {
  const response = await query(target, text);
  expect(response.status).toBe(200);
  const { items } = (await response.json()) as { readonly items: readonly Record<string, unknown>[] };
  return items.map(({ links: _links, ...row }) => row);
}

describe('what a role may not see', () => {
  // errors.json: "suiteql table hidden by permission/feature".
  it.each([
    'vendor',
    'Vendor',
    'employee',
    'customrecord_crew',
    'vendorsubsidiaryrelationship',
    'subsidiary',
  ])('is not found in SuiteQL: %s', async (table) => {
    const texts = [
      `SELECT id FROM ${table}`,
      `SELECT c.id FROM customer c JOIN ${table} x ON x.id = c.id`,
      `SELECT id FROM customer WHERE id IN (SELECT id FROM ${table})`,
      `SELECT id FROM customer UNION ALL SELECT id FROM ${table}`,
    ];
    for (const text of texts) {
      const response = await query(emulator, text);
      expect(response.status).toBe(400);
      expect(((await response.json()) as Details)['o:errorDetails'][0].detail).toBe(
        `Invalid search query. Detailed unprocessed description follows. Search error occurred: Record '${table}' was not found.`,
      );
    }
    expect((await query(administered, texts[0] ?? '')).status).toBe(200);
  });

  it('is still told apart from what there is not', async () => {
    const response = await query(emulator, 'SELECT id FROM nothing');
    expect(((await response.json()) as Details)['o:errorDetails'][0].detail).toContain(
      'Invalid search type: nothing.',
    );
  });

  it('leaves out the rows of types without a permission where a table has several', async () => {
    expect(await rows(emulator, 'SELECT id FROM transaction ORDER BY id')).toEqual([{ id: '50' }]);
    expect(await rows(emulator, 'SELECT uniquekey FROM transactionline')).toEqual([{ uniquekey: '90' }]);
    expect(await rows(emulator, 'SELECT id FROM entity')).toEqual([{ id: '20' }]);
    expect(await rows(administered, 'SELECT id FROM transaction ORDER BY id')).toHaveLength(2);
    expect(
      await rows(
        emulator,
        'SELECT t.id, l.uniquekey FROM transaction t, transactionline l WHERE l.transaction = t.id',
      ),
    ).toEqual([{ id: '50', uniquekey: '90' }]);
  });

  it.each<[method: string, path: string]>([
    ['GET', '/vendor'],
    ['GET', '/Vendor/30'],
    ['GET', '/vendor/30/addressBook'],
    ['POST', '/vendor'],
    ['PATCH', '/vendor/30'],
    ['PUT', '/vendor/eid:x'],
    ['DELETE', '/vendor/30'],
    ['GET', '/vendorBill/51'],
    ['GET', '/customrecord_crew'],
    // A level that is too low.
    ['DELETE', '/customer/20'],
    ['POST', '/inventoryItem'],
    ['PATCH', '/salesOrder/50'],
  ])('is refused by REST: %s %s', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
    const response = await call(emulator, `${records}${path}`, { method, ...body });
    expect(response.status).toBe(403);
    const problem = (await response.json()) as Details;
    expect(problem).toMatchObject({ title: 'Forbidden', status: 403 });
    expect(problem['o:errorDetails'][0]['o:errorCode']).toBe('INSUFFICIENT_PERMISSION');
  });

  it('is named by its permission', async () => {
    const detail = async (path: string): Promise<string> =>
      ((await (await call(emulator, `${records}${path}`)).json()) as Details)['o:errorDetails'][0].detail;
    expect(await detail('/vendor')).toContain("'Lists -> Vendors'");
    expect(await detail('/vendorBill')).toContain("'Transactions -> Bills'");
    expect(await detail('/customrecord_crew')).toContain("'Custom Record -> customrecord_crew'");
  });

  it('is not in the catalog', async () => {
    const index = (await (await call(emulator, `${records}/metadata-catalog`)).json()) as {
      readonly items: readonly { readonly name: string }[];
    };
    const names = index.items.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['customer', 'salesorder', 'inventoryitem', 'customrecord_flight', 'term']),
    );
    for (const name of ['vendor', 'vendorbill', 'employee', 'customrecord_crew'])
      expect(names).not.toContain(name);
    for (const accept of ['application/schema+json', 'application/swagger+json']) {
      const response = await call(emulator, `${records}/metadata-catalog/vendor`, { headers: { accept } });
      expect(response.status).toBe(404);
      expect(
        (await call(emulator, `${records}/metadata-catalog/customer`, { headers: { accept } })).status,
      ).toBe(200);
    }
    expect((await call(emulator, `${records}/metadata-catalog?select=customer,vendor`)).status).toBe(404);
  });
});

describe('what a role may do', () => {
  it('is done', async () => {
    expect(await rows(emulator, 'SELECT c.companyname, i.itemid FROM customer c CROSS JOIN item i')).toEqual([
      { companyname: 'Acme', itemid: 'GRINDER' },
    ]);
    const create = await call(emulator, `${records}/customer`, {
      method: 'POST',
      body: JSON.stringify({ companyName: 'New', subsidiary: { id: '1' } }),
    });
    expect(create.status).toBe(204);
    const change = await call(emulator, `${records}/customer/20`, {
      method: 'PATCH',
      body: '{"comments":"x"}',
    });
    expect(change.status).toBe(204);
    expect((await call(emulator, `${records}/salesOrder/50`)).status).toBe(200);
    expect((await call(emulator, `${records}/customrecord_flight/1`, { method: 'DELETE' })).status).toBe(204);
  });
});

describe('a role that there cannot be', () => {
  it.each<[role: unknown, message: string]>([
    [{ permissions: { Customerz: 'View' } }, "a permission 'Customerz', which does not exist"],
    [
      { permissions: { Customers: 'Read' } },
      "level of 'Customers' is 'Read'. Use one of: None, View, Create, Edit, Full.",
    ],
    [{}, "permissions are undefined. Give an object such as { Customers: 'View' }"],
    ['Sales Clerk', "option role is 'Sales Clerk'. Give an object with permissions."],
  ])('is refused: %o', async (given, message) => {
    await expect(startEmulator({ seed, role: given as RoleDefinition })).rejects.toThrow(message);
  });
});
