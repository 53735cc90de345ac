/** Counts the requests in flight against the account's concurrency limit. */
export interface Governor {
  readonly limit: number;
  /** False: over the limit, and not counted. */
  readonly enter: () => boolean;
  readonly leave: () => void;
}

export function createGovernor(limit: number): Governor {
  let inFlight = 0;
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
  };
}
