import { Refusal } from '../server/refusal.js';
import { knownScopes } from './client-assertion.js';
import type { LoginClientCredentials } from './form-client.js';
import type { Logins } from './logins.js';

export const authorizePath = '/app/login/oauth2/authorize.nl';

export interface AuthorizeOptions {
  readonly accountId: string;
  readonly credentials: LoginClientCredentials;
  readonly logins: Logins;
}

/** The internal ids that the redirect names: those of the person that access tokens are issued for. */
const person = { role: '3', entity: '1' };

/**
 * Stands for the person: consents at once, and gives the address that the browser is sent back to.
 *
 * Any redirect URI counts as the integration record's. NetSuite takes none with http there; the emulator, which speaks
 * http itself, takes it on this machine.
 *
 * @throws {Refusal} The client or the redirect URI cannot be trusted, so that nobody may be sent there.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081944642.html
 */
export function authorize(query: string, { accountId, credentials, logins }: AuthorizeOptions): string {
  const parameters = new URLSearchParams(query);
  if (parameters.get('client_id') !== credentials.clientId)
    throw refusedPage('client_id is no known client id.');
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isRedirectUri(redirectUri)) {
    throw refusedPage('redirect_uri must have https or a scheme of its own, or http on this machine.');
  }
  const state = parameters.get('state') ?? '';
  const back = (answer: Readonly<Record<string, string>>): string => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries({ state, ...answer })) url.searchParams.set(name, value);
    return url.href;
  };
  const problem = problemOf(parameters, state);
  if (problem !== null) return back({ error: problem });
  const code = logins.consent({
    redirectUri,
    scopes: scopesOf(parameters),
    challenge: parameters.get('code_challenge'),
  });
  return back({ code, ...person, company: accountId });
}

function problemOf(parameters: URLSearchParams, state: string): string | null {
  if (parameters.get('response_type') !== 'code') return 'unsupported_response_type';
  if (state.length < 22 || state.length > 1024) return 'invalid_request';
  const challenge = parameters.get('code_challenge');
  if (challenge !== null && !/^[\w-]{43}$/.test(challenge)) return 'invalid_request';
  if (challenge !== null && parameters.get('code_challenge_method') !== 'S256') return 'invalid_request';
  const scopes = scopesOf(parameters);
  const isKnown = scopes.length > 0 && scopes.every((scope) => knownScopes.includes(scope));
  return isKnown ? null : 'invalid_scope';
}

function scopesOf(parameters: URLSearchParams): readonly string[] {
  return (parameters.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
}

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol !== 'http:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

// Assumed: status and body. NetSuite shows the person a page.
function refusedPage(reason: string): Refusal {
  return new Refusal({
    status: 400,
    body: { error: 'invalid_request' },
    contentType: 'application/json; charset=UTF-8',
    event: 'login refused',
    reason,
  });
}
