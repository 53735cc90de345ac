import type { Clock } from '../transport/clock.js';

/** The time as NetSuite has it, as far as it is known. */
export interface ServerClock {
  now(): number;
  /**
   * Reads the `Date` header of an answer that refused a login.
   *
   * @returns Whether this clock was so far off that another attempt may succeed.
   */
  correct(dateHeader: string | undefined): boolean;
}

/** NetSuite allows 5 minutes. A minute is more than a slow answer explains. */
const worthCorrectingMs = 60_000;

/** A clock that trusts the machine's until NetSuite refuses a login and tells another time. */
export function createServerClock(clock: Clock): ServerClock {
  let offsetMs = 0;
  const now = (): number => clock.now() + offsetMs;
  return {
    now,
    correct(dateHeader) {
      const serverMs = Date.parse(dateHeader ?? '');
      if (Number.isNaN(serverMs) || Math.abs(serverMs - now()) < worthCorrectingMs) return false;
      offsetMs = serverMs - clock.now();
      return true;
    },
  };
}
