import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntrospectionError, introspect, normalize, rawStore, readRawMetadata } from '@suitewright/generator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Script, startScriptedAccount } from './scripted-account.js';

const names = [
  'customer',
  '__proto__',
  'a/../b',
  'con',
  'x\ny',
  'é',
  ...Array.from({ length: 20 }, (_, i) => `record${i}`),
];

const script: Script = {
  records: new Map(names.map((name) => [name, { type: 'object', properties: { id: { type: 'string' } } }])),
  components: () => ({}),
  tables: new Map([
    ['customer', ['id', 'companyname']],
    ['customlist', ['id', 'scriptid', 'name']],
  ]),
  rows: new Map([['customlist', [{ id: '3', scriptid: 'CUSTOMLIST_COLOR', name: 'Color' }]]]),
};

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'suitewright-raw-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

/** An account that drops its connections after so many requests, which come one at a time so that all of them count. */
function diesAfter(requests: number): Script {
  let answered = 0;
  return {
    ...script,
    concurrency: 1,
    before: () => {
      answered += 1;
      if (answered > requests) throw new Error('The server is gone.');
    },
  };
}

describe('rawStore', () => {
  it('keeps what arrived before a failure, and a second run asks for nothing twice', async () => {
    const answered: string[] = [];
    for (const requests of [5, 20, 60]) {
      await using dying = await startScriptedAccount(diesAfter(requests));
      await expect(introspect(dying.connection, { rawStore: rawStore(directory) })).rejects.toThrow();
      answered.push(...dying.requests.slice(0, requests));
    }
    await using account = await startScriptedAccount(script);
    const raw = await introspect(account.connection, { rawStore: rawStore(directory) });
    answered.push(...account.requests);

    expect(answered.length).toBe(new Set(answered).size);
    await using fresh = await startScriptedAccount(script);
    expect(normalize(raw)).toEqual(normalize(await introspect(fresh.connection)));
    expect(new Set(answered)).toEqual(new Set(fresh.requests));
  });

  it('gives the same metadata back without any account', async () => {
    await using account = await startScriptedAccount(script);
    const raw = await introspect(account.connection, {
      rawStore: rawStore(directory),
      timeZone: 'Europe/Vienna',
    });
    expect(await readRawMetadata(rawStore(directory))).toEqual(raw);
    const records = await readdir(join(directory, 'answers', 'records'));
    expect(records).toHaveLength(names.length);
    expect(records.filter((file) => !/^[\w=-]+\.json$/.test(file))).toEqual([]);
  });

  it('can do without the OpenAPI description that failed, and asks for nothing else the next time', async () => {
    await using failing = await startScriptedAccount({ ...script, components: () => 503 });
    const store = rawStore(directory);
    const without = await introspect(failing.connection, { rawStore: store, probe: 'none' });
    expect(normalize(await readRawMetadata(store))).toEqual(normalize(without));

    await using account = await startScriptedAccount(script);
    const whole = await introspect(account.connection, { rawStore: store, probe: 'none' });
    expect(account.requests).toEqual([expect.stringContaining('select=')]);
    expect(whole.warnings).toEqual([]);
  });

  it('keeps no row of a probed table', async () => {
    await using account = await startScriptedAccount(script);
    await introspect(account.connection, { rawStore: rawStore(directory) });
    const tables = join(directory, 'answers', 'tables');
    for (const file of await readdir(tables)) {
      const answer: unknown = JSON.parse(await readFile(join(tables, file), 'utf8'));
      expect(answer).toEqual(expect.not.objectContaining({ body: expect.anything() }));
    }
  });

  it('refuses the leftovers of another account, and leaves them as they are', async () => {
    await using one = await startScriptedAccount(script);
    await introspect(one.connection, { rawStore: rawStore(directory), probe: 'none' });
    const before = await readFile(join(directory, 'manifest.json'), 'utf8');
    await using other = await startScriptedAccount({ ...script, account: '7654321_SB2' });
    const run = introspect(other.connection, { rawStore: rawStore(directory) });
    await expect(run).rejects.toThrow(/holds the answers of account TSTDRV1, and this run is on 7654321_SB2/);
    expect(other.requests).toEqual([]);
    expect(await readFile(join(directory, 'manifest.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['the first run finished', script, {}, {}],
    ['resume is off', diesAfter(10), {}, { resume: false }],
    ['other records are asked for', diesAfter(10), {}, { exclude: ['customer'] }],
  ])('begins anew when %s', async (_case, first, firstOptions, secondOptions) => {
    await using one = await startScriptedAccount(first);
    await introspect(one.connection, { ...firstOptions, rawStore: rawStore(directory) }).catch(
      () => undefined,
    );
    await using two = await startScriptedAccount(script);
    await introspect(two.connection, { ...secondOptions, rawStore: rawStore(directory) });
    expect(two.requests.filter((request) => /metadata-catalog application/.test(request))).toHaveLength(1);
  });

  it('refuses to read an introspection that did not finish', async () => {
    await using dying = await startScriptedAccount(diesAfter(10));
    await introspect(dying.connection, { rawStore: rawStore(directory) }).catch(() => undefined);
    await expect(readRawMetadata(rawStore(directory))).rejects.toThrow(/did not finish.* Run it again/);
    await expect(readRawMetadata(rawStore(join(directory, 'empty')))).rejects.toThrow(
      /holds no introspection/,
    );
  });

  it('deletes no answers that it did not write', async () => {
    await using account = await startScriptedAccount(script);
    const file = join(directory, 'answers', 'mine.txt');
    await mkdir(join(directory, 'answers'), { recursive: true });
    await writeFile(file, 'mine');
    const run = introspect(account.connection, { rawStore: rawStore(directory), probe: 'none' });
    await expect(run).rejects.toThrow(/answers is there, and no introspection made it\./);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('says which file is damaged', async () => {
    await using account = await startScriptedAccount(script);
    await introspect(account.connection, { rawStore: rawStore(directory), probe: 'none' });
    const file = join(directory, 'answers', 'records', 'customer.json');
    for (const content of ['{"ok":tr', '{"ok":"yes"}']) {
      await writeFile(file, content);
      const reading = readRawMetadata(rawStore(directory));
      await expect(reading).rejects.toThrow(IntrospectionError);
      await expect(reading).rejects.toThrow(/customer(?:\.json)?.*is damaged/);
    }
  });
});
