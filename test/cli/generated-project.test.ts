import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import type { ClientBase, Model } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustSucceed } from '../../scripts/packaging/run-command.js';
import { runSuitewright } from './suitewright-process.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A project of its own, with the demo account's schema. */
let directory: string;

beforeAll(async () => {
  // Inside the repository, so that its programs find @suitewright/runtime and zod.
  const parent = join(repository, '.suitewright');
  await mkdir(parent, { recursive: true });
  directory = await mkdtemp(join(parent, 'project-'));
  await mkdir(join(directory, 'suitewright'));
  await cp(join(repository, 'generated', 'schema.json'), join(directory, 'suitewright', 'schema.json'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** The project's programs are type-checked, and those they import with them. */
async function compile(
  files: readonly string[],
  compilerOptions: Readonly<Record<string, boolean>> = {},
): Promise<void> {
  await writeFile(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true, ...compilerOptions },
      files,
    }),
  );
  await mustSucceed({
    program: process.execPath,
    arguments: [join(repository, 'node_modules/typescript/bin/tsc'), '--project', directory],
    directory: repository,
  });
}

async function run(file: string, emulator: Emulator): Promise<unknown> {
  const output = await mustSucceed({
    program: process.execPath,
    arguments: ['--import', 'tsx', '--conditions=@suitewright/source', join(directory, file)],
    directory: repository,
    environment: emulator.environment('oauth2'),
  });
  return JSON.parse(output);
}

describe('suitewright generate with relations in suitewright.config.ts', () => {
  const configuration = `
    import { defineConfig } from 'suitewright';

    export default defineConfig({
      out: 'renamed',
      relations: {
        customer: {
          transactions: 'orders',
          contact_by_company: false,
          ofsamerep: { cardinality: 'many', model: 'customer', from: 'salesrep', to: 'salesrep' },
          parent: { cardinality: 'one', model: 'entity', from: 'parent', to: 'id' },
        },
        transaction: {
          customer: { cardinality: 'one', model: 'customer', from: 'entity', to: 'id' },
          vendor: { cardinality: 'one', model: 'vendor', from: 'entity', to: 'id' },
        },
      },
    });
  `;
  const seed = {
    tables: {
      employee: [{ id: 1, entityid: 'Ada' }],
      entity: [
        { id: 10, entityid: 'Acme' },
        { id: 11, entityid: 'Beta' },
        { id: 20, entityid: 'Bolts' },
      ],
      customer: [
        { id: 10, companyname: 'Acme', parent: null, salesrep: 1 },
        { id: 11, companyname: 'Beta', parent: 10, salesrep: 1 },
        { id: 12, companyname: 'Coal', parent: null, salesrep: null },
      ],
      vendor: [{ id: 20, companyname: 'Bolts' }],
      transaction: [
        { id: 100, type: 'SalesOrd', tranid: 'SO1', entity: 10 },
        { id: 101, type: 'VendBill', tranid: 'B1', entity: 20 },
      ],
    },
  };
  const program = `
    import { createClient } from './renamed/index.js';

    await using ns = createClient();
    const customers = await ns.customer.findMany({
      where: { orders: { none: { type: 'VendBill' } }, salesrep: { entityid: 'Ada' } },
      select: {
        companyname: true,
        orders: { select: { tranid: true } },
        ofsamerep: { select: { companyname: true } },
        parent: { select: { entityid: true } },
      },
    });
    const transactions = await ns.transaction.findMany({
      select: {
        tranid: true,
        customer: { select: { companyname: true } },
        vendor: { select: { companyname: true } },
        entity: { select: { entityid: true } },
      },
    });
    const bill = await ns.vendorbill.findFirst({ where: { vendor: { companyname: 'Bolts' } }, select: { tranid: true } });
    const vendor: string | null | undefined = transactions[1]?.vendor?.companyname;
    const hidden = await ns.customer
      // @ts-expect-error: the configuration takes it away.
      .findMany({ include: { contact_by_company: true } })
      .then(() => 'found', (error) => error.message);
    const renamed = await ns.customer
      // @ts-expect-error: the configuration gives it another name.
      .findMany({ where: { transactions: { some: {} } } })
      .then(() => 'found', (error) => error.message);
    console.log(JSON.stringify({ customers, transactions, bill, vendor, hidden, renamed }));
  `;

  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ seed });
  });
  afterAll(() => emulator.close());

  it('makes models that have them, and none that it takes away, in types and at run time', async () => {
    await writeFile(join(directory, 'suitewright.config.ts'), configuration);
    await writeFile(join(directory, 'relations.ts'), program);
    const { exitCode, stderr } = await runSuitewright(['generate'], { directory });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(/^renamed: \d+ files/),
    });

    await compile(['relations.ts']);
    expect(await run('relations.ts', emulator)).toEqual({
      customers: [
        {
          companyname: 'Acme',
          orders: [{ tranid: 'SO1' }],
          ofsamerep: [{ companyname: 'Acme' }, { companyname: 'Beta' }],
          parent: null,
        },
        {
          companyname: 'Beta',
          orders: [],
          ofsamerep: [{ companyname: 'Acme' }, { companyname: 'Beta' }],
          parent: { entityid: 'Acme' },
        },
      ],
      transactions: [
        { tranid: 'SO1', customer: { companyname: 'Acme' }, vendor: null, entity: { entityid: 'Acme' } },
        { tranid: 'B1', customer: null, vendor: { companyname: 'Bolts' }, entity: { entityid: 'Bolts' } },
      ],
      bill: { tranid: 'B1' },
      vendor: 'Bolts',
      hidden: expect.stringContaining("customer has no field 'contact_by_company'"),
      renamed: expect.stringContaining("customer has no field 'transactions'"),
    });
  });

  it('refuses a configuration that does not fit the schema, and writes nothing', async () => {
    await writeFile(
      join(directory, 'suitewright.config.ts'),
      "export default { out: 'refused', relations: { customer: { orders: false }, custmer: { parent: 'up' } } };",
    );
    const { exitCode, stderr } = await runSuitewright(['generate'], { directory });

    expect(exitCode).toBe(1);
    expect(stderr).toContain("The setting 'relations' does not fit the schema:");
    expect(stderr).toContain('custmer: there is no such model.');
    expect(stderr).toContain('customer.orders: customer has no such relation of its own.');
    expect(await readdir(directory)).not.toContain('refused');
  });
});

