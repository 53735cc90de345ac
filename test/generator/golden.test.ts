import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '@suitewright/generator';
import type { ClientBase } from '@suitewright/runtime';
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
});
