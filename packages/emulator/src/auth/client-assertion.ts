import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { accountOrigins } from '../account-host.js';
import type { Clock } from '../clock.js';
import { type ClientCredentials, certificateKey } from './credentials.js';

export interface ClientAssertionOptions {
  readonly accountId: string;
  readonly credentials: ClientCredentials;
  readonly clock: Clock;
}

export type AssertionVerdict =
  | { readonly accepted: true; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly accepted: false; readonly error: AssertionError; readonly reason: string };

export type AssertionError = 'invalid_client' | 'invalid_grant' | 'invalid_scope';

export type ClientAssertionVerifier = (
  assertion: string,
  /** The URLs by which the client may know this server's token endpoint. */
  tokenUrls: readonly string[],
) => Promise<AssertionVerdict>;

export const tokenPath = '/services/rest/auth/oauth2/v1/token';

// RS* is refused: PKCS#1 v1.5 is deprecated.
const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];
export const knownScopes: readonly string[] = ['rest_webservices', 'restlets', 'suite_analytics'];
const lifetimeMaximumSeconds = 60 * 60;
const clockSkewSeconds = 5 * 60;

/**
 * Verifies the signed assertion of an OAuth 2.0 client credentials request: signature against the
 * registered certificate, kid, iss, aud, scope and a lifetime of at most an hour.
 *
 * Assumed: which of OAuth's error codes answers which defect, apart from invalid_grant for time and
 * algorithm. Assumed: an assertion may be used twice, and `jti` is optional; no source says otherwise.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html
 */
export function createClientAssertionVerifier(options: ClientAssertionOptions): ClientAssertionVerifier {
  const { accountId, credentials, clock } = options;
  const publicKey = certificateKey(credentials);
  // Oracle's text names the suitetalk host, its sample the restlets host.
  const accountTokenUrls = accountOrigins(accountId).map((origin) => `${origin}${tokenPath}`);
  return async (assertion, tokenUrls) => {
    const decoded = decode(assertion);
    if (decoded === null) return refused('invalid_grant', 'The assertion is not a JWT.');
    const { algorithm, keyId, claims } = decoded;
    if (!algorithms.includes(algorithm)) {
      return refused('invalid_grant', `alg '${algorithm}' is not one of ${algorithms.join(', ')}.`);
    }
    if (claims.iss !== credentials.clientId) return refused('invalid_client', 'iss is no known client id.');
    if (keyId !== credentials.certificateId)
      return refused('invalid_grant', 'kid is no registered certificate.');
    try {
      await jwtVerify(assertion, publicKey, { algorithms: [algorithm], currentDate: new Date(clock()) });
    } catch (error) {
      return refused('invalid_grant', error instanceof Error ? error.message : 'The signature does not fit.');
    }
    const reason =
      lifetimeDefect(claims, clock() / 1000) ?? audienceDefect(claims, [...tokenUrls, ...accountTokenUrls]);
    if (reason !== null) return refused('invalid_grant', reason);
    const scopes = scopesOf(claims.scope);
    const unknown = scopes.filter((scope) => !knownScopes.includes(scope));
    if (scopes.length === 0 || unknown.length > 0) {
      return refused('invalid_scope', `scope must name some of ${knownScopes.join(', ')}.`);
    }
    return { accepted: true, clientId: credentials.clientId, scopes };
  };
}

function refused(error: AssertionError, reason: string): AssertionVerdict {
  return { accepted: false, error, reason };
}

interface DecodedAssertion {
  readonly algorithm: string;
  readonly keyId: string | undefined;
  readonly claims: JWTPayload;
}

function decode(assertion: string): DecodedAssertion | null {
  try {
    const { alg, kid } = decodeProtectedHeader(assertion);
    return { algorithm: alg ?? '', keyId: kid, claims: decodeJwt(assertion) };
  } catch {
    return null;
  }
}

function lifetimeDefect({ iat, exp }: JWTPayload, nowSeconds: number): string | null {
  if (iat === undefined || exp === undefined) return 'iat and exp are both required.';
  if (exp - iat > lifetimeMaximumSeconds) return 'exp is more than 60 minutes after iat.';
  if (iat - nowSeconds > clockSkewSeconds) return 'iat lies in the future.';
  return null;
}

function audienceDefect({ aud }: JWTPayload, accepted: readonly string[]): string | null {
  const audiences = typeof aud === 'string' ? [aud] : (aud ?? []);
  return audiences.some((audience) => accepted.includes(audience))
    ? null
    : `aud is not this account's token URL, ${accepted[0]}.`;
}

/** Oracle's sample has a JSON array; a text with blanks or commas is in use as well. */
function scopesOf(scope: unknown): readonly string[] {
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(/[\s,]+/).filter((name) => name !== '') : [];
}
