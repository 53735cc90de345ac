import { randomUUID } from 'node:crypto';
import type { Events } from '../events/events.js';
import { askStore } from './ask-store.js';
import { longestTimerMs, type SteadyClock } from './clock.js';
import { followSignals } from './on-abort.js';

/**
 * Where several processes keep count of the requests that they have under way together. A lease ends by itself when its
 * time is over, so that a process that dies gives back what it held.
 */
export interface LeaseStore {
  /**
   * Takes a lease, or prolongs it where it is held already.
   *
   * @returns False: `limit` others are out.
   */
  acquire(lease: LeaseRequest): Promise<boolean>;
  /** Gives a lease back. One that is over already is no error. */
  release(lease: Pick<LeaseRequest, 'group' | 'id'>): Promise<void>;
}

export interface LeaseRequest {
  /** What is shared: the account. */
  readonly group: string;
  /** The lease's own name. */
  readonly id: string;
  /** Leases that may be out at a time. */
  readonly limit: number;
  /** When it ends by itself, from now. */
  readonly durationMs: number;
}

/** A limit that is kept together with other processes. */
export interface SharedLimit {
  /**
   * Waits until a lease is free.
   *
   * @throws {StoreFailedError} The store failed, or did not answer.
   */
  take(limit: number, signal?: AbortSignal): Promise<Lease>;
  /** Waits until the leases that were given back have reached the store, or have failed to. */
  settle(): Promise<void>;
}

export interface Lease {
  release(): void;
}

/** What becomes of requests while the lease store fails: they fail as well, or the process counts for itself. */
export type WhenUnavailable = 'fail' | 'local';

export interface SharedLimitOptions {
  readonly store: LeaseStore;
  readonly group: string;
  /** Also how long the store may take to answer: a lease that comes later is over already. */
  readonly durationMs: number;
  readonly whenUnavailable: WhenUnavailable;
  readonly clock: SteadyClock;
  readonly random: () => number;
  readonly events: Events;
  readonly redact: (text: string) => string;
}

/** Between two looks for a free lease, at most; drawn anew each time, so that processes do not move in step. */
const pollMs = 10;
/** A lease goes from one request of a process to its next one for so long; then other processes have their chance. */
const passedOnMs = 500;

export function createSharedLimit(options: SharedLimitOptions): SharedLimit {
  const { store, group, durationMs, whenUnavailable, clock, random, events, redact } = options;
  const waiting = new Set<(lease: Lease) => void>();
  const givingBack = new Set<Promise<void>>();
  let askAgainAtMs = Number.NEGATIVE_INFINITY;
  const asking = { store: 'lease', timeoutMs: durationMs, events, redact } as const;
  const localLease: Lease = { release() {} };

  function giveBack(id: string): void {
    const released = askStore({
      ...asking,
      operation: 'release',
      call: () => store.release({ group, id }),
    })
      // One that cannot be given back ends by itself.
      .catch(() => {})
      .finally(() => givingBack.delete(released));
    givingBack.add(released);
  }

  function hold(id: string): Lease {
    const takenAtMs = clock.elapsed();
    let isProlonging = false;
    // A request may take longer than a lease lasts. Failing to prolong it must not end the request.
    const prolong = async (): Promise<void> => {
      if (isProlonging) return;
      isProlonging = true;
      const call = (): Promise<boolean> =>
        store.acquire({ group, id, durationMs, limit: Number.MAX_SAFE_INTEGER });
      await askStore({ ...asking, operation: 'acquire', call }).catch(() => {});
      isProlonging = false;
    };
    const timer = setInterval(prolong, Math.min(durationMs / 3, longestTimerMs));
    timer.unref();
    const lease: Lease = {
      release() {
        const [next] = waiting;
        if (next !== undefined && clock.elapsed() - takenAtMs < passedOnMs) {
          waiting.delete(next);
          next(lease);
          return;
        }
        clearInterval(timer);
        giveBack(id);
      },
    };
    return lease;
  }

  async function acquire(limit: number, signal: AbortSignal): Promise<Lease | null> {
    if (clock.elapsed() < askAgainAtMs) return localLease;
    const id = randomUUID();
    const asked = (async () => store.acquire({ group, id, durationMs, limit }))();
    try {
      const isFree = await askStore({ ...asking, operation: 'acquire', signal, call: () => asked });
      return isFree ? hold(id) : null;
    } catch (error) {
      // A lease that comes when nobody waits for it any more.
      asked.then(
        (isFree) => isFree && giveBack(id),
        () => {},
      );
      if (signal.aborted || whenUnavailable === 'fail') throw error;
      // Until then nobody waits for a store that does not answer.
      askAgainAtMs = clock.elapsed() + durationMs;
      return localLease;
    }
  }

  return {
    async take(limit, signal) {
      using handover = followSignals(signal);
      const handed: Lease[] = [];
      const accept = (lease: Lease): void => {
        handed.push(lease);
        handover.abort();
      };
      waiting.add(accept);
      try {
        for (;;) {
          if (handed.length === 0) {
            const acquired = await acquire(limit, handover.signal).catch((error: unknown) => {
              // One that another request handed over will do.
              if (handed.length === 0) throw error;
              return null;
            });
            if (acquired !== null) handed.push(acquired);
          }
          signal?.throwIfAborted();
          const lease = handed.shift();
          if (lease !== undefined) return lease;
          await clock.sleep(1 + random() * pollMs, handover.signal).catch(() => {});
        }
      } finally {
        waiting.delete(accept);
        // What came beside the one that was taken, or after the caller gave up.
        for (const lease of handed) lease.release();
      }
    },
    async settle() {
      await Promise.all(givingBack);
    },
  };
}
