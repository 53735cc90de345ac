/** Waits for a promise that others share: an abort ends the waiting, not the work. */
export async function untilAborted<Value>(shared: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (signal === undefined) return shared;
  let stopWaiting = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stopWaiting = () => reject(signal.reason);
    if (signal.aborted) stopWaiting();
    else signal.addEventListener('abort', stopWaiting, { once: true });
  });
  try {
    return await Promise.race([shared, aborted]);
  } finally {
    signal.removeEventListener('abort', stopWaiting);
  }
}
