import { spinner } from '@clack/prompts';
import { isWatched } from './print.js';

/** Shows that long work goes on, where a person watches; elsewhere nothing. */
export interface Progress extends Disposable {
  message(text: string): void;
  stop(): void;
}

/** What shells report of a program that was interrupted. */
const interruptedExitCode = 130;

export function startProgress(title: string): Progress {
  if (!isWatched()) {
    return { message: () => undefined, stop: () => undefined, [Symbol.dispose]: () => undefined };
  }
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
    message: (text) => shown.message(`${title}: ${text}`),
    stop,
    [Symbol.dispose]: stop,
  };
}
