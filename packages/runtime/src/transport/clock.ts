import { setTimeout as delay } from 'node:timers/promises';

/** Time, as far as this package needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The same clock, but for sleepers: an abort wakes them with its reason. */
export function wokenBy(abort: AbortSignal, clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (milliseconds, signal) =>
      clock.sleep(milliseconds, signal === undefined ? abort : AbortSignal.any([abort, signal])),
  };
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      await delay(milliseconds, undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
