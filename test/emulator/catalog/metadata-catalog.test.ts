import { existsSync, readFileSync } from 'node:fs';
import { startEmulator } from '@suitewright/emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../signing.js';

const catalog = '/services/rest/record/v1/metadata-catalog';
const emulator = await startEmulator({
  seed: {
    tables: {},
    custom: {
      customrecord_flight: {
        label: 'Flight',
        columns: { id: 'id', name: 'text', custrecord_pilot: 'ref:employee' },
      },
      customer: { columns: { custentity_region: 'text' } },
    },
  },
});
afterAll(() => emulator.close());

interface Node {
  readonly [key: string]: Node;
}

async function get(path: string, accept?: string): Promise<Node> {
  const response = await call(emulator, path, { headers: accept === undefined ? {} : { accept } });
  expect(response.status).toBe(200);
  return (await response.json()) as Node;
}

const schema = (record: string): Promise<Node> => get(`${catalog}/${record}`, 'application/schema+json');
const swagger = (path: string): Promise<Node> => get(`${catalog}${path}`, 'application/swagger+json');

interface Index {
  readonly items: readonly { readonly name: string; readonly links: readonly unknown[] }[];
}

const index = async (search = ''): Promise<Index> => (await get(`${catalog}${search}`)) as unknown as Index;

describe('the index', () => {
  it('lists records with the four links of a real one', async () => {
    const { items, ...rest } = await index();
    const href = `${emulator.url}${catalog}/salesorder`;
    expect(items.find(({ name }) => name === 'salesorder')?.links).toEqual([
      { rel: 'canonical', href, mediaType: 'application/schema+json' },
      { rel: 'alternate', href, mediaType: 'application/swagger+json' },
      { rel: 'alternate', href, mediaType: 'application/schema+json' },
      {
        rel: 'describes',
        href: `${emulator.url}/services/rest/record/v1/salesorder`,
        mediaType: 'application/json',
      },
    ]);
    expect(rest).toEqual({
      links: [{ rel: 'canonical', href: `${emulator.url}${catalog}/`, mediaType: 'application/json' }],
    });
  });

  const captured = new URL('../../../../shared/netsuite/catalog/index.json', import.meta.url);
  it.skipIf(!existsSync(captured))('keeps the order of a captured one', async () => {
    const names = (await index()).items.map(({ name }) => name);
    const real = (JSON.parse(readFileSync(captured, 'utf8')) as Index).items.map(({ name }) => name);
    const shared = names.filter((name) => real.includes(name));
    expect(shared.length).toBeGreaterThan(147);
    expect(shared).toEqual(real.filter((name) => names.includes(name)));
    expect(shared).not.toEqual([...shared].sort());
  });

  it("has the account's custom records and lists", async () => {
    const names = (await index()).items.map(({ name }) => name);
    expect(names).toContain('customrecord_flight');
    expect(names.filter((name) => name.startsWith('customlist_')).length).toBeGreaterThan(2);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['', '/'])('restricts itself to select, with and without a slash before it', async (slash) => {
    const { items } = await index(`${slash}?select=customer,salesorder`);
    expect(items.map(({ name }) => name).sort()).toEqual(['customer', 'salesorder']);
  });

  it('refuses a select with a blank, and one with an unknown record', async () => {
    const blank = await call(emulator, `${catalog}?select=customer,%20vendor`);
    expect(blank.status).toBe(400);
    expect(await blank.json()).toMatchObject({ 'o:errorDetails': [{ 'o:errorCode': 'INVALID_REQUEST' }] });
    expect((await call(emulator, `${catalog}?select=customer,nothing`)).status).toBe(404);
  });
});

describe('schema+json', () => {
  it('tells of references neither the target nor a title', async () => {
    const { properties } = await schema('salesorder');
    const links = {
      title: 'Links',
      type: 'array',
      readOnly: true,
      items: { $ref: '/services/rest/record/v1/metadata-catalog/nsLink' },
    };
    expect(properties?.currency).toEqual({
      type: 'object',
      properties: {
        id: { title: 'Internal identifier', type: 'string' },
        refName: { title: 'Reference Name', type: 'string' },
        externalId: { title: 'External identifier', type: 'string' },
        links,
      },
    });
    expect(
      JSON.stringify(properties)
        .match(/"\$ref":"[^"]*"/g)
        ?.every((ref) => ref.includes('nsLink')),
    ).toBe(true);
  });

  it('describes scalars, selects, sublists and subrecords in the shapes that are known', async () => {
    const { properties, ...rest } = await schema('salesorder');
    expect(properties?.tranDate).toEqual({
      title: 'Date',
      type: 'string',
      format: 'date',
      nullable: true,
    });
    expect(properties?.toBeEmailed).toMatchObject({ type: 'boolean' });
    expect(properties?.toBeEmailed).not.toHaveProperty('nullable');
    expect(properties?.orderStatus).toMatchObject({
      properties: {
        id: { type: 'string', enum: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] },
        refName: { type: 'string' },
      },
    });
    const lines = properties?.item?.properties?.items?.items;
    expect(lines?.properties?.quantity).toMatchObject({ type: 'number', format: 'double' });
    expect(lines?.['x-ns-sublistkey']).toMatchObject({ present: true, value: { existing: ['line'] } });
    expect(properties?.billingAddress?.properties?.city).toMatchObject({ type: 'string' });
    expect(rest).toMatchObject({
      type: 'object',
      'x-ns-filterable': expect.arrayContaining(['tranId', 'currency']),
      $schema: 'https://json-schema.org/draft-06/hyper-schema#',
    });
    expect(rest).not.toHaveProperty('required');
  });

  it('marks custom fields and custom records', async () => {
    const customer = await schema('customer');
    expect(customer.properties?.custentity_region).toEqual({
      title: 'custentity_region',
      type: 'string',
      nullable: true,
      'x-ns-custom-field': true,
    });
    const flight = await schema('customrecord_flight');
    expect(flight['x-ns-custom-record']).toBe(true);
    expect(flight.properties?.custrecord_pilot).toMatchObject({
      type: 'object',
      'x-ns-custom-field': true,
    });
  });

  it('takes record names in any case', async () => {
    expect(await schema('salesOrder')).toEqual(await schema('SALESORDER'));
  });

  it('answers 404 for a record that the account does not have', async () => {
    const response = await call(emulator, `${catalog}/file`, {
      headers: { accept: 'application/schema+json' },
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      'o:errorDetails': [{ detail: "Record type 'file' does not exist.", 'o:errorCode': 'NONEXISTENT_ID' }],
    });
  });
});

