import { showValue } from './show-value.js';

/** Converts between the account's local time, which SuiteQL prints, and UTC. */
export interface TimeZone {
  /**
   * `2026-01-31T09:30:00` in this zone → `2026-01-31T08:30:00Z`.
   *
   * Where clocks are put back, an hour comes twice: the first of the two moments is taken. Where they are put forward, an
   * hour does not exist: it is read by the clock from before, so that 02:30 becomes what the clock then shows as 03:30.
   *
   * @throws {TypeError} It is no date and time.
   */
  toUtc(local: string): string;
  /** `2026-01-31T08:30:00Z`, or with another offset → `2026-01-31T09:30:00` in this zone. */
  toLocal(moment: string): string;
}

/** A form of which JavaScript guesses nothing, as it does of 1/2/2026. */
const LOCAL = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/**
 * A time zone by its IANA name (`Europe/Prague`).
 *
 * @throws {TypeError} The name is unknown to this Node.js.
 */
export function timeZone(name: string): TimeZone {
  const format = formatOf(name);
  // Two look-ups a day serve all rows of it; the moment of a change is looked for where they differ. No zone has changed
  // twice within a day.
  const offsets = new Map<number, number>();
  const changes = new Map<number, number>();

  /** The offset at the beginning of a day of UTC. */
  function dayOffset(day: number): number {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const offset = offsetIn(format.format(day * DAY_MS));
    offsets.set(day, offset);
    return offset;
  }

  /** The first second of a day of UTC at which the offset is no more the one of the day's beginning. */
  function changeOf(day: number): number {
    const known = changes.get(day);
    if (known !== undefined) return known;
    const before = dayOffset(day);
    let from = day * DAY_MS;
    let to = from + DAY_MS;
    while (to - from > SECOND_MS) {
      const middle = from + Math.floor((to - from) / 2 / SECOND_MS) * SECOND_MS;
      if (offsetIn(format.format(middle)) === before) from = middle;
      else to = middle;
    }
    changes.set(day, to);
    return to;
  }

  function offsetMs(utcMs: number): number {
    const day = Math.floor(utcMs / DAY_MS);
    const before = dayOffset(day);
    const after = dayOffset(day + 1);
    return before === after || utcMs < changeOf(day) ? before : after;
  }

  return {
    toUtc(local) {
      const asUtc = LOCAL.test(local) ? Date.parse(`${local.replace(' ', 'T')}Z`) : Number.NaN;
      if (Number.isNaN(asUtc)) throw new TypeError(`${showValue(local)} is not a local date and time.`);
      const before = offsetMs(asUtc - DAY_MS);
      const after = offsetMs(asUtc + DAY_MS);
      const first = asUtc - before;
      if (before === after || offsetMs(first) === before) return isoSeconds(first);
      const second = asUtc - after;
      return isoSeconds(offsetMs(second) === after ? second : first);
    },
    toLocal(moment) {
      const utc = Date.parse(moment);
      return isoSeconds(utc + offsetMs(utc)).slice(0, -1);
    },
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch (cause) {
    throw new TypeError(`'${name}' is not a time zone. Give its IANA name, such as 'America/Los_Angeles'.`, {
      cause,
    });
  }
}

/** The offset in `1/31/2026, GMT-03:30`; GMT alone is none. */
function offsetIn(text: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? [];
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND_MS;
  return sign === '-' ? -offset : offset;
}

function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
