import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface CommandOutcome {
  readonly exitCode: number;
  /** What it printed, standard output first. */
  readonly output: string;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  /** Variables beside those that this process has. Default: none. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export async function runCommand(command: Command): Promise<CommandOutcome> {
  const child = spawn(command.program, [...command.arguments], {
    cwd: command.directory,
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm and npx are scripts on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  const [output, messages, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { exitCode: exitCode ?? 1, output: output + messages };
}

/** Runs a program that must succeed, and returns what it printed. */
export async function mustSucceed(command: Command): Promise<string> {
  const { exitCode, output } = await runCommand(command);
  if (exitCode === 0) return output;
  throw new Error(`${command.program} ${command.arguments.join(' ')} failed (${exitCode}):\n${output}`);
}
