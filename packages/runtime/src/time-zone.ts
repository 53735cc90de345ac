/** Converts between the account's local time, which SuiteQL prints, and UTC. */
export interface TimeZone {
  /** `2026-01-31T09:30:00` in this zone → `2026-01-31T08:30:00Z`. */
  toUtc(local: string): string;
  /** `2026-01-31T08:30:00Z`, or with another offset → `2026-01-31T09:30:00` in this zone. */
  toLocal(moment: string): string;
}

const HOUR_MS = 3_600_000;

/**
 * A time zone by its IANA name (`Europe/Prague`).
 *
 * @throws {TypeError} The name is unknown to this Node.js.
 */
export function timeZone(name: string): TimeZone {
  const format = formatOf(name);
  // Offsets change on the hour (every zone in use does): one look-up an hour serves all rows of it.
  const offsets = new Map<number, number>();

  function offsetMs(utcMs: number): number {
    const hour = Math.floor(utcMs / HOUR_MS);
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const at = hour * HOUR_MS;
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const local = Date.UTC(
      parts.year as number,
      (parts.month as number) - 1,
      parts.day,
      parts.hour,
      parts.minute,
      parts.second,
    );
    offsets.set(hour, local - at);
    return local - at;
  }

  return {
    toUtc(local) {
      const asUtc = Date.parse(`${local}Z`);
      // The first guess may lie on the other side of a change; the second does not.
      const guess = asUtc - offsetMs(asUtc);
      return isoSeconds(asUtc - offsetMs(guess));
    },
    toLocal(moment) {
      const utc = Date.parse(moment);
      return isoSeconds(utc + offsetMs(utc)).slice(0, -1);
    },
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new TypeError(`'${name}' is not a time zone. Give its IANA name, such as 'America/Los_Angeles'.`, {
      cause,
    });
  }
}

function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
