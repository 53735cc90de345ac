import type { EmulatorCredentials } from './auth/credentials.js';

export interface EnvironmentOptions {
  readonly accountId: string;
  readonly url: string;
  readonly credentials: EmulatorCredentials;
}

export type AuthType = 'oauth2' | 'tba';

/** The NETSUITE_* variables of both methods of authentication. The private key has real newlines. */
export function environmentVariables(
  { accountId, url, credentials }: EnvironmentOptions,
  authType: AuthType,
): Readonly<Record<string, string>> {
  const { tba, oauth2 } = credentials;
  return {
    NETSUITE_ACCOUNT_ID: accountId,
    NETSUITE_BASE_URL: url,
    NETSUITE_AUTH_TYPE: authType,
    NETSUITE_CONSUMER_KEY: tba.consumerKey,
    NETSUITE_CONSUMER_SECRET: tba.consumerSecret,
    NETSUITE_TOKEN_ID: tba.tokenId,
    NETSUITE_TOKEN_SECRET: tba.tokenSecret,
    NETSUITE_CLIENT_ID: oauth2.clientId,
    NETSUITE_CERTIFICATE_ID: oauth2.certificateId,
    NETSUITE_PRIVATE_KEY: oauth2.privateKey,
    NETSUITE_ALGORITHM: oauth2.algorithm,
    NETSUITE_SCOPES: 'rest_webservices,restlets',
  };
}

/** Variables as the text of a .env file: newlines are written `\n`, within double quotes. */
export function formatEnvironmentFile(variables: Readonly<Record<string, string>>): string {
  const line = ([name, value]: readonly [string, string]): string =>
    /^[\w.:/,-]*$/.test(value) ? `${name}=${value}` : `${name}="${value.trim().replaceAll('\n', '\\n')}"`;
  return `${Object.entries(variables).map(line).join('\n')}\n`;
}
