import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** An emulator in a process of its own, so that its work does not count as the client's. */
export interface EmulatorProcess {
  readonly url: string;
  readonly processId: number;
  /** The NETSUITE_* variables of both ways to sign in. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts `suitewright emulator` with the given options and waits until it listens. */
export async function startEmulatorProcess(...options: readonly string[]): Promise<EmulatorProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'suitewright-bench-'));
  const environmentFile = join(directory, 'emulator.env');
  const binary = fileURLToPath(new URL('../packages/cli/bin/suitewright.js', import.meta.url));
  const child = spawn(
    process.execPath,
    [binary, 'emulator', '--port', '0', '--env', environmentFile, ...options],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^listening on (\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    exited.then(() => reject(new Error('The emulator ended before it listened.')));
  });
  const environment = parseEnv(await readFile(environmentFile, 'utf8')) as Record<string, string>;
  return {
    url,
    processId: child.pid ?? 0,
    environment,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(directory, { recursive: true });
    },
  };
}