describe('suitewright generate with queries in .suiteql files', () => {
  const hostileColumns = [
    'constructor',
    'toString',
    'toLocaleString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'prototype',
    '__defineGetter__',
    '__lookupSetter__',
    '__proto__',
    'then',
    'toJSON',
    'class',
    'default',
    'function',
    'await',
    'arguments',
    'links',
    'length',
    'name',
    'rows',
  ];
  const rowName = (column: string): string => column.toLowerCase();
  const written = (column: string): string => (column.startsWith('_') ? `"${column}"` : column);
  const queries = `
    -- name: aliases
    SELECT ${hostileColumns.map((column) => `'${column}' AS ${written(column)}`).join(', ')} FROM customer WHERE id = 10;

    -- name: constructor
    SELECT constructor, COUNT(*) AS tostring
    FROM (SELECT companyname AS constructor, id AS __proto__ FROM customer) t
    WHERE constructor = :constructor AND t."__proto__" IN (:__proto__[]) AND 'x' = :toString
    GROUP BY constructor ORDER BY constructor FETCH FIRST :valueOf ROWS ONLY;

    -- name: toString
    SELECT id FROM customer WHERE companyname = :Name OR companyname = :name OR companyname = :class ORDER BY id;

    -- name: ToString
    SELECT id AS toString FROM customer WHERE id = :hasOwnProperty;
  `;
  const program = `
    import { createClient } from './queried/index.js';
    import { aliases, constructor, toString, ToString, type AliasesRow, type ConstructorRow } from './queried/queries.js';

    await using ns = createClient();
    const alias: AliasesRow | undefined = (await ns.$all(aliases()))[0];
    const rows: readonly ConstructorRow[] = await ns.$all(
      constructor({ constructor: 'Acme', ['__proto__']: [10, 11], toString: 'x', valueOf: 5 }),
    );
    const name: string | null | undefined = rows[0]?.constructor;
    const count: number | undefined = rows[0]?.tostring;
    const ids = await ns.$all(toString({ Name: 'Acme', name: 'Beta', class: 'None' }));
    const other = await ns.$all(ToString({ hasOwnProperty: 11 }));
    // @ts-expect-error: a parameter that every object seems to have is still asked for.
    const missing = await Promise.resolve().then(() => ToString({})).then(() => 'taken', (error) => error.message);
    const entries = (row: object | undefined) => Object.entries(row ?? {});
    console.log(
      JSON.stringify({ alias: entries(alias), rows: rows.map(entries), name, count, ids, other: other.map(entries), missing }),
    );
  `;

  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({
      seed: {
        tables: {
          customer: [
            { id: 10, companyname: 'Acme' },
            { id: 11, companyname: 'Beta' },
          ],
        },
      },
    });
    await rm(join(directory, 'suitewright.config.ts'), { force: true });
    await writeFile(join(directory, 'names.suiteql'), queries);
    // One table, so that the compiler has little to read.
    const schema = JSON.parse(await readFile(join(repository, 'generated', 'schema.json'), 'utf8'));
    const tables = { customer: schema.tables.customer };
    await writeFile(join(directory, 'one-table.json'), JSON.stringify({ ...schema, records: {}, tables }));
    const { exitCode, stderr } = await runSuitewright(
      ['generate', '--out', 'queried', '--schema', 'one-table.json'],
      { directory },
    );
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(/^queried: \d+ files/),
    });
  });
  afterAll(async () => {
    await emulator.close();
    await rm(join(directory, 'names.suiteql'));
  });

  it('makes code that compiles and gives the values, whatever columns, parameters and queries are called', async () => {
    await writeFile(join(directory, 'names.ts'), program);
    await compile(['names.ts']);
    expect(await run('names.ts', emulator)).toEqual({
      alias: hostileColumns.map((column) => [rowName(column), column]),
      rows: [
        [
          ['constructor', 'Acme'],
          ['tostring', 1],
        ],
      ],
      name: 'Acme',
      count: 1,
      ids: [{ id: '10' }, { id: '11' }],
      other: [[['tostring', '11']]],
      missing: expect.stringContaining("ToString needs a value for 'hasOwnProperty'."),
    });
  });
});

interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly message: string } };
}

describe('suitewright generate --zod', () => {
  const program = `
    import type { z } from 'zod';
    import { createClient, type CustomerRow } from './schemas/index.js';
    import { CustomerCreateSchema, CustomerRowSchema } from './schemas/customer.zod.js';

    export async function copied(row: CustomerRow, body: unknown): Promise<string> {
      const parsed = CustomerRowSchema.parse(row);
      const name: string | null = parsed.companyname;
      // @ts-expect-error: an id is a text.
      const id: number = parsed.id;
      const wrong: z.infer<typeof CustomerCreateSchema> = {
        companyName: name ?? 'none',
        // @ts-expect-error: no such field.
        companyNme: id,
      };
      await using ns = createClient();
      await ns.customer.create(wrong);
      return ns.customer.create(CustomerCreateSchema.parse(body));
    }
  `;
  const out = ['generate', '--out', 'schemas'];

  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ rows: 500 });
    await rm(join(directory, 'suitewright.config.ts'), { force: true });
    const { exitCode, stderr } = await runSuitewright([...out, '--zod'], { directory });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(/^schemas: \d+ files/),
    });
  });
  afterAll(() => emulator.close());

  const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
    import(pathToFileURL(join(directory, 'schemas', file)).href);

  it('writes schemas of every model beside it, which compile', async () => {
    const files = await readdir(join(directory, 'schemas'));
    const models = files.filter((file) => files.includes(file.replace(/\.ts$/, '.zod.ts')));
    const index = await readFile(join(directory, 'schemas', 'index.ts'), 'utf8');
    expect(models).toEqual(expect.arrayContaining(['customer.ts', 'salesorder.ts', 'transactionline.ts']));
    expect(index).not.toContain('zod');

    await writeFile(join(directory, 'schemas.ts'), program);
    // zod's optional members may be undefined.
    await compile(['schemas.ts', ...models.map((file) => `schemas/${file.replace(/\.ts$/, '.zod.ts')}`)], {
      exactOptionalPropertyTypes: false,
    });
  });

  it('writes schemas that take every row of the account, and none with a value of another kind or a column missing', async () => {
    const { createClient } = (await load('index.ts')) as {
      createClient(
        options: object,
      ): ClientBase & Readonly<Record<string, Model<Record<string, unknown>, unknown>>>;
    };
    await using ns = createClient({ environment: emulator.environment('tba') });
    let rowsSeen = 0;
    for (const file of (await readdir(join(directory, 'schemas'))).filter((name) =>
      name.endsWith('.zod.ts'),
    )) {
      const model = ns[file.replace('.zod.ts', '')];
      const [, schema] =
        Object.entries((await load(file)) as Record<string, Schema>).find(([name]) =>
          name.endsWith('RowSchema'),
        ) ?? [];
      if (model === undefined || schema === undefined) continue;
      const rows = await model.findMany({ take: 5 });
      rowsSeen += rows.length;
      for (const row of rows) {
        expect(schema.safeParse(row).error?.message, file).toBeUndefined();
        const [column = ''] = Object.keys(row);
        expect(schema.safeParse({ ...row, [column]: Symbol('no value') }).success, file).toBe(false);
        const { [column]: _value, ...rest } = row;
        expect(schema.safeParse(rest).success, file).toBe(false);
      }
    }
    expect(rowsSeen).toBeGreaterThan(100);
  });

  it('writes schemas of bodies that take what REST takes, and refuse what it has no field for', async () => {
    const { CustomerCreateSchema } = (await load('customer.zod.ts')) as Record<string, Schema>;
    const accepts = (body: unknown) => CustomerCreateSchema?.safeParse(body).success;

    expect(accepts({ companyName: 'Acme', subsidiary: { id: '1' }, isInactive: false })).toBe(true);
    expect(accepts({ companyName: 'Acme', subsidary: { id: '1' } })).toBe(false);
    expect(accepts({ companyName: 5 })).toBe(false);
    expect(accepts({ isInactive: 'F' })).toBe(false);
  });

  it('takes them away again without --zod', async () => {
    const { stderr } = await runSuitewright(out, { directory });

    expect(stderr).toMatch(/, [1-9]\d* removed\n$/);
    expect((await readdir(join(directory, 'schemas'))).filter((file) => file.endsWith('.zod.ts'))).toEqual(
      [],
    );
  });
});
