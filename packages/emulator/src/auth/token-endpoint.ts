import { Refusal } from '../server/refusal.js';
import type { AccessTokens } from './access-tokens.js';
import type { AssertionError, ClientAssertionVerifier } from './client-assertion.js';

export interface TokenEndpointOptions {
  readonly accountId: string;
  readonly verifyAssertion: ClientAssertionVerifier;
  readonly accessTokens: AccessTokens;
}

export interface TokenRequest {
  readonly contentType: string;
  readonly body: string;
  /** The URL that the client called. */
  readonly url: string;
}

export interface TokenResponse {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

type TokenError = AssertionError | 'invalid_request' | 'unsupported_grant_type';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Answers a token request: an access token of 3600 seconds for a valid client assertion.
 *
 * @throws {Refusal} With OAuth's error code in the body; the reason goes to the log only.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html
 */
export async function grantToken(
  request: TokenRequest,
  options: TokenEndpointOptions,
): Promise<TokenResponse> {
  const { accountId, verifyAssertion, accessTokens } = options;
  const refuse = (error: TokenError, reason: string): Refusal => tokenRefusal(error, reason, accountId);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.contentType)) {
    throw refuse('invalid_request', `The content type is '${request.contentType}', not a form.`);
  }
  const form = new URLSearchParams(request.body);
  if (form.get('grant_type') !== 'client_credentials') {
    throw refuse('unsupported_grant_type', 'The emulator grants client_credentials only.');
  }
  const assertion = form.get('client_assertion') ?? '';
  if (form.get('client_assertion_type') !== assertionType || assertion === '') {
    throw refuse(
      'invalid_request',
      `client_assertion and client_assertion_type (${assertionType}) are required.`,
    );
  }
  const verdict = await verifyAssertion(assertion, request.url);
  if (!verdict.accepted) throw refuse(verdict.error, verdict.reason);
  const token = await accessTokens.issue({ clientId: verdict.clientId, scopes: verdict.scopes });
  return { access_token: token, expires_in: accessTokens.lifetimeSeconds, token_type: 'Bearer' };
}

function tokenRefusal(error: TokenError, reason: string, accountId: string): Refusal {
  const unauthorized = error === 'invalid_client';
  return new Refusal({
    status: unauthorized ? 401 : 400,
    body: { error },
    contentType: 'application/json; charset=UTF-8',
    headers: unauthorized ? { 'www-authenticate': `Basic realm="${accountId}"` } : {},
    event: 'login refused',
    reason: `${error}: ${reason}`,
  });
}
