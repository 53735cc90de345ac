import type { Clock } from './clock.js';

/** What the emulator knows and does not tell its clients; NetSuite keeps it in the Login Audit Trail. */
export interface LogEntry {
  /** ISO 8601, UTC, by the emulator's clock. */
  readonly time: string;
  readonly event: LogEvent;
  /** Method and path, without the query. */
  readonly request: string;
  readonly status: number;
  /** Why. It holds no secret and no token. */
  readonly reason: string;
}

export type LogEvent = 'login refused' | 'over limit' | 'request refused' | 'not emulated' | 'failure';

export interface Log {
  /** The latest entries, oldest first. */
  readonly entries: readonly LogEntry[];
  readonly write: (entry: Omit<LogEntry, 'time'>) => void;
}

export interface LogOptions {
  readonly clock: Clock;
  readonly listener: ((entry: LogEntry) => void) | undefined;
}

const entriesKept = 1000;
/** Reasons repeat what a request holds, which may be as long as a body. */
const textMaximum = 2000;

export function createLog({ clock, listener }: LogOptions): Log {
  const entries: LogEntry[] = [];
  return {
    entries,
    write: (entry) => {
      const { request, reason } = entry;
      const timed = {
        time: new Date(clock()).toISOString(),
        ...entry,
        request: shortened(request),
        reason: shortened(reason),
      };
      entries.push(timed);
      if (entries.length > entriesKept) entries.shift();
      listener?.(timed);
    },
  };
}

function shortened(text: string): string {
  return text.length > textMaximum ? `${text.slice(0, textMaximum)}…` : text;
}
