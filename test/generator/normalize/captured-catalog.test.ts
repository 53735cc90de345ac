import { existsSync, readFileSync } from 'node:fs';
import { introspect, normalize } from '@suitewright/generator';
import type { SchemaDocument } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';
import { startScriptedAccount } from '../introspect/scripted-account.js';

const catalog = new URL('../../../../shared/netsuite/catalog/', import.meta.url);

function sample(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, catalog), 'utf8'));
}

async function documentOf(record: string, schema: unknown): Promise<SchemaDocument> {
  await using account = await startScriptedAccount({
    records: new Map([[record, schema]]),
    components: () => ({}),
  });
  return normalize(await introspect(account.connection, { probe: 'none' }));
}

describe.skipIf(!existsSync(catalog))('samples of NetSuite catalogs', () => {
  it('reads the customer that was reduced from a live answer, without the blank before a title', async () => {
    const { records } = await documentOf('customer', sample('customer.reduced-live.json'));
    expect(records.customer?.fields.email).toMatchObject({ type: { kind: 'string' }, label: 'Email' });
    expect(records.customer?.fields.isPerson?.type).toEqual({ kind: 'boolean' });
    expect(records.customer?.fields.subsidiary?.type).toEqual({ kind: 'unknown' });
  });

  it("reads the sample of Oracle's documentation", async () => {
    const { response } = sample('doc-sample.json') as { readonly response: unknown };
    const { records } = await documentOf('customer', response);
    expect(records.customer?.fields.custentity_integer).toMatchObject({
      type: { kind: 'integer' },
      custom: true,
    });
    expect(records.customer?.fields.startDate?.type).toEqual({ kind: 'date' });
  });

  it('reads the reconstructed sales order', async () => {
    const { records } = await documentOf('salesorder', sample('salesOrder.reconstructed.json'));
    const fields = records.salesorder?.fields ?? {};
    expect(fields.orderStatus?.type).toEqual({ kind: 'enum', values: ['A', 'B'] });
    expect(fields.item?.type).toMatchObject({ kind: 'sublist', key: ['line'], fields: { amount: {} } });
    expect(fields.currency).toMatchObject({ type: { kind: 'reference' }, filterable: true });
    expect(Object.keys(fields)).not.toContain('links');
  });

  it('reads every name of a captured index', async () => {
    const { items } = sample('index.json') as { readonly items: readonly { readonly name: string }[] };
    const schema = { type: 'object', properties: { id: { type: 'string' } } };
    await using account = await startScriptedAccount({
      records: new Map(items.map(({ name }) => [name, schema])),
      components: () => ({}),
    });
    const raw = await introspect(account.connection, { probe: 'none' });
    expect([...raw.records.keys()]).toEqual(items.map(({ name }) => name));
    expect(raw.warnings).toEqual([]);
  });
});
