import { once } from 'node:events';

/** Prints data. Resolves when there is room for more, so that a slow reader slows the writer. */
export async function printData(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Prints one message for the person in front, beside the data. */
export function printNote(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Whether a person watches the messages: only then is progress shown. */
export function isWatched(): boolean {
  return process.stderr.isTTY === true;
}

/** `suitewright query … | head` closes the pipe when it has enough: nothing has failed then. */
export function quietWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
