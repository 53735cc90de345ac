import { clip } from '../errors/clip.js';
import { MalformedResponseError } from '../errors/network-error.js';
import { decompress } from './decompress.js';
import type { Dispatcher } from './dispatcher.js';
import { exchangeFailure } from './exchange-failure.js';
import { untilAborted } from './until-aborted.js';

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
  /** Bytes of the answer's body, as they come and inflated; a refusal may have {@link maximumRefusalBytes}. */
  readonly maximumResponseBytes: number;
  /** Takes secrets out of what errors and events repeat of the answer. */
  readonly redact: (text: string) => string;
}

/** What a refusal, or an answer with a token, may have: NetSuite's have a few kilobytes. */
export const maximumRefusalBytes = 2 ** 20;

/** The answer, whole and decompressed. */
export interface RawResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The `x-n-operationid` header, without secrets and cut to a sensible length. */
  readonly operationId: string | null;
}

const longestOperationId = 100;
const unreadable = {
  broken: 'with a body whose compression is broken. Try again.',
  'unknown encoding':
    'with a body in an encoding that was not asked for; gzip is read. Check proxies on the way.',
} as const;
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Sends one request and reads the whole answer. Follows no redirect, so that credentials stay with the host that they
 * were made for.
 *
 * @throws {ConnectionFailedError} No connection, or it broke.
 * @throws {MalformedResponseError} The body is too long; or the answer is a success, and its body cannot be read.
 * @throws {TimedOutError} A phase took longer than its limit.
 * @throws The signal's reason, where it aborted.
 */
export async function send(dispatcher: Dispatcher, request: RawRequest): Promise<RawResponse> {
  const { status, headers, bytes, maximumBytes } = await exchange(dispatcher, request);
  const operationId = operationIdOf(headers, request.redact);
  const fail = (what: string): never => {
    const message = `${request.method} ${request.url.pathname} answered ${status} ${what}`;
    throw new MalformedResponseError(message, { status, operationId });
  };
  if (bytes === null) return fail(tooLong('', request, maximumBytes));
  const body = await decompress(bytes, headers['content-encoding'], maximumBytes);
  if (body.problem === 'too long') return fail(tooLong(', inflated', request, maximumBytes));
  // A refusal is one by its status, whatever its body.
  if (status >= 300) return { status, headers, text: body.bytes?.toString('utf8') ?? '', operationId };
  if (body.bytes === undefined) return fail(unreadable[body.problem]);
  const text = decodedText(body.bytes);
  if (text === null) return fail('with a body that is not valid UTF-8. Try again; check proxies on the way.');
  return { status, headers, text, operationId };
}

function tooLong(how: string, { maximumResponseBytes }: RawRequest, maximumBytes: number): string {
  const size = `with more than ${maximumBytes} bytes${how}`;
  return maximumBytes < maximumResponseBytes
    ? `${size}, the most that is read of a refusal (maximumResponseBytes bounds other answers). Check the base URL and proxies on the way.`
    : `${size}, the most that maximumResponseBytes allows. Ask for fewer rows or columns, or raise maximumResponseBytes.`;
}

interface Received {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Null: the body was longer than the bound. */
  readonly bytes: Buffer | null;
  readonly maximumBytes: number;
}

async function exchange(dispatcher: Dispatcher, request: RawRequest): Promise<Received> {
  try {
    // A dispatcher of the caller's need not heed the signal.
    return await untilAborted(receive(dispatcher, request), request.signal);
  } catch (error) {
    request.signal?.throwIfAborted();
    const { method, url, redact } = request;
    throw exchangeFailure(error, `${method} ${url.pathname}`, url.host, redact);
  }
}

async function receive(dispatcher: Dispatcher, request: RawRequest): Promise<Received> {
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
  const { maximumResponseBytes } = request;
  const maximumBytes =
    statusCode < 300 ? maximumResponseBytes : Math.min(maximumResponseBytes, maximumRefusalBytes);
  const bytes = await readBody(body, maximumBytes);
  return { status: statusCode, headers: singleHeaders(headers), bytes, maximumBytes };
}

/** The whole body; null where it is longer, and then the rest is not read. */
async function readBody(body: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > maximumBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** Without the byte order mark; null where it is not UTF-8. */
function decodedText(bytes: Buffer): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}

function operationIdOf(
  headers: Readonly<Record<string, string>>,
  redact: (text: string) => string,
): string | null {
  const id = headers['x-n-operationid'];
  return id === undefined ? null : clip(redact(id), longestOperationId);
}

function singleHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}
