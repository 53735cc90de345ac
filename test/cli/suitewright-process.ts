import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface ProcessOptions {
  /** The working directory. */
  readonly directory: string;
  /** Added to an environment without NETSUITE_* variables. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** The program. Default: the checkout's. */
  readonly bin?: string;
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const checkoutBin = fileURLToPath(new URL('../../packages/cli/bin/suitewright.js', import.meta.url));

/** Starts `suitewright` as a process of its own. */
export function startSuitewright(
  programArguments: readonly string[],
  { directory, environment = {}, bin = checkoutBin }: ProcessOptions,
): ChildProcessWithoutNullStreams {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^NETSUITE_|^VITEST|^NODE_OPTIONS$/.test(name),
  );
  return spawn(process.execPath, [bin, ...programArguments], {
    cwd: directory,
    env: { ...Object.fromEntries(inherited), ...environment },
  });
}

/** Runs `suitewright` to its end. */
export async function runSuitewright(
  programArguments: readonly string[],
  options: ProcessOptions,
): Promise<Outcome> {
  const child = startSuitewright(programArguments, options);
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { exitCode, stdout, stderr };
}

/** A `suitewright emulator` in a process of its own. */
export interface EmulatorProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: string;
  /** What it wrote for clients. */
  readonly envFile: string;
  /** What it printed to standard error so far. */
  said(): string;
  /** Interrupts it, as Ctrl-C does, and tells how it ended. */
  stop(): Promise<number | null>;
}

/** Starts `suitewright emulator` and waits until it listens. */
export async function startEmulatorProcess(
  programArguments: readonly string[],
  options: Partial<ProcessOptions> = {},
): Promise<EmulatorProcess> {
  const directory = options.directory ?? (await temporaryFolder());
  const envFile = join(directory, 'emulator.env');
  const child = startSuitewright(['emulator', '--port', '0', '--env', envFile, ...programArguments], {
    ...options,
    directory,
  });
  const closed = once(child, 'close');
  let printed = '';
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const found = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(printed);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    closed.then(() => reject(new Error(`The emulator ended. It printed: ${printed}${said}`)), reject);
  });
  return {
    child,
    url,
    envFile,
    said: () => said,
    async stop() {
      child.kill('SIGINT');
      const [exitCode] = await closed;
      return exitCode;
    },
  };
}

/** The variables of an env file, as a shell that sourced it would have them. */
export async function variablesOf(envFile: string): Promise<Record<string, string>> {
  const lines = (await readFile(envFile, 'utf8')).split('\n').filter((line) => /^\w/.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const split = line.indexOf('=');
      return [line.slice(0, split), line.slice(split + 1).replace(/^"(.*)"$/, '$1')];
    }),
  );
}

/** An empty folder of its own; the system's temporary folder, so that no configuration lies above it. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'suitewright-test-'));
}

export async function removeFolder(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}
