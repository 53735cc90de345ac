import { Refusal } from '../server/refusal.js';
import { invalidLogin, malformedRequest } from '../server/refusals.js';
import type { AccessTokens } from './access-tokens.js';
import type { SignedRequest, TokenBasedVerifier } from './token-based.js';

export interface AuthenticateOptions {
  readonly accountId: string;
  readonly verifyTokenBased: TokenBasedVerifier;
  readonly accessTokens: AccessTokens;
}

/**
 * Lets a request pass that bears a valid OAuth 1.0a signature or a valid bearer token.
 *
 * @throws {Refusal} INVALID_LOGIN; a bearer's refusal also says so in `WWW-Authenticate`.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_158521885412.html
 */
export async function authenticate(request: SignedRequest, options: AuthenticateOptions): Promise<void> {
  const { accountId, verifyTokenBased, accessTokens } = options;
  const scheme = /^\S+/.exec(request.authorization)?.[0]?.toLowerCase() ?? '';
  if (scheme === 'oauth') {
    const reason = verifyTokenBased(request);
    if (reason !== null) throw invalidLogin(reason);
    return;
  }
  if (scheme === 'bearer') {
    const token = request.authorization.slice('bearer'.length).trim();
    if (!/^[\w~+/.-]+=*$/.test(token)) throw malformedBearer(accountId);
    const reason = await accessTokens.verify(token);
    if (reason === null) return;
    const challenge = bearerChallenge(accountId, 'invalid_token', 'Invalid login attempt.');
    throw invalidLogin(`bearer token: ${reason}`, challenge);
  }
  // Assumed: a request without credentials is answered as one with wrong credentials.
  throw invalidLogin(
    scheme === '' ? 'The request has no Authorization header.' : 'Unknown Authorization scheme.',
  );
}

function malformedBearer(accountId: string): Refusal {
  const { status, body, event } = malformedRequest('');
  const description = 'The request could not be understood by the server due to malformed syntax.';
  return new Refusal({
    status,
    body,
    event,
    reason: 'The Authorization header says Bearer, but no bearer token follows.',
    headers: bearerChallenge(accountId, 'invalid_request', description),
  });
}

function bearerChallenge(
  realm: string,
  error: string,
  description: string,
): Readonly<Record<string, string>> {
  return {
    'www-authenticate': `Bearer realm="${realm}", error="${error}", error_description="${description}"`,
  };
}
