import type { EmulatorCredentials } from './auth/credentials.js';

export interface EnvironmentOptions {
  readonly accountId: string;
  readonly url: string;
  /** IANA name of the account's time zone, which `suitewright introspect` writes into the schema. */
  readonly timeZone: string;
  readonly credentials: EmulatorCredentials;
}

export type AuthType = 'oauth2' | 'tba' | 'authorization-code';

/** The settings of a client, as environment variables. */
export type EnvironmentVariables = Readonly<Record<EnvironmentVariable, string>>;

type EnvironmentVariable =
  | 'NETSUITE_ACCOUNT_ID'
  | 'NETSUITE_BASE_URL'
  | 'NETSUITE_AUTH_TYPE'
  | 'NETSUITE_CONSUMER_KEY'
  | 'NETSUITE_CONSUMER_SECRET'
  | 'NETSUITE_TOKEN_ID'
  | 'NETSUITE_TOKEN_SECRET'
  | 'NETSUITE_CLIENT_ID'
  | 'NETSUITE_CLIENT_SECRET'
  | 'NETSUITE_CERTIFICATE_ID'
  | 'NETSUITE_PRIVATE_KEY'
  | 'NETSUITE_ALGORITHM'
  | 'NETSUITE_SCOPES'
  | 'NETSUITE_TIME_ZONE';

/** The NETSUITE_* variables of all methods of authentication. The private key has real newlines. */
export function environmentVariables(
  { accountId, url, timeZone, credentials }: EnvironmentOptions,
  authType: AuthType,
): EnvironmentVariables {
  const { tba, oauth2, clientSecret } = credentials;
  return {
    NETSUITE_ACCOUNT_ID: accountId,
    NETSUITE_BASE_URL: url,
    NETSUITE_AUTH_TYPE: authType,
    NETSUITE_CONSUMER_KEY: tba.consumerKey,
    NETSUITE_CONSUMER_SECRET: tba.consumerSecret,
    NETSUITE_TOKEN_ID: tba.tokenId,
    NETSUITE_TOKEN_SECRET: tba.tokenSecret,
    NETSUITE_CLIENT_ID: oauth2.clientId,
    NETSUITE_CLIENT_SECRET: clientSecret,
    NETSUITE_CERTIFICATE_ID: oauth2.certificateId,
    NETSUITE_PRIVATE_KEY: oauth2.privateKey,
    NETSUITE_ALGORITHM: oauth2.algorithm,
    NETSUITE_SCOPES: 'rest_webservices,restlets',
    NETSUITE_TIME_ZONE: timeZone,
  };
}

/** Variables as the text of a .env file: newlines are written `\n`, within double quotes. */
export function formatEnvironmentFile(variables: EnvironmentVariables): string {
  const line = ([name, value]: readonly [string, string]): string =>
    /^[\w.:/,-]*$/.test(value) ? `${name}=${value}` : `${name}="${value.trim().replaceAll('\n', '\\n')}"`;
  return `${Object.entries(variables).map(line).join('\n')}\n`;
}
