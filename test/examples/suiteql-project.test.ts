import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmulator } from '@suitewright/emulator';
import { generate, lint, QueryError } from '@suitewright/generator';
import { parseSchemaDocument } from '@suitewright/schema';
import { formatFile } from '@suitewright/suiteql';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../examples/suiteql-project/src/netsuite/index.js';
import {
  currencies,
  customerById,
  customersWithoutOrders,
  openOrders,
  overdueInvoices,
  salesByMonth,
  topItems,
} from '../../examples/suiteql-project/src/netsuite/queries.js';
import { report } from '../../examples/suiteql-project/src/report.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const example = join(repository, 'examples', 'suiteql-project');

const seed = {
  tables: {
    currency: [
      { id: 1, name: 'US Dollar', symbol: 'USD', isbasecurrency: true },
      { id: 2, name: 'Euro', symbol: 'EUR', isbasecurrency: false },
    ],
    employee: [{ id: 1, entityid: 'Ada' }],
    customer: [
      {
        id: 10,
        entityid: 'C10',
        companyname: "O'Brien",
        currency: 1,
        isinactive: false,
        salesrep: 1,
        datecreated: '2025-12-31T23:59:59',
      },
      {
        id: 11,
        entityid: 'C11',
        companyname: 'Zoë',
        currency: 1,
        isinactive: false,
        salesrep: null,
        datecreated: null,
      },
    ],
    item: [
      { id: 20, itemid: 'CHAIR', displayname: 'Chair' },
      { id: 21, itemid: 'TABLE', displayname: null },
    ],
    transaction: [
      {
        id: 100,
        type: 'SalesOrd',
        tranid: 'SO1',
        trandate: '2026-01-05',
        entity: 10,
        status: 'B',
        foreigntotal: 10.5,
        currency: 1,
      },
      {
        id: 101,
        type: 'SalesOrd',
        tranid: 'SO2',
        trandate: '2026-02-01',
        entity: 10,
        status: 'G',
        foreigntotal: 3,
        currency: 1,
      },
      {
        id: 102,
        type: 'SalesOrd',
        tranid: 'SO3',
        trandate: '2025-12-31',
        entity: 10,
        status: 'B',
        foreigntotal: 7,
        currency: 1,
      },
      {
        id: 110,
        type: 'CustInvc',
        tranid: 'INV1',
        trandate: '2026-02-10',
        duedate: '2026-03-12',
        entity: 10,
        status: 'A',
        foreigntotal: 100.1,
        foreignamountunpaid: 40.05,
        currency: 1,
      },
      {
        id: 111,
        type: 'CustInvc',
        tranid: 'INV2',
        trandate: '2026-02-28',
        duedate: '2026-03-30',
        entity: 11,
        status: 'B',
        foreigntotal: 0.2,
        foreignamountunpaid: 0,
        currency: 1,
      },
      {
        id: 112,
        type: 'CustInvc',
        tranid: 'INV3',
        trandate: '2026-03-01',
        duedate: '2026-04-01',
        entity: 11,
        status: 'A',
        foreigntotal: 5,
        foreignamountunpaid: 5,
        currency: 2,
      },
    ],
    transactionline: [
      { id: 0, transaction: 110, mainline: true, foreignamount: 100.1 },
      { id: 1, transaction: 110, mainline: false, item: 20, quantity: -2, foreignamount: -90.1 },
      { id: 2, transaction: 110, mainline: false, item: 21, quantity: -1, foreignamount: -10 },
      { id: 1, transaction: 112, mainline: false, item: 21, quantity: -1, foreignamount: -5 },
    ],
  },
};

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let ns: ReturnType<typeof createClient>;
let workFolder: string;

beforeAll(async () => {
  // Inside of the repository, so that the copy finds the packages.
  workFolder = await mkdtemp(join(repository, 'node_modules', '.suitewright-example-'));
  emulator = await startEmulator({ seed });
  ns = createClient({ environment: emulator.environment('oauth2') });
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
  await rm(workFolder, { recursive: true });
});

