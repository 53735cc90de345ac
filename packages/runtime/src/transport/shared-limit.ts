import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';

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
  /** Waits until a lease is free. */
  take(limit: number, signal?: AbortSignal): Promise<Lease>;
}

export interface Lease {
  release(): Promise<void>;
}

export interface SharedLimitOptions {
  readonly store: LeaseStore;
  readonly group: string;
  readonly durationMs: number;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Between two looks for a free lease, at most; drawn anew each time, so that processes do not move in step. */
const pollMs = 10;
/** A lease goes from one request of a process to its next one for so long; then other processes have their chance. */
const passedOnMs = 500;

export function createSharedLimit(options: SharedLimitOptions): SharedLimit {
  const { store, group, durationMs, clock, random } = options;
  const waiting = new Set<(lease: Lease) => void>();

  function hold(id: string): Lease {
    const takenAtMs = clock.now();
    // A request may take longer than a lease lasts. Failing to prolong it must not end the request.
    const prolong = (): void => {
      store.acquire({ group, id, durationMs, limit: Number.MAX_SAFE_INTEGER }).catch(() => {});
    };
    const timer = setInterval(prolong, durationMs / 3);
    timer.unref();
    const lease: Lease = {
      async release() {
        const [next] = waiting;
        if (next !== undefined && clock.now() - takenAtMs < passedOnMs) {
          waiting.delete(next);
          next(lease);
          return;
        }
        clearInterval(timer);
        // One that cannot be given back ends by itself.
        await store.release({ group, id }).catch(() => {});
      },
    };
    return lease;
  }

  return {
    async take(limit, signal) {
      const handover = new AbortController();
      const sleepSignal = signal === undefined ? handover.signal : AbortSignal.any([handover.signal, signal]);
      const handed: Lease[] = [];
      const accept = (lease: Lease): void => {
        handed.push(lease);
        handover.abort();
      };
      waiting.add(accept);
      try {
        for (;;) {
          const id = randomUUID();
          if (handed.length === 0 && (await store.acquire({ group, id, durationMs, limit })))
            handed.push(hold(id));
          signal?.throwIfAborted();
          const lease = handed.shift();
          if (lease !== undefined) return lease;
          await clock.sleep(1 + random() * pollMs, sleepSignal).catch(() => {});
        }
      } finally {
        waiting.delete(accept);
        // What came beside the one that was taken, or after the caller gave up.
        for (const lease of handed) await lease.release();
      }
    },
  };
}
