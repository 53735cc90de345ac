import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type EmulatorProcess,
  removeFolder,
  runSuitewright,
  startEmulatorProcess,
  temporaryFolder,
  variablesOf,
} from './suitewright-process.js';

let directory: string;

beforeEach(async () => {
  directory = await temporaryFolder();
});

afterEach(async () => {
  await removeFolder(directory);
});

describe('suitewright', () => {
  it('prints its commands, the variables and the exit codes as help', async () => {
    const { exitCode, stdout, stderr } = await runSuitewright(['--help'], { directory });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const word of ['introspect', 'generate', 'query', 'emulator', 'NETSUITE_ACCOUNT_ID', 'Exit codes']) {
      expect(stdout).toContain(word);
    }
  });

  it('prints the versions of its parts', async () => {
    const { exitCode, stdout } = await runSuitewright(['-v'], { directory });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^suitewright \d+\.\d+\.\d+\n@suitewright\/runtime \d+\.\d+\.\d+\nnode v\d+\./);
  });

  it('prints its version', async () => {
    const manifest = await readFile(new URL('../../packages/cli/package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(await runSuitewright(['--version'], { directory })).toEqual({
      exitCode: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it.each([
    ['no command', [], 'Usage: suitewright [options] [command]'],
    ['an unknown command', ['migrate'], "error: unknown command 'migrate'"],
    ['help for an unknown command', ['help', 'migrate'], "error: unknown command 'migrate'"],
    ['an unknown option', ['--color'], "error: unknown option '--color'"],
    [
      'an option that steers the terminal',
      ['--\u001b[2J\u009b\u202e'],
      "error: unknown option '--\\u001b[2J\\u009b\\u202e'",
    ],
  ])('takes %s for wrong usage', async (_, programArguments, message) => {
    const { exitCode, stdout, stderr } = await runSuitewright(programArguments, { directory });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each(['introspect', 'generate', 'query', 'emulator'])(
    'has help with examples for %s',
    async (command) => {
      const { exitCode, stdout } = await runSuitewright([command, '--help'], { directory });
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Usage: suitewright ${command}`);
      expect(stdout).toContain(`Examples:\n  suitewright ${command}`);
    },
  );
});

describe('suitewright emulator', () => {
  it('writes an env file for its owner alone, of both sign-in methods, before it says where it listens', async () => {
    await writeFile(join(directory, 'emulator.env'), 'OLD=1\n', { mode: 0o644 });
    const emulator = await startEmulatorProcess(['--rows', '200', '--account', '1234567_SB1'], { directory });
    try {
      const variables = await variablesOf(emulator.envFile);
      expect(Object.keys(variables)).toEqual(
        expect.arrayContaining([
          'NETSUITE_CONSUMER_KEY',
          'NETSUITE_CONSUMER_SECRET',
          'NETSUITE_TOKEN_ID',
          'NETSUITE_TOKEN_SECRET',
          'NETSUITE_CLIENT_ID',
          'NETSUITE_CERTIFICATE_ID',
          'NETSUITE_PRIVATE_KEY',
        ]),
      );
      expect(variables).toMatchObject({
        NETSUITE_ACCOUNT_ID: '1234567_SB1',
        NETSUITE_BASE_URL: emulator.url,
      });
      if (process.platform !== 'win32') expect((await stat(emulator.envFile)).mode & 0o777).toBe(0o600);
      const statement = ['query', 'SELECT COUNT(*) AS n FROM currency', '--csv', '-e', emulator.envFile];
      for (const method of ['tba', 'oauth2']) {
        await writeFile(
          emulator.envFile,
          (await readFile(emulator.envFile, 'utf8')).replace(
            /^NETSUITE_AUTH_TYPE=.*$/m,
            `NETSUITE_AUTH_TYPE=${method}`,
          ),
        );
        const { stdout, stderr } = await runSuitewright(statement, { directory });
        expect({ stdout, stderr }).toEqual({ stdout: 'n\n3\n', stderr: '' });
      }
    } finally {
      await emulator.stop();
    }
  });

  it('ends with 0 when it is asked to, and frees its port', async () => {
    const emulator = await startEmulatorProcess(['--rows', '200'], { directory });
    const { port } = new URL(emulator.url);
    emulator.child.kill('SIGTERM');
    expect(await new Promise((resolve) => emulator.child.once('close', resolve))).toBe(0);
    const next = await startEmulatorProcess(['--rows', '200', '--port', port], { directory });
    expect(next.url).toBe(emulator.url);
    expect(await next.stop()).toBe(0);
  });

  it('says that a port is taken, and how to go on', async () => {
    const emulator = await startEmulatorProcess(['--rows', '200'], { directory });
    try {
      const { port } = new URL(emulator.url);
      const { exitCode, stdout, stderr } = await runSuitewright(
        ['emulator', '--rows', '200', '--port', port],
        { directory },
      );
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toBe(
        `error: Port ${port} is in use. Choose another with --port; --port 0 takes any free one.\n`,
      );
    } finally {
      await emulator.stop();
    }
  });

  it('lets requests go wrong as it is told', async () => {
    const faults = ['--fault', 'html:0.4,cut:0.2', '--fault', '429:0.4', '--fault-seed', '7'];
    const emulator = await startEmulatorProcess(['--rows', '200', ...faults], { directory });
    try {
      const seen = new Set<string>();
      for (let asked = 0; asked < 40; asked += 1) {
        const response = await fetch(`${emulator.url}/services/rest/auth/oauth2/v1/keys`);
        const isWhole = await response.json().then(
          () => true,
          () => false,
        );
        seen.add(`${response.status} ${isWhole}`);
      }
      expect([...seen].sort()).toEqual(['200 false', '429 true', '503 false']);
    } finally {
      await emulator.stop();
    }
  });

  it.each([
    ['a port that no machine has', ['--port', '65536'], "'65536' is invalid"],
    ['rows that are no number', ['--rows', '1e3'], "'1e3' is invalid"],
    ['demo rows beside rows of its own', ['--rows', '5', '--seed', 'x.json'], 'cannot be used with'],
    ['an argument too many', ['here'], 'too many arguments'],
    ['a fault that nobody knows', ['--fault', 'flood:0.1'], 'The kinds are 401, 429, '],
    ['faults without a rate', ['--fault', '429'], 'with their rates from 0 to 1'],
    ['more faults than requests', ['--fault', '429:0.6', '--fault', 'cut:0.6'], 'add up to more than 1'],
    ['a seed of no faults', ['--fault-seed', '7'], 'need --fault'],
  ])('takes %s for wrong usage', async (_, options, message) => {
    const { exitCode, stdout, stderr } = await runSuitewright(['emulator', ...options], { directory });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: suitewright emulator [options]');
  });

  it.each([
    ['is not there', null, 'no such file'],
    ['is not JSON', '{ nope', 'seed.json is not JSON'],
    ['has a table that nobody knows', '{ "tables": { "nope": [] } }', 'nope'],
  ])('fails on a seed file that %s', async (_, text, message) => {
    if (text !== null) await writeFile(join(directory, 'seed.json'), text);
    const { exitCode, stdout, stderr } = await runSuitewright(['emulator', '--seed', 'seed.json'], {
      directory,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['is not there', null, 'no such file'],
    ['is not JSON', '{ nope', 'role.json is not JSON'],
    ['has no permissions', '{}', "Give an object such as { Customers: 'View' }"],
    [
      'names a permission that does not exist',
      '{ "permissions": { "Nope": "View" } }',
      "'Nope', which does not exist",
    ],
  ])('fails on a role file that %s', async (_, text, message) => {
    if (text !== null) await writeFile(join(directory, 'role.json'), text);
    const { exitCode, stdout, stderr } = await runSuitewright(['emulator', '--role', 'role.json'], {
      directory,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('serves what a role may see', async () => {
    await writeFile(join(directory, 'clerk.json'), '{ "permissions": { "Customers": "View" } }');
    const clerk = await startEmulatorProcess(['--rows', '200', '--role', 'clerk.json'], { directory });
    const query = (text: string) => runSuitewright(['query', '--env', clerk.envFile, text], { directory });
    expect(await query('SELECT COUNT(*) AS n FROM customer')).toMatchObject({ exitCode: 0 });
    expect((await query('SELECT COUNT(*) AS n FROM vendor')).stderr).toContain(
      "Record 'vendor' was not found.",
    );
    await clerk.stop();
  });
});

describe('suitewright introspect and generate', () => {
  let home: string;
  let emulator: EmulatorProcess;

  beforeAll(async () => {
    home = await temporaryFolder();
    emulator = await startEmulatorProcess(['--rows', '200'], { directory: home });
  });

  afterAll(async () => {
    await emulator?.stop();
    await removeFolder(home);
  });

  const few = ['--include', 'customer,currency', '--include', 'subsidiary'];

  it('make a client in an empty folder, by their defaults, and change nothing the second time', async () => {
    const introspected = await runSuitewright(['introspect', ...few, '-e', emulator.envFile], { directory });
    expect(introspected).toMatchObject({ exitCode: 0, stdout: '' });
    expect(introspected.stderr).toMatch(
      /3 records and \d+ SuiteQL tables: wrote suitewright\/schema\.json\n$/,
    );
    const generated = await runSuitewright(['generate'], { directory });
    expect(generated).toMatchObject({ exitCode: 0, stdout: '' });
    expect(generated.stderr).toMatch(/^src\/netsuite: \d+ files written, 0 unchanged, 0 removed\n$/);
    expect(await readdir(join(directory, 'src', 'netsuite'))).toEqual(
      expect.arrayContaining(['customer.ts', 'index.ts']),
    );

    const again = await runSuitewright(['introspect', ...few, '-e', emulator.envFile], { directory });
    expect(again.stderr).toContain('unchanged: suitewright/schema.json');
    expect((await runSuitewright(['generate'], { directory })).stderr).toMatch(
      /: 0 files written, \d+ unchanged, 0 removed\n$/,
    );

    const withZod = await runSuitewright(['generate', '--zod', 'customer'], { directory });
    expect(withZod.stderr).toMatch(/: 2 files written, .*npm install zod\n$/s);
    const unknown = await runSuitewright(['generate', '--zod', 'custmer'], { directory });
    expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('"custmer"') });
  }, 240_000);

  it("write the emulator's time zone into the client, so that moments can be compared", async () => {
    await runSuitewright(['introspect', ...few, '-e', emulator.envFile], { directory });
    const schema = await readFile(join(directory, 'suitewright', 'schema.json'), 'utf8');
    expect(schema).toContain('"timeZone": "America/Los_Angeles"');
    await runSuitewright(['generate'], { directory });
    const index = await readFile(join(directory, 'src', 'netsuite', 'index.ts'), 'utf8');
    expect(index).toContain("timeZone: 'America/Los_Angeles'");

    const file = join(directory, 'zone.env');
    const environment = await readFile(emulator.envFile, 'utf8');
    await writeFile(file, environment.replace('America/Los_Angeles', 'America/Lost_Angeles'));
    expect(await runSuitewright(['introspect', ...few, '-e', 'zone.env'], { directory })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("NETSUITE_TIME_ZONE is 'America/Lost_Angeles'"),
    });
  });

  it('print what changed in the schema, and replace no file that is none', async () => {
    const file = join(directory, 'schema.json');
    const options = [
      'introspect',
      '--include',
      'currency',
      '--schema',
      'schema.json',
      '-e',
      emulator.envFile,
    ];
    await runSuitewright(options, { directory });
    const schema = await readFile(file, 'utf8');
    const { symbol: _, ...fields } = JSON.parse(schema).records.currency.fields;
    const before = JSON.parse(schema);
    before.records.currency.fields = fields;
    await writeFile(file, JSON.stringify(before));
    expect((await runSuitewright(options, { directory })).stderr).toMatch(
      /1 change in the schema:\n {2}record currency: field symbol: added\n1 record and 1 SuiteQL table: wrote schema\.json\n$/,
    );
    expect(await readFile(file, 'utf8')).toBe(schema);

    await writeFile(file, '{ "name": "mine" }');
    const refused = await runSuitewright(options, { directory });
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain(
      'error: schema.json is no schema that suitewright wrote, so it was not replaced. Name another file with --schema.\n',
    );
    expect(await readFile(file, 'utf8')).toBe('{ "name": "mine" }');
  });

  it('print a line every few seconds where nobody watches', async () => {
    const slow = await startEmulatorProcess(['--rows', '200', '--latency-ms', '1500'], { directory });
    try {
      const { stderr } = await runSuitewright(
        ['introspect', '--include', 'currency', '--reference-targets', 'known', '-e', slow.envFile],
        { directory },
      );
      expect(stderr).toMatch(
        /^(Introspecting TSTDRV1234567: .+ \(\d+ s\)\n)+1 record and 1 SuiteQL table: wrote /,
      );
    } finally {
      await slow.stop();
    }
  });

  it('take their paths from options first, then from suitewright.config.ts', async () => {
    await writeFile(
      join(directory, 'suitewright.config.ts'),
      "export default { schema: 'account.json', out: 'configured', include: ['currency'], timeZone: 'Asia/Tokyo' };\n",
    );
    expect((await runSuitewright(['introspect', '-e', emulator.envFile], { directory })).stderr).toContain(
      'wrote account.json',
    );
    expect((await runSuitewright(['generate'], { directory })).stderr).toContain('configured: ');
    // A schema from before the setting.
    const schema = join(directory, 'account.json');
    await writeFile(schema, (await readFile(schema, 'utf8')).replace('"Asia/Tokyo"', '"Europe/Berlin"'));
    await runSuitewright(['generate'], { directory });
    expect(await readFile(join(directory, 'configured', 'index.ts'), 'utf8')).toContain(
      "timeZone: 'Asia/Tokyo'",
    );
    expect((await runSuitewright(['generate', '--out', 'given'], { directory })).stderr).toContain('given: ');
  });

  it('list every setting that is wrong in suitewright.config', async () => {
    await writeFile(
      join(directory, 'suitewright.config.json'),
      '{ "outt": "x", "probe": "some", "include": [] }',
    );
    const { exitCode, stderr } = await runSuitewright(['generate'], { directory });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('outt: is not a setting');
    expect(stderr).toContain("probe: must be 'known', 'all' or 'none'");
    expect(stderr).toContain('include: must be an array of record names');
  });

  it('keep what the account answered, and go on from it', async () => {
    const options = ['introspect', ...few, '--raw', 'raw', '-e', emulator.envFile];
    expect(await runSuitewright(options, { directory })).toMatchObject({ exitCode: 0 });
    expect((await readdir(join(directory, 'raw'))).length).toBeGreaterThan(0);
    expect(await runSuitewright([...options, '--resume'], { directory })).toMatchObject({ exitCode: 0 });
    const alone = await runSuitewright(['introspect', '--resume'], { directory });
    expect(alone.exitCode).toBe(2);
    expect(alone.stderr).toContain('--resume needs --raw');
  });

  it('say what to do where there is no schema, or one that is no schema', async () => {
    const missing = await runSuitewright(['generate'], { directory });
    expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
    expect(missing.stderr).toBe(
      "error: There is no suitewright/schema.json. Write it with 'suitewright introspect', or name another with --schema.\n",
    );
    await mkdir(join(directory, 'suitewright'));
    await writeFile(join(directory, 'suitewright', 'schema.json'), '{ "format": 99 }');
    const wrong = await runSuitewright(['generate'], { directory });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toContain('99');
    expect(wrong.stderr).not.toContain('    at ');
  });

  it('leave the schema alone where the account does not let them in', async () => {
    await mkdir(join(directory, 'suitewright'));
    await writeFile(join(directory, 'suitewright', 'schema.json'), 'before');
    await writeFile(
      join(directory, 'wrong.env'),
      (await readFile(emulator.envFile, 'utf8'))
        .replace(/^NETSUITE_AUTH_TYPE=.*$/m, 'NETSUITE_AUTH_TYPE=tba')
        .replace(/^NETSUITE_TOKEN_SECRET=.*$/m, 'NETSUITE_TOKEN_SECRET=canary-secret'),
    );
    const { exitCode, stderr } = await runSuitewright(['introspect', '-e', 'wrong.env'], { directory });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('401');
    expect(stderr).not.toContain('canary-secret');
    expect(await readFile(join(directory, 'suitewright', 'schema.json'), 'utf8')).toBe('before');
  });

  it('fail on an env file that does not exist', async () => {
    const { exitCode, stderr } = await runSuitewright(['introspect', '--env', 'none.env'], {
      directory,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toBe('error: The environment file none.env does not exist. Check --env.\n');
  });
});
