/** Values of a query string; `undefined` is left out. */
export type QueryParameters = Readonly<Record<string, string | number | boolean | undefined>>;

const restRoot = '/services/rest/';

/**
 * The whole URL of a REST resource. Everything is percent-encoded as RFC 3986 says (a blank is `%20`), so that the
 * server decodes exactly what was signed.
 *
 * @throws {TypeError} The path is not below `/services/rest/`.
 */
export function restAddress(baseUrl: string, path: string, query: QueryParameters = {}): URL {
  const address = new URL(baseUrl + path);
  const root = new URL(baseUrl + restRoot);
  if (!path.startsWith(restRoot) || !address.href.startsWith(root.href)) {
    throw new TypeError(`A REST path starts with ${restRoot}; this one does not: ${path}`);
  }
  address.hash = '';
  const given = [...address.searchParams];
  const added = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  address.search = [...given, ...added].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return address;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
