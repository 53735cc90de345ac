import type { AccessTokens } from './access-tokens.js';
import type { ClientAssertionVerifier } from './client-assertion.js';
import { formClient, type LoginClientCredentials } from './form-client.js';
import type { GrantVerdict, Logins } from './logins.js';
import { type TokenError, tokenRefusal } from './token-refusal.js';

export interface TokenEndpointOptions {
  readonly accountId: string;
  readonly verifyAssertion: ClientAssertionVerifier;
  readonly accessTokens: AccessTokens;
  readonly loginClient: LoginClientCredentials;
  readonly logins: Logins;
}

export interface TokenRequest {
  readonly contentType: string;
  /** The Authorization header; empty where there is none. */
  readonly authorization: string;
  readonly body: string;
  /** The URLs that the client may have called: through a proxy, or this server's own. */
  readonly urls: readonly string[];
}

export interface TokenResponse {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

export const revokePath = '/services/rest/auth/oauth2/v1/revoke';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Answers a token request: an access token of 3600 seconds for a valid client assertion, for the code that a person
 * consented by, or for a refresh token.
 *
 * @throws {Refusal} With OAuth's error code in the body; the reason goes to the log only.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html
 */
export async function grantToken(
  request: TokenRequest,
  options: TokenEndpointOptions,
): Promise<TokenResponse> {
  const { accountId } = options;
  const form = formOf(request, accountId);
  const grantType = required(form, 'grant_type', accountId);
  switch (grantType) {
    case 'client_credentials':
      return grantByAssertion(form, request, options);
    case 'authorization_code':
    case 'refresh_token':
      return grantToPerson(form, request, options);
    default:
      throw tokenRefusal(
        'unsupported_grant_type',
        `NetSuite grants client_credentials, authorization_code and refresh_token, not '${grantType}'.`,
        accountId,
      );
  }
}

/**
 * Takes back a refresh token and the access tokens that came of it. Assumed: an unknown one is no error, as in RFC 7009.
 *
 * @throws {Refusal} The client is not known.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_161071224088.html
 */
export function revokeToken(request: TokenRequest, options: TokenEndpointOptions): void {
  const { accountId, accessTokens, loginClient, logins } = options;
  const form = formOf(request, accountId);
  formClient(form, request.authorization, { accountId, credentials: loginClient });
  for (const token of logins.revoke(required(form, 'token', accountId))) accessTokens.revoke(token);
}

function formOf({ contentType, body }: TokenRequest, accountId: string): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    throw tokenRefusal('invalid_request', `The content type is '${contentType}', not a form.`, accountId);
  }
  const form = new URLSearchParams(body);
  const repeated = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) throw tokenRefusal('invalid_request', `${repeated} is given twice.`, accountId);
  return form;
}

/** RFC 6749, section 5.2: a request without a required parameter, or with one twice, is an invalid_request. */
function required(form: URLSearchParams, name: string, accountId: string): string {
  const value = form.get(name) ?? '';
  if (value === '') throw tokenRefusal('invalid_request', `${name} is required.`, accountId);
  return value;
}

async function grantByAssertion(
  form: URLSearchParams,
  { urls }: TokenRequest,
  { accountId, verifyAssertion, accessTokens }: TokenEndpointOptions,
): Promise<TokenResponse> {
  const refuse = (error: TokenError, reason: string): Error => tokenRefusal(error, reason, accountId);
  const assertion = form.get('client_assertion') ?? '';
  if (form.get('client_assertion_type') !== assertionType || assertion === '') {
    throw refuse(
      'invalid_request',
      `client_assertion and client_assertion_type (${assertionType}) are required.`,
    );
  }
  const verdict = await verifyAssertion(assertion, urls);
  if (!verdict.accepted) throw refuse(verdict.error, verdict.reason);
  const token = await accessTokens.issue({ clientId: verdict.clientId, scopes: verdict.scopes });
  return { access_token: token, expires_in: accessTokens.lifetimeSeconds, token_type: 'Bearer' };
}

async function grantToPerson(
  form: URLSearchParams,
  { authorization }: TokenRequest,
  { accountId, accessTokens, loginClient, logins }: TokenEndpointOptions,
): Promise<TokenResponse> {
  const client = formClient(form, authorization, { accountId, credentials: loginClient });
  const isRefresh = form.get('grant_type') === 'refresh_token';
  const given = required(form, isRefresh ? 'refresh_token' : 'code', accountId);
  const verdict: GrantVerdict = isRefresh
    ? logins.refresh(given, client)
    : logins.exchangeCode({
        code: given,
        redirectUri: form.get('redirect_uri') ?? '',
        verifier: form.get('code_verifier') ?? '',
        client,
      });
  if ('refused' in verdict) throw tokenRefusal('invalid_grant', verdict.refused, accountId);
  const { scopes, refreshToken } = verdict;
  const token = await accessTokens.issue({ clientId: loginClient.clientId, scopes });
  logins.bind(refreshToken ?? given, token);
  return {
    access_token: token,
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    expires_in: accessTokens.lifetimeSeconds,
    token_type: 'Bearer',
  };
}
