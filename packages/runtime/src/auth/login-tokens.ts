import { AuthenticationError } from '../errors/response-error.js';
import { type OAuthEndpoint, type OAuthForm, requestRevocation, requestToken } from './token-endpoint.js';
import type { RefreshToken, StoredToken } from './token-store.js';

/** The integration that a person signs in for. */
export interface LoginClient {
  readonly clientId: string;
  /** Undefined: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | undefined;
}

/** The tokens of a person's login. */
export type LoginTokens = StoredToken & { readonly refreshToken: RefreshToken };

/** What the person's consent is exchanged by. */
export interface ConsentProof {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** How long a login lasts without being used, by NetSuite's documentation. */
const refreshLifetimeMs = { confidential: 7 * dayMs, public: 2 * dayMs };

/**
 * Exchanges the code that NetSuite sent the browser back with.
 *
 * @throws {AuthenticationError} NetSuite gave no token.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081952044.html
 */
export async function exchangeCode(
  endpoint: OAuthEndpoint,
  client: LoginClient,
  { code, verifier, redirectUri }: ConsentProof,
): Promise<LoginTokens | null> {
  const fields = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  const form = withClient(client, fields, [code, verifier]);
  const answer = await requestToken(endpoint, () => form).catch((error: unknown) => {
    throw explained(error, 'The code is good for a short while and for one time: sign in again.');
  });
  const { refreshToken, ...token } = answer;
  return refreshToken === null
    ? null
    : { ...token, refreshToken: newRefreshToken(client, refreshToken, token) };
}

/**
 * Exchanges a refresh token. NetSuite gives public clients another one, and takes the old one no more.
 *
 * @throws {AuthenticationError} The login has ended, or the client is not accepted.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158082518856.html
 */
export async function exchangeRefreshToken(
  endpoint: OAuthEndpoint,
  client: LoginClient,
  refreshToken: RefreshToken,
): Promise<LoginTokens> {
  const fields = { grant_type: 'refresh_token', refresh_token: refreshToken.value };
  const form = withClient(client, fields, [refreshToken.value]);
  const answer = await requestToken(endpoint, () => form).catch((error: unknown) => {
    throw explained(
      error,
      'The login has ended: it was not used for too long, was revoked, or its refresh token was used elsewhere. ' +
        'Sign in again: npx suitewright login',
    );
  });
  const { refreshToken: successor, ...token } = answer;
  return {
    ...token,
    refreshToken: successor === null ? refreshToken : newRefreshToken(client, successor, token),
  };
}

/**
 * Revokes a refresh token, and with it its access tokens.
 *
 * @throws {AuthenticationError} NetSuite refused.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_161071224088.html
 */
export async function revokeRefreshToken(
  endpoint: OAuthEndpoint,
  client: LoginClient,
  refreshToken: RefreshToken,
): Promise<void> {
  await requestRevocation(endpoint, withClient(client, { token: refreshToken.value }, [refreshToken.value]));
}

function newRefreshToken(client: LoginClient, value: string, { fetchedAtMs }: StoredToken): RefreshToken {
  const kind = client.clientSecret === undefined ? 'public' : 'confidential';
  return { value, expiresAtMs: fetchedAtMs + refreshLifetimeMs[kind] };
}

function withClient(
  { clientId, clientSecret }: LoginClient,
  fields: Readonly<Record<string, string>>,
  secrets: readonly string[],
): OAuthForm {
  if (clientSecret === undefined) return { fields: { ...fields, client_id: clientId }, secrets };
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return { fields, authorization: `Basic ${basic}`, secrets: [...secrets, clientSecret, basic] };
}

/** The same refusal with what to do about it where a person has signed in. */
function explained(error: unknown, invalidGrant: string): unknown {
  if (!(error instanceof AuthenticationError)) return error;
  const next = {
    invalid_grant: invalidGrant,
    invalid_client:
      'Check NETSUITE_CLIENT_ID and NETSUITE_CLIENT_SECRET, and that the integration record has Authorization Code ' +
      'Grant checked; without a secret, Public Client too.',
  }[error.errorCode ?? ''];
  if (next === undefined) return error;
  return new AuthenticationError({ ...error, next });
}
