/** A request's URL, with path and query as they came: signatures sign them so. */
export interface RequestUrl {
  /** Scheme and host. */
  readonly origin: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
}

export function requestUrl(url: string): RequestUrl {
  const match = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(url);
  return { origin: (match?.[1] ?? '').toLowerCase(), path: match?.[2] || '/', query: match?.[3] ?? '' };
}
