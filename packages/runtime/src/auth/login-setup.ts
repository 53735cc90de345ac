import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import type { PersonalLogin } from '../config/credentials.js';
import type { Dispatcher } from '../transport/dispatcher.js';
import type { RetryContext } from '../transport/retry.js';
import { fingerprint } from './fingerprint.js';
import { guardTokens } from './guard-tokens.js';
import type { LoginPlace } from './renew-login.js';
import { type OAuthEndpoint, revokePath, tokenPath } from './token-endpoint.js';
import { fileTokenStore, type TokenStore } from './token-store.js';

/** What signing in and renewing a login both need. */
export interface LoginSetup {
  readonly endpoint: OAuthEndpoint;
  readonly revocation: OAuthEndpoint;
  readonly place: LoginPlace;
  /** Null: the login is in a store of the caller's. */
  readonly file: string | null;
}

export function setUpLogin(
  credentials: PersonalLogin,
  { account, baseUrl, timeouts }: Configuration,
  dispatcher: Dispatcher,
  retry: RetryContext,
  tokens: TokenStore | undefined,
): LoginSetup {
  const file = credentials.loginFile ?? join(homedir(), '.suitewright', `${account.canonical}.login.json`);
  const name = fingerprint(['login', account.canonical, baseUrl, credentials.clientId]);
  const shared = { dispatcher, retry, timeouts };
  return {
    endpoint: { url: new URL(baseUrl + tokenPath), ...shared },
    revocation: { url: new URL(baseUrl + revokePath), ...shared },
    place: { tokens: guardTokens(tokens ?? fileTokenStore(file), retry), name },
    file: tokens === undefined ? file : null,
  };
}
