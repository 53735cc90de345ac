import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '@suitewright/generator';
import type { ClientBase } from '@suitewright/runtime';
import { parseSchemaDocument, type SchemaDocument } from '@suitewright/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../scripts/golden/compare-folder.js';
import { type GoldenFolder, goldenCases, repository } from '../../scripts/golden/golden-folders.js';

const cases = await goldenCases();
const golden = join(repository, 'test', 'golden');

function caseOf(name: string): GoldenFolder {
  const found = cases.find(({ directory }) => directory === join(golden, name, 'expected'));
  if (found === undefined) throw new Error(`test/golden/${name} is missing.`);
  return found;
}

describe('generated code', () => {
  it.each(cases.map((folder) => [relative(golden, folder.directory), folder] as const))(
    'is what is committed in %s',
    async (_, folder) => {
      expect(await differences(folder)).toEqual([]);
    },
  );

  it.each(['typescript', 'typescript-6'])(
    'compiles in strict mode with %s',
    async (compiler) => {
      const directory = await mkdtemp(join(repository, 'node_modules', '.suitewright-types-'));
      const project = {
        extends: join(repository, 'tsconfig.base.json'),
        compilerOptions: { noEmit: true, typeRoots: [join(repository, 'node_modules', '@types')] },
        include: [join(golden, '*', 'expected'), join(repository, 'generated', 'netsuite')],
      };
      try {
        await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(project));
        const tsc = join(repository, 'node_modules', compiler, 'bin', 'tsc');
        const output = await promisify(execFile)(process.execPath, [tsc, '-p', directory])
          .then(({ stdout }) => stdout)
          .catch((error: { readonly stdout: string }) => error.stdout);
        expect(output).toBe('');
      } finally {
        await rm(directory, { recursive: true });
      }
    },
    240_000,
  );

  it('gives hostile names back as they are, and runs nothing of them', async () => {
    const { schema, directory } = caseOf('hostile');
    const { createClient } = await import(join(directory, 'index.ts'));
    const ns: ClientBase = createClient({
      account: '1234567',
      auth: { method: 'bearer', accessToken: 'x' },
      timeZone: 'UTC',
      environment: {},
    });
    await ns.$close();
    const models = Object.keys(ns).filter((name) => !name.startsWith('$'));
    const wireNames = new Set([...Object.keys(schema.records), ...Object.keys(schema.tables)]);
    expect(models).toHaveLength(wireNames.size);
    expect(models).toContain('../../etc/passwd');
    expect(models).toContain('then_');

    const customer = await import(join(directory, 'customer.ts'));
    const [table] = Object.values(customer) as [object];
    const columns = schema.tables.customer?.columns ?? {};
    expect(Object.keys(columns)).toEqual(expect.arrayContaining(Object.keys(table)));
    expect(Object.keys(table)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', '*/ export const owned = 1; /*']),
    );
  });
});

describe('generate', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(repository, 'node_modules', '.suitewright-generate-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('writes all files once, and touches none of them when nothing changed', async () => {
    const { schema, directory: expected } = caseOf('small');
    const names = (await readdir(expected)).sort();
    expect(await generate(schema, { directory })).toMatchObject({
      written: names,
      unchanged: [],
      removed: [],
    });
    expect(await generate(schema, { directory })).toMatchObject({
      written: [],
      unchanged: names,
      removed: [],
    });
    for (const name of names) {
      expect(await readFile(join(directory, name), 'utf8')).toBe(
        await readFile(join(expected, name), 'utf8'),
      );
    }
  });

  it.each([
    ['a field of a record', 'customer', ['customer.ts', 'index.ts']],
    ['a field of a transaction', 'salesorder', ['index.ts', 'salesorder.ts', 'transaction.ts']],
    [
      'a field of a custom record',
      'customrecord_vendor_rating',
      ['customrecord_vendor_rating.ts', 'index.ts'],
    ],
  ])('changes only the files that say it when %s is added', async (_, record, changed) => {
    const schema = parseSchemaDocument(await readFile(join(repository, 'generated', 'schema.json'), 'utf8'));
    const own = join(directory, record);
    await generate(schema, { directory: own });
    const { written, removed } = await generate(withField(schema, record), { directory: own });
    expect({ written, removed }).toEqual({ written: changed, removed: [] });
  });

  it('names the schema in the index, and on no first line', async () => {
    const { schema } = caseOf('small');
    const own = join(directory, 'named');
    const { fingerprint, written } = await generate(schema, { directory: own });
    const texts = await Promise.all(
      written.map(async (name) => [name, await readFile(join(own, name), 'utf8')] as const),
    );
    expect(texts.filter(([, text]) => text.includes(fingerprint)).map(([name]) => name)).toEqual([
      'index.ts',
    ]);
    expect(new Set(texts.map(([, text]) => text.split('\n')[0])).size).toBe(1);
  });
});

/** The schema after someone added a custom field to a record. */
function withField(schema: SchemaDocument, record: string): SchemaDocument {
  const { records, tables } = schema;
  const recordSchema = records[record];
  const tableName = recordSchema?.table?.name ?? '';
  const table = tables[tableName];
  if (recordSchema === undefined || table === undefined) throw new Error(`${record} has no table.`);
  const shared = { label: 'Approved by the board', description: null, custom: true };
  const name = 'custom_board_approval';
  return {
    ...schema,
    records: {
      ...records,
      [record]: {
        ...recordSchema,
        fields: {
          ...recordSchema.fields,
          [name]: { ...shared, type: { kind: 'boolean' }, readOnly: false, filterable: true },
        },
      },
    },
    tables: {
      ...tables,
      [tableName]: {
        ...table,
        columns: { ...table.columns, [name]: { ...shared, kind: 'bool', exposed: true } },
      },
    },
  };
}
