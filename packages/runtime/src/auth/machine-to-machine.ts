import type { Clock } from '../transport/clock.js';
import { untilAborted } from '../transport/until-aborted.js';
import type { Authenticator } from './authenticator.js';
import { isStoredToken, type StoredToken, type TokenStore } from './token-store.js';

export interface MachineToMachineSettings {
  readonly fetchToken: () => Promise<StoredToken>;
  readonly clock: Clock;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** Default: tokens live as long as the connection. */
  readonly store?: { readonly tokens: TokenStore; readonly name: string } | undefined;
  readonly onToken: (token: StoredToken, source: 'endpoint' | 'store') => void;
}

/** A token is replaced this long before it expires, or at the last fifth of a life that is shorter. */
const longestMarginMs = 60_000;

/**
 * OAuth 2.0 client credentials. Any number of callers share one token and, while there is none, one exchange: a caller
 * that gives up does not take the token from the others. While the old one is good, nobody waits for its successor.
 */
export function machineToMachineAuthenticator(settings: MachineToMachineSettings): Authenticator {
  const { fetchToken, clock, random, store, onToken } = settings;
  let token: StoredToken | null = null;
  let renewAtMs = 0;
  let pending: Promise<StoredToken> | null = null;
  let refusedValue: string | null = null;

  function adopt(found: StoredToken, source: 'endpoint' | 'store'): StoredToken {
    token = found;
    const marginMs = Math.min(longestMarginMs, (found.expiresAtMs - found.fetchedAtMs) / 5);
    // Drawn anew for each token, so that processes which share one do not all renew it at once.
    renewAtMs = found.expiresAtMs - marginMs * (1 + random());
    onToken(found, source);
    return found;
  }

  async function storedToken(): Promise<StoredToken | null> {
    const found: unknown = await store?.tokens.read(store.name).catch(() => null);
    const isUsable =
      isStoredToken(found) &&
      found.value !== refusedValue &&
      found.value !== token?.value &&
      found.expiresAtMs - clock.now() > (found.expiresAtMs - found.fetchedAtMs) / 5;
    return isUsable ? found : null;
  }

  async function nextToken(): Promise<StoredToken> {
    const stored = await storedToken();
    if (stored !== null) return adopt(stored, 'store');
    const fetched = adopt(await fetchToken(), 'endpoint');
    await store?.tokens.write(store.name, fetched).catch(() => {});
    return fetched;
  }

  function renewed(): Promise<StoredToken> {
    pending ??= nextToken().finally(() => {
      pending = null;
    });
    return pending;
  }

  function currentToken(): Promise<StoredToken> {
    if (token === null || clock.now() >= token.expiresAtMs) return renewed();
    // A renewal that fails early is tried again by the next caller; only its last chance is anybody's failure.
    if (clock.now() >= renewAtMs) renewed().catch(() => {});
    return Promise.resolve(token);
  }

  return {
    method: 'oauth2',
    async authorize({ signal }) {
      const { value } = await untilAborted(currentToken(), signal);
      return `Bearer ${value}`;
    },
    refused(authorization) {
      refusedValue = authorization.slice('Bearer '.length);
      if (token?.value === refusedValue) token = null;
      return true;
    },
  };
}
