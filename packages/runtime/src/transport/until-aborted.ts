import { onAbort } from './on-abort.js';

/** Waits for a promise that others share: an abort ends the waiting, not the work. */
export async function untilAborted<Value>(shared: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (signal === undefined) return shared;
  let stopWaiting = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stopWaiting = onAbort(signal, () => reject(signal.reason));
  });
  try {
    return await Promise.race([shared, aborted]);
  } finally {
    stopWaiting();
  }
}
