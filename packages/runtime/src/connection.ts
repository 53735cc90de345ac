import { createHash } from 'node:crypto';
import { type Dispatcher, Pool } from 'undici';
import type { Authenticator } from './auth/authenticator.js';
import { bearerAuthenticator } from './auth/bearer.js';
import { machineToMachineAuthenticator } from './auth/machine-to-machine.js';
import { createServerClock } from './auth/server-clock.js';
import { tokenBasedAuthenticator } from './auth/token-based.js';
import { fetchAccessToken, tokenPath } from './auth/token-endpoint.js';
import type { TokenStore } from './auth/token-store.js';
import { type Configuration, resolveConfiguration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { createEvents } from './events/events.js';
import { readConcurrencyLimit } from './governance-limits.js';
import { createSuiteqlClient, type SuiteqlClient } from './paging/suiteql-client.js';
import { systemClock } from './transport/clock.js';
import { createGovernor } from './transport/governor.js';
import { createLoginRecord } from './transport/login-record.js';
import { type RestRequest, type RestResponse, requestRest } from './transport/rest.js';
import type { RetryContext } from './transport/retry.js';
import { createRetryBudget } from './transport/retry-budget.js';
import { createSharedLimit, type SharedLimit } from './transport/shared-limit.js';

/** A signed-in connection to one account. */
export interface Connection extends AsyncDisposable {
  /** The account id as NetSuite's user interface shows it: `1234567_SB1`. */
  readonly account: string;
  readonly suiteql: SuiteqlClient;
  /**
   * Sends one request to NetSuite's REST API.
   *
   * @throws {NetSuiteError} NetSuite refused it, or there was no whole answer.
   */
  request(request: RestRequest): Promise<RestResponse>;
  /** Waits for the requests under way, then closes the sockets. */
  close(): Promise<void>;
}

/** Sockets of an account that is asked for its limit: as many as NetSuite's largest tier takes requests. */
const socketsOfUnknownLimit = 50;

const defaultLeaseMs = 5000;

/**
 * Opens a connection; nothing is sent before the first request.
 *
 * @param options Whatever is left out is read from the NETSUITE_* environment variables.
 * @throws {ConfigurationError} Settings are missing or contradict each other; it lists all of them.
 */
export function createConnection(options: ConnectionOptions = {}): Connection {
  const configuration = resolveConfiguration(options);
  const { account, baseUrl, concurrency, parameters, rateLimit, timeouts } = configuration;
  const clock = options.clock ?? systemClock;
  const events = createEvents(account.canonical, options.logger);
  const retry: RetryContext = {
    policy: configuration.retry,
    clock,
    random: options.random ?? Math.random,
    budget: createRetryBudget(configuration.retry.budget),
    login: createLoginRecord(clock),
    events,
  };
  const dispatcher = options.dispatcher ?? openPool(configuration);
  const isOwnDispatcher = options.dispatcher === undefined;
  const authenticator = createAuthenticator(configuration, dispatcher, retry, options.tokenStore);
  const shared = sharedLimitOf(options, configuration, retry);
  const governor = createGovernor({ maximum: concurrency, rateLimit, shared, clock, events });
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  let limitKnown: Promise<void> | null = null;

  function send(restRequest: RestRequest): Promise<RestResponse> {
    return requestRest({ dispatcher, baseUrl, authenticator, governor, retry, timeouts }, restRequest);
  }

  async function askForLimit(): Promise<void> {
    const limit = await readConcurrencyLimit(send);
    if (limit !== null) governor.setMaximum(limit);
  }

  async function sendInLimit(restRequest: RestRequest): Promise<RestResponse> {
    if (configuration.asksForLimit) {
      limitKnown ??= askForLimit();
      await limitKnown;
    }
    return send(restRequest);
  }

  async function request(restRequest: RestRequest): Promise<RestResponse> {
    if (closing !== null) throw new TypeError('The connection is closed: create a new one.');
    const response = sendInLimit(restRequest);
    underWay.add(response);
    try {
      return await response;
    } finally {
      underWay.delete(response);
    }
  }

  async function drain(): Promise<void> {
    await Promise.allSettled(underWay);
    if (isOwnDispatcher) await dispatcher.close();
  }

  function close(): Promise<void> {
    closing ??= drain();
    return closing;
  }

  return {
    account: account.canonical,
    suiteql: createSuiteqlClient({ request, parameters, concurrency: () => governor.limit, clock, events }),
    request,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function openPool({ asksForLimit, baseUrl, concurrency, timeouts }: Configuration): Pool {
  return new Pool(new URL(baseUrl).origin, {
    connections: asksForLimit ? socketsOfUnknownLimit : concurrency + 1,
    pipelining: 1,
    connect: { timeout: timeouts.connectMs },
  });
}

function sharedLimitOf(
  { sharedLimit }: ConnectionOptions,
  { account }: Configuration,
  { clock, random }: RetryContext,
): SharedLimit | undefined {
  if (sharedLimit === undefined) return undefined;
  const { store, leaseMs: durationMs = defaultLeaseMs } = sharedLimit;
  return createSharedLimit({ store, group: account.canonical, durationMs, clock, random });
}

function createAuthenticator(
  { account, baseUrl, credentials, timeouts }: Configuration,
  dispatcher: Dispatcher,
  retry: RetryContext,
  tokens: TokenStore | undefined,
): Authenticator {
  const { clock, random, events } = retry;
  const serverClock = createServerClock(clock);
  switch (credentials.method) {
    case 'tba':
      return tokenBasedAuthenticator({ realm: account.canonical, ...credentials }, serverClock);
    case 'oauth2': {
      const url = new URL(baseUrl + tokenPath);
      const endpoint = { url, dispatcher, retry, serverClock, timeouts };
      const assertion = { ...credentials, audience: credentials.audience ?? url.href };
      const { clientId, certificateId, scopes } = credentials;
      const name = fingerprint([account.canonical, url.href, clientId, certificateId, ...scopes]);
      return machineToMachineAuthenticator({
        fetchToken: () => fetchAccessToken({ ...endpoint, credentials: assertion }),
        clock,
        random,
        store: tokens && { tokens, name },
        onToken: ({ expiresAtMs }, source) =>
          events.emit('token', { source, expiresAt: new Date(expiresAtMs).toISOString() }),
      });
    }
    case 'bearer':
      return bearerAuthenticator(credentials.accessToken);
  }
}

function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
