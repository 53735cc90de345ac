import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@suitewright/runtime';

/** The system's clock, so many minutes ahead, or behind where they are negative. */
export function clockThatIsOff(minutes: number): Clock {
  return {
    now: () => Date.now() + minutes * 60_000,
    async sleep(milliseconds, signal) {
      try {
        await delay(milliseconds, undefined, signal && { signal });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
  };
}
