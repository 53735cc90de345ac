import { errorName } from '../errors/error-name.js';
import type { Events } from '../events/events.js';
import type { SteadyClock } from './clock.js';
import type { Dispatcher } from './dispatcher.js';
import { type RawRequest, type RawResponse, send } from './send.js';

/** What the event of an exchange tells beside the exchange itself. */
export interface ObservedExchange {
  readonly dispatcher: Dispatcher;
  readonly clock: SteadyClock;
  readonly events: Events;
  /** From 1. */
  readonly attempt: number;
  readonly queuedMs: number;
}

/** Sends one request as {@link send} does, and tells the events how it went. */
export async function sendObserved(
  { dispatcher, clock, events, attempt, queuedMs }: ObservedExchange,
  request: RawRequest,
): Promise<RawResponse> {
  const startMs = clock.elapsed();
  const { method, url } = request;
  const tell = (answer: RawResponse | null, error: string | null): void =>
    events.emit('request', {
      method,
      origin: url.origin,
      resource: url.pathname,
      attempt,
      status: answer?.status ?? null,
      error,
      durationMs: clock.elapsed() - startMs,
      queuedMs,
      operationId: answer?.operationId ?? null,
    });
  try {
    const answer = await send(dispatcher, request);
    tell(answer, null);
    return answer;
  } catch (error) {
    tell(null, errorName(error));
    throw error;
  }
}
