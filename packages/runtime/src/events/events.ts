import { channel } from 'node:diagnostics_channel';
import type { StoreKind, StoreOperation } from '../errors/store-failed-error.js';
import type { FailureClass } from '../transport/failure-class.js';

/** What is part of every event. */
interface AccountEvent {
  /** The account id as NetSuite's user interface shows it. */
  readonly account: string;
}

/** One HTTP exchange came to an end; those with the token endpoint count. */
interface RequestEvent extends AccountEvent {
  readonly method: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path without the query string. Of a record, it ends with the record's id. */
  readonly resource: string;
  /** From 1. What is sent anew with a fresh token keeps its number. */
  readonly attempt: number;
  /** Null: there was no whole answer. */
  readonly status: number | null;
  /** The name of the error because of which there was no whole answer; null: there was one. */
  readonly error: string | null;
  readonly durationMs: number;
  /** How long it waited for its turn before. */
  readonly queuedMs: number;
  /** NetSuite's own id of what it did, for its support. */
  readonly operationId: string | null;
}

/** A page of a SuiteQL statement is asked for. */
interface QueryStartEvent extends AccountEvent {
  /** The text with its `?` placeholders, without the values. */
  readonly statement: string;
}

/** A page of a SuiteQL statement came, or will not come. */
interface QueryEvent extends QueryStartEvent {
  /** The name of the error that the caller got; null: the page came. */
  readonly error: string | null;
  /** Rows of the page, and of all pages; null without a page. */
  readonly rows: number | null;
  readonly totalResults: number | null;
  /** From its start on: waiting and repeated requests included. */
  readonly durationMs: number;
}

/** An attempt failed, and another one follows. */
interface RetryEvent extends AccountEvent {
  readonly method: string;
  readonly resource: string;
  /** The one that failed. */
  readonly attempt: number;
  readonly failure: FailureClass;
  readonly delayMs: number;
  /** The error's name. */
  readonly error: string;
}

/** The number of requests that may be under way changed. */
interface ThrottleEvent extends AccountEvent {
  readonly limit: number;
  readonly reason: 'over limit' | 'recovered' | 'account limit';
}

/** There is another access token. */
interface TokenEvent extends AccountEvent {
  readonly source: 'endpoint' | 'store';
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** A store of the caller's failed, or did not answer in time. */
interface StoreEvent extends AccountEvent {
  readonly store: StoreKind;
  readonly operation: StoreOperation;
  /** The error's name. */
  readonly error: string;
}

/** Requests are signed by another time than the machine's from now on; by the machine's again, where it is 0. */
interface ClockEvent extends AccountEvent {
  /** What NetSuite's clock is ahead of the machine's. */
  readonly offsetMs: number;
}

/** What happens inside of a connection, by the name of its event. No value, header or secret is part of any. */
export interface EventMap {
  readonly request: RequestEvent;
  readonly 'query:start': QueryStartEvent;
  readonly query: QueryEvent;
  readonly retry: RetryEvent;
  readonly throttle: ThrottleEvent;
  readonly token: TokenEvent;
  readonly store: StoreEvent;
  readonly clock: ClockEvent;
}

export type EventName = keyof EventMap;

/** Where messages go: `console` is one. */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}

export interface Events {
  emit<Name extends Exclude<EventName, 'query:start'>>(
    name: Name,
    event: Omit<EventMap[Name], 'account'>,
  ): void;
  /** Publishes the start of a page, and runs what fetches it in the stores that are bound to the channel. */
  startQuery<Result>(event: Omit<EventMap['query:start'], 'account'>, fetch: () => Result): Result;
}

const channels = {
  request: channel('suitewright:request'),
  'query:start': channel('suitewright:query:start'),
  query: channel('suitewright:query'),
  retry: channel('suitewright:retry'),
  throttle: channel('suitewright:throttle'),
  token: channel('suitewright:token'),
  store: channel('suitewright:store'),
  clock: channel('suitewright:clock'),
} as const;

/** What is worth a warning; the rest is for debugging. */
const warnings: ReadonlySet<EventName> = new Set(['retry', 'throttle', 'store', 'clock']);

/**
 * Publishes each event to the diagnostics channel `suitewright:` + its name, and tells a logger all but the starts.
 *
 * @param redact Takes secrets out of what comes from outside, such as the names of foreign errors.
 */
export function createEvents(
  account: string,
  logger: Logger | undefined,
  redact: (text: string) => string,
): Events {
  return {
    emit(name, event) {
      const subscribers = channels[name];
      if (!subscribers.hasSubscribers && logger === undefined) return;
      const told = withoutSecrets(event, redact);
      subscribers.publish({ account, ...told });
      if (logger === undefined) return;
      const message = `suitewright ${name} ${JSON.stringify(told)}`;
      // A request that was carried out must not fail because its message could not be kept, now or later.
      try {
        const kept: unknown = warnings.has(name) ? logger.warn(message) : logger.debug(message);
        Promise.resolve(kept).catch(() => undefined);
      } catch {}
    },
    startQuery(event, fetch) {
      const start = channels['query:start'];
      return start.hasSubscribers ? start.runStores({ account, ...event }, fetch) : fetch();
    },
  };
}

/** Statements stay as their author wrote them. */
function withoutSecrets(event: object, redact: (text: string) => string): object {
  return Object.fromEntries(
    Object.entries(event).map(([field, value]) => [
      field,
      typeof value === 'string' && field !== 'statement' ? redact(value) : value,
    ]),
  );
}
