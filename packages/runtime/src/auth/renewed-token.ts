import type { AuthMethod } from '../errors/configuration-error.js';
import type { SteadyClock } from '../transport/clock.js';
import { untilAborted } from '../transport/until-aborted.js';
import type { Authenticator } from './authenticator.js';
import { isStoredToken, type StoredToken } from './token-store.js';

export interface RenewedTokenSettings {
  readonly method: AuthMethod;
  readonly fetchToken: () => Promise<StoredToken>;
  /** What another process may have left; anything else than a token is passed over. Default: nothing. */
  readonly readStored?: (() => Promise<unknown>) | undefined;
  readonly clock: SteadyClock;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  readonly onToken: (token: StoredToken, source: 'endpoint' | 'store') => void;
  /** Is called with each request. */
  readonly onUse?: (() => void) | undefined;
  /** Is called at the end, when no renewal is under way. */
  readonly onClose?: (() => Promise<void>) | undefined;
}

/** A token is replaced this long before it expires, or at the last fifth of a life that is shorter. */
const longestMarginMs = 60_000;

/**
 * A bearer token that is fetched when it is needed. Any number of callers share one token and, while there is none, one
 * exchange: a caller that gives up does not take the token from the others. While the old one is good, nobody waits for
 * its successor.
 */
export function renewedTokenAuthenticator(settings: RenewedTokenSettings): Authenticator {
  const { method, fetchToken, readStored, clock, random, onToken, onUse, onClose } = settings;
  let token: StoredToken | null = null;
  /** By the clock that measures: the other one may be set meanwhile. */
  let renewAtMs = 0;
  let overAtMs = 0;
  let pending: Promise<StoredToken> | null = null;
  let refusedValue: string | null = null;

  function adopt(found: StoredToken, source: 'endpoint' | 'store'): StoredToken {
    token = found;
    const lifetimeMs = found.expiresAtMs - found.fetchedAtMs;
    const marginMs = Math.min(longestMarginMs, lifetimeMs / 5);
    overAtMs = clock.elapsed() + Math.min(lifetimeMs, found.expiresAtMs - clock.now());
    // Drawn anew for each token, so that processes which share one do not all renew it at once.
    renewAtMs = overAtMs - marginMs * (1 + random());
    onToken(found, source);
    return found;
  }

  async function storedToken(): Promise<StoredToken | null> {
    const found: unknown = await readStored?.().catch(() => null);
    const isUsable =
      isStoredToken(found) &&
      found.value !== refusedValue &&
      found.value !== token?.value &&
      found.expiresAtMs - clock.now() > (found.expiresAtMs - found.fetchedAtMs) / 5;
    return isUsable ? found : null;
  }

  async function nextToken(): Promise<StoredToken> {
    const stored = await storedToken();
    return stored === null ? adopt(await fetchToken(), 'endpoint') : adopt(stored, 'store');
  }

  function renewed(): Promise<StoredToken> {
    pending ??= nextToken().finally(() => {
      pending = null;
    });
    return pending;
  }

  function currentToken(): Promise<StoredToken> {
    // What measures stands still while a machine sleeps.
    if (token === null || clock.elapsed() >= overAtMs || clock.now() >= token.expiresAtMs) return renewed();
    // A renewal that fails early is tried again by the next caller; only its last chance is anybody's failure.
    if (clock.elapsed() >= renewAtMs) renewed().catch(() => {});
    return Promise.resolve(token);
  }

  return {
    method,
    async authorize({ signal }) {
      onUse?.();
      const { value } = await untilAborted(currentToken(), signal);
      return `Bearer ${value}`;
    },
    refused(authorization) {
      refusedValue = authorization.slice('Bearer '.length);
      if (token?.value === refusedValue) token = null;
      return true;
    },
    async close() {
      await pending?.catch(() => {});
      await onClose?.();
    },
  };
}
