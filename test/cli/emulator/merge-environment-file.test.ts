import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeEnvironmentFile } from '../../../packages/cli/src/emulator/merge-environment-file.js';
import { removeFolder, temporaryFolder } from '../suitewright-process.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await temporaryFolder();
  file = join(directory, '.env');
});
afterEach(() => removeFolder(directory));

const variables = (port: number): string =>
  `NETSUITE_ACCOUNT_ID=TSTDRV1\nNETSUITE_BASE_URL=http://127.0.0.1:${port}\nNETSUITE_CONSUMER_KEY="$& $1 \\n"\n`;
const merge = (port = 1, overridesAccount = false): Promise<void> =>
  mergeEnvironmentFile(file, variables(port), { overridesAccount });
const block = (port: number, lineBreak = '\n'): string =>
  [
    '# --- suitewright emulator (start): written anew each time it starts ---',
    ...variables(port).trimEnd().split('\n'),
    '# --- suitewright emulator (end) ---',
    '',
  ].join(lineBreak);

describe('the variables of an emulator in an environment file', () => {
  it.each([
    ['nothing in it', '', ''],
    ['lines of its own', '# mine\n\nSECRET="a b"\nEMPTY=\n', ''],
    ['no line break at its end', 'SECRET=1', '\n'],
    ['a byte order mark', '\ufeffSECRET=ü\n', ''],
    ['a byte order mark alone', '\ufeff', ''],
    ['odd lines', '\tA=1\n=\n"\n', ''],
    ['an empty form for an account', 'NETSUITE_ACCOUNT_ID=\n', ''],
    ['variables of another emulator', 'NETSUITE_BASE_URL=http://127.0.0.1:9\n', ''],
  ])('stand at the end of one with %s, and are replaced alone the next time', async (_, before, added) => {
    await writeFile(file, before);
    await merge(1);
    expect(await readFile(file, 'utf8')).toBe(before + added + block(1));
    await writeFile(file, `${await readFile(file, 'utf8')}LAST=1`);
    await merge(2);
    expect(await readFile(file, 'utf8')).toBe(`${before}${added}${block(2)}LAST=1`);
    expect(await readdir(directory)).toEqual(['.env']);
  });

  it('have the line breaks of the file', async () => {
    await writeFile(file, 'A=1\r\nB=2');
    await merge(1);
    await merge(2);
    expect(await readFile(file, 'utf8')).toBe(`A=1\r\nB=2\r\n${block(2, '\r\n')}`);
  });

  it('do not take with them what someone wrote between the marks, or behind a mark without its end', async () => {
    const odd = `${block(1).split('\n').slice(0, 3).join('\n')}\nSECRET=1\n`;
    await writeFile(file, odd);
    await merge(2);
    await merge(3);
    expect(await readFile(file, 'utf8')).toBe(`${odd}${block(3)}`);
  });

  it('do not go beside those of another account, unless that is said; then nothing of it is read', async () => {
    const real = "export NETSUITE_ACCOUNT_ID = '1234567'\nNETSUITE_PRIVATE_KEY_FILE=key.pem\n";
    await writeFile(file, `${block(1)}${real}`);
    await expect(merge(2)).rejects.toThrow(
      `${file} holds variables of another account (NETSUITE_ACCOUNT_ID, NETSUITE_PRIVATE_KEY_FILE), so nothing was written. ` +
        'Name another file with --env, or let the emulator go before them with --override-account.',
    );
    expect(await readFile(file, 'utf8')).toBe(`${block(1)}${real}`);
    await merge(2, true);
    const end = '# --- suitewright emulator (end) ---\n';
    expect(await readFile(file, 'utf8')).toBe(
      `${real}${block(2).replace(end, `NETSUITE_PRIVATE_KEY_FILE=\n${end}`)}`,
    );
  });

  it('are not written where the folder does not exist, and no folder is made', async () => {
    const away = join(directory, 'no', 'such', '.env');
    await expect(mergeEnvironmentFile(away, variables(1), { overridesAccount: false })).rejects.toThrow(
      `The folder of the environment file ${away} does not exist. Create it, or name another file with --env.`,
    );
    expect(await readdir(directory)).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('leave links and permissions as they are', async () => {
    await merge();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o640);
    await merge(2);
    expect((await stat(file)).mode & 0o777).toBe(0o640);

    const link = join(directory, 'link.env');
    await symlink('.env', link);
    await mergeEnvironmentFile(link, variables(3), { overridesAccount: false });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(block(3));

    const dangling = join(directory, 'dangling.env');
    await symlink('nowhere', dangling);
    await expect(mergeEnvironmentFile(dangling, variables(3), { overridesAccount: false })).rejects.toThrow(
      'is a link to a file that does not exist',
    );
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffSECRET=1\r\n', 'utf16le'), 'is in UTF-16'],
    ['UTF-16 without a mark', Buffer.from('SECRET=1\r\n', 'utf16le').swap16(), 'is in UTF-16'],
    ['Latin-1', Buffer.from('SECRET=\xfc\n', 'latin1'), 'is not in UTF-8'],
  ])('are not written into a file in %s', async (_, bytes, message) => {
    await writeFile(file, bytes);
    await expect(merge()).rejects.toThrow(message);
    expect(await readFile(file)).toEqual(bytes);
  });
});
