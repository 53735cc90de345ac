import { type Dispatcher, Pool } from 'undici';
import type { Authenticator } from './auth/authenticator.js';
import { bearerAuthenticator } from './auth/bearer.js';
import { machineToMachineAuthenticator } from './auth/machine-to-machine.js';
import { tokenBasedAuthenticator } from './auth/token-based.js';
import { fetchAccessToken, tokenPath } from './auth/token-endpoint.js';
import { type Configuration, resolveConfiguration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { createSuiteqlClient, type SuiteqlClient } from './paging/suiteql-client.js';
import { systemClock } from './transport/clock.js';
import { createGovernor } from './transport/governor.js';
import { type RestRequest, type RestResponse, requestRest } from './transport/rest.js';
import type { RetryContext } from './transport/retry.js';

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

/**
 * Opens a connection; nothing is sent before the first request.
 *
 * @param options Whatever is left out is read from the NETSUITE_* environment variables.
 * @throws {ConfigurationError} Settings are missing or contradict each other; it lists all of them.
 */
export function createConnection(options: ConnectionOptions = {}): Connection {
  const configuration = resolveConfiguration(options);
  const { account, baseUrl, concurrency, parameters, timeouts } = configuration;
  const retry: RetryContext = {
    policy: configuration.retry,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
  const dispatcher = options.dispatcher ?? openPool(configuration);
  const isOwnDispatcher = options.dispatcher === undefined;
  const authenticator = createAuthenticator(configuration, dispatcher, retry);
  const governor = createGovernor(concurrency);
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function request(restRequest: RestRequest): Promise<RestResponse> {
    if (closing !== null) throw new TypeError('The connection is closed: create a new one.');
    const response = requestRest(
      { dispatcher, baseUrl, authenticator, governor, retry, timeouts },
      restRequest,
    );
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
    suiteql: createSuiteqlClient({ request, parameters, concurrency }),
    request,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function openPool({ baseUrl, concurrency, timeouts }: Configuration): Pool {
  return new Pool(new URL(baseUrl).origin, {
    connections: concurrency + 1,
    pipelining: 1,
    connect: { timeout: timeouts.connectMs },
  });
}

function createAuthenticator(
  { account, baseUrl, credentials, timeouts }: Configuration,
  dispatcher: Dispatcher,
  retry: RetryContext,
): Authenticator {
  switch (credentials.method) {
    case 'tba':
      return tokenBasedAuthenticator({ realm: account.canonical, ...credentials }, retry.clock);
    case 'oauth2': {
      const url = new URL(baseUrl + tokenPath);
      const endpoint = { url, dispatcher, retry, timeouts };
      const assertion = { ...credentials, audience: credentials.audience ?? url.href };
      return machineToMachineAuthenticator(
        () => fetchAccessToken({ ...endpoint, credentials: assertion }),
        retry.clock,
      );
    }
    case 'bearer':
      return bearerAuthenticator(credentials.accessToken);
  }
}
