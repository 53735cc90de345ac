import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fileTokenStore, type StoredToken, StoreFailedError } from '@suitewright/runtime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../../packages/runtime/src/auth/fingerprint.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suitewright-file-'));
  path = join(folder, 'tokens.json');
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const token = (value: string): StoredToken => ({ value, fetchedAtMs: 0, expiresAtMs: 8e15 });
const names = async (): Promise<string[]> => Object.keys(JSON.parse(await readFile(path, 'utf8'))).sort();
const writer = fileURLToPath(new URL('store-writer.ts', import.meta.url));
const startWriter = (name: string, count: number, mask = ''): ReturnType<typeof fork> =>
  fork(writer, [path, name, String(count), mask], {
    execArgv: ['--import', 'tsx', '--conditions=@suitewright/source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

test('keeps every name that is written at once through any number of stores in one process', async () => {
  const expected = Array.from({ length: 100 }, (_, index) => `name-${index}`).sort();
  await Promise.all(expected.map((name) => fileTokenStore(path).write(name, token(name))));
  expect(await names()).toEqual(expected);
  const half = expected.slice(0, 50);
  await Promise.all(half.map((name) => fileTokenStore(path).remove?.(name)));
  expect(await names()).toEqual(expected.slice(50));
  expect(await readdir(folder)).toEqual(['tokens.json']);
});

test('keeps every name that several processes write at once, though some of them are killed', {
  timeout: 300_000,
}, async () => {
  const count = 100;
  const lasting = ['a', 'b'].map((name) => startWriter(name, count));
  const victims = ['x'].map((name) => startWriter(name, 10_000));
  const ended = lasting.map((each) => once(each, 'exit'));
  while (!(await readdir(folder)).includes('tokens.json')) await delay(10);
  for (const victim of victims) {
    await delay(300);
    const exit = once(victim, 'exit');
    victim.kill('SIGKILL');
    await exit;
  }
  expect(await Promise.all(ended)).toEqual(lasting.map(() => [0, null]));
  const expected = ['a', 'b'].flatMap((name) =>
    Array.from({ length: count }, (_, index) => `${name}-${index}`),
  );
  expect((await names()).filter((name) => /^[ab]-/.test(name))).toEqual(expected.sort());
  await fileTokenStore(path).write('last', token('last'));
  expect(await readdir(folder)).toEqual(['tokens.json']);
});

test.each([
  ['is cut', '{"a":{"value":"canary-tok'],
  ['is empty', ''],
  ['holds a list', '[{"value":"canary-token"}]'],
  ['holds null', 'null'],
  ['holds something else', 'canary-token'],
])('a file that %s is an error that shows nothing of it, and stays as it is', async (_, text) => {
  await writeFile(path, text);
  const store = fileTokenStore(path);
  const calls = [() => store.read('a'), () => store.write('b', token('b')), () => store.remove?.('a')];
  for (const call of calls) {
    const error: unknown = await call()?.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreFailedError);
    expect(error).toMatchObject({ code: 'NETSUITE_STORE_FAILED', store: 'token' });
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).toContain(path);
    expect((error as Error).message).toContain('does not hold tokens');
    expect((error as Error).message).not.toContain('canary');
  }
  expect(await readFile(path, 'utf8')).toBe(text);
  expect(await readdir(folder)).toEqual(['tokens.json']);
});

test('a file that cannot be read is not an empty one: a folder in its place, a folder that is a file', async () => {
  await mkdir(path);
  await expect(fileTokenStore(path).read('a')).rejects.toThrow('cannot be read (EISDIR)');
  await expect(fileTokenStore(path).write('a', token('a'))).rejects.toThrow(StoreFailedError);
  const below = join(folder, 'file', 'tokens.json');
  await writeFile(join(folder, 'file'), '');
  await expect(fileTokenStore(below).read('a')).rejects.toThrow('cannot be read (ENOTDIR)');
  await expect(fileTokenStore(below).write('a', token('a'))).rejects.toThrow(StoreFailedError);
});

test('keeps what is beside the names that it writes, whatever it is', async () => {
  const others = { a: token('a'), b: { of: 'a later version' }, toString: 5 };
  await writeFile(path, JSON.stringify(others));
  await fileTokenStore(path).write('__proto__', token('p'));
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(
    JSON.parse(
      `{"a":${JSON.stringify(token('a'))},"b":{"of":"a later version"},"toString":5,"__proto__":${JSON.stringify(token('p'))}}`,
    ),
  );
  expect(await fileTokenStore(path).read('__proto__')).toEqual(token('p'));
  expect(await fileTokenStore(path).read('constructor')).toBeNull();
});

test('removes what killed writers left, and breaks the lock of a process that is gone', async () => {
  await writeFile(`${path}.0b6c2c8e-6d5b-4c59-9f5a-2f4f3f1e9a10`, 'half of it');
  await writeFile(join(folder, 'tokens.json.backup'), 'not ours');
  const gone = startWriter('gone', 0);
  await once(gone, 'exit');
  await writeFile(`${path}.lock`, JSON.stringify({ process: gone.pid, host: hostname(), id: 'x' }));
  await fileTokenStore(path).write('a', token('a'));
  expect((await readdir(folder)).sort()).toEqual(['tokens.json', 'tokens.json.backup']);
});

test.each([
  ['of which nobody can tell whose it is', ''],
  ['that a process was killed over while it broke it', 'claimed'],
])('breaks a lock %s when it has not changed for a while', { timeout: 60_000 }, async (_, holder) => {
  await writeFile(`${path}.lock`, holder);
  if (holder !== '') await writeFile(`${path}.lock.${fingerprint([holder])}`, '');
  await fileTokenStore(path).write('a', token('a'));
  expect(await readdir(folder)).toEqual(['tokens.json']);
});

test.skipIf(process.platform === 'win32').each([0o000, 0o277])(
  'makes folder and file for their owner alone under the umask %o',
  async (mask) => {
    path = join(folder, 'made', 'tokens.json');
    expect(await once(startWriter('a', 1, String(mask)), 'exit')).toEqual([0, null]);
    expect((await stat(join(folder, 'made'))).mode & 0o777).toBe(0o700);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  },
);
