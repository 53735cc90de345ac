import type { Configuration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { secretsOf } from './config/credentials.js';
import { createEvents } from './events/events.js';
import { largestConcurrency } from './governance-limits.js';
import { longestTimerMs, steadyClock, systemClock } from './transport/clock.js';
import { discardInterim } from './transport/discard-interim.js';
import type { Dispatcher } from './transport/dispatcher.js';
import { createLoginRecord } from './transport/login-record.js';
import { createRedactor } from './transport/redact.js';
import type { RetryContext } from './transport/retry.js';
import { createRetryBudget } from './transport/retry-budget.js';
import { buildConnector, Pool } from './transport/undici.js';

/** What everything that is sent shares. */
export function createRetryContext(configuration: Configuration, options: ConnectionOptions): RetryContext {
  const clock = steadyClock(options.clock ?? systemClock);
  const redact = createRedactor(secretsOf(configuration.credentials));
  return {
    policy: configuration.retry,
    clock,
    random: options.random ?? Math.random,
    budget: createRetryBudget(configuration.retry.budget),
    login: createLoginRecord(clock),
    events: createEvents(configuration.account.canonical, options.logger, redact),
    redact,
  };
}

/** The sockets of a connection. */
export function openPool({ asksForLimit, baseUrl, concurrency, timeouts }: Configuration): Dispatcher {
  const connect = buildConnector({ timeout: Math.min(timeouts.connectMs, longestTimerMs) });
  return new Pool(new URL(baseUrl).origin, {
    // Sockets are opened when they are needed.
    connections: asksForLimit ? largestConcurrency : concurrency + 1,
    pipelining: 1,
    connect(options, callback) {
      connect(options, (error, socket) => {
        if (error !== null) return callback(error, null);
        discardInterim(socket);
        callback(null, socket);
      });
    },
  });
}
