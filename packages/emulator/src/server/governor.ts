/** Counts the requests in flight against the account's concurrency limit. */
export interface Governor {
  readonly limit: number;
  /** False: over the limit, and not counted. */
  readonly enter: () => boolean;
  readonly leave: () => void;
  /** A client opened a connection. Returns what to do when it is closed. */
  readonly connect: () => () => void;
  /** Whether more connections are open than requests may be in flight. */
  readonly isCrowded: () => boolean;
  /** Whether a connection was opened just now, so that others may follow. */
  readonly isFilling: () => boolean;
}

const fillingMs = 20;

export function createGovernor(limit: number): Governor {
  let inFlight = 0;
  let connections = 0;
  let connectedAt = Number.NEGATIVE_INFINITY;
  return {
    limit,
    enter: () => {
      if (inFlight >= limit) return false;
      inFlight += 1;
      return true;
    },
    leave: () => {
      inFlight -= 1;
    },
    connect: () => {
      connections += 1;
      connectedAt = performance.now();
      return () => {
        connections -= 1;
      };
    },
    isCrowded: () => connections > limit,
    isFilling: () => performance.now() - connectedAt < fillingMs,
  };
}
