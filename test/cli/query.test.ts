import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EmulatorProcess,
  type Outcome,
  removeFolder,
  runSuitewright,
  startEmulatorProcess,
  startSuitewright,
  temporaryFolder,
  variablesOf,
} from './suitewright-process.js';

const seed = {
  tables: {
    customer: [
      { id: '7', companyname: 'Acme, "West"', datecreated: '2026-01-31T09:30:00', isinactive: false },
      { id: '12', companyname: 'Zürich\nBars\u001b[31m', isinactive: true },
      { id: '101', isinactive: false },
    ],
  },
};

describe('suitewright query', () => {
  let directory: string;
  let emulator: EmulatorProcess;
  const query = (...options: string[]): Promise<Outcome> =>
    runSuitewright(['query', '--env-file', emulator.envFile, ...options], { directory });

  beforeAll(async () => {
    directory = await temporaryFolder();
    await writeFile(join(directory, 'seed.json'), JSON.stringify(seed));
    emulator = await startEmulatorProcess(['--seed', 'seed.json'], { directory });
  });

  afterAll(async () => {
    await emulator?.stop();
    await removeFolder(directory);
  });

  it('prints one JSON array of the rows as they come over the wire', async () => {
    const { exitCode, stdout, stderr } = await query(
      'SELECT id, companyname AS Name FROM customer ORDER BY id',
      '--json',
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      { id: '7', name: 'Acme, "West"' },
      { id: '12', name: 'Zürich\nBars\u001b[31m' },
      { id: '101' },
    ]);
  });

  it('prints an empty JSON array where there are no rows', async () => {
    expect(await query('SELECT id FROM customer WHERE id = 0', '--json')).toEqual({
      exitCode: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('prints CSV in the order of the statement, NULL as nothing, quotes where they are needed', async () => {
    const { exitCode, stdout } = await query(
      'SELECT id, companyname, isinactive FROM customer ORDER BY id',
      '--csv',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      'id,companyname,isinactive\n7,"Acme, ""West""",F\n12,"Zürich\nBars\u001b[31m",T\n101,,F\n',
    );
  });

  it('finds the columns of SELECT * in the rows, also those that the first row does not have', async () => {
    const { stdout } = await query('SELECT * FROM customer ORDER BY id DESC', '--csv');
    expect(stdout.split('\n')[0]?.split(',')).toEqual(
      expect.arrayContaining(['id', 'isinactive', 'companyname', 'datecreated']),
    );
  });

  it('prints a table in which no text steers the terminal', async () => {
    const { exitCode, stdout, stderr } = await query('SELECT id, companyname FROM customer ORDER BY id');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(
      [
        ' id  companyname',
        '---  -------------------------',
        '  7  Acme, "West"',
        ' 12  Zürich\\nBars\\u001b[31m',
        '101',
        '',
      ]
        .join('\n')
        .replace('-------------------------', '-'.repeat('Zürich\\nBars\\u001b[31m'.length)),
    );
  });

  it('reads the statement from standard input', async () => {
    const { stdout } = await runSuitewright(['query', '-', '--json', '-e', emulator.envFile], {
      directory,
      input: 'SELECT COUNT(*) AS n\n-- all of them\nFROM customer\n',
    });
    expect(JSON.parse(stdout)).toEqual([{ n: '3' }]);
  });

  it('binds the values of --param to the ? of the statement', async () => {
    const { stdout } = await query(
      'SELECT id FROM customer WHERE companyname = ?',
      '--param',
      'Acme, "West"',
      '--json',
    );
    expect(JSON.parse(stdout)).toEqual([{ id: '7' }]);
    const missing = await query('SELECT id FROM customer WHERE companyname = ?');
    expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
    expect(missing.stderr).toBe('The SuiteQL statement has 1 ? placeholders and 0 values were given.\n');
  });

  it('prints what NetSuite says of a wrong statement, without a stack, and fails', async () => {
    const { exitCode, stdout, stderr } = await query('SELECT nope FROM customer', '--json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('400 INVALID_PARAMETER');
    expect(stderr).toContain('nope');
    expect(stderr).not.toContain('    at ');
    const verbose = await query('SELECT nope FROM customer', '--json', '--verbose');
    expect(verbose.stderr).toContain('    at ');
  });

  it('takes the variables of the environment, and of .env in the folder', async () => {
    const variables = await variablesOf(emulator.envFile);
    const statement = ['query', 'SELECT COUNT(*) AS n FROM customer', '--csv'];
    const bare = await temporaryFolder();
    try {
      expect(await runSuitewright(statement, { directory: bare, environment: variables })).toEqual({
        exitCode: 0,
        stdout: 'n\n3\n',
        stderr: '',
      });
      await writeFile(join(bare, '.env'), await readFile(emulator.envFile));
      expect(await runSuitewright(statement, { directory: bare })).toMatchObject({
        exitCode: 0,
        stdout: 'n\n3\n',
      });
    } finally {
      await removeFolder(bare);
    }
  });

  it('names every missing variable at once, and shows no secret', async () => {
    const { exitCode, stdout, stderr } = await runSuitewright(['query', 'SELECT id FROM customer'], {
      directory: '/',
      environment: {
        NETSUITE_ACCOUNT_ID: '1234567',
        NETSUITE_AUTH_TYPE: 'tba',
        NETSUITE_TOKEN_SECRET: 'canary-secret',
      },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('NETSUITE_CONSUMER_KEY');
    expect(stderr).toContain('NETSUITE_TOKEN_ID');
    expect(stderr).not.toContain('canary-secret');
  });

  it('never mixes the variables of an --env-file with those of the environment', async () => {
    const { exitCode } = await runSuitewright(
      ['query', 'SELECT id FROM customer', '--env-file', emulator.envFile],
      {
        directory,
        environment: {
          NETSUITE_ACCOUNT_ID: 'ANOTHER',
          NETSUITE_AUTH_TYPE: 'bearer',
          NETSUITE_ACCESS_TOKEN: 'x',
        },
      },
    );
    expect(exitCode).toBe(0);
  });

  it.each([
    ['no statement', ['query']],
    ['an empty statement', ['query', ' ']],
    ['two formats', ['query', 'SELECT 1', '--json', '--csv']],
    ['an unknown option', ['query', 'SELECT 1', '--xml']],
  ])('takes %s for wrong usage', async (_, programArguments) => {
    const { exitCode, stdout, stderr } = await runSuitewright(programArguments, { directory });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .+\nUsage: suitewright query \[options\] <statement>\n/s);
  });
});

describe('suitewright query over many rows', () => {
  let directory: string;
  let emulator: EmulatorProcess;

  beforeAll(async () => {
    directory = await temporaryFolder();
    emulator = await startEmulatorProcess(['--rows', '3000'], { directory });
  });

  afterAll(async () => {
    await emulator?.stop();
    await removeFolder(directory);
  });

  it('prints the rows of every page, once each', async () => {
    const { stdout } = await runSuitewright(
      ['query', 'SELECT uniquekey FROM transactionline ORDER BY uniquekey', '--json', '-e', emulator.envFile],
      { directory },
    );
    const keys = (JSON.parse(stdout) as { readonly uniquekey: string }[]).map(({ uniquekey }) => uniquekey);
    expect(keys.length).toBeGreaterThan(2500);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('ends without a word when the reader has enough', async () => {
    const child = startSuitewright(
      [
        'query',
        'SELECT a.id FROM transactionline a, currency b, currency c',
        '--json',
        '-e',
        emulator.envFile,
      ],
      { directory },
    );
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});
