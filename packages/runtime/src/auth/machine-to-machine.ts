import { type AssertionCredentials, createClientAssertion } from './client-assertion.js';
import type { ServerClock } from './server-clock.js';
import { type OAuthEndpoint, requestToken } from './token-endpoint.js';
import type { StoredToken } from './token-store.js';

/**
 * Exchanges an assertion for an access token; each attempt with an assertion of its own.
 *
 * @throws {AuthenticationError} NetSuite gave no token.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html
 */
export async function fetchMachineToken(
  endpoint: OAuthEndpoint,
  credentials: AssertionCredentials,
  serverClock: ServerClock,
): Promise<StoredToken> {
  const createForm = async () => {
    const signedAtMs = serverClock.now();
    const assertion = await createClientAssertion(credentials, signedAtMs);
    const fields = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
    return { fields, secrets: [assertion], signedAtMs };
  };
  const { value, fetchedAtMs, expiresAtMs } = await requestToken(endpoint, createForm, serverClock);
  return { value, fetchedAtMs, expiresAtMs };
}
