import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, removeFolder, runSuitewright, temporaryFolder } from './suitewright-process.js';

const schema = new URL('../../generated/schema.json', import.meta.url);

let directory: string;

beforeEach(async () => {
  directory = await temporaryFolder();
  await write('suitewright/schema.json', await readFile(schema, 'utf8'));
});
afterEach(() => removeFolder(directory));

async function write(name: string, text: string): Promise<void> {
  const file = join(directory, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function run(...programArguments: readonly string[]): Promise<Outcome> {
  return runSuitewright(programArguments, { directory });
}

const wrongQuery =
  '-- name: customers\nSELECT id, LEFT(companyname, 3) AS letters\nFROM customer\nWHERE salesrep = NULL\n';
const wrongProgram = `import { sql } from '@suitewright/runtime';
export const query = (id: string) => sql\`SELECT tranidd FROM transaction WHERE id = \${id}\`;
`;

it.each(['lint', 'format'])('has help with examples for %s', async (command) => {
  const { exitCode, stdout } = await run(command, '--help');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`Usage: suitewright ${command}`);
  expect(stdout).toContain(`Examples:\n  suitewright ${command}`);
});

describe('suitewright lint', () => {
  it('prints what is wrong as a compiler does, and fails', async () => {
    await write('queries/customers.suiteql', wrongQuery);
    await write('src/orders.ts', wrongProgram);
    expect(await run('lint')).toEqual({
      exitCode: 1,
      stdout: `queries/customers.suiteql:2:12: error: SuiteQL does not support LEFT. [unsupported-function]
  SELECT id, LEFT(companyname, 3) AS letters
             ^^^^
  Write SUBSTR(text, 1, length).

queries/customers.suiteql:4:18: warning: Nothing equals NULL, not even NULL. [null-comparison]
  WHERE salesrep = NULL
                   ^^^^
  Write IS NULL or IS NOT NULL.

src/orders.ts:2:49: warning: There is no column “tranidd” in transaction. [unknown-column]
  export const query = (id: string) => sql\`SELECT tranidd FROM transaction WHERE id = \${id}\`;
                                                  ^^^^^^^
  Did you mean “tranid”?

`,
      stderr: 'error: 1 error and 2 warnings in 2 files\n',
    });
  });

  it('prints JSON, or annotations for GitHub, of the paths that are given', async () => {
    await write('queries/customers.suiteql', wrongQuery);
    await write('src/orders.ts', wrongProgram);
    const json = await run('lint', 'queries', '--json');
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject([
      {
        path: 'queries/customers.suiteql',
        line: 2,
        column: 12,
        endColumn: 16,
        severity: 'error',
        query: 'customers',
      },
      { severity: 'warning', code: 'null-comparison' },
    ]);
    const github = await run('lint', 'src/orders.ts', '--github');
    expect(github.stdout).toBe(
      '::warning file=src/orders.ts,line=2,endLine=2,col=49,endColumn=56,title=suitewright%3A unknown-column::There is no column “tranidd” in transaction. Did you mean “tranid”?\n',
    );
  });

  it('is quiet and succeeds where nothing is wrong', async () => {
    await write('a.suiteql', 'SELECT id FROM customer');
    expect(await run('lint')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await run('lint', '--json')).toEqual({ exitCode: 0, stdout: '[]\n', stderr: '' });
  });

  it('succeeds with warnings alone, as where no schema tells whether a column is there', async () => {
    await removeFolder(join(directory, 'suitewright'));
    await write('a.suiteql', 'SELECT id, custentity_x FROM customer');
    const { exitCode, stdout, stderr } = await run('lint');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr:
        'There is no suitewright/schema.json: only the standard tables are known.\n0 errors and 1 warning in 1 file\n',
    });
    expect(stdout).toMatch(/^a\.suiteql:1:12: warning: .*\[unknown-column\]\n/);
  });

  it.each([
    [1, 'a schema that is not there', ['--schema', 'nowhere.json'], 'There is no nowhere.json.'],
    [1, 'a path that is not there', ['nowhere'], 'There is no nowhere.'],
    [
      2,
      'two formats',
      ['--json', '--github'],
      "error: option '--json' cannot be used with option '--github'",
    ],
    [2, 'an unknown option', ['--fix'], "error: unknown option '--fix'"],
  ])('exits with %i for %s', async (code, _, given, message) => {
    const { exitCode, stdout, stderr } = await run('lint', ...given);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('suitewright format', () => {
  const loose = '-- name: a\nselect id, -- the key\n companyname from customer\n';
  const laidOut = '-- name: a\nSELECT\n  id, -- the key\n  companyname\nFROM customer\n';

  it('lays files out, comments and all; then --check is content', async () => {
    await write('a.suiteql', loose);
    expect(await run('format', '--check')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: "a.suiteql is laid out otherwise\nerror: 1 file to lay out: run 'suitewright format'\n",
    });
    expect(await readFile(join(directory, 'a.suiteql'), 'utf8')).toBe(loose);
    expect(await run('format')).toEqual({ exitCode: 0, stdout: '', stderr: '1 file, 1 changed\n' });
    expect(await readFile(join(directory, 'a.suiteql'), 'utf8')).toBe(laidOut);
    expect((await run('format', 'a.suiteql', '--check')).exitCode).toBe(0);
  });

  it('leaves a file with a mistake as it is, and lays out the others', async () => {
    await write('a.suiteql', 'select id from customer limit 5');
    await write('b.suiteql', loose);
    const { exitCode, stderr } = await run('format');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('a.suiteql:1:25: error: SuiteQL has no LIMIT.');
    expect(stderr).toContain('1 file could not be laid out');
    expect(await readFile(join(directory, 'a.suiteql'), 'utf8')).toBe('select id from customer limit 5');
    expect(await readFile(join(directory, 'b.suiteql'), 'utf8')).toBe(laidOut);
  });

  it.each([
    ['select id from customer;;\n/**;/t', '2:1: error: This comment has no end.'],
    ["select id from customer where id = 'a;;\n", '1:36: error: This string has no end.'],
    ['select id from customer where [id = 1;;\n', '1:31: error: SuiteQL has no character “[” here.'],
  ])('leaves %j as it is, and says why', async (text, reason) => {
    await write('a.suiteql', text);
    const { exitCode, stderr } = await run('format');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`a.suiteql:${reason}`);
    expect(await readFile(join(directory, 'a.suiteql'), 'utf8')).toBe(text);
  });

  it('lays out standard input', async () => {
    const options = { directory, input: loose };
    expect(await runSuitewright(['format', '--stdin'], options)).toEqual({
      exitCode: 0,
      stdout: laidOut,
      stderr: '',
    });
    const wrong = await runSuitewright(['format', '--stdin', 'a.suiteql'], options);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain('error: give either files or --stdin.');
  });
});

describe('suitewright generate', () => {
  it('and lint and format leave out what is built, what git ignores, and what the configuration names', async () => {
    await write('suitewright.config.json', '{ "ignore": ["**/legacy/**"] }');
    await write('.gitignore', 'ignored/\n');
    for (const folder of ['dist', 'ignored', 'src/legacy', 'node_modules/x']) {
      await write(`${folder}/wrong.suiteql`, 'select nope from nowhere limit 1');
    }
    await write('src/kept.suiteql', 'SELECT id\nFROM customer\n');
    expect(await run('generate')).toMatchObject({ exitCode: 0 });
    const queries = await readFile(join(directory, 'src', 'netsuite', 'queries.ts'), 'utf8');
    expect(queries.match(/export const \w+/g)).toEqual(['export const kept']);
    expect(await run('lint')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await run('format', '--check')).toMatchObject({ stderr: '1 file, all laid out\n' });
    expect(await run('lint', 'dist')).toMatchObject({ exitCode: 1 });
  });

  it('makes functions of the .suiteql files of the project, or of the folder that is given', async () => {
    await write('a.suiteql', 'SELECT id FROM customer');
    await write('queries/b.suiteql', 'SELECT id FROM employee');
    const file = join(directory, 'src', 'netsuite', 'queries.ts');
    expect((await run('generate')).exitCode).toBe(0);
    expect((await readFile(file, 'utf8')).match(/export const \w+/g)).toEqual([
      'export const a',
      'export const b',
    ]);
    expect((await run('generate', '--queries', 'queries')).exitCode).toBe(0);
    expect((await readFile(file, 'utf8')).match(/export const \w+/g)).toEqual(['export const b']);
  });

  it.each([
    ['does not fit', wrongQuery],
    ['selects what has no type', '-- name: customers\nSELECT id, compnyname\nFROM customer\n'],
  ])('writes nothing where a query %s, and says where', async (_title, query) => {
    await write('queries/customers.suiteql', query);
    const { exitCode, stderr } = await run('generate');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^error: 1 query is not right, so nothing was generated: customers\.\n\nqueries\/customers\.suiteql:2:12: error: /,
    );
    await expect(readFile(join(directory, 'src', 'netsuite', 'index.ts'))).rejects.toThrow('ENOENT');
  });
});
