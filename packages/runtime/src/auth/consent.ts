import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LoginFailedError } from '../errors/login-failed-error.js';

export const authorizePath = '/app/login/oauth2/authorize.nl';

/** What a person is asked for. */
export interface ConsentRequest {
  readonly authorizeUrl: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

/** A question to a person, and the secrets that its answer is checked by. */
export interface Consent {
  /** Where the person's browser goes. */
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
}

/** What the browser came back with. */
export interface ConsentAnswer {
  readonly code: string;
  readonly role: string | null;
  readonly entity: string | null;
}

/**
 * Asks for consent, with a state and a PKCE verifier of its own.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081944642.html
 */
export function askForConsent({ authorizeUrl, clientId, scopes, redirectUri }: ConsentRequest): Consent {
  // 43 characters each: NetSuite takes states of 22 to 1024, and verifiers of 43 to 128.
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL(authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier };
}

/**
 * Reads the address that the browser came back to.
 *
 * @throws {LoginFailedError} It does not belong to this question, or brings no code.
 */
export function readConsent(callback: URL, state: string, account: string): ConsentAnswer {
  const parameters = callback.searchParams;
  if (!isSame(parameters.get('state') ?? '', state)) {
    throw new LoginFailedError(
      'state',
      'The browser came back with another state than it was sent with: this answer does not belong to this login. ' +
        'Open the address that was printed last.',
    );
  }
  const refusal = parameters.get('error');
  if (refusal !== null) {
    const detail = /^[\w.-]{1,60}$/.test(refusal) ? refusal : 'an error that is no word';
    throw new LoginFailedError(
      'refused',
      `NetSuite did not grant the login: ${detail}. Check that the person consented, that the role has Log in using ` +
        'OAuth 2.0 Access Tokens, and the scopes and the redirect URI of the integration record.',
      detail,
    );
  }
  const code = parameters.get('code');
  if (code === null || code === '') {
    throw new LoginFailedError('no code', 'The browser came back without a code. Sign in again.');
  }
  const company = parameters.get('company');
  if (company !== null && company.toUpperCase().replaceAll('-', '_') !== account) {
    throw new LoginFailedError(
      'other account',
      `The login is for another account than ${account}. Choose a role of that account, or correct NETSUITE_ACCOUNT_ID.`,
    );
  }
  return { code, role: parameters.get('role'), entity: parameters.get('entity') };
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
