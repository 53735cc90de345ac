import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { ClientKind } from './form-client.js';

/** What a person consented to. */
export interface Consent {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Null: the client did not use PKCE. */
  readonly challenge: string | null;
}

/** A refresh token that was good, and the access tokens that it was good for. */
export interface LoginGrant {
  readonly scopes: readonly string[];
  readonly refreshToken: string | null;
}

/** A grant, or the reason why there is none; the reason is for the log. */
export type GrantVerdict = LoginGrant | { readonly refused: string };

/** The persons who are signed in: codes not yet exchanged, and refresh tokens. */
export interface Logins {
  readonly consent: (consent: Consent) => string;
  readonly exchangeCode: (exchange: CodeExchange) => GrantVerdict;
  readonly refresh: (refreshToken: string, client: ClientKind) => GrantVerdict;
  /** Notes an access token, so that it ends with its login. */
  readonly bind: (refreshToken: string, accessToken: string) => void;
  readonly revoke: (refreshToken: string) => readonly string[];
}

export interface CodeExchange {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly client: ClientKind;
}

interface RefreshTokenState {
  readonly scopes: readonly string[];
  readonly client: ClientKind;
  readonly expiresAtMs: number;
  /** Shared by the tokens that came of each other. */
  readonly accessTokens: string[];
}

/** Assumed: ten minutes, as RFC 6749 recommends at most. */
const codeLifetimeMs = 10 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
/** Oracle names 7 days, and of public clients 2 days in one place and 3 hours in another. */
const refreshLifetimeMs: Readonly<Record<ClientKind, number>> = {
  confidential: 7 * dayMs,
  public: 2 * dayMs,
};

/**
 * Codes are good once; so are the refresh tokens of public clients, who get another one with each refresh. Those of
 * other clients stay the same for their 7 days.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081952044.html
 */
export function createLogins(clock: Clock): Logins {
  const consents = new Map<string, Consent & { readonly expiresAtMs: number }>();
  const refreshTokens = new Map<string, RefreshTokenState>();

  function issue(state: Omit<RefreshTokenState, 'expiresAtMs'>): LoginGrant {
    const refreshToken = randomBytes(48).toString('base64url');
    refreshTokens.set(refreshToken, { ...state, expiresAtMs: clock() + refreshLifetimeMs[state.client] });
    return { scopes: state.scopes, refreshToken };
  }

  return {
    consent: (consent) => {
      const code = randomBytes(32).toString('hex');
      consents.set(code, { ...consent, expiresAtMs: clock() + codeLifetimeMs });
      return code;
    },
    exchangeCode: ({ code, redirectUri, verifier, client }) => {
      const consent = consents.get(code);
      consents.delete(code);
      if (consent === undefined) return { refused: 'The code is unknown, or was used before.' };
      if (clock() >= consent.expiresAtMs) return { refused: 'The code has expired.' };
      if (consent.redirectUri !== redirectUri) {
        return { refused: 'redirect_uri is another one than in step one.' };
      }
      const defect = verifierDefect(verifier, consent.challenge, client);
      if (defect !== null) return { refused: defect };
      return issue({ scopes: consent.scopes, client, accessTokens: [] });
    },
    refresh: (refreshToken, client) => {
      const state = refreshTokens.get(refreshToken);
      if (state === undefined)
        return { refused: 'The refresh token is unknown, revoked, or was used before.' };
      if (clock() >= state.expiresAtMs) return { refused: 'The refresh token has expired.' };
      if (state.client !== client) return { refused: `The refresh token is of a ${state.client} client.` };
      if (client === 'confidential') return { scopes: state.scopes, refreshToken: null };
      refreshTokens.delete(refreshToken);
      return issue(state);
    },
    bind: (refreshToken, accessToken) => {
      refreshTokens.get(refreshToken)?.accessTokens.push(accessToken);
    },
    revoke: (refreshToken) => {
      const accessTokens = refreshTokens.get(refreshToken)?.accessTokens ?? [];
      refreshTokens.delete(refreshToken);
      return accessTokens;
    },
  };
}

function verifierDefect(verifier: string, challenge: string | null, client: ClientKind): string | null {
  if (challenge === null) return client === 'public' ? 'A public client has to use PKCE.' : null;
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return 'code_verifier must have 43 to 128 characters.';
  const computed = createHash('sha256').update(verifier).digest('base64url');
  return computed === challenge ? null : 'code_verifier does not fit the code_challenge.';
}
