import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../clock.js';

/** Issues and verifies bearer tokens. The signing key lives as long as the emulator. */
export interface AccessTokens {
  readonly lifetimeSeconds: number;
  readonly issue: (grant: TokenGrant) => Promise<string>;
  /** Null: valid. Otherwise the reason why not. */
  readonly verify: (token: string) => Promise<string | null>;
  /** A token that is good no more, whatever its expiry. */
  readonly revoke: (token: string) => void;
  /** The public half of the signing key. */
  readonly publicKeys: () => Promise<readonly JWK[]>;
}

export interface TokenGrant {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

const issuer = 'https://system.netsuite.com';
const keyId = 's.SYSTEM.1';
const lifetimeSeconds = 3600;
// NetSuite signs with RSA (RS256 in Oracle's sample, PS256 in its text). Clients take the token as opaque,
// and an EC key is made in no time.
const algorithm = 'ES256';

export function createAccessTokens(clock: Clock): AccessTokens {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Verifying a signature for each of a thousand pages costs more than remembering when it ends.
  const expiryByToken = new Map<string, number>();
  const revoked = new Set<string>();
  return {
    lifetimeSeconds,
    issue: async ({ clientId, scopes }) => {
      const nowSeconds = Math.floor(clock() / 1000);
      const token = await new SignJWT({ scope: [...scopes], oit: nowSeconds })
        .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid: keyId })
        .setSubject('1;0;3;1;N')
        .setAudience([clientId, `app:${randomUUID().toUpperCase()}`])
        .setIssuer(issuer)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(nowSeconds + lifetimeSeconds)
        .setJti(`a.c.${randomUUID()}`)
        .sign(privateKey);
      for (const [issued, expirySeconds] of expiryByToken) {
        if (expirySeconds <= nowSeconds) expiryByToken.delete(issued);
      }
      expiryByToken.set(token, nowSeconds + lifetimeSeconds);
      return token;
    },
    verify: async (token) => {
      if (revoked.has(token)) return 'revoked';
      const expirySeconds = expiryByToken.get(token);
      if (expirySeconds !== undefined && clock() / 1000 < expirySeconds) return null;
      return verifySignature(token);
    },
    revoke: (token) => {
      revoked.add(token);
    },
    publicKeys: async () => [{ ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: 'sig' }],
  };

  async function verifySignature(token: string): Promise<string | null> {
    try {
      await jwtVerify(token, publicKey, { issuer, algorithms: [algorithm], currentDate: new Date(clock()) });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : 'not a token of this account';
    }
  }
}
