import { wallClockAt } from '../database/calendar.js';

/** A stored date as REST shows it: `2017-07-21`. */
export function restDate(wallClockSeconds: number): string {
  return new Date(wallClockSeconds * 1000).toISOString().slice(0, 10);
}

/** A stored datetime, on the account's wall clock, as REST shows it: `2017-07-21T17:32:28Z`, in UTC. */
export function restDatetime(wallClockSeconds: number, timeZone: string): string {
  const offset = (instantSeconds: number): number =>
    wallClockAt(new Date(instantSeconds * 1000), timeZone) - instantSeconds;
  const guess = wallClockSeconds - offset(wallClockSeconds);
  // Once more, for guesses on the other side of a change of the clocks.
  const instant = wallClockSeconds - offset(guess);
  return `${new Date(instant * 1000).toISOString().slice(0, 19)}Z`;
}
