/** Bounds how many requests of one connection are under way at a time. */
export interface Governor {
  readonly limit: number;
  /** Waits its turn, first come first served, runs the task, and lets the next one in whatever becomes of it. */
  run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export function createGovernor(limit: number): Governor {
  let running = 0;
  const waiting = new Set<() => void>();

  function enter(signal?: AbortSignal): Promise<void> | undefined {
    if (running < limit) {
      running += 1;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const admit = (): void => {
        signal?.removeEventListener('abort', leaveQueue);
        resolve();
      };
      const leaveQueue = (): void => {
        waiting.delete(admit);
        reject(signal?.reason);
      };
      waiting.add(admit);
      signal?.addEventListener('abort', leaveQueue, { once: true });
    });
  }

  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    limit,
    async run(task, signal) {
      signal?.throwIfAborted();
      await enter(signal);
      try {
        signal?.throwIfAborted();
        return await task();
      } finally {
        leave();
      }
    },
  };
}
