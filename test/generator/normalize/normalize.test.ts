import { type IntrospectionOptions, introspect, normalize } from '@suitewright/generator';
import { parseSchemaDocument, type SchemaDocument, serializeSchemaDocument } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';
import { type Script, startScriptedAccount } from '../introspect/scripted-account.js';
import { collection, component, enumeration, links, record, reference, text } from './catalog-forms.js';

async function documentOf(
  script: Script,
  options: IntrospectionOptions = { probe: 'none' },
): Promise<SchemaDocument> {
  await using account = await startScriptedAccount(script);
  return normalize(await introspect(account.connection, options));
}

const salesOrder = record(
  {
    id: text,
    tranId: { title: ' Order #', type: 'string', nullable: true, description: '<p>Shown on the form.</p>' },
    tranDate: { title: 'Date', type: 'string', format: 'date', nullable: true },
    lastModifiedDate: { type: 'string', format: 'date-time', readOnly: true },
    exchangeRate: { type: 'number', format: 'double' },
    estimate: { type: 'integer', format: 'int64' },
    toBeEmailed: { type: 'boolean' },
    orderStatus: enumeration(['A', 'B', 7, null]),
    entity: reference('Customer'),
    currency: reference('Currency'),
    terms: reference('Terms'),
    subsidiary: { type: 'object' },
    abstract: { $ref: '/services/rest/record/v1/metadata-catalog/transaction' },
    salesTeam: collection(reference('Member')),
    billingAddress: { type: 'object', properties: { city: text, country: enumeration(['US', 'DE']), links } },
    item: collection({
      type: 'object',
      properties: {
        line: { type: 'integer' },
        item: reference('Item'),
        location: reference('Location'),
        quantity: { title: 'Quantity', type: 'number' },
        custcol_color: { title: 'Color', type: 'string', 'x-ns-custom-field': true },
        inventoryDetail: { type: 'object', properties: { unit: text, links } },
      },
      'x-ns-filterable': ['quantity'],
      'x-ns-sublistkey': { present: true, value: { new: ['orderLine'], existing: ['line'] } },
    }),
    notes: collection({
      type: 'object',
      properties: { memo: text },
      'x-ns-sublistkey': { present: false, value: { new: [], existing: [] } },
    }),
    custbody_channel: { title: 'Channel', type: 'string', nullable: true, 'x-ns-custom-field': true },
    links,
  },
  { 'x-ns-filterable': ['tranId', 'custbody_channel'] },
);

/** The same in OpenAPI: components in camelCase, targets only where both records are selected. */
const components = {
  salesOrder: {
    type: 'object',
    properties: {
      entity: component('customer'),
      currency: component('nsResource'),
      terms: component('nsResource'),
      salesTeam: component('employeeCollection'),
      billingAddress: component('salesOrder-billingAddress'),
      item: component('salesOrder-itemCollection'),
    },
  },
  'salesOrder-billingAddress': { type: 'object', properties: {} },
  'salesOrder-itemCollection': {
    type: 'object',
    properties: { items: { type: 'array', items: component('salesOrder-itemElement') } },
  },
  'salesOrder-itemElement': {
    type: 'object',
    properties: { item: { allOf: [component('inventoryItem')] }, location: component('nsResource') },
  },
  employeeCollection: {
    type: 'object',
    properties: { items: { type: 'array', items: component('employee') } },
  },
  customer: { type: 'object', properties: {} },
  nsResource: { type: 'object', properties: { id: { type: 'string' } } },
};

const script: Script = {
  records: new Map<string, unknown>([
    ['salesorder', salesOrder],
    ['customer', record({ entityId: text })],
    ['employee', record({ entityId: text })],
    ['inventoryitem', record({ itemId: text })],
    ['term', record({ name: text })],
    ['location', record({ name: text })],
  ]),
  components: () => components,
};

