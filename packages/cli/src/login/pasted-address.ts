import { createInterface } from 'node:readline';
import { CommandError } from '../command-error.js';
import { printNote } from '../terminal/print.js';

/**
 * Waits for an address on standard input.
 *
 * @throws {CommandError} Standard input ended before there was one.
 */
export async function pastedAddress(signal: AbortSignal): Promise<URL> {
  const lines = createInterface({ input: process.stdin, signal });
  try {
    for await (const line of lines) {
      const text = line.trim();
      if (URL.canParse(text)) return new URL(text);
      if (text !== '') printNote('That is not an address. Paste all of it, from https:// on.');
    }
  } finally {
    lines.close();
    process.stdin.destroy();
  }
  signal.throwIfAborted();
  throw new CommandError(
    'Standard input ended before an address was pasted. Run suitewright login in a terminal.',
  );
}
