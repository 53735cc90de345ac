import type { Authenticator } from './authenticator.js';

/** Sends an access token that somebody else got and renews. */
export function bearerAuthenticator(accessToken: string): Authenticator {
  return {
    method: 'bearer',
    authorize: async () => `Bearer ${accessToken}`,
    refused: () => false,
  };
}
