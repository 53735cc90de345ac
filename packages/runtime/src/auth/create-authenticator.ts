import type { Configuration } from '../config/configuration.js';
import type { Dispatcher } from '../transport/dispatcher.js';
import type { RetryContext } from '../transport/retry.js';
import type { Authenticator } from './authenticator.js';
import { bearerAuthenticator } from './bearer.js';
import { fingerprint } from './fingerprint.js';
import { guardTokens } from './guard-tokens.js';
import { setUpLogin } from './login-setup.js';
import { exchangeRefreshToken } from './login-tokens.js';
import { fetchMachineToken } from './machine-to-machine.js';
import { createLoginKeeper } from './renew-login.js';
import { type RenewedTokenSettings, renewedTokenAuthenticator } from './renewed-token.js';
import { createServerClock, isTrustedAddress } from './server-clock.js';
import { tokenBasedAuthenticator } from './token-based.js';
import { tokenPath } from './token-endpoint.js';
import type { TokenStore } from './token-store.js';

export interface AuthenticatorParts {
  readonly configuration: Configuration;
  readonly dispatcher: Dispatcher;
  readonly retry: RetryContext;
  readonly tokenStore: TokenStore | undefined;
  /** Ends the exchanges of which nothing is lost. */
  readonly closed: AbortSignal;
}

/** The authenticator of the configured method. */
export function createAuthenticator({
  configuration,
  dispatcher,
  retry,
  tokenStore,
  closed,
}: AuthenticatorParts): Authenticator {
  const { account, baseUrl, credentials, timeouts } = configuration;
  const { clock, random, events, redact } = retry;
  const renewal: Pick<RenewedTokenSettings, 'clock' | 'random' | 'onToken'> = {
    clock,
    random,
    onToken({ value, expiresAtMs }, source) {
      redact.add(value);
      events.emit('token', { source, expiresAt: new Date(expiresAtMs).toISOString() });
    },
  };
  const serverClock = createServerClock({ clock, events, isTrusted: isTrustedAddress(new URL(baseUrl)) });
  switch (credentials.method) {
    case 'tba':
      return tokenBasedAuthenticator({ realm: account.canonical, ...credentials }, serverClock);
    case 'oauth2': {
      const url = new URL(baseUrl + tokenPath);
      const endpoint = { url, dispatcher, retry, timeouts, signal: closed };
      const tokens = tokenStore && guardTokens(tokenStore, retry);
      const assertion = { ...credentials, audience: credentials.audience ?? url.href };
      const { clientId, certificateId, scopes } = credentials;
      const name = fingerprint([account.canonical, url.href, clientId, certificateId, ...scopes]);
      return renewedTokenAuthenticator({
        ...renewal,
        method: 'oauth2',
        readStored: tokens && (() => tokens.read(name)),
        async fetchToken() {
          const token = await fetchMachineToken(endpoint, assertion, serverClock);
          await tokens?.write(name, token).catch(() => {});
          return token;
        },
      });
    }
    case 'authorization-code': {
      const { endpoint, place } = setUpLogin(credentials, configuration, dispatcher, retry, tokenStore);
      const keeper = createLoginKeeper({
        place,
        clock,
        setting: tokenStore === undefined ? 'NETSUITE_LOGIN_FILE' : 'tokenStore',
        exchange: (refreshToken) => exchangeRefreshToken(endpoint, credentials, refreshToken),
      });
      return renewedTokenAuthenticator({
        ...renewal,
        method: 'authorization-code',
        readStored: () => place.tokens.read(place.name),
        fetchToken: keeper.renew,
        onUse: keeper.saveSoon,
        onClose: keeper.save,
      });
    }
    case 'bearer':
      return bearerAuthenticator(credentials.accessToken);
  }
}
