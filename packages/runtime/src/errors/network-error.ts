import { NetSuiteError } from './netsuite-error.js';

/** The phases of an exchange that have a time limit of their own. */
export type TimeoutPhase = 'connect' | 'headers' | 'body' | 'deadline';

/** There was no whole answer: no connection, or it broke. */
export class ConnectionFailedError extends NetSuiteError {
  override readonly name = 'ConnectionFailedError';
  override readonly code = 'NETSUITE_CONNECTION_FAILED';
  /** False when the request provably never left; true when NetSuite may have carried it out. */
  readonly mayHaveStarted: boolean;
  /** The system's code, such as `ECONNRESET`. */
  readonly reason: string;

  constructor(message: string, facts: { mayHaveStarted: boolean; reason: string; cause: unknown }) {
    super(message, { cause: facts.cause });
    this.mayHaveStarted = facts.mayHaveStarted;
    this.reason = facts.reason;
  }
}

/** NetSuite took longer than the time limit of a phase. */
export class TimedOutError extends NetSuiteError {
  override readonly name = 'TimedOutError';
  override readonly code = 'NETSUITE_TIMED_OUT';
  readonly phase: TimeoutPhase;

  constructor(message: string, facts: { phase: TimeoutPhase; cause: unknown }) {
    super(message, { cause: facts.cause });
    this.phase = facts.phase;
  }
}

/** The answer is not what NetSuite's documentation says it is, or is longer than `maximumResponseBytes` allows. */
export class MalformedResponseError extends NetSuiteError {
  override readonly name = 'MalformedResponseError';
  override readonly code = 'NETSUITE_MALFORMED_RESPONSE';
  readonly status: number;
  readonly operationId: string | null;
  /**
   * Up to 500 characters of a body that is not JSON, such as a gateway's HTML, on one line and without credentials; null
   * for other bodies: what begins as JSON may hold rows.
   */
  readonly bodyExcerpt: string | null;
  /** Whether the same answer must be expected again. It is not retried then. */
  readonly isPermanent: boolean;

  constructor(
    message: string,
    facts: {
      status: number;
      operationId: string | null;
      bodyExcerpt?: string | null;
      isPermanent?: boolean;
    },
  ) {
    super(message);
    this.status = facts.status;
    this.operationId = facts.operationId;
    this.bodyExcerpt = facts.bodyExcerpt ?? null;
    this.isPermanent = facts.isPermanent ?? false;
  }
}
