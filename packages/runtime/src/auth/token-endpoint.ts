import type { Dispatcher } from 'undici';
import { MalformedResponseError } from '../errors/network-error.js';
import { redact } from '../transport/redact.js';
import { responseError } from '../transport/response-error.js';
import { type Attempt, type RetryContext, withRetries } from '../transport/retry.js';
import { type ExchangeTimeouts, send } from '../transport/send.js';
import { type AssertionCredentials, createClientAssertion } from './client-assertion.js';
import type { ServerClock } from './server-clock.js';
import type { StoredToken } from './token-store.js';

export const tokenPath = '/services/rest/auth/oauth2/v1/token';

export interface TokenEndpoint {
  readonly url: URL;
  readonly credentials: AssertionCredentials;
  readonly dispatcher: Dispatcher;
  readonly retry: RetryContext;
  readonly serverClock: ServerClock;
  readonly timeouts: ExchangeTimeouts;
}

/** NetSuite's documentation says that a token lives an hour. */
const documentedLifetimeSeconds = 3600;

/**
 * Exchanges an assertion for an access token; each attempt with an assertion of its own.
 *
 * @throws {AuthenticationError} NetSuite gave no token.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html
 */
export async function fetchAccessToken(endpoint: TokenEndpoint): Promise<StoredToken> {
  const { clock } = endpoint.retry;
  const request = { method: 'POST', resource: endpoint.url.pathname, repeatable: true };
  const exchange = async ({ signal, sending }: Attempt, isSecond: boolean): Promise<StoredToken> => {
    const assertion = await createClientAssertion(endpoint.credentials, endpoint.serverClock.now());
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    sending();
    const response = await send(endpoint.dispatcher, {
      method: 'POST',
      url: endpoint.url,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      signal,
      timeouts: endpoint.timeouts,
    });
    const fetchedAtMs = clock.now();
    if (response.status !== 200) {
      const isClockOff = response.status < 429 && endpoint.serverClock.correct(response.headers.date);
      if (isClockOff && !isSecond) return exchange({ number: 1, signal, sending }, true);
      const refused = { ...request, signIn: true };
      const answer = { ...response, text: redact(response.text, [assertion]) };
      throw responseError(refused, answer, fetchedAtMs);
    }
    const token = readToken(response.text, fetchedAtMs);
    if (token !== null) return token;
    throw new MalformedResponseError(
      'The token endpoint answered 200 without a bearer token. Check that the base URL is a NetSuite REST host.',
      { status: response.status, operationId: response.headers['x-n-operationid'] ?? null },
    );
  };
  return withRetries(endpoint.retry, request, (attempt) => exchange(attempt, false));
}

function readToken(text: string, fetchedAtMs: number): StoredToken | null {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return null;
  const { access_token: value } = body;
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) return null;
  if (!('token_type' in body) || String(body.token_type).toLowerCase() !== 'bearer') return null;
  // Observed in public clients: expires_in may be a text.
  const seconds = Number('expires_in' in body ? body.expires_in : Number.NaN);
  const lifetimeSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : documentedLifetimeSeconds;
  return { value, fetchedAtMs, expiresAtMs: fetchedAtMs + lifetimeSeconds * 1000 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
