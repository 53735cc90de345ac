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
    const assertion = await createClientAssertion(credentials, serverClock.now());
    const fields = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
    return { fields, secrets: [assertion] };
  };
  const { value, fetchedAtMs, expiresAtMs } = await requestToken(endpoint, createForm, serverClock);
  return { value, fetchedAtMs, expiresAtMs };
}
