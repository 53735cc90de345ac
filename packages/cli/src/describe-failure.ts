import { inspect } from 'node:util';
import { NetSuiteError } from '@suitewright/runtime';
import { CommandError } from './command-error.js';

/** What to print of an error: its message where that is written to be read, else its kind alone. */
export function describeFailure(error: unknown, { verbose }: { readonly verbose: boolean }): string {
  if (verbose) return inspect(error);
  if (error instanceof Error && isExpected(error)) return error.message;
  const kind = error instanceof Error ? error.name : typeof error;
  return `suitewright failed in a way that it does not know (${kind}). Run it again with --verbose for the details.`;
}

function isExpected(error: Error): boolean {
  // With a path: a file that cannot be read or written, in the operating system's words.
  return (
    error instanceof CommandError || error instanceof NetSuiteError || ('syscall' in error && 'path' in error)
  );
}
