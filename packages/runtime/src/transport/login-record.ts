import type { SteadyClock } from './clock.js';

/** Remembers what tells a wrong password from an account that is too busy to check it. */
export interface LoginRecord {
  /** NetSuite took the credentials. */
  accepted(): void;
  /** NetSuite answered that the account is over its limit. */
  overLimit(): void;
  /** Whether a refused login is likely to be the limit's doing. */
  isDoubtful(): boolean;
}

/** Observed by several clients: "Invalid login attempt" for about a minute after the limit was passed. */
const doubtfulMs = 90_000;

export function createLoginRecord(clock: SteadyClock): LoginRecord {
  let wasAccepted = false;
  let overLimitAtMs = Number.NEGATIVE_INFINITY;
  return {
    accepted() {
      wasAccepted = true;
    },
    overLimit() {
      overLimitAtMs = clock.elapsed();
    },
    isDoubtful: () => wasAccepted && clock.elapsed() - overLimitAtMs <= doubtfulMs,
  };
}
