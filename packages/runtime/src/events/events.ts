import { channel } from 'node:diagnostics_channel';
import type { FailureClass } from '../transport/failure-class.js';

/** What happens inside of a connection, by the name of its event. No value, header or secret is part of any. */
export interface EventMap {
  /** One HTTP exchange came to an end. */
  readonly request: {
    readonly method: string;
    /** Path without the query string. */
    readonly resource: string;
    /** From 1. */
    readonly attempt: number;
    /** Null: there was no answer. */
    readonly status: number | null;
    readonly durationMs: number;
    /** How long it waited for its turn before. */
    readonly queuedMs: number;
    readonly operationId: string | null;
  };
  /** A page of a SuiteQL statement came. */
  readonly query: {
    /** The text with its `?` placeholders, without the values. */
    readonly statement: string;
    readonly rows: number;
    readonly totalResults: number;
    readonly durationMs: number;
  };
  /** An attempt failed, and another one follows. */
  readonly retry: {
    readonly method: string;
    readonly resource: string;
    /** The one that failed. */
    readonly attempt: number;
    readonly failure: FailureClass;
    readonly delayMs: number;
    /** The error's name. */
    readonly error: string;
  };
  /** The number of requests that may be under way changed. */
  readonly throttle: {
    readonly limit: number;
    readonly reason: 'over limit' | 'recovered' | 'account limit';
  };
  /** There is another access token. */
  readonly token: {
    readonly source: 'endpoint' | 'store';
    /** ISO 8601, UTC. */
    readonly expiresAt: string;
  };
}

export type EventName = keyof EventMap;

/** Where messages go: `console` is one. */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}

export interface Events {
  emit<Name extends EventName>(name: Name, event: EventMap[Name]): void;
}

const channels = {
  request: channel('suitewright:request'),
  query: channel('suitewright:query'),
  retry: channel('suitewright:retry'),
  throttle: channel('suitewright:throttle'),
  token: channel('suitewright:token'),
} as const;

/** Publishes to the diagnostics channels `suitewright:request`, `:query`, `:retry`, `:throttle`, `:token`, and to a logger. */
export function createEvents(account: string, logger: Logger | undefined): Events {
  return {
    emit(name, event) {
      const subscribers = channels[name];
      if (subscribers.hasSubscribers) subscribers.publish({ account, ...event });
      if (logger === undefined) return;
      const message = `suitewright ${name} ${JSON.stringify(event)}`;
      if (name === 'retry' || name === 'throttle') logger.warn(message);
      else logger.debug(message);
    },
  };
}
