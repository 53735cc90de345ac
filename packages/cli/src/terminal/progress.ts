import { spinner } from '@clack/prompts';
import { isWatched } from './print.js';

/** Shows that long work goes on, where a person watches; elsewhere nothing. */
export interface Progress extends Disposable {
  message(text: string): void;
  stop(): void;
}

export function startProgress(title: string): Progress {
  if (!isWatched())
    return { message: () => undefined, stop: () => undefined, [Symbol.dispose]: () => undefined };
  const shown = spinner({ output: process.stderr });
  let isRunning = true;
  shown.start(title);
  const stop = (): void => {
    if (isRunning) shown.clear();
    isRunning = false;
  };
  return {
    message: (text) => shown.message(`${title}: ${text}`),
    stop,
    [Symbol.dispose]: stop,
  };
}
