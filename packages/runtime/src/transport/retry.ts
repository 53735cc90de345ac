import { ConnectionFailedError, TimedOutError } from '../errors/network-error.js';
import { RateLimitedError, ServerFailedError } from '../errors/response-error.js';
import type { Clock } from './clock.js';

/** How often and how patiently a failed request is repeated. */
export interface RetryPolicy {
  /** Attempts in all, the first one included. */
  readonly attempts: number;
  /** The bound of the first delay in milliseconds; it doubles with every attempt. */
  readonly baseDelayMs: number;
  /** No delay is drawn above this many milliseconds. A longer `Retry-After` is honoured all the same. */
  readonly maximumDelayMs: number;
}

export interface RetryContext {
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

/** A server that asks for more patience than this is not waited for: the caller decides. */
const longestRetryAfterMs = 120_000;

/** Runs an attempt until it succeeds, fails for good, or the attempts are used up. The last error is thrown. */
export async function withRetries<Result>(
  context: RetryContext,
  options: { readonly repeatable: boolean; readonly signal?: AbortSignal | undefined },
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      const leastDelayMs = leastDelayBeforeRetry(error, options.repeatable);
      if (leastDelayMs === null || leastDelayMs > longestRetryAfterMs || made >= context.policy.attempts)
        throw error;
      const delayMs = Math.max(leastDelayMs, backoff(context, made));
      await context.clock.sleep(delayMs, options.signal);
    }
  }
}

/** Exponential with full jitter: callers that failed together do not come back together. */
function backoff({ policy, random }: RetryContext, made: number): number {
  return random() * Math.min(policy.maximumDelayMs, policy.baseDelayMs * 2 ** (made - 1));
}

const gatewayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** Milliseconds to wait at least, or null for an error that another attempt would not cure or might make worse. */
function leastDelayBeforeRetry(error: unknown, repeatable: boolean): number | null {
  if (error instanceof RateLimitedError) return error.retryAfterMs ?? 0;
  if (error instanceof ServerFailedError) {
    return repeatable && gatewayStatuses.has(error.status) ? (error.retryAfterMs ?? 0) : null;
  }
  if (error instanceof ConnectionFailedError) {
    if (permanentReasons.has(error.reason)) return null;
    return repeatable || !error.mayHaveStarted ? 0 : null;
  }
  if (error instanceof TimedOutError) return error.phase === 'connect' ? 0 : null;
  return null;
}

/** A wrong host name does not become right, and a closed dispatcher does not open. */
const permanentReasons: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'CERTIFICATE',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);
