import { MalformedResponseError } from '../errors/network-error.js';
import { decompress } from './decompress.js';
import type { Dispatcher } from './dispatcher.js';
import { exchangeFailure } from './exchange-failure.js';

/** Time limits of one exchange in milliseconds. */
export interface ExchangeTimeouts {
  /** Until the first byte of the answer. */
  readonly headersMs: number;
  /** Between two pieces of the answer's body. */
  readonly bodyMs: number;
}

/** One HTTP exchange, ready to go. */
export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeouts: ExchangeTimeouts;
}

/** The answer, whole and decompressed. */
export interface RawResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Sends one request and reads the whole answer. Follows no redirect, so that credentials stay with the host that they
 * were made for.
 *
 * @throws {ConnectionFailedError} No connection, or it broke.
 * @throws {MalformedResponseError} A success whose body cannot be decompressed.
 * @throws {TimedOutError} A phase took longer than its limit.
 * @throws The signal's reason, where it aborted.
 */
export async function send(dispatcher: Dispatcher, request: RawRequest): Promise<RawResponse> {
  const { status, headers, bytes } = await exchange(dispatcher, request);
  const text = await decompress(bytes, headers['content-encoding']);
  if (text !== null) return { status, headers, text };
  // A refusal is one by its status, whatever its body.
  if (status >= 300) return { status, headers, text: '' };
  throw new MalformedResponseError(
    `${request.method} ${request.url.pathname} answered ${status} with a body whose compression is broken. Try again.`,
    { status, operationId: headers['x-n-operationid'] ?? null },
  );
}

async function exchange(
  dispatcher: Dispatcher,
  request: RawRequest,
): Promise<{ status: number; headers: Record<string, string>; bytes: Buffer }> {
  try {
    const { statusCode, headers, body } = await dispatcher.request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: request.method,
      headers: { 'accept-encoding': 'gzip', ...request.headers },
      body: request.body ?? null,
      signal: request.signal ?? null,
      headersTimeout: request.timeouts.headersMs,
      bodyTimeout: request.timeouts.bodyMs,
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    return { status: statusCode, headers: singleHeaders(headers), bytes };
  } catch (error) {
    request.signal?.throwIfAborted();
    throw exchangeFailure(error, `${request.method} ${request.url.pathname}`, request.url.host);
  }
}

function singleHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}
