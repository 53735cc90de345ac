import { setTimeout as delay } from 'node:timers/promises';
import { followSignals } from './on-abort.js';

/** Time, as far as this package needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970, for signatures and for the expiry of tokens. It may be set while a program runs. */
  now(): number;
  /**
   * Milliseconds since any moment, for measuring: never goes back and never jumps. Default: what `now()` has advanced;
   * steps back, and steps of more than a day, count as none.
   */
  elapsed?(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that also measures. */
export interface SteadyClock extends Clock {
  elapsed(): number;
}

/** The longest time that a timer of Node's takes; it fires at once for longer ones. */
export const longestTimerMs = 2 ** 31 - 1;

const dayMs = 24 * 60 * 60 * 1000;

/** The same clock, and a time for measuring where it has none. */
export function steadyClock(clock: Clock): SteadyClock {
  let lastMs = clock.now();
  let elapsedMs = 0;
  const advanced = (): number => {
    const stepMs = clock.now() - lastMs;
    if (stepMs > 0 && stepMs <= dayMs) elapsedMs += stepMs;
    lastMs += stepMs;
    return elapsedMs;
  };
  return {
    now: () => clock.now(),
    elapsed: clock.elapsed === undefined ? advanced : () => clock.elapsed?.() ?? advanced(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
  };
}

/** The same clock, but for sleepers: an abort wakes them with its reason. */
export function wokenBy(abort: AbortSignal, clock: SteadyClock): SteadyClock {
  return {
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    async sleep(milliseconds, signal) {
      using either = followSignals(abort, signal);
      await clock.sleep(milliseconds, either.signal);
    },
  };
}

export const systemClock: SteadyClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      for (let remainingMs = milliseconds; ; remainingMs -= longestTimerMs) {
        await delay(Math.min(remainingMs, longestTimerMs), undefined, signal ? { signal } : {});
        if (remainingMs <= longestTimerMs) return;
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
