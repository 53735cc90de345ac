import { once } from 'node:events';
import { safeText } from './safe-text.js';
import { hasColors, windowColumns } from './window.js';
import { wrapLines } from './wrap-lines.js';

/** Prints data for programs, such as JSON, as it is; only a terminal gets it without what would steer it. */
export async function printData(text: string): Promise<void> {
  await writeToStdout(process.stdout.isTTY ? safeText(text) : text);
}

/** Prints data for people, such as a table, without what would steer a terminal. */
export async function printText(text: string): Promise<void> {
  await writeToStdout(safeText(text));
}

/** Prints one message for the person in front, beside the data. */
export function printNote(text: string): void {
  process.stderr.write(`${safeText(text)}\n`);
}

export function printWarning(text: string): void {
  printMarked('warning:', 'yellow', text);
}

export function printError(text: string): void {
  printMarked('error:', 'red', text);
}

/** Where the window ends, or, where there is none, where lines of help do. */
const usualColumns = 80;

/** What commander prints. */
export const commanderOutput = {
  writeOut: (text: string) =>
    process.stdout.write(safeText(wrapLines(text, windowColumns(process.stdout) ?? usualColumns))),
  writeErr: (text: string) =>
    process.stderr.write(safeText(wrapLines(text, windowColumns(process.stderr) ?? usualColumns))),
  outputError: (text: string) => printError(fittedToWindow(text.replace(/^error: /, '').trimEnd())),
  getOutHelpWidth: () => windowColumns(process.stdout) ?? usualColumns,
  getErrHelpWidth: () => windowColumns(process.stderr) ?? usualColumns,
} as const;

/** Whether a person watches the messages. */
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

/** Resolves when there is room for more, so that a slow reader slows the writer. */
async function writeToStdout(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

const boldColors = { red: '\u001b[1;31m', yellow: '\u001b[1;33m' } as const;
const reset = '\u001b[0m';

function printMarked(mark: string, color: keyof typeof boldColors, text: string): void {
  const painted = hasColors(process.stderr) ? `${boldColors[color]}${mark}${reset}` : mark;
  process.stderr.write(`${painted} ${safeText(text)}\n`);
}

function fittedToWindow(text: string): string {
  const columns = windowColumns(process.stderr);
  return columns === undefined ? text : wrapLines(text, columns);
}
