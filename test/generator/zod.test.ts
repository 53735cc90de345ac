import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { startEmulator } from '@suitewright/emulator';
import { generate, SettingsError } from '@suitewright/generator';
import { parseSchemaDocument } from '@suitewright/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../generated/netsuite/index.js';
import { goldenCases, repository } from '../../scripts/golden/golden-folders.js';

interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: unknown };
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

  it('have the types of the rows and bodies', async () => {
    const own = join(folder, 'types');
    const { written } = await generate(await caseNamed('small'), { directory: own, zod: true });
    const checks = await Promise.all(
      written
        .filter((name) => name.endsWith('.zod.ts'))
        .map(async (name, index) => typeChecks(await readFile(join(own, name), 'utf8'), name, index)),
    );
    await writeFile(join(own, 'checks.ts'), `${checksHead}${checks.join('')}`);
    const project = {
      extends: join(repository, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true, exactOptionalPropertyTypes: false, types: [] },
      include: [own],
    };
    await writeFile(join(own, 'tsconfig.json'), JSON.stringify(project));
    const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const output = await promisify(execFile)(process.execPath, [tsc, '-p', own])
      .then(({ stdout }) => stdout)
      .catch((error: { readonly stdout: string }) => error.stdout);
    expect(checks.join('')).toContain('CustomerRowSchema');
    expect(output).toBe('');
  }, 240_000);

  it('are written for the records that are named, and take their rows', async () => {
    const schema = parseSchemaDocument(await readFile(join(repository, 'generated', 'schema.json'), 'utf8'));
    const own = join(folder, 'named');
    const models = ['customer', 'employee', 'salesorder', 'transactionline'] as const;
    const { written } = await generate(schema, { directory: own, zod: models });
    expect(written.filter((name) => name.endsWith('.zod.ts'))).toEqual(
      models.map((name) => `${name}.zod.ts`),
    );

    const emulator = await startEmulator({ rows: 100 });
    const ns = createClient({ environment: emulator.environment() });
    try {
      const rowsOf = {
        customer: await ns.customer.findMany({ take: 20 }),
        employee: await ns.employee.findMany({ take: 20 }),
        salesorder: await ns.salesorder.findMany({ take: 20 }),
        transactionline: await ns.transactionline.findMany({ take: 20 }),
      };
      for (const model of models) {
        const rows: readonly unknown[] = rowsOf[model];
        const schemas: Readonly<Record<string, Schema>> = await import(
          pathToFileURL(join(own, `${model}.zod.ts`)).href
        );
        const rowSchema = Object.entries(schemas).find(([name]) => name.endsWith('RowSchema'))?.[1];
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.map((row) => rowSchema?.safeParse(row).error)).toEqual(rows.map(() => undefined));
      }
    } finally {
      await ns.$close();
      await emulator.close();
    }
  });

  it('are refused for records that the schema does not have', async () => {
    const failure = generate(await caseNamed('small'), { directory: folder, zod: ['customer', 'custmer'] });
    await expect(failure).rejects.toThrow(SettingsError);
    await expect(failure).rejects.toThrow(/"custmer": there is no such record or table/);
  });
});

const checksHead = `import type { z } from 'zod';
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expand<T> = { readonly [Key in keyof T]: T[Key] };
`;

/** A program that compiles if the schemas of a file have the types of its record. */
function typeChecks(text: string, fileName: string, index: number): string {
  const module = fileName.replace(/\.ts$/, '.js');
  const lines = [`import * as schemas${index} from './${module}';`];
  for (const [, type, form] of text.matchAll(/export const (\w+)(Row|Create)Schema =/g)) {
    const alias = `${type}${form}`;
    const inferred = `z.infer<typeof schemas${index}.${alias}Schema>`;
    lines.push(
      `import type { ${alias} } from './${module.replace('.zod', '')}';`,
      form === 'Row'
        ? `export const same${alias}: Equal<Expand<${inferred}>, Expand<${alias}>> = true;`
        : `export const body${alias} = (body: ${inferred}): ${alias} => body;`,
    );
  }
  return `${lines.join('\n')}\n`;
}