describe('the example project', () => {
  it('is committed as its schema and its .suiteql files generate it', async () => {
    const directory = join(workFolder, 'again');
    await generate(await schemaOf(example), {
      directory,
      queries: join(example, 'queries'),
      undefinedInFilters: 'refuse',
    });
    expect(await contentsOf(directory)).toEqual(await contentsOf(join(example, 'src', 'netsuite')));
  });

  it('is laid out as format does it, and lint has nothing to say of it', async () => {
    for (const folder of ['queries', 'src']) {
      const sources = Object.entries(await contentsOf(join(example, folder), /\.(?:suiteql|ts)$/));
      const files = sources.map(([path, text]) => ({ path, text }));
      expect(lint(files, await schemaOf(example))).toEqual([]);
      for (const { path, text } of files) if (path.endsWith('.suiteql')) expect(formatFile(text)).toBe(text);
    }
  });

  it('prints its report with npm start, in a checkout that was never built', async () => {
    const account = await startEmulator({ rows: 500 });
    onTestFinished(() => account.close());
    const { stdout } = await promisify(execFile)('npm', ['start', '--silent'], {
      cwd: example,
      env: { ...process.env, ...account.environment() },
    });
    expect(Object.keys(JSON.parse(stdout) as object).length).toBeGreaterThan(3);
  }, 120_000);

  it('runs queries with parameters, and decodes their rows', async () => {
    const query = openOrders({ since: '2026-01-01', customers: ['10', 11] });
    expect(ns.$toSuiteQL(query)).toEqual({
      text: `SELECT
  t.id,
  t.tranid,
  TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate,
  t.entity,
  c.companyname,
  BUILTIN.DF(t.status) AS status_name,
  t.foreigntotal AS total
FROM transaction t
  INNER JOIN customer c ON c.id = t.entity
WHERE t.type = 'SalesOrd'
  AND t.trandate >= TO_DATE(?, 'YYYY-MM-DD')
  AND t.entity IN (?, ?)
  AND BUILTIN.CF(t.status) NOT IN ('SalesOrd:C', 'SalesOrd:G', 'SalesOrd:H')
ORDER BY t.trandate DESC, t.id DESC`,
      parameters: ['2026-01-01', '10', 11],
    });
    expect(await ns.$all(query)).toEqual([
      {
        id: '100',
        tranid: 'SO1',
        trandate: '2026-01-05',
        entity: '10',
        companyname: "O'Brien",
        status_name: 'Sales Order : Pending Fulfillment',
        total: 10.5,
      },
    ]);
    expect(await ns.$all(openOrders({ since: '2026-01-01', customers: [] }))).toEqual([]);
    const many = Array.from({ length: 2001 }, (_, at) => at + 10);
    expect(await ns.$all(openOrders({ since: '2025-12-01', customers: many }))).toHaveLength(2);
  });

  it('runs queries that group, count rows, join outwards and compute with dates', async () => {
    expect(await ns.$all(salesByMonth({ from: '2026-01-01', to: '2026-12-31' }))).toEqual([
      { month: '2026-02-01', currency: '1', invoices: 2, total: 100.3 },
      { month: '2026-03-01', currency: '2', invoices: 1, total: 5 },
    ]);
    expect(await ns.$all(topItems({ count: 1 }))).toEqual([
      { id: '20', itemid: 'CHAIR', displayname: 'Chair', amount: 90.1, quantity: 2 },
    ]);
    expect(await ns.$all(currencies())).toEqual([
      { id: '1', symbol: 'USD', name: 'US Dollar', isbasecurrency: true, customers: 2 },
      { id: '2', symbol: 'EUR', name: 'Euro', isbasecurrency: false, customers: 0 },
    ]);
    expect(await ns.$first(customerById({ id: 10 }))).toEqual({
      id: '10',
      entityid: 'C10',
      companyname: "O'Brien",
      datecreated: '2026-01-01T07:59:59Z',
      isinactive: false,
      salesrep: '1',
      salesrep_name: 'Ada',
    });
    expect(await ns.$all(customersWithoutOrders())).toEqual([{ id: '11', companyname: 'Zoë' }]);
    expect(await ns.$all(overdueInvoices({ asOf: '2026-04-01' }))).toEqual([
      {
        id: '110',
        tranid: 'INV1',
        entity: '10',
        companyname: "O'Brien",
        duedate: '2026-03-12',
        days_overdue: 20,
        unpaid: 40.05,
      },
    ]);
  });

  it('puts its report together', async () => {
    expect(await report(ns, { since: '2026-01-01', asOf: '2026-03-15' })).toEqual({
      currencies: ['USD: 2 customers', 'EUR: 0 customers'],
      months: ['2026-02-01: 2 invoices, 100.30', '2026-03-01: 1 invoices, 5.00'],
      bestItem: 'Chair',
      unbilledOrders: 1,
      reminders: ["O'Brien owes 40.05 for INV1 since 3 days; ask Ada"],
    });
  });

  it.each([
    [
      'a value that is missing',
      () => openOrders({ customers: [] } as never),
      /openOrders needs a value for 'since'/,
    ],
    [
      'a value that is no date',
      () => ns.$toSuiteQL(overdueInvoices({ asOf: '1/2/2026' })),
      /'1\/2\/2026' is not a date/,
    ],
    [
      'a parameter that it does not have',
      () => customerById({ id: 1, name: 'x' } as never),
      /customerById has no parameter 'name'/,
    ],
    [
      'no whole number of rows',
      () => topItems({ count: 1.5 }),
      /topItems needs a whole number of rows for 'count'/,
    ],
    [
      'a single value for a list',
      () => openOrders({ since: '2026-01-01', customers: '10' } as never),
      /needs an array for 'customers'/,
    ],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});

describe('when a column is renamed in schema.json', () => {
  it('generates nothing, and says which queries use it and where', async () => {
    const folder = await copyOfExample('renamed');
    await renameColumn(folder, 'companyname');
    const before = await contentsOf(join(folder, 'src', 'netsuite'));
    const failure = generate(await schemaOf(folder), {
      directory: join(folder, 'src', 'netsuite'),
      queries: join(folder, 'queries'),
    });
    await expect(failure).rejects.toThrow(QueryError);
    const { message, findings } = await failure.then(fail, (error: QueryError) => error);
    expect(findings.map(({ query, code, line, column }) => [query, code, line, column])).toEqual([
      ['customerById', 'unknown-column', 6, 3],
      ['customersWithoutOrders', 'unknown-column', 17, 14],
      ['openOrders', 'unknown-column', 11, 3],
      ['overdueInvoices', 'unknown-column', 8, 3],
    ]);
    expect(message).toMatch(
      /^4 queries are not right, so nothing was generated: customerById, customersWithoutOrders, openOrders, overdueInvoices\.\n/,
    );
    expect(message).toContain(
      'open-orders.suiteql:11:3: error: There is no column “companyname” in customer. [unknown-column]\n    c.companyname,\n    ^^^^^^^^^^^^^\n',
    );
    expect(await contentsOf(join(folder, 'src', 'netsuite'))).toEqual(before);
  });

  it('does not compile once the queries follow, until the program does', async () => {
    const folder = await copyOfExample('followed');
    expect(await compile(folder)).toBe('');
    await renameColumn(folder, 'companyname');
    for (const name of await readdir(join(folder, 'queries'))) {
      const file = join(folder, 'queries', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('.companyname', '.custentity_company'));
    }
    await generate(await schemaOf(folder), {
      directory: join(folder, 'src', 'netsuite'),
      queries: join(folder, 'queries'),
    });
    expect(await compile(folder)).toMatch(
      /report\.ts\(\d+,\d+\): error TS2339: Property 'companyname' does not exist on type 'CustomerByIdRow'/,
    );
  }, 120_000);
});

async function schemaOf(folder: string): Promise<ReturnType<typeof parseSchemaDocument>> {
  return parseSchemaDocument(await readFile(join(folder, 'suitewright', 'schema.json'), 'utf8'));
}

async function contentsOf(folder: string, wanted = /./): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => wanted.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
}

async function copyOfExample(name: string): Promise<string> {
  const folder = join(workFolder, name);
  await cp(example, folder, { recursive: true });
  return folder;
}

async function renameColumn(folder: string, column: string): Promise<void> {
  const file = join(folder, 'suitewright', 'schema.json');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(`"${column}"`);
  await writeFile(file, text.replaceAll(`"${column}"`, '"custentity_company"'));
}

/** What the compiler says. */
async function compile(folder: string): Promise<string> {
  const project = {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true, typeRoots: [join(repository, 'node_modules', '@types')] },
    include: [join(folder, 'src')],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  return promisify(execFile)(process.execPath, [tsc, '-p', folder])
    .then(({ stdout }) => stdout)
    .catch((error: { readonly stdout: string }) => error.stdout);
}

function fail(): never {
  throw new Error('It did not fail.');
}
