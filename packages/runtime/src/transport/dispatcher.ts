/**
 * What sends requests: a `Dispatcher` of undici 7, such as a `Pool`, `Agent`, `ProxyAgent` or `MockAgent`.
 *
 * Described by the part of it that is used: undici's own declarations are 143 files, which the type checker
 * of every user would read.
 */
export interface Dispatcher {
  request(request: DispatchedRequest): Promise<DispatchedAnswer>;
  close(): Promise<void>;
}

export interface DispatchedRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
}

export interface DispatchedAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[] | undefined>;
  /** Left before its end, it is closed. */
  readonly body: AsyncIterable<Uint8Array>;
}
