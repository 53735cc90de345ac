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
  /** Default: made up anew for each emulator. */
  readonly credentials?: CredentialOptions;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Scheme, host and port: what clients take as base URL. */
  readonly url: string;
  readonly port: number;
  /** The account id as settings and realm spell it. */
  readonly account: string;
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
