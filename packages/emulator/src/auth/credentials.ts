import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { type Curve, ecKey, rsaKey, type SeededBytes, seededBytes } from './derive-key.js';

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

export const assertionAlgorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const;

export type AssertionAlgorithm = (typeof assertionAlgorithms)[number];

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
  /** Those that are made up are the same for the same seed. Default: others each time. */
  readonly seed?: string;
  /** Of the key of `oauth2` where it is made up: EC for ES256 and its kin, RSA for PS256 and its kin. Default ES256. */
  readonly algorithm?: AssertionAlgorithm;
}

/**
 * The credentials that one emulator accepts.
 *
 * @throws {TypeError} The private key cannot be read, or NetSuite would refuse its kind or size; or there is no such
 *   algorithm.
 */
export function resolveCredentials(options: CredentialOptions): EmulatorCredentials {
  const { tba, oauth2, clientSecret, seed, algorithm = 'ES256' } = options;
  if (!assertionAlgorithms.includes(algorithm)) {
    throw new TypeError(
      `The emulator's option credentials.algorithm is '${String(algorithm).slice(0, 100)}'. ` +
        `Give one of ${assertionAlgorithms.join(', ')}.`,
    );
  }
  if (oauth2 !== undefined) certificateKey(oauth2);
  const bytes = seededBytes(seed ?? randomBytes(32).toString('hex'));
  return {
    tba: tba ?? makeTokenBased(bytes),
    oauth2: oauth2 ?? makeClientCredentials(bytes, algorithm),
    clientSecret: clientSecret ?? hex(bytes, 'client secret'),
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

function makeTokenBased(bytes: SeededBytes): TokenBasedCredentials {
  return {
    consumerKey: hex(bytes, 'consumer key'),
    consumerSecret: hex(bytes, 'consumer secret'),
    tokenId: hex(bytes, 'token id'),
    tokenSecret: hex(bytes, 'token secret'),
  };
}

const curveOf: Readonly<Partial<Record<AssertionAlgorithm, Curve>>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
};

function makeClientCredentials(bytes: SeededBytes, algorithm: AssertionAlgorithm): ClientCredentials {
  const curve = curveOf[algorithm];
  const key = curve === undefined ? rsaKey(bytes) : ecKey(curve, bytes);
  return {
    clientId: hex(bytes, 'client id'),
    certificateId: bytes(`certificate id ${algorithm}`, 32).toString('base64url'),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    algorithm,
  };
}

const hex = (bytes: SeededBytes, label: string): string => bytes(label, 32).toString('hex');
