import { createHmac, timingSafeEqual } from 'node:crypto';
import { accountOrigins } from '../account-host.js';
import type { Clock } from '../clock.js';
import { parseOAuthHeader } from './authorization-header.js';
import type { TokenBasedCredentials } from './credentials.js';
import { createNonceStore } from './nonce-store.js';
import { percentEncode } from './percent-encoding.js';
import { signatureBase } from './signature-base.js';

export interface SignedRequest {
  readonly method: string;
  /** Scheme and host by which the client reached the emulator, through a proxy or not. */
  readonly origin: string;
  /** Scheme and host by which the request reached this server. */
  readonly directOrigin: string;
  /** The path as it came, still percent-encoded. */
  readonly path: string;
  /** The query as it came, without `?`. */
  readonly query: string;
  readonly authorization: string;
}

export interface TokenBasedOptions {
  readonly accountId: string;
  readonly credentials: TokenBasedCredentials;
  readonly clock: Clock;
}

/** Null: the request is who it says it is. Otherwise the reason why it is not. */
export type TokenBasedVerifier = (request: SignedRequest) => string | null;

const timestampWindowSeconds = 5 * 60;
const nonceLengthMinimum = 6;
const required = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_nonce',
  'oauth_signature',
];

/**
 * Token-based authentication: OAuth 1.0a with HMAC-SHA256. The signed URL may be the one that the client
 * called or the account's own at netsuite.com, as seen from behind a proxy.
 *
 * Reasons are named after the OAuth problem reporting extension, as in the Login Audit Trail.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1534941088.html
 */
export function createTokenBasedVerifier({
  accountId,
  credentials,
  clock,
}: TokenBasedOptions): TokenBasedVerifier {
  const nonces = createNonceStore(timestampWindowSeconds);
  const key = `${percentEncode(credentials.consumerSecret)}&${percentEncode(credentials.tokenSecret)}`;
  return (request) => {
    const oauth = parseOAuthHeader(request.authorization);
    if (oauth === null) return 'parameter_rejected: the Authorization header cannot be read.';
    const absent = required.filter((name) => !oauth.get(name));
    if (absent.length > 0) return `parameter_absent: ${absent.join(', ')}.`;
    const { realm, consumerKey, token, method, version } = named(oauth);
    if (realm !== accountId) return `realm_rejected: the realm is '${realm}', the account is ${accountId}.`;
    if (method !== 'HMAC-SHA256') return `signature_method_rejected: '${method}' is not HMAC-SHA256.`;
    if (version !== '1.0') return `version_rejected: oauth_version is '${version}', not 1.0.`;
    if (consumerKey !== credentials.consumerKey) return 'consumer_key_unknown: no integration has this key.';
    if (token !== credentials.tokenId) return 'token_rejected: no access token has this id.';
    const { nonce, timestamp } = named(oauth);
    const nowSeconds = Math.floor(clock() / 1000);
    const timestampSeconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
    if (!(Math.abs(nowSeconds - timestampSeconds) <= timestampWindowSeconds)) {
      return `timestamp_refused: '${timestamp}' is more than 5 minutes away from ${nowSeconds}.`;
    }
    if (nonce.length < nonceLengthMinimum)
      return `nonce_rejected: shorter than ${nonceLengthMinimum} characters.`;
    const origins = [request.origin, request.directOrigin, ...accountOrigins(accountId)];
    if (!signedForAny({ request, oauth, key, origins })) {
      return `signature_invalid: it does not fit ${request.method} ${request.origin}${request.path} with its query.`;
    }
    if (!nonces.add({ token, timestampSeconds, nonce, nowSeconds })) {
      return 'nonce_used: this nonce came before with the same timestamp.';
    }
    return null;
  };
}

interface NamedParameters {
  readonly realm: string;
  readonly consumerKey: string;
  readonly token: string;
  readonly method: string;
  readonly version: string;
  readonly nonce: string;
  readonly timestamp: string;
}

function named(oauth: ReadonlyMap<string, string>): NamedParameters {
  return {
    realm: oauth.get('realm') ?? '',
    consumerKey: oauth.get('oauth_consumer_key') ?? '',
    token: oauth.get('oauth_token') ?? '',
    method: oauth.get('oauth_signature_method') ?? '',
    // Optional in RFC 5849, section 3.1.
    version: oauth.get('oauth_version') ?? '1.0',
    nonce: oauth.get('oauth_nonce') ?? '',
    timestamp: oauth.get('oauth_timestamp') ?? '',
  };
}

interface SignatureCheck {
  readonly request: SignedRequest;
  readonly oauth: ReadonlyMap<string, string>;
  readonly key: string;
  readonly origins: readonly string[];
}

function signedForAny({ request, oauth, key, origins }: SignatureCheck): boolean {
  const given = Buffer.from(oauth.get('oauth_signature') ?? '');
  return origins.some((origin) => {
    const url = `${origin}${request.path}`;
    const base = signatureBase({ method: request.method, url, query: request.query, oauth });
    if (base === null) return false;
    const wanted = Buffer.from(createHmac('sha256', key).update(base).digest('base64'));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
