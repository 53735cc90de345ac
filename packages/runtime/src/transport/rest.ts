import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Authenticator } from '../auth/authenticator.js';
import { clip } from '../errors/clip.js';
import { MalformedResponseError } from '../errors/network-error.js';
import { parseJson } from '../parse-json.js';
import { type QueryParameters, restAddress } from './address.js';
import { bodyExcerpt } from './body-excerpt.js';
import type { Dispatcher } from './dispatcher.js';
import type { Admission, Governor } from './governor.js';
import { jsonBody } from './json-body.js';
import { sendObserved } from './observed-send.js';
import { responseError } from './response-error.js';
import { type Attempt, type RetryContext, withRetries } from './retry.js';
import type { ExchangeTimeouts, RawRequest, RawResponse } from './send.js';
import { tooDeepAnswer } from './too-deep-answer.js';
import type { Priority } from './turn-queue.js';
import { untilAborted } from './until-aborted.js';

/** A request to NetSuite's REST API: JSON in, JSON out. */
export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From `/services/rest/` on. */
  readonly path: string;
  /** `undefined` values are left out. */
  readonly query?: QueryParameters;
  /** Headers beside `accept`, `content-type` and `authorization`; the first two can be replaced. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. A value that JSON would change without a word (NaN, an invalid date, a Map) is a `TypeError`. */
  readonly body?: unknown;
  /** Whether sending it twice does what sending it once does. Default: true for GET, false for the rest. */
  readonly repeatable?: boolean;
  /** The SuiteQL text that the request runs, for the error that refuses it. */
  readonly statement?: string;
  /** Requests that somebody waits for come before `bulk` ones. Default 'interactive'. */
  readonly priority?: Priority | undefined;
  /** Requests with the same object here count as one caller; callers take turns. Default: a caller of its own. */
  readonly caller?: object | undefined;
  /**
   * Looks at an answer that is a success. Where it throws a {@link MalformedResponseError}, the answer counts as broken,
   * and a repeatable request is sent again.
   */
  readonly check?: ((response: RestResponse) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Time limits other than the connection's, for a request that is known to be slow. */
  readonly timeouts?: Partial<ExchangeTimeouts>;
}

export interface RestResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; `undefined` for an empty body. */
  readonly body: unknown;
  /** The `x-n-operationid` header: what NetSuite's support asks for. */
  readonly operationId: string | null;
}

export interface RestTransport {
  readonly dispatcher: Dispatcher;
  readonly baseUrl: string;
  readonly authenticator: Authenticator;
  readonly governor: Governor;
  readonly retry: RetryContext;
  readonly timeouts: ExchangeTimeouts;
  readonly maximumResponseBytes: number;
  /** Is waited for before each attempt. */
  readonly ready?: Promise<void> | null;
}

/** Sends one request: signed, in its turn, repeated where that is safe, once more with a fresh token after a 401. */
export async function requestRest(transport: RestTransport, request: RestRequest): Promise<RestResponse> {
  const url = restAddress(transport.baseUrl, request.path, request.query);
  const rawRequest: RawRequest = {
    method: request.method,
    url,
    headers: requestHeaders(request),
    body: jsonBody(request.body, `${request.method} ${url.pathname}`),
    signal: request.signal,
    timeouts: { ...transport.timeouts, ...request.timeouts },
    maximumResponseBytes: transport.maximumResponseBytes,
    redact: transport.retry.redact,
  };
  const repeated = {
    method: request.method,
    resource: url.pathname,
    repeatable: request.repeatable ?? request.method === 'GET',
    signal: request.signal,
  };
  const caller = request.caller ?? {};
  return withRetries(transport.retry, repeated, async (attempt) => {
    const { signal } = attempt;
    if (transport.ready) await untilAborted(transport.ready, signal);
    // Authorized in its turn, not before: a signature's timestamp must not grow old in the queue.
    const answer = await transport.governor.run(
      (admission) => sendInTurn(transport, { ...rawRequest, signal }, attempt, admission),
      { priority: request.priority, caller, signal },
    );
    // Parsing holds everything up for milliseconds. First the requests that wait for this turn get on their way: undici
    // gives a socket away one turn of the event loop after its answer.
    await nextTurn();
    await nextTurn();
    if (!isSuccess(answer)) {
      const refused = { ...repeated, statement: request.statement };
      throw responseError(refused, answer, transport.retry.clock.now(), answer.redact);
    }
    const { status, headers, operationId } = answer;
    const body = parsedBody(answer, `${request.method} ${url.pathname}`);
    const response = { status, headers, body, operationId };
    checkResponse(request, response, answer.redact);
    return response;
  });
}

