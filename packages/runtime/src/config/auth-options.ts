import type { AssertionAlgorithm, ScopeForm } from '../auth/client-assertion.js';

/** Token-based authentication: OAuth 1.0a, HMAC-SHA256. */
export interface TokenBasedAuthOptions {
  readonly method: 'tba';
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** OAuth 2.0 client credentials (machine to machine). Give `privateKey` or `privateKeyFile`. */
export interface MachineToMachineOptions {
  readonly method: 'oauth2';
  readonly clientId: string;
  /** The id that NetSuite shows for the uploaded certificate. */
  readonly certificateId: string;
  /** PEM: PKCS#8, SEC1 or PKCS#1; line breaks real or written `\n`. The path of such a file is taken as well. */
  readonly privateKey?: string;
  readonly privateKeyFile?: string;
  /** Must fit the key: EC takes ES256/384/512 by its curve, RSA takes PS256/384/512. Default: what fits the key. */
  readonly algorithm?: AssertionAlgorithm;
  /** Default: `restlets` and `rest_webservices`. */
  readonly scopes?: readonly string[];
  /** How the scope claim is written. Default 'array', as in Oracle's sample. */
  readonly scopeForm?: ScopeForm;
  /** The `aud` claim. Default: the token endpoint's address, which is what NetSuite's documentation asks for. */
  readonly audience?: string;
}

/** An access token that somebody else got and renews. */
export interface BearerOptions {
  readonly method: 'bearer';
  readonly accessToken: string;
}

/**
 * OAuth 2.0 authorization code with PKCE: a person has signed in by `suitewright login`, or by `openLogin`. The login is
 * kept in `tokenStore` of the connection's options, else in `loginFile`.
 */
export interface AuthorizationCodeOptions {
  readonly method: 'authorization-code';
  readonly clientId: string;
  /** Leave it out for a public client. */
  readonly clientSecret?: string;
  /** Default: `.suitewright/ACCOUNT.login.json` in the user's home folder. */
  readonly loginFile?: string;
  /** Default: `restlets` and `rest_webservices`. */
  readonly scopes?: readonly string[];
}

export type AuthOptions =
  | TokenBasedAuthOptions
  | MachineToMachineOptions
  | BearerOptions
  | AuthorizationCodeOptions;
