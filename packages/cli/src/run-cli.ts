import { CommanderError } from 'commander';
import { createProgram } from './program.js';
import { printError } from './terminal/print.js';

const success = 0;
const failure = 1;
const wrongUsage = 2;

/**
 * Runs the command that the arguments name, and prints what goes wrong.
 *
 * @returns The exit code: 0 success, 1 failure, 2 wrong usage.
 */
export async function runCli(programArguments: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    await program.parseAsync([...programArguments], { from: 'user' });
    return success;
  } catch (error) {
    // Commander has printed its own errors, help and version already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? success : wrongUsage;
    const { describeFailure } = await import('./describe-failure.js');
    printError(describeFailure(error, { verbose: program.opts().verbose === true }));
    return failure;
  }
}
