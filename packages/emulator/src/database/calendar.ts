/**
 * Dates and datetimes are stored as whole seconds since 1970-01-01T00:00:00 on the account's own wall
 * clock: small, exact, and subtracting two of them gives Oracle's number of days.
 */
export const secondsADay = 86_400;

/** Seconds of a wall clock time. Undefined when there is no such day or time. `month` is 1 to 12. */
export function wallClockSeconds(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return daysSinceEpoch(year, month, day) * secondsADay + hour * 3600 + minute * 60 + second;
}

// Counts in years that begin in March, so that the leap day is the last; 400 years are 146,097 days.
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const century = Math.floor(shifted / 400);
  const yearOfCentury = shifted - century * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCentury / 4) - Math.floor(yearOfCentury / 100);
  return century * 146_097 + yearOfCentury * 365 + leapDays + dayOfYear - 719_468;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

const isoText =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads an ISO date or datetime.
 *
 * @param timeZone The zone that a text with an offset (`…Z`, `…+02:00`) is moved to; text without one is
 *   wall clock time already.
 * @returns Seconds, or undefined when the text is no ISO date or datetime.
 */
export function parseIso(text: string, timeZone: string): number | undefined {
  const match = isoText.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  const seconds = wallClockSeconds({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  });
  if (seconds === undefined || offset === undefined) return seconds;
  return wallClockAt(new Date((seconds - offsetSeconds(offset)) * 1000), timeZone);
}

function offsetSeconds(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return offset.startsWith('-') ? -seconds : seconds;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clocks of a time zone show at an instant, as seconds. */
export function wallClockAt(instant: Date, timeZone: string): number {
  let format = zoneFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zoneFormats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return wallClockSeconds({ year, month, day, hour, minute, second }) ?? 0;
}

/** Seconds by which the clocks of a time zone are ahead of UTC when they show a time. */
export function utcOffset(seconds: number, timeZone: string): number {
  const guess = wallClockAt(new Date(seconds * 1000), timeZone) - seconds;
  // The guess may be of the other side of a change of clocks.
  return wallClockAt(new Date((seconds - guess) * 1000), timeZone) - (seconds - guess);
}
