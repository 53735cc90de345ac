import { Pool } from 'undici';
import type { Configuration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { createEvents } from './events/events.js';
import { systemClock } from './transport/clock.js';
import type { Dispatcher } from './transport/dispatcher.js';
import { createLoginRecord } from './transport/login-record.js';
import type { RetryContext } from './transport/retry.js';
import { createRetryBudget } from './transport/retry-budget.js';

/** Sockets of an account that is asked for its limit: as many as NetSuite's largest tier takes requests. */
const socketsOfUnknownLimit = 50;

/** What everything that is sent shares. */
export function createRetryContext(configuration: Configuration, options: ConnectionOptions): RetryContext {
  const clock = options.clock ?? systemClock;
  return {
    policy: configuration.retry,
    clock,
    random: options.random ?? Math.random,
    budget: createRetryBudget(configuration.retry.budget),
    login: createLoginRecord(clock),
    events: createEvents(configuration.account.canonical, options.logger),
  };
}

/** The sockets of a connection. */
export function openPool({ asksForLimit, baseUrl, concurrency, timeouts }: Configuration): Dispatcher {
  return new Pool(new URL(baseUrl).origin, {
    connections: asksForLimit ? socketsOfUnknownLimit : concurrency + 1,
    pipelining: 1,
    connect: { timeout: timeouts.connectMs },
  });
}
