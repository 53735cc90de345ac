import { MalformedResponseError } from '../errors/network-error.js';
import { parseJson } from '../parse-json.js';
import type { Dispatcher } from '../transport/dispatcher.js';
import { sendObserved } from '../transport/observed-send.js';
import { responseError } from '../transport/response-error.js';
import { type Attempt, type RetryContext, withRetries } from '../transport/retry.js';
import { type ExchangeTimeouts, maximumRefusalBytes, type RawResponse } from '../transport/send.js';
import { tooDeepAnswer } from '../transport/too-deep-answer.js';
import type { ServerClock } from './server-clock.js';

export const tokenPath = '/services/rest/auth/oauth2/v1/token';
export const revokePath = '/services/rest/auth/oauth2/v1/revoke';

/** One of NetSuite's endpoints that give out tokens and take them back. */
export interface OAuthEndpoint {
  readonly url: URL;
  readonly dispatcher: Dispatcher;
  readonly retry: RetryContext;
  readonly timeouts: ExchangeTimeouts;
  /** Ends what is under way. */
  readonly signal?: AbortSignal | undefined;
}

/** What is sent. */
export interface OAuthForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly authorization?: string | undefined;
  /** What must not show in an error, should the answer repeat it. */
  readonly secrets: readonly string[];
  /** Given where the form depends on the time. */
  readonly signedAtMs?: number;
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
/** A longer life is not believed: a token that is over before costs one refused request. */
const longestLifetimeSeconds = 24 * 3600;

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
  const { clock, redact } = endpoint.retry;
  return postForm(endpoint, createForm, serverClock, (response) => {
    const { problem, value } = parseJson(response.text);
    if (problem === 'too-deep') throw tooDeepAnswer(`POST ${endpoint.url.pathname}`, response);
    const token = readToken(value, clock.now());
    if (token !== null) {
      for (const secret of [token.value, token.refreshToken]) if (secret !== null) redact.add(secret);
      return token;
    }
    throw new MalformedResponseError(
      'The token endpoint answered 200 without a bearer token. Check that the base URL is a NetSuite REST host.',
      { status: response.status, operationId: response.operationId },
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
  const request = {
    method: 'POST',
    resource: endpoint.url.pathname,
    repeatable: true,
    signal: endpoint.signal,
  };
  const { clock, events, redact } = endpoint.retry;
  const exchange = async (attempt: Attempt, isSecond: boolean): Promise<Result> => {
    const form = await createForm();
    for (const secret of form.secrets) redact.add(secret);
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
        maximumResponseBytes: maximumRefusalBytes,
        redact,
      },
    );
    const { date } = response.headers;
    if (response.status === 200) {
      const result = read(response);
      serverClock?.accepted(date);
      return result;
    }
    const isClockOff =
      response.status < 429 && (serverClock?.refused(date, form.signedAtMs ?? Number.NaN) ?? false);
    if (isClockOff && !isSecond) return exchange(attempt, true);
    throw responseError({ ...request, signIn: true }, response, clock.now(), redact);
  };
  return withRetries(endpoint.retry, request, (attempt) => exchange(attempt, false));
}

function readToken(body: unknown, fetchedAtMs: number): TokenAnswer | null {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return null;
  const { access_token: value } = body;
  if (!isToken(value)) return null;
  if (!('token_type' in body) || String(body.token_type).toLowerCase() !== 'bearer') return null;
  const lifetimeSeconds = 'expires_in' in body ? lifetimeOf(body.expires_in) : documentedLifetimeSeconds;
  const refreshToken = 'refresh_token' in body && isToken(body.refresh_token) ? body.refresh_token : null;
  return { value, fetchedAtMs, expiresAtMs: fetchedAtMs + lifetimeSeconds * 1000, refreshToken };
}

function lifetimeOf(claim: unknown): number {
  // Observed in public clients: expires_in may be a text.
  const seconds = typeof claim === 'string' || typeof claim === 'number' ? Number(claim) : Number.NaN;
  if (!(seconds > 0)) return documentedLifetimeSeconds;
  return Math.min(seconds, longestLifetimeSeconds);
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
