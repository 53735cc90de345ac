import { createAuthenticator } from './auth/create-authenticator.js';
import { type Configuration, resolveConfiguration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { createRetryContext, openPool } from './connection-parts.js';
import { readConcurrencyLimit } from './governance-limits.js';
import { createSuiteqlClient, type SuiteqlClient } from './paging/suiteql-client.js';
import { checkRequest } from './transport/check-request.js';
import { wokenBy } from './transport/clock.js';
import { createGovernor } from './transport/governor.js';
import { type RestRequest, type RestResponse, requestRest } from './transport/rest.js';
import type { RetryContext } from './transport/retry.js';
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

const defaultLeaseMs = 5000;
const CLOSED = 'The connection is closed: create a new one.';

/**
 * Opens a connection; nothing is sent before the first request.
 *
 * @param options Whatever is left out is read from the NETSUITE_* environment variables.
 * @throws {ConfigurationError} Settings are missing or contradict each other; it lists all of them.
 */
export function createConnection(options: ConnectionOptions = {}): Connection {
  const configuration = resolveConfiguration(options);
  const { account, baseUrl, concurrency, maximumResponseBytes, parameters, rateLimit, timeouts } =
    configuration;
  const retry = createRetryContext(configuration, options);
  const { clock, events } = retry;
  const dispatcher = options.dispatcher ?? openPool(configuration);
  const isOwnDispatcher = options.dispatcher === undefined;
  // What requests share outlives them: a token that is renewed, the question for the limit.
  const closed = new AbortController();
  const sharedRetry = { ...retry, clock: wokenBy(closed.signal, clock) };
  const authenticator = createAuthenticator({
    ...{ configuration, dispatcher, retry: sharedRetry },
    ...{ tokenStore: options.tokenStore, closed: closed.signal },
  });
  const shared = sharedLimitOf(options, configuration, retry);
  const governor = createGovernor({ maximum: concurrency, rateLimit, shared, clock, events });
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  let limitKnown: Promise<void> | null = null;

  const transport = { dispatcher, baseUrl, authenticator, governor, retry, timeouts, maximumResponseBytes };

  async function askForLimit(): Promise<void> {
    const ask = (question: RestRequest): Promise<RestResponse> =>
      requestRest(transport, { ...question, signal: closed.signal });
    const limit = await readConcurrencyLimit(ask);
    if (limit !== null) governor.setMaximum(limit);
  }

  function sendInLimit(restRequest: RestRequest): Promise<RestResponse> {
    if (configuration.asksForLimit) limitKnown ??= askForLimit();
    return requestRest({ ...transport, ready: limitKnown }, restRequest);
  }

  async function request(restRequest: RestRequest): Promise<RestResponse> {
    if (closing !== null) throw new TypeError(CLOSED);
    checkRequest(restRequest);
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
    closed.abort(new TypeError(CLOSED));
    await authenticator.close?.();
    await shared?.settle();
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

function sharedLimitOf(
  { sharedLimit }: ConnectionOptions,
  { account }: Configuration,
  { clock, random, events, redact }: RetryContext,
): SharedLimit | undefined {
  if (sharedLimit === undefined) return undefined;
  const { store, leaseMs: durationMs = defaultLeaseMs, whenUnavailable = 'fail' } = sharedLimit;
  return createSharedLimit({
    ...{ store, group: account.canonical, durationMs, whenUnavailable },
    ...{ clock, random, events, redact },
  });
}
