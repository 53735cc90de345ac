import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../packages/cli/src/terminal/text-width.js';
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
    runSuitewright(['query', '--env', emulator.envFile, ...options], { directory });

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

  it('reads it from a file, and prints rows one below the other', async () => {
    await writeFile(
      join(directory, 'q.suiteql'),
      '\ufeff-- two of them\nSELECT id, companyname AS name FROM customer WHERE id > 7 ORDER BY id\n',
    );
    expect(await query('--file', 'q.suiteql', '--vertical')).toEqual({
      exitCode: 0,
      stdout: '-- row 1 --\nid    12\nname  Zürich\\nBars\\u001b[31m\n-- row 2 --\nid    101\nname\n',
      stderr: '',
    });
    const missing = await query('--file', 'nowhere.suiteql');
    expect(missing.stderr).toBe(
      'error: The statement nowhere.suiteql cannot be read: no such file or folder. Check --file.\n',
    );
    expect((await query('SELECT 1', '--file', 'q.suiteql')).exitCode).toBe(2);
  });

  it('prints NULL as nothing in columns that are called as what objects inherit', async () => {
    const statement = `SELECT id, companyname AS "__proto__", companyname AS constructor FROM customer WHERE id IN (101)`;
    expect((await query(statement, '--csv')).stdout).toBe('id,__proto__,constructor\n101,,\n');
  });

  it('prints no CSV header where there are no rows', async () => {
    for (const columns of ['id', '*']) {
      const statement = `SELECT ${columns} FROM customer WHERE id = 0`;
      expect(await query(statement, '--csv')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    }
  });

  it('shows what an answer in another form than NetSuite’s says', async () => {
    const gateway = createServer((_, response) => {
      response.writeHead(403).end(`<html>\u001b[31m<h1>Blocked \u202eby Acme</h1>${'x'.repeat(600)}`);
    });
    await once(gateway.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = gateway.address() as AddressInfo;
      const { exitCode, stderr } = await runSuitewright(['query', 'SELECT id FROM customer'], {
        directory: '/',
        environment: {
          NETSUITE_ACCOUNT_ID: '1234567',
          NETSUITE_BASE_URL: `http://127.0.0.1:${port}`,
          NETSUITE_ACCESS_TOKEN: 'canary',
        },
      });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /^error: POST .* failed with 403.*\nThe answer begins:\n {2}<html> \[31m<h1>Blocked \\u202eby Acme<\/h1>x{400,500}\n$/,
      );
    } finally {
      gateway.close();
    }
  });

  it.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'fits its table into a window, and prints plainly where there is none or it is a dumb one',
    async () => {
      const seen = async (stty: string, environment: Record<string, string> = {}): Promise<string> => {
        const program = fileURLToPath(new URL('../../packages/cli/bin/suitewright.js', import.meta.url));
        const words = [process.execPath, program, 'query', '--env', emulator.envFile];
        const statement =
          `"SELECT id, companyname, 'a longer text' AS text FROM customer ORDER BY nope"`.replace(
            'ORDER BY nope',
            environment.FAILS === undefined ? 'ORDER BY id' : 'ORDER BY nope',
          );
        const child = spawn(
          'script',
          ['-qec', `stty ${stty}; ${words.join(' ')} ${statement}`, '/dev/null'],
          {
            cwd: directory,
            env: { ...process.env, CI: '', NO_COLOR: '', ...environment, NODE_OPTIONS: '' },
          },
        );
        child.stdin.end();
        return (await text(child.stdout)).replaceAll('\r\n', '\n');
      };
      const narrow = await seen('cols 30');
      expect(narrow).toContain(' id  companyname  text\n');
      expect(narrow).toContain(' 12  Zürich\\nBa…  a longer t…\n');
      expect(narrow).toContain('3 rows\n');
      for (const line of narrow.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(30);
      expect(await seen('cols 0')).toContain(' 12  Zürich\\nBars\\u001b[31m  a longer text\n');
      const colored = await seen('cols 80', { FAILS: '1', TERM: 'xterm' });
      expect(colored).toContain('\u001b[1;31merror:\u001b[0m POST ');
      expect(await seen('cols 80', { FAILS: '1', TERM: 'dumb' })).toMatch(/^error: POST /);
      expect(await seen('cols 80', { FAILS: '1', TERM: 'xterm', NO_COLOR: '1' })).toMatch(/^error: POST /);
    },
  );

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
    expect(missing.stderr).toBe(
      'error: The SuiteQL statement has 1 ? placeholders and 0 values were given.\n',
    );
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

  it('does not send a statement with errors, unless --no-check is given', async () => {
    const statement =
      "SELECT LEFT(companyname, 1) AS letter FROM customer WHERE isinactive = 0 AND NOW(companyname) = 'x'";
    const checked = await query(statement, '--json');
    expect(checked).toMatchObject({ exitCode: 1, stdout: '' });
    expect(checked.stderr).toContain('statement:1:8: error:');
    expect(checked.stderr).toContain('Write SUBSTR(text, 1, length).');
    // No schema says for sure what the column holds.
    expect(checked.stderr).toMatch(/statement:1:72: warning: .*\n(?:.*\n)+.*Write 'T' or 'F'\./);
    expect(checked.stderr).toContain('Write SYSDATE.');
    expect(checked.stderr).toContain('has 2 errors and was not sent');
    const sent = await query('SELECT id FROM customer LIMIT 2', '--json', '--no-check');
    expect(sent).toMatchObject({ exitCode: 1, stdout: '' });
    expect(sent.stderr).not.toContain('was not sent');
    const limited = await query('SELECT id FROM customer LIMIT 2', '--json');
    expect(limited.stderr).toContain('Write FETCH FIRST 2 ROWS ONLY.');
  });

  it('says what a misspelt name may mean, and sends the statement all the same', async () => {
    const { exitCode, stderr } = await query('SELECT compnayname FROM customer', '--json');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Did you mean “companyname”?');
    expect(stderr).not.toContain('was not sent');
    const quiet = await query('SELECT id FROM customer FETCH FIRST 1 ROWS ONLY', '--json');
    expect(quiet).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('checks against the schema that is named', async () => {
    const tables = { customer: { label: null, primaryKey: 'id', confidence: 'observed', columns: {} } };
    const account = { bindParameters: null, timeZone: null };
    const schema = { format: 1, account, records: {}, tables, refusedTables: ['bin'] };
    await writeFile(join(directory, 'refusing.json'), JSON.stringify(schema));
    const { exitCode, stderr } = await query('SELECT id FROM bin', '--schema', 'refusing.json');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The account refused the table “bin”');
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

  it('names every missing variable at once and where it looked, and shows no secret', async () => {
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
    expect(stderr).toContain('in the environment and in /.env, which does not exist.');
    expect(stderr).not.toContain('No account at hand?');
    expect(stderr).not.toContain('canary-secret');
  });

  it('never mixes the variables of an --env file with those of the environment', async () => {
    const { exitCode } = await runSuitewright(
      ['query', 'SELECT id FROM customer', '--env', emulator.envFile],
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
