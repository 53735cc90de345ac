import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Emulator, startEmulator } from '@suitewright/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Outcome,
  removeFolder,
  runSuitewright,
  startSuitewright,
  temporaryFolder,
} from './suitewright-process.js';

const hourMs = 60 * 60 * 1000;

let directory: string;
let emulator: Emulator;
let hoursPassed: number;
let environment: Record<string, string>;
beforeEach(async () => {
  directory = await temporaryFolder();
  hoursPassed = 0;
  emulator = await startEmulator({ rows: 100, clock: () => Date.now() + hoursPassed * hourMs });
  const { NETSUITE_CLIENT_SECRET: _, ...publicClient } = emulator.environment('authorization-code');
  environment = { ...publicClient, HOME: directory, USERPROFILE: directory };
});
afterEach(async () => {
  await emulator.close();
  await removeFolder(directory);
});

const run = (...words: string[]): Promise<Outcome> => runSuitewright(words, { directory, environment });
const query = (): Promise<Outcome> => run('query', 'SELECT id FROM subsidiary WHERE id = 1', '--json');
const loginFile = (): string => join(directory, '.suitewright', `${emulator.account}.login.json`);

interface LoginProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Where it sends the person. */
  readonly url: string;
  readonly ended: Promise<Outcome>;
}

/** Starts `suitewright login` and waits for the address. */
async function startLogin(...words: string[]): Promise<LoginProcess> {
  const child = startSuitewright(['login', '--port', '0', ...words], { directory, environment });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, stdout, stderr }));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      const address = /^http\S+$/m.exec(stderr)?.[0];
      if (address !== undefined && stderr.includes(`${address}\n`)) resolve(address);
    });
    ended.then(() => reject(new Error(`It ended: ${stderr}`)), reject);
  });
  return { child, url, ended };
}

/** The address that a person's browser is sent back to. */
async function consent(url: string): Promise<string> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  return headers.get('location') ?? '';
}

async function secretsOfLogin(): Promise<readonly string[]> {
  const [login] = Object.values(
    JSON.parse(await readFile(loginFile(), 'utf8')) as Record<
      string,
      { value: string; refreshToken: { value: string } }
    >,
  );
  return [login?.value ?? '', login?.refreshToken.value ?? ''];
}

/** Asks for a target that no client would send. */
async function statusOf({ hostname, port }: URL, target: string): Promise<string> {
  const socket = connect(Number(port), hostname);
  socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe('suitewright login', () => {
  it('signs a person in through the browser; the other commands use the login, renew it, and logout ends it', async () => {
    const login = await startLogin();
    const callback = await consent(login.url);
    expect(callback).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback\?/);
    const page = await fetch(callback);
    expect(await page.text()).toContain('You are signed in.');
    const outcome = await login.ended;
    expect(outcome).toMatchObject({ exitCode: 0, stdout: '' });
    expect(outcome.stderr).toContain(`Signed in to ${emulator.account} with role 3; kept in ${loginFile()}.`);
    if (process.platform !== 'win32') expect((await stat(loginFile())).mode & 0o777).toBe(0o600);
    const secrets = await secretsOfLogin();
    for (const secret of secrets) expect(outcome.stderr).not.toContain(secret);

    const first = await query();
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toEqual([{ id: '1' }]);
    const spent = await readFile(loginFile(), 'utf8');

    hoursPassed = 2;
    expect(await query()).toEqual(first);
    const [, renewed] = await secretsOfLogin();
    expect(renewed).not.toBe(secrets[1]);

    const kept = await readFile(loginFile(), 'utf8');
    await writeFile(loginFile(), spent);
    const refused = await query();
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('Sign in again: npx suitewright login');
    for (const secret of secrets) expect(refused.stderr).not.toContain(secret);

    await writeFile(loginFile(), kept);
    const { exitCode, stderr } = await run('logout');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: `Signed out of ${emulator.account}: the login is revoked and deleted.\n`,
    });
    await expect(stat(loginFile())).rejects.toThrow('ENOENT');
    expect((await query()).stderr).toContain('sign in: npx suitewright login');
    expect((await run('logout')).stderr).toContain('There is no login');
  }, 60_000);

  it('turns away a browser with another state, and goes on waiting', async () => {
    const login = await startLogin('--no-browser');
    const callback = await consent(login.url);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await fetch(forged)).status).toBe(400);
    expect((await fetch(new URL('/favicon.ico', callback))).status).toBe(404);
    for (const target of ['//', '//evil.example/callback', 'http://[', '/\\\\[']) {
      expect(await statusOf(new URL(callback), target)).toMatch(/^HTTP\/1\.1 40[04] /);
    }
    expect((await fetch(callback)).status).toBe(200);
    expect((await login.ended).exitCode).toBe(0);
  }, 30_000);

  it('takes the address pasted where the redirect URI is https, as NetSuite wants it', async () => {
    const login = await startLogin('--redirect-uri', 'https://127.0.0.1:8910/callback');
    const callback = await consent(login.url);
    expect(callback).toMatch(/^https:\/\/127\.0\.0\.1:8910\/callback\?/);
    login.child.stdin.write('what?\n');
    login.child.stdin.write(`${callback}\n`);
    const outcome = await login.ended;
    expect(outcome.stderr).toContain('That is not an address.');
    expect(outcome).toMatchObject({ exitCode: 0 });
    expect((await query()).exitCode).toBe(0);
  }, 30_000);

  it('fails when the person refuses, and when nothing can be pasted', async () => {
    const refused = await startLogin();
    const callback = new URL(await consent(refused.url));
    callback.searchParams.set('error', 'access_denied');
    await fetch(callback);
    const outcome = await refused.ended;
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' });
    expect(outcome.stderr).toContain('NetSuite did not grant the login: access_denied.');

    const closed = await startLogin('--redirect-uri', 'https://127.0.0.1:8910/callback');
    closed.child.stdin.end();
    expect(await closed.ended).toMatchObject({ exitCode: 1 });
    await expect(stat(loginFile())).rejects.toThrow('ENOENT');
  }, 30_000);

  it('needs the client id, and says where it is read from', async () => {
    const { NETSUITE_CLIENT_ID: _, ...without } = environment;
    environment = without;
    const { exitCode, stderr } = await run('login');
    expect(exitCode).toBe(1);
    expect(stderr).toContain("NETSUITE_CLIENT_ID: missing [read for a person's login (authorization-code)]");
  }, 30_000);
});
