import type { KeyObject } from 'node:crypto';
import { createNonce } from './nonce.js';

/** The signature algorithms that NetSuite takes; PKCS#1 v1.5 (RS256 …) is not among them. */
export const assertionAlgorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const;

export type AssertionAlgorithm = (typeof assertionAlgorithms)[number];

/** How the `scope` claim is written: Oracle's sample has an array, some clients send one text with blanks. */
export type ScopeForm = 'array' | 'string';

/** What proves the identity of a machine-to-machine client. */
export interface AssertionCredentials {
  readonly clientId: string;
  /** The id that NetSuite gave the uploaded certificate: the assertion's `kid`. */
  readonly certificateId: string;
  readonly privateKey: KeyObject;
  readonly algorithm: AssertionAlgorithm;
  readonly scopes: readonly string[];
  readonly scopeForm: ScopeForm;
  /** The token endpoint's address. */
  readonly audience: string;
}

/** NetSuite takes up to 60 minutes; this leaves room for a clock that is off, and little for a thief. */
const lifetimeSeconds = 15 * 60;

/**
 * The signed JWT that is exchanged for an access token.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html
 */
export async function createClientAssertion(
  credentials: AssertionCredentials,
  nowMs: number,
): Promise<string> {
  // Loaded when needed: clients that sign in otherwise start without it.
  const { SignJWT } = await import('jose');
  const issuedAt = Math.floor(nowMs / 1000);
  const scope = credentials.scopeForm === 'array' ? credentials.scopes : credentials.scopes.join(' ');
  return new SignJWT({ scope })
    .setProtectedHeader({ typ: 'JWT', alg: credentials.algorithm, kid: credentials.certificateId })
    .setIssuer(credentials.clientId)
    .setAudience(credentials.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .setJti(createNonce())
    .sign(credentials.privateKey);
}
