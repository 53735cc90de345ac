import { percentDecode, percentEncode } from './percent-encoding.js';

export interface SignatureBaseInput {
  readonly method: string;
  /** Scheme, host, port and path, as the client wrote them; no query. */
  readonly url: string;
  /** The query as it came, without `?`. */
  readonly query: string;
  /** The decoded parameters of the Authorization header. */
  readonly oauth: ReadonlyMap<string, string>;
}

/**
 * The text that an OAuth 1.0a signature signs. Null: the query is not valid percent-encoding.
 *
 * @see RFC 5849, section 3.4.1
 */
export function signatureBase({ method, url, query, oauth }: SignatureBaseInput): string | null {
  const pairs: (readonly [string, string])[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const separator = part.indexOf('=');
    const name = formDecode(separator === -1 ? part : part.slice(0, separator));
    const value = formDecode(separator === -1 ? '' : part.slice(separator + 1));
    if (name === null || value === null) return null;
    pairs.push([percentEncode(name), percentEncode(value)]);
  }
  for (const [name, value] of oauth) {
    if (name !== 'realm' && name !== 'oauth_signature')
      pairs.push([percentEncode(name), percentEncode(value)]);
  }
  const parameters = pairs
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), url, parameters].map(percentEncode).join('&');
}

/** In a query, `+` is a space (RFC 5849, section 3.4.1.3.1). */
function formDecode(text: string): string | null {
  return percentDecode(text.replaceAll('+', ' '));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
