import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import type { Authenticator } from './authenticator.js';
import { createNonce } from './nonce.js';
import type { ServerClock } from './server-clock.js';

/** The two key pairs of token-based authentication, and the account they belong to. */
export interface TokenBasedCredentials {
  /** The account as the realm names it: upper case, `_` before the suffix. */
  readonly realm: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** What makes a signature unique. */
export interface SignatureMoment {
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/**
 * The OAuth 1.0a `Authorization` header, HMAC-SHA256.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1534941088.html
 */
export function signRequest(
  credentials: TokenBasedCredentials,
  request: { readonly method: string; readonly url: URL },
  moment: SignatureMoment,
): string {
  const oauth = new OAuth({
    consumer: { key: credentials.consumerKey, secret: credentials.consumerSecret },
    realm: credentials.realm,
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  const data: OAuth.Data = {
    oauth_consumer_key: credentials.consumerKey,
    oauth_token: credentials.tokenId,
    oauth_nonce: moment.nonce,
    oauth_timestamp: moment.timestamp,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_version: '1.0',
  };
  // The library decodes a query string only in part and writes into what it is given: it gets the decoded
  // parameters, and copies.
  const signature = oauth.getSignature(
    {
      method: request.method,
      url: request.url.origin + request.url.pathname,
      data: decodedQuery(request.url),
    },
    credentials.tokenSecret,
    { ...data },
  );
  return oauth.toHeader({ ...data, oauth_signature: signature }).Authorization;
}

function decodedQuery(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

/** Signs each request with its own nonce and the current time, as NetSuite has it. */
export function tokenBasedAuthenticator(
  credentials: TokenBasedCredentials,
  clock: ServerClock,
): Authenticator {
  return {
    method: 'tba',
    authorize: async ({ method, url }) =>
      signRequest(
        credentials,
        { method, url },
        { nonce: createNonce(), timestamp: Math.floor(clock.now() / 1000) },
      ),
    refused: (authorization, dateHeader) => clock.refused(dateHeader, signedAtMs(authorization)),
    accepted: (dateHeader) => clock.accepted(dateHeader),
  };
}

function signedAtMs(authorization: string): number {
  return Number(/oauth_timestamp="(\d+)"/.exec(authorization)?.[1]) * 1000;
}
