import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Command } from '../packaging/run-command.js';

const startsWithinMs = 60_000;

/** Starts a server on a free port, which it finds in PORT, and returns what it answers at each path. */
export async function servedAnswers(command: Command, paths: readonly string[]): Promise<readonly string[]> {
  const port = await freePort();
  const child = spawn(command.program, [...command.arguments], {
    cwd: command.directory,
    env: { ...process.env, ...command.environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const closed = once(child, 'close');
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    const answers: string[] = [];
    for (const path of paths) answers.push(await ask(`http://127.0.0.1:${port}${path}`, child));
    return answers;
  } catch (error) {
    child.kill();
    throw new Error(`${String(error)}\n${(await printed).join('')}`, { cause: error });
  } finally {
    child.kill();
    await closed;
  }
}

async function ask(url: string, child: ChildProcess): Promise<string> {
  const givenUpAt = performance.now() + startsWithinMs;
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response.text();
    if (response !== null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    if (performance.now() > givenUpAt) throw new Error(`Nothing listens at ${url}`);
    await setTimeout(200);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