/** One attempt in its turn; tells governor and login record how it went. */
async function sendInTurn(
  transport: RestTransport,
  request: RawRequest,
  attempt: Attempt,
  admission: Admission,
): Promise<AuthorizedResponse> {
  const answer = await sendAuthorized(transport, request, attempt, admission.queuedMs);
  if (answer.status === 429) admission.overLimit();
  else if (isSuccess(answer)) {
    admission.accepted();
    transport.retry.login.accepted();
  }
  return answer;
}

/** An answer, and what takes the credentials of its request out of it. */
interface AuthorizedResponse extends RawResponse {
  readonly redact: (text: string) => string;
}

async function sendAuthorized(
  transport: RestTransport,
  request: RawRequest,
  { number, sending }: Attempt,
  queuedMs: number,
): Promise<AuthorizedResponse> {
  const { authenticator, dispatcher } = transport;
  const { clock, events } = transport.retry;
  const exchange = async (): Promise<{ authorization: string; response: AuthorizedResponse }> => {
    const authorization = await authenticator.authorize(request);
    const redact = transport.retry.redact.with(credentialsIn(authorization));
    sending();
    const response = await sendObserved(
      { dispatcher, clock, events, attempt: number, queuedMs },
      { ...request, headers: { ...request.headers, authorization }, redact },
    );
    return { authorization, response: { ...response, redact } };
  };
  let { authorization, response } = await exchange();
  if (response.status === 401 && authenticator.refused(authorization, response.headers.date)) {
    ({ authorization, response } = await exchange());
  }
  if (isSuccess(response)) authenticator.accepted?.(response.headers.date);
  return response;
}

/** What an `Authorization` header gives away: all that stands behind its scheme, and an OAuth 1.0a signature alone. */
function credentialsIn(authorization: string): readonly string[] {
  const signature = /oauth_signature="([^"]+)"/.exec(authorization)?.[1];
  const whole = authorization.slice(authorization.indexOf(' ') + 1);
  return signature === undefined ? [whole] : [whole, signature, decodeURIComponent(signature)];
}

/** What is wrong with an answer may quote it. */
function checkResponse(
  { check }: RestRequest,
  response: RestResponse,
  redact: (text: string) => string,
): void {
  try {
    check?.(response);
  } catch (error) {
    if (!(error instanceof MalformedResponseError)) throw error;
    const { status, operationId } = error;
    throw new MalformedResponseError(redact(error.message), { status, operationId });
  }
}

function isSuccess({ status }: RawResponse): boolean {
  return status >= 200 && status < 300;
}

function requestHeaders(request: RestRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lowerCase = name.toLowerCase();
    if (lowerCase === 'authorization') {
      throw new TypeError('The connection signs requests itself: leave the Authorization header out.');
    }
    headers[lowerCase] = value;
  }
  return headers;
}

function parsedBody(response: AuthorizedResponse, request: string): unknown {
  if (response.text === '') return undefined;
  const { problem, value } = parseJson(response.text);
  if (problem === null) return value;
  const { status, operationId, redact } = response;
  if (problem === 'too-deep') throw tooDeepAnswer(request, response);
  const isJsonBegun = /^\s*[[{]/.test(response.text);
  const type = clip(redact(response.headers['content-type'] ?? 'no content type'), 100);
  throw new MalformedResponseError(
    `${request} answered ${status} with ${response.text.length} characters that are not JSON (${type}). ` +
      'Check that the base URL is a NetSuite REST host, and try again.',
    { status, operationId, bodyExcerpt: isJsonBegun ? null : bodyExcerpt(redact(response.text), false) },
  );
}
