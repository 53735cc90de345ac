import type { Dispatcher } from 'undici';
import type { Authenticator } from '../auth/authenticator.js';
import { MalformedResponseError } from '../errors/network-error.js';
import { type QueryParameters, restAddress } from './address.js';
import type { Governor } from './governor.js';
import { redact } from './redact.js';
import { responseError } from './response-error.js';
import { type RetryContext, withRetries } from './retry.js';
import { type ExchangeTimeouts, type RawRequest, type RawResponse, send } from './send.js';

/** A request to NetSuite's REST API: JSON in, JSON out. */
export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From `/services/rest/` on. */
  readonly path: string;
  /** `undefined` values are left out. */
  readonly query?: QueryParameters;
  /** Headers beside `accept`, `content-type` and `authorization`; the first two can be replaced. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether sending it twice does what sending it once does. Default: true for GET, false for the rest. */
  readonly repeatable?: boolean;
  /** The SuiteQL text that the request runs, for the error that refuses it. */
  readonly statement?: string;
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
}

/** Sends one request: signed, in its turn, repeated where that is safe, once more with a fresh token after a 401. */
export async function requestRest(transport: RestTransport, request: RestRequest): Promise<RestResponse> {
  const url = restAddress(transport.baseUrl, request.path, request.query);
  const rawRequest: RawRequest = {
    method: request.method,
    url,
    headers: requestHeaders(request),
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
    signal: request.signal,
    timeouts: { ...transport.timeouts, ...request.timeouts },
  };
  const repeatable = request.repeatable ?? request.method === 'GET';
  const response = await withRetries(transport.retry, { repeatable, signal: request.signal }, async () => {
    // Authorized in its turn, not before: a signature's timestamp must not grow old in the queue.
    const answer = await transport.governor.run(() => sendAuthorized(transport, rawRequest), request.signal);
    if (isSuccess(answer)) return answer;
    const refused = { method: request.method, resource: url.pathname, statement: request.statement };
    throw responseError(refused, answer, transport.retry.clock.now());
  });
  return {
    status: response.status,
    headers: response.headers,
    body: parsedBody(response, `${request.method} ${url.pathname}`),
    operationId: operationIdOf(response),
  };
}

async function sendAuthorized(transport: RestTransport, request: RawRequest): Promise<RawResponse> {
  const { authenticator, dispatcher } = transport;
  const attempt = async (): Promise<{ authorization: string; response: RawResponse }> => {
    const authorization = await authenticator.authorize(request);
    const response = await send(dispatcher, { ...request, headers: { ...request.headers, authorization } });
    return { authorization, response };
  };
  let { authorization, response } = await attempt();
  if (response.status === 401 && authenticator.refused(authorization)) {
    ({ authorization, response } = await attempt());
  }
  if (isSuccess(response)) return response;
  const credential = authorization.slice(authorization.indexOf(' ') + 1);
  return { ...response, text: redact(response.text, [credential]) };
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

function parsedBody(response: RawResponse, request: string): unknown {
  if (response.text === '') return undefined;
  try {
    const body: unknown = JSON.parse(response.text);
    return body;
  } catch {
    const type = response.headers['content-type'] ?? 'no content type';
    throw new MalformedResponseError(
      `${request} answered ${response.status} with ${response.text.length} characters that are not JSON (${type}). ` +
        'Check that the base URL is a NetSuite REST host, and try again.',
      { status: response.status, operationId: operationIdOf(response) },
    );
  }
}

function operationIdOf(response: RawResponse): string | null {
  return response.headers['x-n-operationid'] ?? null;
}
