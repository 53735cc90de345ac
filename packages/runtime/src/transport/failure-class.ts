import { ConnectionFailedError, MalformedResponseError, TimedOutError } from '../errors/network-error.js';
import { AuthenticationError, RateLimitedError, ServerFailedError } from '../errors/response-error.js';
import { StoreFailedError } from '../errors/store-failed-error.js';

/**
 * What a failure calls for.
 *
 * - `retry later`: another attempt is safe and may succeed, after a delay.
 * - `retry sparingly`: the same, but the failure may as well be one that stays.
 * - `wait for login`: the credentials are good, and refused for a while because the account was over its limit.
 * - `unknown outcome`: the request may have been carried out, and repeating it would do it twice.
 * - `final`: another attempt would fail the same way; most of these are the caller's to correct.
 */
export type FailureClass = 'retry later' | 'retry sparingly' | 'wait for login' | 'unknown outcome' | 'final';

export interface FailureFacts {
  /** Whether doing it twice does what doing it once does. */
  readonly repeatable: boolean;
  /** Whether the attempt had come so far as to send the request itself, behind fetching a token for it. */
  readonly wasSent: boolean;
  /** Whether these credentials have just worked, and the account was over its limit since. */
  readonly isLoginDoubtful: boolean;
}

/** What to do about a failed attempt. */
export function classifyFailure(error: unknown, facts: FailureFacts): FailureClass {
  // Whoever needed it has sent nothing yet.
  if (error instanceof StoreFailedError) return 'retry later';
  // No access token could be had, and that was tried often enough already.
  if (!facts.wasSent) return 'final';
  // A refusal for the limit did nothing, whatever the request was.
  if (error instanceof RateLimitedError) return 'retry later';
  if (error instanceof AuthenticationError) return facts.isLoginDoubtful ? 'wait for login' : 'final';
  const lost = facts.repeatable ? 'retry later' : 'unknown outcome';
  if (error instanceof ServerFailedError) {
    // 500 has been seen for a query with a field that does not exist: that does not pass.
    return facts.repeatable && error.status === 500 ? 'retry sparingly' : lost;
  }
  if (error instanceof ConnectionFailedError) {
    if (permanentReasons.has(error.reason)) return 'final';
    return error.mayHaveStarted ? lost : 'retry later';
  }
  if (error instanceof TimedOutError) {
    if (error.phase === 'connect') return 'retry later';
    if (error.phase === 'deadline') return facts.repeatable ? 'final' : 'unknown outcome';
    return lost;
  }
  if (error instanceof MalformedResponseError) return error.isPermanent && facts.repeatable ? 'final' : lost;
  return 'final';
}

/** Whether a failed attempt of a write may have been carried out all the same. */
export function mayBeCarriedOut(error: unknown, facts: FailureFacts): boolean {
  return classifyFailure(error, { ...facts, repeatable: false }) === 'unknown outcome';
}

/** A wrong host name does not become right, and a closed dispatcher does not open. */
const permanentReasons: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'CERTIFICATE',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);
