import { showValue } from '../show-value.js';

/** Values of a query string; `undefined` is left out. */
export type QueryParameters = Readonly<Record<string, string | number | boolean | undefined>>;

const restRoot = '/services/rest/';

/**
 * The whole URL of a REST resource. Everything is percent-encoded as RFC 3986 says (a space is `%20`), so that the
 * server decodes exactly what was signed.
 *
 * @throws {TypeError} The path is not below `/services/rest/`, or a parameter cannot be written into a URL.
 */
export function restAddress(baseUrl: string, path: string, query: QueryParameters = {}): URL {
  const root = new URL(baseUrl + restRoot);
  if (typeof path !== 'string' || !path.startsWith(restRoot) || !URL.canParse(baseUrl + path)) {
    throw new TypeError(`A REST path starts with ${restRoot}; this one does not: ${showValue(path)}`);
  }
  const address = new URL(baseUrl + path);
  if (!address.href.startsWith(root.href)) {
    throw new TypeError(`A REST path stays below ${restRoot}; this one does not: ${showValue(path)}`);
  }
  address.hash = '';
  const given = [...address.searchParams];
  const added = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, parameterText(name, value)] as const],
  );
  address.search = [...given, ...added].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return address;
}

/** Half of a surrogate pair has no percent-encoding. */
const halfPair = /\p{Surrogate}/u;

/** Whether a query string can hold a value. */
export function isParameter(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function parameterText(name: string, value: unknown): string {
  if (isParameter(value) && !halfPair.test(`${name}${value}`)) return String(value);
  throw new TypeError(
    `The query parameter ${showValue(name)} cannot be ${showValue(value)}. Give a string, a finite number or a boolean.`,
  );
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
