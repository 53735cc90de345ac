import type { Events } from '../events/events.js';
import type { Clock } from '../transport/clock.js';

/** The time as NetSuite has it, as far as it is known. */
export interface ServerClock {
  now(): number;
  /**
   * NetSuite refused a login.
   *
   * @param signedAtMs What `now()` was when the request was signed.
   * @returns Whether the request was signed by a time that was so far off that another attempt may succeed.
   */
  refused(dateHeader: string | undefined, signedAtMs: number): boolean;
  /** NetSuite took a login: the correction is forgotten, unless this answer shows that it is needed. */
  accepted(dateHeader: string | undefined): void;
}

/** NetSuite allows 5 minutes. A minute is more than a slow answer explains. */
const worthCorrectingMs = 60_000;
/** A machine is off by a wrong time zone, not by more. What is signed for next year is of use to a thief until then. */
const largestOffsetMs = 24 * 60 * 60 * 1000;

export interface ServerClockOptions {
  readonly clock: Clock;
  readonly events: Events;
  /** Whether what is believed to be NetSuite's answer cannot come from somebody on the way. */
  readonly isTrusted: boolean;
}

/** A clock that trusts the machine's until NetSuite refuses a login and tells another time. */
export function createServerClock({ clock, events, isTrusted }: ServerClockOptions): ServerClock {
  let offsetMs = 0;

  function setOffset(milliseconds: number): void {
    if (milliseconds === offsetMs) return;
    offsetMs = milliseconds;
    events.emit('clock', { offsetMs });
  }

  return {
    now: () => clock.now() + offsetMs,
    refused(dateHeader, signedAtMs) {
      const serverMs = Date.parse(dateHeader ?? '');
      if (!isTrusted || Number.isNaN(serverMs)) return false;
      if (Math.abs(serverMs - signedAtMs) < worthCorrectingMs) return false;
      const foundMs = serverMs - clock.now();
      if (Math.abs(foundMs) > largestOffsetMs) return false;
      const isMachineRight = Math.abs(foundMs) < worthCorrectingMs;
      // Requests that were signed at a time learn of nearly the same offset: the first one's will do.
      if (isMachineRight) setOffset(0);
      else if (Math.abs(foundMs - offsetMs) >= worthCorrectingMs) setOffset(foundMs);
      return true;
    },
    accepted(dateHeader) {
      if (offsetMs === 0) return;
      const serverMs = Date.parse(dateHeader ?? '');
      const isNeeded = Math.abs(serverMs - clock.now() - offsetMs) < worthCorrectingMs;
      if (!isNeeded) setOffset(0);
    },
  };
}

/** Whether nobody on the way can change an answer: TLS, or the machine itself. */
export function isTrustedAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
