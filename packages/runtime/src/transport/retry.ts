import { errorName } from '../errors/error-name.js';
import { NetSuiteError } from '../errors/netsuite-error.js';
import { TimedOutError } from '../errors/network-error.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { AuthenticationError, RateLimitedError, ServerFailedError } from '../errors/response-error.js';
import type { Events } from '../events/events.js';
import { longestTimerMs, type SteadyClock } from './clock.js';
import { classifyFailure, type FailureClass, mayBeCarriedOut } from './failure-class.js';
import type { LoginRecord } from './login-record.js';
import { followSignals } from './on-abort.js';
import type { Redactor } from './redact.js';
import type { RetryBudget } from './retry-budget.js';

/** How often and how patiently a failed request is repeated. */
export interface RetryPolicy {
  /** Attempts in all, the first one included. */
  readonly attempts: number;
  /** The bound of the first delay in milliseconds; it doubles with every attempt. */
  readonly baseDelayMs: number;
  /** No delay is drawn above this many milliseconds. A longer `Retry-After` is honoured all the same. */
  readonly maximumDelayMs: number;
  /** Milliseconds from the first attempt to the end of the last one, waiting included. */
  readonly deadlineMs: number;
  /** Retries that the whole connection has in hand; each success earns half a retry back. 429 costs none. */
  readonly budget: number;
}

export interface RetryContext {
  readonly policy: RetryPolicy;
  readonly clock: SteadyClock;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  readonly budget: RetryBudget;
  readonly login: LoginRecord;
  readonly events: Events;
  readonly redact: Redactor;
}

/** What is repeated, as errors and events tell it. */
export interface RepeatedRequest {
  readonly method: string;
  /** Path without the query string. */
  readonly resource: string;
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Aborts with the caller's signal and at the deadline. */
  readonly signal: AbortSignal;
  /** To be called when the request is about to leave. */
  readonly sending: () => void;
}

/** A server that asks for more patience than this is not waited for: the caller decides. */
const longestRetryAfterMs = 120_000;
/** Attempts for what may be the request's own fault. */
const sparingAttempts = 4;
/** The first wait for a login that is refused because the account was too busy; it doubles. */
const loginDelayMs = 5000;

/** Runs an attempt until it succeeds, fails for good, or attempts, budget or time are used up. */
export async function withRetries<Result>(
  context: RetryContext,
  request: RepeatedRequest,
  attempt: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  const { policy, clock, budget, login, events } = context;
  const { method, resource, repeatable } = request;
  using deadline = startDeadline(policy.deadlineMs, request);
  const endMs = clock.elapsed() + policy.deadlineMs;
  let doubtful = 0;
  // Of a write: an attempt whose answer was lost may have been carried out, whatever the later ones come to.
  let isLost = false;
  for (let number = 1; ; number += 1) {
    let wasSent = false;
    try {
      const result = await attempt({
        number,
        signal: deadline.signal,
        sending: () => {
          wasSent = true;
        },
      });
      budget.earn();
      return result;
    } catch (error) {
      request.signal?.throwIfAborted();
      if (error instanceof RateLimitedError) login.overLimit();
      const facts = { repeatable, wasSent, isLoginDoubtful: login.isDoubtful() };
      const failure = classifyFailure(error, facts);
      isLost ||= writeMethods.has(method) && mayBeCarriedOut(error, facts);
      if (failure === 'retry sparingly') doubtful += 1;
      const isHopeless = failure === 'retry sparingly' && doubtful >= sparingAttempts;
      const delayMs = isHopeless ? null : delayBefore(number + 1, failure, error, context);
      const isOut = delayMs === null || clock.elapsed() + delayMs >= endMs;
      if (isOut || (!(error instanceof RateLimitedError) && !budget.spend())) {
        throw conclusion(error, isLost ? 'unknown outcome' : failure, request);
      }
      events.emit('retry', { method, resource, attempt: number, failure, delayMs, error: errorName(error) });
      await clock.sleep(delayMs, deadline.signal);
    }
  }
}

/** Of POST only its sender knows: a query is one too. */
const writeMethods: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

/** Milliseconds to wait before an attempt; null: it is not to be made. */
function delayBefore(
  number: number,
  failure: FailureClass,
  error: unknown,
  { policy, random }: RetryContext,
): number | null {
  if (failure === 'final' || failure === 'unknown outcome' || number > policy.attempts) return null;
  if (failure === 'wait for login') return loginDelayMs * 2 ** (number - 2) * (0.5 + random() / 2);
  const asked =
    error instanceof RateLimitedError || error instanceof ServerFailedError ? (error.retryAfterMs ?? 0) : 0;
  if (asked > longestRetryAfterMs) return null;
  // Exponential with full jitter: callers that failed together do not come back together.
  return Math.max(asked, random() * Math.min(policy.maximumDelayMs, policy.baseDelayMs * 2 ** (number - 2)));
}

/** The error that the caller gets. */
function conclusion(error: unknown, failure: FailureClass, request: RepeatedRequest): unknown {
  if (failure === 'unknown outcome' && error instanceof NetSuiteError) {
    return new OutcomeUnknownError(request, error);
  }
  if (failure === 'wait for login' && error instanceof AuthenticationError) {
    const next =
      'These credentials worked a short while ago, and the account has been over its concurrency limit since: NetSuite ' +
      'is known to refuse logins for about a minute then. They are probably right. Try again later, with a lower concurrency.';
    return new AuthenticationError({ ...error, next });
  }
  return error;
}

function startDeadline(
  milliseconds: number,
  { method, resource, signal }: RepeatedRequest,
): Disposable & { readonly signal: AbortSignal } {
  const either = followSignals(signal);
  const expire = (): void =>
    either.abort(
      new TimedOutError(
        `${method} ${resource} was not done within ${milliseconds} ms, retries included. Try again later, or raise retry.deadlineMs.`,
        { phase: 'deadline', cause: undefined },
      ),
    );
  const timer = setTimeout(expire, Math.min(milliseconds, longestTimerMs));
  timer.unref();
  return {
    signal: either.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      either[Symbol.dispose]();
    },
  };
}
