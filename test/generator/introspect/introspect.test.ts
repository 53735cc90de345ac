import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  IntrospectionError,
  type IntrospectionProgress,
  introspect,
  normalize,
  rawStore,
} from '@suitewright/generator';
import { AuthenticationError } from '@suitewright/runtime';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startScriptedAccount } from './scripted-account.js';

const text = { type: 'string', nullable: true };
const plainRecord = { type: 'object', properties: { id: text, name: text } };

const definitionTables = new Map([
  ['customrecordtype', ['internalid', 'scriptid', 'name']],
  ['customlist', ['id', 'scriptid', 'name']],
  ['customfield', ['internalid', 'scriptid', 'name', 'fieldvaluetype']],
]);

describe('introspect', () => {
  it('reads the catalog, each record, the targets of references, and probes the tables', async () => {
    await using account = await startScriptedAccount({
      records: new Map<string, unknown>([
        ['customer', plainRecord],
        ['customrecord_flight', { ...plainRecord, 'x-ns-custom-record': true }],
      ]),
      components: (select) => Object.fromEntries(select.map((name) => [name, plainRecord])),
      tables: new Map([
        ...definitionTables,
        ['customer', ['id', 'companyname', 'email']],
        ['customrecord_flight', ['id', 'name']],
      ]),
      rows: new Map([
        [
          'customrecordtype',
          [{ internalid: '7', scriptid: 'CUSTOMRECORD_FLIGHT', name: 'Flight', links: [] }],
        ],
      ]),
    });
    const progress: IntrospectionProgress[] = [];
    const raw = await introspect(account.connection, { onProgress: (event) => progress.push(event) });

    expect([...raw.records.keys()]).toEqual(['customer', 'customrecord_flight']);
    expect(raw.components.map(Object.keys)).toEqual([['customer', 'customrecord_flight']]);
    expect(raw.custom.recordTypes.get('customrecord_flight')).toEqual({ label: 'Flight', internalId: '7' });
    expect(raw.tables?.get('customer')?.accepted).toEqual(['id', 'companyname', 'email']);
    expect(raw.tables?.get('customer')?.refused).toContain('creditlimit');
    expect(raw.tables?.get('customrecord_flight')?.accepted).toEqual(['id', 'name']);
    expect(raw.tables?.get('vendor')).toBeNull();
    expect(raw.bindParameters).toBe(true);
    expect(raw.warnings).toEqual([]);
    for (const phase of ['catalog', 'records', 'custom', 'targets', 'tables']) {
      const last = progress.filter((event) => event.phase === phase).at(-1);
      expect(last, phase).toMatchObject({ done: last?.total });
    }
    expect(new Set(account.requests).size).toBe(account.requests.length);
  });

  it('never asks for a column that is known as not exposed', async () => {
    await using account = await startScriptedAccount({
      records: new Map([['customer', plainRecord]]),
      components: () => ({}),
      tables: new Map([['transaction', ['id', 'tranid']]]),
    });
    await introspect(account.connection);
    expect(account.requests.filter((request) => request.includes('transaction.createdfrom'))).toEqual([]);
  });

  it('leaves out a record that the account refuses, with a warning', async () => {
    await using account = await startScriptedAccount({
      records: new Map<string, unknown>([
        ['customer', plainRecord],
        ['budget', 404],
        ['campaign', 403],
        ['issue', 500],
        ['note', { type: 'object' }],
      ]),
      components: () => ({}),
    });
    const raw = await introspect(account.connection, { probe: 'none' });
    expect([...raw.records.keys()]).toEqual(['customer']);
    expect(raw.warnings).toEqual([
      "Record budget is left out: the account refused its metadata with 404: Record type 'budget' does not exist.",
      "Record campaign is left out: the account refused its metadata with 403: Record type 'campaign' does not exist.",
      "Record issue is left out: the account refused its metadata with 500: Record type 'issue' does not exist.",
      'Record note is left out: its metadata has no properties.',
    ]);
  });

  it('leaves out the record, table or list whose answer cannot be read, and asks for it again in the next run', async () => {
    const damages = new Map([
      ['metadata-catalog/budget', '<html><body>Please wait</body></html>'],
      ['metadata-catalog/campaign', '{"type":"object","properties":{"id":{"ty'],
      ['ORDER BY customlist.scriptid ASC', '<!DOCTYPE html>'],
      ['FROM vendor ', '{"items":'],
    ]);
    let isDamaged = true;
    await using account = await startScriptedAccount({
      records: new Map(['customer', 'budget', 'campaign'].map((name) => [name, plainRecord])),
      components: () => ({}),
      tables: new Map([...definitionTables, ['customer', ['id']], ['vendor', ['id']]]),
      damage: (request) =>
        isDamaged ? [...damages].find(([part]) => request.includes(part))?.[1] : undefined,
    });
    const directory = await mkdtemp(join(tmpdir(), 'suitewright-damaged-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const raw = await introspect(account.connection, { rawStore: rawStore(directory) });
    expect([...raw.records.keys()]).toEqual(['customer']);
    expect(raw.tables?.get('customer')).not.toBeNull();
    expect(raw.tables?.get('vendor')).toBeNull();
    expect(raw.warnings).toEqual([
      expect.stringMatching(/^Record budget is left out: .*not JSON.*Introspect again to add it\.$/),
      expect.stringMatching(/^Record campaign is left out: .*not JSON/),
      expect.stringMatching(/^customlist could not be read: .*not JSON/),
      expect.stringMatching(/^Table vendor is left out: .*not JSON/),
    ]);

    isDamaged = false;
    const before = account.requests.length;
    const whole = await introspect(account.connection, { rawStore: rawStore(directory) });
    expect([...whole.records.keys()]).toEqual(['customer', 'budget', 'campaign']);
    expect(whole.tables?.get('vendor')?.accepted).toEqual(['id']);
    expect(whole.warnings).toEqual([]);
    const asked = account.requests.slice(before).filter((request) => /metadata-catalog\/\w/.test(request));
    expect(asked.map((request) => /catalog\/(\w+)/.exec(request)?.[1])).toEqual(['budget', 'campaign']);
  });

  it('goes on without the OpenAPI description where the account fails to give it', async () => {
    await using account = await startScriptedAccount({
      records: new Map([['customer', plainRecord]]),
      components: () => 503,
    });
    const raw = await introspect(account.connection, { probe: 'none' });
    expect(raw.components).toEqual([]);
    expect(raw.warnings).toHaveLength(1);
    expect(raw.warnings[0]).toMatch(
      /^The OpenAPI description of 1 records is missing: .*introspect again to complete/,
    );
  });

  it('selects every two records together at least once, in requests of a length that servers take', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `customrecord_with_a_long_name_${index}`);
    await using account = await startScriptedAccount({
      records: new Map(names.map((name) => [name, plainRecord])),
      components: () => ({}),
    });
    await introspect(account.connection, { probe: 'none' });
    const selects = account.requests
      .map((request) => /select=(\S+)/.exec(request)?.[1])
      .filter((select) => select !== undefined);
    const sets = selects.map((select) => new Set(select.split(',')));
    const apart = names.flatMap((one) =>
      names
        .filter((other) => !sets.some((set) => set.has(one) && set.has(other)))
        .map((other) => [one, other]),
    );
    expect(apart).toEqual([]);
    for (const select of selects) expect(encodeURIComponent(select).length).toBeLessThanOrEqual(6000);
  });

  it('stops at once when the credentials are refused', async () => {
    await using account = await startScriptedAccount({
      records: new Map<string, unknown>([...'abcdefghijklmnop'].map((name) => [name, 401])),
    });
    await expect(introspect(account.connection, { probe: 'none' })).rejects.toThrow(AuthenticationError);
    expect(account.requests.length).toBeLessThan(16);
  });

  it('stops on abort with the reason given', async () => {
    const controller = new AbortController();
    await using account = await startScriptedAccount({
      records: new Map([['customer', plainRecord]]),
      before: (request) => {
        if (request.includes('metadata-catalog/customer')) controller.abort(new Error('Enough.'));
      },
    });
    await expect(introspect(account.connection, { signal: controller.signal })).rejects.toThrow('Enough.');
  });

  it('reads only the records that include and exclude leave', async () => {
    await using account = await startScriptedAccount({
      records: new Map([
        ['customer', plainRecord],
        ['vendor', plainRecord],
        ['employee', plainRecord],
      ]),
      components: () => ({}),
    });
    const raw = await introspect(account.connection, {
      probe: 'none',
      include: ['Vendor', 'customer'],
      exclude: ['customer'],
    });
    expect([...raw.records.keys()]).toEqual(['vendor']);
    expect(account.requests.filter((request) => request.includes('employee'))).toEqual([]);
  });

  it('asks only for the tables of included records, and for those without a record that they point to', async () => {
    await using account = await startScriptedAccount({
      records: new Map([
        ['salesorder', plainRecord],
        ['customer', plainRecord],
        ['employee', plainRecord],
      ]),
      components: () => ({}),
    });
    const { tables } = await introspect(account.connection, { include: ['salesorder'] });
    expect([...(tables?.keys() ?? [])]).toEqual(
      expect.arrayContaining(['transaction', 'transactionline', 'entity']),
    );
    expect(tables?.has('customer')).toBe(false);
    expect(tables?.has('employee')).toBe(false);
    expect(account.requests.filter((request) => request.includes('FROM employee'))).toEqual([]);

    const unasked = await introspect(account.connection, { include: ['customer'], probe: 'none' });
    const known = Object.keys(normalize(unasked).tables);
    expect(known).toContain('customer');
    expect(known).not.toContain('transaction');
  });

  it('refuses to include a record that the catalog does not have', async () => {
    await using account = await startScriptedAccount({ records: new Map([['customer', plainRecord]]) });
    const run = introspect(account.connection, { include: ['custommer'] });
    await expect(run).rejects.toThrow(IntrospectionError);
    await expect(run).rejects.toThrow("The account's catalog has no record custommer.");
  });

  it('warns when no table answers, and keeps the records', async () => {
    await using account = await startScriptedAccount({
      records: new Map([['customer', plainRecord]]),
      components: () => ({}),
    });
    const raw = await introspect(account.connection);
    expect(raw.records.size).toBe(1);
    expect(raw.bindParameters).toBeNull();
    expect(raw.warnings.at(-1)).toMatch(/^No table answered a SuiteQL query\./);
  });

  it('sees that an account takes no bind parameters', async () => {
    await using account = await startScriptedAccount({
      records: new Map([['customer', plainRecord]]),
      components: () => ({}),
      tables: new Map([['currency', ['id', 'name']]]),
      takesParameters: false,
    });
    expect((await introspect(account.connection)).bindParameters).toBe(false);
  });

  it('asks for no record whose name would lead to another address', async () => {
    await using account = await startScriptedAccount({
      records: new Map<string, unknown>([
        ['..', plainRecord],
        ['__proto__', plainRecord],
        ['a/b', plainRecord],
        ["x'; --", plainRecord],
      ]),
      components: () => ({}),
    });
    const raw = await introspect(account.connection, { probe: 'none' });
    expect([...raw.records.keys()]).toEqual(['__proto__', 'a/b', "x'; --"]);
    expect(raw.warnings).toEqual(['Record ".." is left out: its name cannot be part of a URL.']);
  });

  it('puts no name into a statement that is not a plain identifier', async () => {
    const hostile = {
      'id FROM employee --': { ...text, 'x-ns-custom-field': true },
      custentity_ok: { ...text, 'x-ns-custom-field': true },
    };
    await using account = await startScriptedAccount({
      records: new Map<string, unknown>([['customer', { type: 'object', properties: hostile }]]),
      components: () => ({}),
      tables: new Map([['customer', ['id', 'custentity_ok']]]),
    });
    const raw = await introspect(account.connection);
    expect(raw.tables?.get('customer')?.accepted).toEqual(['id', 'custentity_ok']);
    expect(account.requests.filter((request) => request.includes('--'))).toEqual([]);
  });
});
