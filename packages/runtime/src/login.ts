import { authorizeUrlOf } from './auth/authorize-url.js';
import { askForConsent, readConsent } from './auth/consent.js';
import { setUpLogin } from './auth/login-setup.js';
import { exchangeCode, type LoginTokens, revokeRefreshToken } from './auth/login-tokens.js';
import { readLogin } from './auth/renew-login.js';
import type { AuthorizationCodeOptions } from './config/auth-options.js';
import { resolveConfiguration } from './config/configuration.js';
import type { ConnectionOptions } from './config/connection-options.js';
import type { PersonalLogin } from './config/credentials.js';
import { createRetryContext, openPool } from './connection-parts.js';
import { LoginFailedError } from './errors/login-failed-error.js';
import { AuthenticationError } from './errors/response-error.js';

/** Whatever is left out is read from the environment, whatever NETSUITE_AUTH_TYPE says. */
export interface LoginOptions extends Omit<ConnectionOptions, 'auth'> {
  readonly auth?: AuthorizationCodeOptions;
}

/** Signs a person in to one account, and out. */
export interface Login extends AsyncDisposable {
  /** The account id as NetSuite's user interface shows it. */
  readonly account: string;
  /** Where the person consents, without the question: its scheme and host. */
  readonly authorizeOrigin: string;
  /** The file that the login is kept in; null where it goes into a store of the caller's. */
  readonly file: string | null;
  /**
   * Begins a login.
   *
   * @param redirectUri As the integration record has it. NetSuite takes https and schemes of one's own there, not http.
   */
  begin(redirectUri: string): LoginAttempt;
  /**
   * Revokes the login and forgets it.
   *
   * @returns Whether there was one.
   * @throws {NetSuiteError} NetSuite did not answer, or did not accept the client; the login is kept then.
   */
  end(): Promise<boolean>;
  close(): Promise<void>;
}

/** One question to a person. */
export interface LoginAttempt {
  /** Where the person's browser goes. */
  readonly url: string;
  /**
   * Exchanges what the browser came back with for tokens, and stores them.
   *
   * @param callback The whole address that it came back to.
   * @throws {LoginFailedError} It belongs to another login, or the person said no.
   * @throws {AuthenticationError} NetSuite gave no tokens.
   * @throws {StoreFailedError} They could not be stored. Call it again: they are kept until then.
   */
  complete(callback: URL): Promise<LoginResult>;
}

export interface LoginResult {
  /** The internal ids of the person's role and entity; null where NetSuite did not tell. */
  readonly role: string | null;
  readonly entity: string | null;
  /** ISO 8601, UTC: when the login ends if it is not used. */
  readonly endsAt: string;
}

/**
 * Prepares to sign a person in by OAuth 2.0's authorization code with PKCE. Connections with the method
 * `authorization-code` use the login then.
 *
 * @throws {ConfigurationError} Settings are missing or wrong; it lists all of them.
 */
export function openLogin(options: LoginOptions = {}): Login {
  const environment = {
    ...(options.environment ?? process.env),
    NETSUITE_AUTH_TYPE: 'authorization-code',
  };
  const configuration = resolveConfiguration({ ...options, environment });
  // The environment asks for this method, and the options' type takes no other.
  const credentials = configuration.credentials as PersonalLogin;
  const { account, baseUrl } = configuration;
  const dispatcher = options.dispatcher ?? openPool(configuration);
  const retry = createRetryContext(configuration, options);
  const { endpoint, revocation, place, file } = setUpLogin(
    credentials,
    configuration,
    dispatcher,
    retry,
    options.tokenStore,
  );
  const authorizeUrl = authorizeUrlOf(baseUrl);
  const { clientId, scopes } = credentials;

  async function close(): Promise<void> {
    if (options.dispatcher === undefined) await dispatcher.close();
  }

  return {
    account: account.canonical,
    authorizeOrigin: new URL(authorizeUrl).origin,
    file,
    begin(redirectUri) {
      const { url, state, verifier } = askForConsent({ authorizeUrl, clientId, scopes, redirectUri });
      let exchange: Promise<LoginTokens | null> | undefined;
      return {
        url,
        async complete(callback) {
          const { code, role, entity } = readConsent(callback, state, account.canonical);
          // A code works once: two calls at a time share its exchange, and tokens that could not be stored are stored now.
          exchange ??= exchangeCode(endpoint, credentials, { code, verifier, redirectUri });
          const tokens = await exchange.catch((error: unknown) => {
            exchange = undefined;
            throw error;
          });
          if (tokens === null) {
            exchange = undefined;
            throw new LoginFailedError(
              'no refresh token',
              'NetSuite gave an access token and no refresh token. Check that the integration record has Authorization ' +
                'Code Grant checked.',
            );
          }
          const endsAt = new Date(tokens.refreshToken.expiresAtMs).toISOString();
          await place.tokens.write(place.name, tokens);
          exchange = undefined;
          return { role, entity, endsAt };
        },
      };
    },
    async end() {
      const login = await readLogin(place);
      if (login !== null) {
        await revokeRefreshToken(revocation, credentials, login.refreshToken).catch((error: unknown) => {
          // Assumed: a login that has ended already is refused so. There is nothing left to revoke.
          const hasEnded = error instanceof AuthenticationError && error.errorCode === 'invalid_grant';
          if (!hasEnded) throw error;
        });
      }
      await place.tokens.remove(place.name);
      return login !== null;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
