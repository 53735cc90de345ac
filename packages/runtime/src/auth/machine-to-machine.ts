import type { Clock } from '../transport/clock.js';
import { untilAborted } from '../transport/until-aborted.js';
import type { Authenticator } from './authenticator.js';
import type { AccessToken } from './token-endpoint.js';

/** A token is replaced this long before it expires, or at the last fifth of a life that is shorter. */
const longestMarginMs = 60_000;

/**
 * OAuth 2.0 client credentials. Any number of callers share one token and, while there is none, one exchange: a caller
 * that gives up does not take the token from the others.
 */
export function machineToMachineAuthenticator(
  fetchToken: () => Promise<AccessToken>,
  clock: Clock,
): Authenticator {
  let token: AccessToken | null = null;
  let pending: Promise<AccessToken> | null = null;

  function currentToken(): Promise<AccessToken> {
    if (token !== null && !isDueForRenewal(token, clock.now())) return Promise.resolve(token);
    pending ??= fetchToken()
      .then((fetched) => {
        token = fetched;
        return fetched;
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }

  return {
    method: 'oauth2',
    async authorize({ signal }) {
      const { value } = await untilAborted(currentToken(), signal);
      return `Bearer ${value}`;
    },
    refused(authorization) {
      if (token !== null && authorization === `Bearer ${token.value}`) token = null;
      return true;
    },
  };
}

function isDueForRenewal(token: AccessToken, nowMs: number): boolean {
  const marginMs = Math.min(longestMarginMs, (token.expiresAtMs - token.fetchedAtMs) / 5);
  return nowMs >= token.expiresAtMs - marginMs;
}
