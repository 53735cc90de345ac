import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Token-based authentication: an integration's consumer and a user's token. */
export interface TokenBasedCredentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** OAuth 2.0 client credentials (machine to machine): an integration and a registered certificate. */
export interface ClientCredentials {
  readonly clientId: string;
  /** The `kid` of assertions. */
  readonly certificateId: string;
  /** PKCS#8 or SEC1 PEM. Its public half stands for the uploaded certificate. */
  readonly privateKey: string;
  readonly algorithm: AssertionAlgorithm;
}

export type AssertionAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512';

export interface EmulatorCredentials {
  readonly tba: TokenBasedCredentials;
  readonly oauth2: ClientCredentials;
  /** The secret that goes with the client id of `oauth2` where a person signs in. A public client leaves it out. */
  readonly clientSecret: string;
}

/** Credentials of the caller's own; those that are absent are made up. */
export interface CredentialOptions {
  readonly tba?: TokenBasedCredentials;
  readonly oauth2?: ClientCredentials;
  readonly clientSecret?: string;
}

/**
 * The credentials that one emulator accepts.
 *
 * @throws {TypeError} The private key cannot be read, or NetSuite would refuse its kind or size.
 */
export function resolveCredentials({ tba, oauth2, clientSecret }: CredentialOptions): EmulatorCredentials {
  if (oauth2 !== undefined) certificateKey(oauth2);
  return {
    tba: tba ?? generateTokenBased(),
    oauth2: oauth2 ?? generateClientCredentials(),
    clientSecret: clientSecret ?? randomBytes(32).toString('hex'),
  };
}

/**
 * The public key of the registered certificate.
 *
 * @throws {TypeError} As `resolveCredentials`.
 */
export function certificateKey({ privateKey }: ClientCredentials): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(createPrivateKey(privateKey));
  } catch (cause) {
    throw new TypeError('The private key cannot be read. Give it as PEM, PKCS#8 or SEC1.', { cause });
  }
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const accepted =
    key.asymmetricKeyType === 'ec'
      ? ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve ?? '')
      : [3072, 4096].includes(modulusLength ?? 0);
  if (!accepted) {
    throw new TypeError(
      `NetSuite takes no certificate for this key (${key.asymmetricKeyType} ${namedCurve ?? modulusLength ?? ''}). ` +
        'Use EC on P-256, P-384 or P-521, or RSA with 3072 or 4096 bits.',
    );
  }
  return key;
}

function generateTokenBased(): TokenBasedCredentials {
  return {
    consumerKey: randomBytes(32).toString('hex'),
    consumerSecret: randomBytes(32).toString('hex'),
    tokenId: randomBytes(32).toString('hex'),
    tokenSecret: randomBytes(32).toString('hex'),
  };
}

function generateClientCredentials(): ClientCredentials {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    clientId: randomBytes(32).toString('hex'),
    certificateId: randomBytes(32).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    algorithm: 'ES256',
  };
}
