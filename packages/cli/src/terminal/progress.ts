import { spinner } from '@clack/prompts';
import { isWatched, printNote } from './print.js';
import { safeLine } from './safe-text.js';
import { canRedraw } from './window.js';

/** Shows that long work goes on: in a terminal on one line that changes, elsewhere by a line every few seconds. */
export interface Progress extends Disposable {
  message(text: string): void;
  stop(): void;
}

/** What shells report of a program that was interrupted. */
const interruptedExitCode = 130;

const lineEveryMs = 3000;

export function startProgress(title: string): Progress {
  return canRedraw(process.stderr) ? startSpinner(safeLine(title)) : startLines(title);
}

/** Shows a step of work that takes a second or two, where a person watches. */
export function showStep(step: string): void {
  if (isWatched()) printNote(step);
}

function startLines(title: string): Progress {
  const start = performance.now();
  let latest = '';
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / 1000);
    printNote(`${title}${latest === '' ? '' : `: ${latest}`} (${seconds} s)`);
  }, lineEveryMs);
  const stop = (): void => clearInterval(timer);
  return {
    message(text) {
      latest = text;
    },
    stop,
    [Symbol.dispose]: stop,
  };
}

function startSpinner(title: string): Progress {
  const shown = spinner({
    output: process.stderr,
    withGuide: false,
    onCancel: () => process.exit(interruptedExitCode),
  });
  // The spinner answers Ctrl-C by ending the process as if all had gone well.
  const endAsInterrupted = (): void => {
    process.exitCode = interruptedExitCode;
  };
  process.once('exit', endAsInterrupted);
  shown.start(title);
  let isRunning = true;
  const stop = (): void => {
    if (!isRunning) return;
    isRunning = false;
    process.off('exit', endAsInterrupted);
    shown.clear();
  };
  return {
    message: (text) => shown.message(`${title}: ${safeLine(text)}`),
    stop,
    [Symbol.dispose]: stop,
  };
}
