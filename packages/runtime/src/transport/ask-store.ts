import { errorName } from '../errors/error-name.js';
import { StoreFailedError, type StoreKind, type StoreOperation } from '../errors/store-failed-error.js';
import type { Events } from '../events/events.js';
import { longestTimerMs } from './clock.js';
import { foreignError } from './foreign-error.js';
import { untilAborted } from './until-aborted.js';

export interface StoreCall<Value> {
  readonly store: StoreKind;
  readonly operation: StoreOperation;
  readonly call: () => Promise<Value>;
  /** A store that takes longer counts as one that failed. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly events: Events;
  readonly redact: (text: string) => string;
}

const advice: Readonly<Record<StoreKind, string>> = {
  lease: "Check that it can be reached; sharedLimit.whenUnavailable: 'local' goes on without it.",
  token: 'Check that it can be reached, and what it holds.',
};

/**
 * Asks a store of the caller's, but does not wait for it without bound.
 *
 * @throws {StoreFailedError} It failed, or took too long.
 * @throws The signal's reason, where it aborted.
 */
export async function askStore<Value>(asked: StoreCall<Value>): Promise<Value> {
  const { store, operation, call, timeoutMs, signal, events, redact } = asked;
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new Error(`It did not answer within ${timeoutMs} ms.`)),
    Math.min(timeoutMs, longestTimerMs),
  );
  timer.unref();
  try {
    // In a function of its own: a store may throw before it gives a promise.
    return await untilAborted(untilAborted((async () => call())(), late.signal), signal);
  } catch (error) {
    signal?.throwIfAborted();
    const failure = error instanceof StoreFailedError ? error : storeFailure(error);
    events.emit('store', { store, operation, error: errorName(error) });
    throw failure;
  } finally {
    clearTimeout(timer);
  }

  function storeFailure(error: unknown): StoreFailedError {
    const cause = foreignError(error, redact);
    const message = `The ${store} store failed (${operation}): ${cause.message.replace(/\.?$/, '.')} Nothing was sent. ${advice[store]}`;
    return new StoreFailedError(message, { store, operation, cause });
  }
}
