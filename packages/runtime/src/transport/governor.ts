import type { Events } from '../events/events.js';
import { type Clock, type SteadyClock, steadyClock } from './clock.js';
import { onAbort } from './on-abort.js';
import type { SharedLimit } from './shared-limit.js';
import { createTurnQueue, type Place, type Priority } from './turn-queue.js';

/** Bounds how many requests of one connection are under way at a time, and how many start in a second. */
export interface Governor {
  /** Requests that may be under way now: the maximum, or less after NetSuite refused some for its limit. */
  readonly limit: number;
  /** Waits its turn, runs the task, and lets the next one in whatever becomes of it. */
  run<Result>(task: (admission: Admission) => Promise<Result>, turn: Turn): Promise<Result>;
  /** The account's own limit became known. */
  setMaximum(maximum: number): void;
}

export interface Turn {
  /** Default 'interactive'. */
  readonly priority?: Priority | undefined;
  /** Callers take turns. Default: a caller of its own. */
  readonly caller?: object | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A request that was let in tells how NetSuite took it. */
export interface Admission {
  accepted(): void;
  overLimit(): void;
  /** How long it waited for its turn. */
  readonly queuedMs: number;
}

export interface GovernorOptions {
  readonly maximum: number;
  readonly rateLimit?: RateLimit | undefined;
  readonly shared?: SharedLimit | undefined;
  readonly clock: Clock;
  readonly events: Events;
}

export interface RateLimit {
  /** Requests that start in a second, in the long run. */
  readonly perSecond: number;
  /** Requests that may start at once after a pause. Default: as many as a second has, at least 1. */
  readonly burst?: number;
}

/** On a refusal the limit is halved; with as many successes as the limit counts, it grows by one again. */
const decrease = 0.5;

export function createGovernor(options: GovernorOptions): Governor {
  const { events, shared } = options;
  const clock = steadyClock(options.clock);
  let { maximum } = options;
  let allowance = maximum;
  /** Counts the decreases: what was let in before one says nothing about the limit after it. */
  let generation = 0;
  let running = 0;
  const queue = createTurnQueue<() => void>();
  const starts = options.rateLimit === undefined ? null : createStartTimes(options.rateLimit, clock);

  const limitNow = (): number => Math.max(1, Math.floor(allowance));

  function admitWaiting(): void {
    while (running < limitNow()) {
      const admit = queue.take();
      if (admit === undefined) return;
      running += 1;
      admit();
    }
  }

  async function enter(place: Place, signal: AbortSignal | undefined): Promise<void> {
    if (running < limitNow() && queue.isEmpty) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      let stopListening = (): void => {};
      const admit = (): void => {
        stopListening();
        resolve();
      };
      queue.add(admit, place);
      if (signal === undefined) return;
      stopListening = onAbort(signal, () => {
        queue.remove(admit, place);
        reject(signal.reason);
      });
    });
  }

  function admission(queuedMs: number): Admission {
    const admittedIn = generation;
    return {
      queuedMs,
      accepted() {
        const before = limitNow();
        allowance = Math.min(maximum, allowance + 1 / Math.max(1, allowance));
        // Sums of fractions end a little below the whole number that they stand for.
        if (maximum - allowance < 1e-9) allowance = maximum;
        if (limitNow() === before) return;
        events.emit('throttle', { limit: limitNow(), reason: 'recovered' });
        admitWaiting();
      },
      overLimit() {
        if (admittedIn !== generation) return;
        generation += 1;
        allowance = Math.max(1, allowance * decrease);
        events.emit('throttle', { limit: limitNow(), reason: 'over limit' });
      },
    };
  }

  return {
    get limit() {
      return limitNow();
    },
    async run(task, { priority = 'interactive', caller = {}, signal }) {
      signal?.throwIfAborted();
      const cameAtMs = clock.elapsed();
      await enter({ priority, caller }, signal);
      try {
        signal?.throwIfAborted();
        if (starts !== null) await clock.sleep(starts.next(), signal);
        const lease = await shared?.take(limitNow(), signal);
        try {
          return await task(admission(clock.elapsed() - cameAtMs));
        } finally {
          lease?.release();
        }
      } finally {
        running -= 1;
        admitWaiting();
      }
    },
    setMaximum(known) {
      allowance = Math.min(known, (allowance * known) / maximum);
      maximum = known;
      events.emit('throttle', { limit: limitNow(), reason: 'account limit' });
      admitWaiting();
    },
  };
}

/** When the next request may start: a bucket of starts that fills with time. */
function createStartTimes(
  { perSecond, burst = Math.max(1, perSecond) }: RateLimit,
  clock: SteadyClock,
): { next(): number } {
  const spacingMs = 1000 / perSecond;
  // The moment at which the bucket would be full again.
  let fullAtMs = Number.NEGATIVE_INFINITY;
  return {
    next() {
      const nowMs = clock.elapsed();
      fullAtMs = Math.max(fullAtMs, nowMs) + spacingMs;
      return Math.max(0, fullAtMs - nowMs - burst * spacingMs);
    },
  };
}
