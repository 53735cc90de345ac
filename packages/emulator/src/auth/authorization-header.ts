import { percentDecode } from './percent-encoding.js';

/**
 * The parameters of an `Authorization: OAuth …` header, decoded. Null: the header is malformed or names
 * a parameter twice.
 *
 * @see RFC 5849, section 3.5.1
 */
export function parseOAuthHeader(header: string): ReadonlyMap<string, string> | null {
  const parameters = new Map<string, string>();
  const list = header.replace(/^OAuth\s+/i, '').trim();
  for (const part of list.split(',')) {
    const match = /^\s*([^=\s]+)\s*=\s*"([^"]*)"\s*$/.exec(part);
    if (match === null) return null;
    const name = percentDecode(match[1] ?? '');
    const value = percentDecode(match[2] ?? '');
    if (name === null || value === null || parameters.has(name)) return null;
    parameters.set(name, value);
  }
  return parameters;
}
