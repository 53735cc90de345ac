import { createPrivateKey } from 'node:crypto';
import { startEmulator } from '@suitewright/emulator';
import { importPKCS8, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  type AssertionAlgorithm,
  resolveCredentials,
} from '../../../packages/emulator/src/auth/credentials.js';

const seed = { tables: {} };

describe('credentials that are made up', () => {
  it('are the same for the same seed, others for another, and others each time without one', () => {
    const made = resolveCredentials({ seed: 'a' });
    expect(resolveCredentials({ seed: 'a' })).toEqual(made);
    for (const other of [resolveCredentials({ seed: 'b' }), resolveCredentials({}), resolveCredentials({})]) {
      expect(other.tba.tokenSecret).not.toBe(made.tba.tokenSecret);
      expect(other.oauth2.privateKey).not.toBe(made.oauth2.privateKey);
      expect(other.clientSecret).not.toBe(made.clientSecret);
    }
    const { consumerKey, consumerSecret, tokenId, tokenSecret } = made.tba;
    const texts = [
      consumerKey,
      consumerSecret,
      tokenId,
      tokenSecret,
      made.oauth2.clientId,
      made.clientSecret,
    ];
    expect(new Set(texts).size).toBe(6);
    for (const text of texts) expect(text).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leave in place those that are given', () => {
    const tba = { consumerKey: 'k', consumerSecret: 's', tokenId: 't', tokenSecret: 'u' };
    expect(resolveCredentials({ seed: 'a', tba, clientSecret: 'c' })).toEqual({
      ...resolveCredentials({ seed: 'a' }),
      tba,
      clientSecret: 'c',
    });
  });

  it.each([
    ['ES256', { namedCurve: 'prime256v1' }],
    ['ES384', { namedCurve: 'secp384r1' }],
    ['ES512', { namedCurve: 'secp521r1' }],
    ['PS256', { modulusLength: 3072 }],
  ] as const)('sign in with %s', { timeout: 120_000 }, async (algorithm: AssertionAlgorithm, details) => {
    await using emulator = await startEmulator({ seed, credentials: { seed: 'a', algorithm } });
    const { clientId, certificateId, privateKey } = emulator.credentials.oauth2;
    expect(createPrivateKey(privateKey).asymmetricKeyDetails).toMatchObject(details);
    expect(emulator.environment()).toMatchObject({
      NETSUITE_ALGORITHM: algorithm,
      NETSUITE_PRIVATE_KEY: privateKey,
    });
    const url = `${emulator.url}/services/rest/auth/oauth2/v1/token`;
    const assertion = await new SignJWT({ scope: ['rest_webservices'] })
      .setProtectedHeader({ alg: algorithm, kid: certificateId, typ: 'JWT' })
      .setIssuer(clientId)
      .setAudience(url)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(await importPKCS8(privateKey, algorithm));
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    });

    expect(response.status).toBe(200);
  });
});
