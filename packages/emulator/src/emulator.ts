import type { AccountSettings } from './account/account-settings.js';
import type { DateFormat, NumberFormat } from './account/definition.js';
import type { RoleDefinition } from './account/role.js';
import type { CredentialOptions, EmulatorCredentials } from './auth/credentials.js';
import type { Clock } from './clock.js';
import type { AuthType, EnvironmentVariables } from './environment.js';
import type { ChooseFault } from './faults/fault.js';
import type { LogEntry } from './log.js';
import type { TotalResults } from './query/run-statement.js';
import type { RequestCounts } from './server/request-counts.js';

export interface EmulatorOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** The interface to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /** The account id, with or without sandbox suffix. Default TSTDRV1234567. */
  readonly account?: string;
  /** Rows of your own in place of the demo rows, in the form of a seed file. */
  readonly seed?: unknown;
  /** How many transaction lines the demo rows have, about: 100 to 1,000,000. Default 5000. */
  readonly rows?: number;
  /**
   * What day it is in the account, as YYYY-MM-DD: the day of the newest demo rows, and of SYSDATE and of what is written
   * over REST. Sign-in and `serverTime` go by the clock. Default: the clock's day in the account's time zone.
   */
  readonly today?: string;
  /** The account's time zone, an IANA name. Default America/Los_Angeles. */
  readonly timeZone?: string;
  /** How the account prints dates where no TO_CHAR tells. Default M/D/YYYY: 3/8/2026. */
  readonly dateFormat?: DateFormat;
  /** What D and G of the masks of TO_CHAR and TO_NUMBER stand for. Default 1,000,000.00. */
  readonly numberFormat?: NumberFormat;
  /** How long each request takes at least, its own work included. Token requests take no longer than their work. Default 0. */
  readonly latencyMs?: number;
  /** Requests at a time; one more is answered with 429. Default 5, as in developer accounts. */
  readonly concurrency?: number;
  /** How many rows of a result offsets can reach. Default 100,000, as without SuiteAnalytics Connect. */
  readonly resultsMaximum?: number;
  /**
   * What `totalResults` says of a result with more rows than that. Default 'capped': the number of rows
   * in reach, and no more pages after them. No source says which of the two NetSuite does.
   */
  readonly totalResults?: TotalResults;
  /**
   * How long a SuiteQL statement may run before it is refused. Default 30,000. NetSuite gives a request 15 minutes,
   * on faster machines.
   */
  readonly statementTimeoutMs?: number;
  /** Lets requests go wrong: see `randomFaults`. Default: nothing does. */
  readonly faults?: ChooseFault;
  /** Decides about timestamps, token expiry and SYSDATE. Default: the system's clock. */
  readonly clock?: Clock;
  /** Is told the reason of every refusal, as it happens. */
  readonly log?: (entry: LogEntry) => void;
  /**
   * A file that keeps the account's data: `rows` and `seed` fill it where it is not there yet, and what is written over
   * REST goes into it, and into a log beside it. Default: nothing is kept.
   */
  readonly persist?: string;
  /** Is told how far the start is, where there are many demo rows to make: after each 20,000 lines or so. */
  readonly progress?: (progress: StartProgress) => void;
  /** What whoever signs in may see and do. Default: everything, as an administrator. */
  readonly role?: RoleDefinition;
  /** Default: made up anew for each emulator. */
  readonly credentials?: CredentialOptions;
}

/** How far a start is, in transaction lines. */
export interface StartProgress {
  readonly lines: number;
  /** About how many there will be. */
  readonly linesWanted: number;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Scheme, host and port: what clients take as base URL. */
  readonly url: string;
  readonly port: number;
  /** The account id as settings and realm spell it. */
  readonly account: string;
  /** The account's preferences, and the day that it was there when it started. */
  readonly settings: AccountSettings;
  /** Whether its rows are those that the file of `persist` kept, not new ones. */
  readonly isRestored: boolean;
  readonly credentials: EmulatorCredentials;
  /** The NETSUITE_* variables of all methods. Default method: oauth2. */
  readonly environment: (authType?: AuthType) => EnvironmentVariables;
  /** The same as the text of a .env file. */
  readonly formatEnvironmentFile: (authType?: AuthType) => string;
  /** Answers a request without a socket. */
  readonly handle: (request: Request) => Promise<Response>;
  /** What was asked so far; it goes on counting. */
  readonly requests: RequestCounts;
  /** The latest reasons of refusals, oldest first: the emulator's Login Audit Trail. */
  readonly log: readonly LogEntry[];
  /** Ends open connections and drops all rows. */
  readonly close: () => Promise<void>;
}