describe('swagger+json', () => {
  it('names the target of a reference where it is selected, and nsResource where it is not', async () => {
    const alone = await swagger('/salesorder');
    const both = await swagger('?select=salesorder,currency');
    const currency = (document: Node): Node | undefined =>
      document.components?.schemas?.salesOrder?.properties?.currency;
    expect(currency(alone)).toEqual({ $ref: '#/components/schemas/nsResource' });
    expect(currency(both)).toEqual({ $ref: '#/components/schemas/currency' });
  });

  it('splits sublists and subrecords into components', async () => {
    const { components } = await swagger('/salesorder');
    expect(Object.keys(components?.schemas ?? {})).toEqual(
      expect.arrayContaining([
        'salesOrder',
        'salesOrderCollection',
        'salesOrder-itemCollection',
        'salesOrder-itemElement',
        'salesOrder-item-inventoryDetail',
        'salesOrder-billingAddress',
        'nsError',
        'nsLink',
        'nsResource',
        'nsResourceCollection',
      ]),
    );
  });

  it('resolves every reference within the document of the whole account', async () => {
    const document = await swagger('');
    const schemas = new Set(Object.keys(document.components?.schemas ?? {}));
    const references = JSON.stringify(document).match(/#\/components\/schemas\/[^"]+/g) ?? [];
    expect(references.length).toBeGreaterThan(5000);
    expect(
      references.filter((reference) => !schemas.has(reference.slice('#/components/schemas/'.length))),
    ).toEqual([]);
  });
});

describe('a record that a real catalog lists and no source describes', () => {
  const listed = [
    'billingrevenueevent',
    'merchandisehierarchylevel',
    'merchandisehierarchyversion',
    'othername',
    'pricebook',
    'priceplan',
    'purchasecontract',
    'resourcegroup',
    'subscription',
    'subscriptionchangeorder',
    'subscriptionline',
    'subscriptionplan',
    'subscriptionterm',
    'vendorprepayment',
    'vendorprepaymentapplication',
    'website',
  ];

  it('is in the index, with the ids that every record has', async () => {
    const names = (await index()).items.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...listed, 'shipitem']));
    for (const name of listed) {
      expect(Object.keys((await schema(name)).properties ?? {})).toEqual(['externalId', 'id', 'links']);
    }
  });

  it.each(listed)('is not written: %s', async (name) => {
    const response = await call(emulator, `/services/rest/record/v1/${name}`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(400);
    expect(emulator.log.at(-1)).toMatchObject({
      event: 'not emulated',
      reason: `No source names the fields of ${name}: it cannot be written.`,
    });
  });
});
