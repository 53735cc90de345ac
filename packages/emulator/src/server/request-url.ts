import type { HonoRequest } from 'hono';

/** A request's URL, with path and query as they came: signatures sign them so. */
export interface RequestUrl {
  /** Scheme and host by which the client reached the emulator, through a proxy or not. Links begin with it. */
  readonly origin: string;
  /** Scheme and host by which the request reached this server. */
  readonly directOrigin: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
}

const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * A request's URL as its client called it: a proxy says so in X-Forwarded-Proto, X-Forwarded-Host and X-Forwarded-Port.
 * Of several proxies the first counts. What is no scheme, host or port is ignored.
 */
export function requestUrl(request: HonoRequest): RequestUrl {
  const match = /^(?:([a-z]+):\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(request.url);
  const [, scheme = '', host = '', path, query = ''] = match ?? [];
  const given = (header: string, pattern: RegExp): string | undefined => {
    const value = request.header(header)?.split(',')[0]?.trim();
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const publicScheme = given('x-forwarded-proto', /^https?$/i) ?? scheme;
  const publicHost = given('x-forwarded-host', hostPattern) ?? given('host', hostPattern) ?? host;
  const port = given('x-forwarded-port', /^\d{1,5}$/);
  const needsPort = port !== undefined && !/:\d+$/.test(publicHost) && !isDefaultPort(publicScheme, port);
  return {
    origin: `${publicScheme}://${publicHost}${needsPort ? `:${port}` : ''}`.toLowerCase(),
    directOrigin: `${scheme}://${host}`.toLowerCase(),
    path: path || '/',
    query,
  };
}

function isDefaultPort(scheme: string, port: string): boolean {
  return port === (scheme.toLowerCase() === 'https' ? '443' : '80');
}
