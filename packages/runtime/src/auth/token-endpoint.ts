import { MalformedResponseError } from '../errors/network-error.js';
import type { Dispatcher } from '../transport/dispatcher.js';
import { sendObserved } from '../transport/observed-send.js';
import { redact } from '../transport/redact.js';
import { responseError } from '../transport/response-error.js';
import { type Attempt, type RetryContext, withRetries } from '../transport/retry.js';
import type { ExchangeTimeouts, RawResponse } from '../transport/send.js';
import type { ServerClock } from './server-clock.js';

export const tokenPath = '/services/rest/auth/oauth2/v1/token';
export const revokePath = '/services/rest/auth/oauth2/v1/revoke';

/** One of NetSuite's endpoints that give out tokens and take them back. */
export interface OAuthEndpoint {
  readonly url: URL;
  readonly dispatcher: Dispatcher;
  readonly retry: RetryContext;
  readonly timeouts: ExchangeTimeouts;
}

/** What is sent. */
export interface OAuthForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly authorization?: string | undefined;
  /** What must not show in an error, should the answer repeat it. */
  readonly secrets: readonly string[];
}

/** What the token endpoint gave. */
export interface TokenAnswer {
  readonly value: string;
  readonly fetchedAtMs: number;
  readonly expiresAtMs: number;
  /** Null: NetSuite gave none, or not another one. */
  readonly refreshToken: string | null;
}

/** NetSuite's documentation says that a token lives an hour. */
const documentedLifetimeSeconds = 3600;

/**
 * Fetches a token.
 *
 * @param createForm Is called for each attempt.
 * @param serverClock Given where the form depends on the time: a refusal that shows another time is tried again by it.
 * @throws {AuthenticationError} NetSuite gave no token.
 */
export async function requestToken(
  endpoint: OAuthEndpoint,
  createForm: () => OAuthForm | Promise<OAuthForm>,
  serverClock?: ServerClock,
): Promise<TokenAnswer> {
  const { clock } = endpoint.retry;
  return postForm(endpoint, createForm, serverClock, (response) => {
    const token = readToken(response.text, clock.now());
    if (token !== null) return token;
    throw new MalformedResponseError(
      'The token endpoint answered 200 without a bearer token. Check that the base URL is a NetSuite REST host.',
      { status: response.status, operationId: response.headers['x-n-operationid'] ?? null },
    );
  });
}

/**
 * Takes a token back.
 *
 * @throws {AuthenticationError} NetSuite refused.
 */
export async function requestRevocation(endpoint: OAuthEndpoint, form: OAuthForm): Promise<void> {
  await postForm(
    endpoint,
    () => form,
    undefined,
    () => null,
  );
}

function postForm<Result>(
  endpoint: OAuthEndpoint,
  createForm: () => OAuthForm | Promise<OAuthForm>,
  serverClock: ServerClock | undefined,
  read: (response: RawResponse) => Result,
): Promise<Result> {
  const request = { method: 'POST', resource: endpoint.url.pathname, repeatable: true };
  const { clock, events } = endpoint.retry;
  const exchange = async (attempt: Attempt, isSecond: boolean): Promise<Result> => {
    const form = await createForm();
    attempt.sending();
    const response = await sendObserved(
      { dispatcher: endpoint.dispatcher, clock, events, attempt: attempt.number, queuedMs: 0 },
      {
        method: 'POST',
        url: endpoint.url,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          ...(form.authorization !== undefined && { authorization: form.authorization }),
        },
        body: new URLSearchParams(form.fields).toString(),
        signal: attempt.signal,
        timeouts: endpoint.timeouts,
      },
    );
    if (response.status === 200) return read(response);
    const isClockOff = response.status < 429 && (serverClock?.correct(response.headers.date) ?? false);
    if (isClockOff && !isSecond) return exchange(attempt, true);
    const answer = { ...response, text: redact(response.text, form.secrets) };
    throw responseError({ ...request, signIn: true }, answer, clock.now());
  };
  return withRetries(endpoint.retry, request, (attempt) => exchange(attempt, false));
}

function readToken(text: string, fetchedAtMs: number): TokenAnswer | null {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return null;
  const { access_token: value } = body;
  if (!isToken(value)) return null;
  if (!('token_type' in body) || String(body.token_type).toLowerCase() !== 'bearer') return null;
  // Observed in public clients: expires_in may be a text.
  const seconds = Number('expires_in' in body ? body.expires_in : Number.NaN);
  const lifetimeSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : documentedLifetimeSeconds;
  const refreshToken = 'refresh_token' in body && isToken(body.refresh_token) ? body.refresh_token : null;
  return { value, fetchedAtMs, expiresAtMs: fetchedAtMs + lifetimeSeconds * 1000, refreshToken };
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