describe('normalize', () => {
  it('types the fields of a record from schema+json', async () => {
    const { records } = await documentOf(script);
    const fields = records.salesorder?.fields ?? {};
    const kinds = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.type.kind]));
    expect(kinds).toEqual({
      id: 'string',
      tranId: 'string',
      tranDate: 'date',
      lastModifiedDate: 'datetime',
      exchangeRate: 'number',
      estimate: 'integer',
      toBeEmailed: 'boolean',
      orderStatus: 'enum',
      entity: 'reference',
      currency: 'reference',
      terms: 'reference',
      subsidiary: 'unknown',
      abstract: 'unknown',
      salesTeam: 'references',
      billingAddress: 'subrecord',
      item: 'sublist',
      notes: 'sublist',
      custbody_channel: 'string',
    });
    expect(fields.orderStatus?.type).toEqual({ kind: 'enum', values: ['A', 'B', '7'] });
    expect(fields.tranId).toEqual({
      type: { kind: 'string' },
      label: 'Order #',
      description: '<p>Shown on the form.</p>',
      readOnly: false,
      custom: false,
      filterable: true,
    });
    expect(fields.custbody_channel).toMatchObject({ custom: true, filterable: true });
    expect(fields.lastModifiedDate?.readOnly).toBe(true);
  });

  it('reads the keys and the fields of sublists, and of subrecords inside of them', async () => {
    const { records } = await documentOf(script);
    const { item, notes, billingAddress } = records.salesorder?.fields ?? {};
    expect(item?.type).toMatchObject({
      kind: 'sublist',
      key: ['line'],
      fields: {
        quantity: { type: { kind: 'number' }, filterable: true },
        custcol_color: { custom: true },
        inventoryDetail: { type: { kind: 'subrecord', fields: { unit: { type: { kind: 'string' } } } } },
      },
    });
    expect(notes?.type).toMatchObject({ kind: 'sublist', key: null });
    expect(billingAddress?.type).toMatchObject({
      fields: { country: { type: { kind: 'enum', values: ['US', 'DE'] } } },
    });
  });

  it('takes the targets of references from the OpenAPI description, then from the known tables', async () => {
    const { records } = await documentOf(script);
    const fields = records.salesorder?.fields ?? {};
    expect(fields.entity?.type).toEqual({ kind: 'reference', record: 'customer' });
    expect(fields.salesTeam?.type).toEqual({ kind: 'references', record: 'employee' });
    // transaction.terms is known to be ref:term, and transactionline.location to be ref:location.
    expect(fields.terms?.type).toEqual({ kind: 'reference', record: 'term' });
    const lines = fields.item?.type.kind === 'sublist' ? fields.item.type.fields : {};
    expect(lines.item?.type).toEqual({ kind: 'reference', record: 'inventoryitem' });
    expect(lines.location?.type).toEqual({ kind: 'reference', record: 'location' });
    // The catalog of this role has no currency.
    expect(fields.currency?.type).toEqual({ kind: 'reference', record: null });
  });

  it('spells records as REST does, where the OpenAPI description tells', async () => {
    const { records } = await documentOf(script);
    expect(records.salesorder?.restName).toBe('salesOrder');
    expect(records.inventoryitem?.restName).toBe('inventoryitem');
  });

  it('finds components whatever their case', async () => {
    const lowerCase = Object.fromEntries(
      Object.entries(components).map(([name, node]) => [name.toLowerCase(), node]),
    );
    const { records } = await documentOf({ ...script, components: () => lowerCase });
    expect(records.salesorder?.fields.salesTeam?.type).toEqual({ kind: 'references', record: 'employee' });
  });

  it('binds records to their tables, with the known tables where the account was not asked', async () => {
    const { records, tables, account } = await documentOf(script);
    expect(records.salesorder?.table).toEqual({
      name: 'transaction',
      discriminator: [{ column: 'type', value: 'SalesOrd' }],
    });
    expect(tables.transaction).toMatchObject({ confidence: 'known', primaryKey: 'id' });
    expect(tables.transaction?.columns.custbody_channel).toEqual({
      kind: 'text',
      label: 'Channel',
      description: null,
      custom: true,
      exposed: true,
    });
    expect(tables.transaction?.columns.tranid).toMatchObject({ kind: 'text', label: 'Order #' });
    expect(tables.transaction?.columns.createdfrom?.exposed).toBe(false);
    expect(tables.transactionline?.columns.custcol_color).toMatchObject({ label: 'Color', custom: true });
    expect(account.bindParameters).toBeNull();
  });

  it('believes of an account that was asked only the columns that it took', async () => {
    const { records, tables, refusedTables } = await documentOf(
      {
        ...script,
        tables: new Map([
          ['transaction', ['id', 'type', 'tranid', 'custbody_channel']],
          ['customer', ['id', 'companyname']],
          ['item', ['id', 'itemid']],
        ]),
      },
      {},
    );
    expect(Object.keys(tables).sort()).toEqual(['customer', 'item', 'transaction']);
    expect(tables.transaction?.confidence).toBe('observed');
    expect(refusedTables).toContain('vendor');
    expect(refusedTables).not.toContain('customer');
    const exposed = Object.entries(tables.transaction?.columns ?? {}).filter(([, column]) => column.exposed);
    expect(exposed.map(([name]) => name).sort()).toEqual(['custbody_channel', 'id', 'tranid', 'type']);
    expect(tables.transaction?.columns.memo?.exposed).toBe(false);
    expect(records.customer?.table?.name).toBe('customer');
    expect(records.employee?.table).toBeNull();
    // Its rows could not be told apart without item.itemtype.
    expect(records.inventoryitem?.table).toBeNull();
  });

  it('makes tables of custom record types and lists, with labels and references', async () => {
    const { records, tables } = await documentOf(
      {
        records: new Map<string, unknown>([
          [
            'customrecord_flight',
            record(
              {
                id: text,
                name: text,
                custrecord_pilot: reference('Pilot', { 'x-ns-custom-field': true }),
                custrecord_order: reference('Order', { 'x-ns-custom-field': true }),
                custrecord_colors: { ...collection(reference('Color')), 'x-ns-custom-field': true },
                custrecord_seats: { title: 'Seats', type: 'integer', 'x-ns-custom-field': true },
              },
              { 'x-ns-custom-record': true },
            ),
          ],
          ['customlist_color', record({ name: text })],
          ['employee', record({ entityId: text })],
        ]),
        components: () => ({
          customrecord_flight: {
            properties: {
              custrecord_pilot: component('employee'),
              custrecord_colors: component('customlist_colorCollection'),
            },
          },
          customlist_colorCollection: {
            properties: { items: { type: 'array', items: component('customlist_color') } },
          },
        }),
        tables: new Map([
          [
            'customrecord_flight',
            [
              'id',
              'name',
              'created',
              'custrecord_pilot',
              'custrecord_order',
              'custrecord_colors',
              'custrecord_seats',
            ],
          ],
          ['customlist_color', ['id', 'name']],
          ['customrecordtype', ['internalid', 'scriptid', 'name']],
          ['customlist', ['id', 'scriptid', 'name']],
          ['customfield', ['scriptid', 'name', 'description', 'fieldvaluetype', 'fieldvaluetyperecord']],
        ]),
        rows: new Map([
          ['customrecordtype', [{ internalid: '7', scriptid: 'CUSTOMRECORD_FLIGHT', name: 'Flight' }]],
          ['customlist', [{ id: '9', scriptid: 'customlist_color', name: 'Color' }]],
          [
            'customfield',
            [
              {
                scriptid: 'custrecord_order',
                name: 'Order',
                description: 'Booked by',
                fieldvaluetype: 'List/Record',
                fieldvaluetyperecord: '-30',
              },
            ],
          ],
        ]),
      },
      {},
    );
    expect(records.customrecord_flight).toMatchObject({
      custom: 'record',
      label: 'Flight',
      table: { name: 'customrecord_flight', discriminator: [] },
    });
    expect(records.customlist_color).toMatchObject({ custom: 'list', label: 'Color' });
    const columns = Object.entries(tables.customrecord_flight?.columns ?? {});
    expect(Object.fromEntries(columns.map(([name, { kind }]) => [name, kind]))).toEqual({
      id: 'id',
      name: 'text',
      created: 'datetime',
      custrecord_pilot: 'ref:employee',
      custrecord_order: 'ref:transaction',
      custrecord_colors: 'multi:customlist_color',
      custrecord_seats: 'int',
    });
    expect(tables.customrecord_flight).toMatchObject({ label: 'Flight', primaryKey: 'id' });
    expect(tables.customrecord_flight?.columns.custrecord_order?.description).toBe('Booked by');
  });

  it('lets hostile names and texts through as data', async () => {
    const nasty = '*/ process.exit() /* `$' + '{x}` " \' \n </script>';
    const hostile = JSON.parse(
      `{"__proto__":{"type":"string","title":${JSON.stringify(nasty)}},"constructor":{"type":"boolean"},"*/":{"type":"string","description":${JSON.stringify(nasty)}}}`,
    );
    hostile.list = enumeration([nasty, '__proto__']);
    const document = await documentOf({
      records: new Map<string, unknown>([
        ['__proto__', record(hostile)],
        ['constructor', record(hostile)],
        ['customer', record(hostile)],
      ]),
      components: () => ({}),
    });
    expect(Object.keys(document.records)).toEqual(['__proto__', 'constructor', 'customer']);
    for (const { fields } of Object.values(document.records)) {
      expect(Object.keys(fields)).toEqual(['__proto__', 'constructor', '*/', 'list']);
      expect(fields['*/']?.description).toBe(nasty);
      expect(fields.list?.type).toEqual({ kind: 'enum', values: [nasty, '__proto__'] });
    }
    expect(parseSchemaDocument(serializeSchemaDocument(document))).toEqual(document);
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });

  it.each([
    ['null', { odd: null }],
    ['a boolean schema', { odd: true }],
    ['a type that is a list', { odd: { type: ['string', 'null'] } }],
    ['a numeric title', { odd: { type: 'string', title: 7, 'x-ns-custom-field': 'yes' } }],
    ['properties that are no object', { odd: { type: 'object', properties: [] } }],
    ['items without a shape', { odd: collection({}) }],
  ])('takes a field that is %s without losing the record', async (_form, properties) => {
    const { records } = await documentOf({
      records: new Map([['customer', record({ ...properties, entityId: text })]]),
      components: () => ({}),
    });
    expect(Object.keys(records.customer?.fields ?? {})).toEqual(['odd', 'entityId']);
  });
});
