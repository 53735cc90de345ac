import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EmulatorProcess,
  removeFolder,
  runSuitewright,
  startEmulatorProcess,
  temporaryFolder,
  variablesOf,
} from '../suitewright-process.js';

let directory: string;

beforeAll(async () => {
  directory = await temporaryFolder();
});
afterAll(() => removeFolder(directory));

/** What a process said before it listened: its message comes first. */
async function withSaid<T>(
  options: readonly string[],
  use: (emulator: EmulatorProcess, said: () => string) => Promise<T>,
): Promise<T> {
  const emulator = await startEmulatorProcess(options, { directory });
  try {
    return await use(emulator, () => emulator.said());
  } finally {
    await emulator.stop();
  }
}

const countCustomers = 'SELECT COUNT(*) AS n FROM customer';

describe('suitewright emulator', () => {
  it('names account, day, formats and environment file, and has the same credentials at the next start', async () => {
    const options = [
      '--rows',
      '100',
      '--account',
      '1234567-sb1',
      '--today',
      '2026-06-30',
      '--time-zone',
      'Europe/Berlin',
      '--date-format',
      'D.M.YYYY',
    ];
    const first = await withSaid(options, async (emulator, said) => {
      const newest = await runSuitewright(
        ['query', 'SELECT MAX(trandate) AS newest FROM transaction', '--csv', '-e', emulator.envFile],
        { directory },
      );
      expect(newest.stdout).toContain('30.6.2026');
      expect(said()).toContain('Account 1234567_SB1, demo data up to 2026-06-30\n');
      expect(said()).toContain('Time zone Europe/Berlin, dates D.M.YYYY, numbers 1,000,000.00\n');
      expect(said()).toContain(`Environment file ${emulator.envFile}`);
      return variablesOf(emulator.envFile);
    });
    const second = await withSaid(['--rows', '100', '--account', '1234567_SB1'], (emulator) =>
      variablesOf(emulator.envFile),
    );
    const third = await withSaid(
      ['--rows', '100', '--account', '1234567_SB1', '--credential-seed', 'x', '--algorithm', 'ES384'],
      (emulator) => variablesOf(emulator.envFile),
    );

    expect(second).toEqual({
      ...first,
      NETSUITE_BASE_URL: second.NETSUITE_BASE_URL,
      NETSUITE_TIME_ZONE: 'America/Los_Angeles',
    });
    expect(third.NETSUITE_ALGORITHM).toBe('ES384');
    for (const name of ['NETSUITE_TOKEN_SECRET', 'NETSUITE_PRIVATE_KEY', 'NETSUITE_CLIENT_SECRET']) {
      expect(third[name]).not.toBe(first[name]);
    }
  });

  it('keeps what is written in the file of --persist, also where it is killed, and refuses other files in a sentence', async () => {
    const file = join(directory, 'shop.db');
    const emulator = await startEmulatorProcess(['--rows', '100', '--persist', file], { directory });
    const before = await runSuitewright(['query', countCustomers, '--csv', '-e', emulator.envFile], {
      directory,
    });
    const busy = await runSuitewright(['emulator', '--persist', file], { directory });
    emulator.child.kill('SIGKILL');
    await new Promise((resolve) => emulator.child.once('close', resolve));
    await withSaid(['--persist', file], async (next, said) => {
      const after = await runSuitewright(['query', countCustomers, '--csv', '-e', next.envFile], {
        directory,
      });
      expect(after).toEqual({ ...before, exitCode: 0 });
      expect(said()).toContain(`data as ${file} keeps them`);
    });
    const other = await runSuitewright(['emulator', '--persist', file, '--account', '7'], { directory });
    await writeFile(join(directory, 'notes.txt'), 'mine');
    const foreign = await runSuitewright(['emulator', '--persist', 'notes.txt'], { directory });

    for (const [{ exitCode, stdout, stderr }, message] of [
      [busy, 'is in use by another emulator'],
      [other, 'holds the data of the account TSTDRV1234567, not of 7'],
      [foreign, 'notes.txt is not a file that the emulator wrote'],
    ] as const) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('tells how far it is while it makes many rows', async () => {
    await withSaid(['--rows', '45000'], async (_, said) => {
      const lines = said()
        .split('\n')
        .filter((line) => line.startsWith('Made '));
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^Made 2\d,\d{3} of about 45,000 transaction lines$/);
    });
  });

  it.each([
    [['--today', '30.6.2026'], 'Give a day as YYYY-MM-DD'],
    [['--today', '2026-02-30'], 'Give a day as YYYY-MM-DD'],
    [['--time-zone', 'Atlantis'], 'There is no such time zone'],
    [['--date-format', 'YY'], 'Allowed choices are M/D/YYYY,'],
    [['--number-format', '1.0'], 'Allowed choices are 1,000,000.00,'],
    [['--algorithm', 'RS256'], 'Allowed choices are ES256,'],
  ])('takes %j for wrong usage', async (options, message) => {
    const { exitCode, stdout, stderr } = await runSuitewright(['emulator', ...options], { directory });

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
