import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generate } from '@suitewright/generator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenCases } from '../../scripts/golden/golden-folders.js';

interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

let folder: string;

beforeAll(async () => {
  // Inside the repository, so that the files find zod.
  const parent = fileURLToPath(new URL('../../.suitewright/', import.meta.url));
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(join(parent, 'zod-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const caseNamed = async (name: string) => {
  const found = (await goldenCases()).find(({ directory }) => directory.includes(join('golden', name)));
  if (found === undefined) throw new Error(`There is no golden case ${name}.`);
  return found.schema;
};

describe('zod schemas', () => {
  it('take the rows and bodies of the schema, and nothing else', async () => {
    const { written } = await generate(await caseNamed('small'), { directory: folder, zod: true });
    expect(written).toContain('customer.zod.ts');
    const schemas: Readonly<Record<string, Schema>> = await import(
      pathToFileURL(join(folder, 'customer.zod.ts')).href
    );
    const { CustomerCreateSchema, CustomerRowSchema } = schemas;

    expect(CustomerCreateSchema?.safeParse({ companyName: 'Acme' }).success).toBe(true);
    expect(CustomerCreateSchema?.safeParse({ companyNme: 'Acme' }).success).toBe(false);
    expect(CustomerCreateSchema?.safeParse({ companyName: 5 }).success).toBe(false);
    expect(CustomerRowSchema?.safeParse({ id: 5 }).success).toBe(false);
  });

  it('are not written unless they are asked for', async () => {
    const { removed } = await generate(await caseNamed('small'), { directory: folder });

    expect(removed).toContain('customer.zod.ts');
  });

  it('stay schemas whatever the metadata holds', async () => {
    const { written } = await generate(await caseNamed('hostile'), { directory: folder, zod: true });
    const files = written.filter((name) => name.endsWith('.zod.ts'));

    expect(files.length).toBeGreaterThan(10);
    for (const name of files) await import(pathToFileURL(join(folder, name)).href);
  });
});
