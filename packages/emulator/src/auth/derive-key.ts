import {
  checkPrimeSync,
  createECDH,
  createHmac,
  createPrivateKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** Bytes that are the same for the same seed and label. */
export type SeededBytes = (label: string, length: number) => Buffer;

export function seededBytes(seed: string): SeededBytes {
  return (label, length) => {
    const blocks: Buffer[] = [];
    for (let index = 0; index * 32 < length; index++) {
      blocks.push(createHmac('sha256', `suitewright emulator ${seed}`).update(`${label} ${index}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
  };
}

const curves = {
  'P-256': { name: 'prime256v1', bytes: 32 },
  'P-384': { name: 'secp384r1', bytes: 48 },
  'P-521': { name: 'secp521r1', bytes: 66 },
} as const;

export type Curve = keyof typeof curves;

export function ecKey(curve: Curve, bytes: SeededBytes): KeyObject {
  const { name, bytes: length } = curves[curve];
  const secret = bytes(`EC ${curve}`, length);
  // Below half the curve's order, and not 0.
  secret[0] = curve === 'P-521' ? 0 : (secret[0] ?? 0) & 0x7f;
  secret[length - 1] = (secret[length - 1] ?? 0) | 1;
  const pair = createECDH(name);
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  return keyOf({
    kty: 'EC',
    crv: curve,
    x: point.subarray(1, 1 + length).toString('base64url'),
    y: point.subarray(1 + length).toString('base64url'),
    d: secret.toString('base64url'),
  });
}

const publicExponent = 65_537n;
const rsaBits = 3072;

/** A key for RSA-PSS, of the least size that NetSuite takes. Takes a second or so. */
export function rsaKey(bytes: SeededBytes): KeyObject {
  const p = prime(bytes('RSA p', rsaBits / 16));
  const q = prime(bytes('RSA q', rsaBits / 16));
  const d = inverse(publicExponent, (p - 1n) * (q - 1n));
  return keyOf({
    kty: 'RSA',
    n: unsigned(p * q),
    e: unsigned(publicExponent),
    d: unsigned(d),
    p: unsigned(p),
    q: unsigned(q),
    dp: unsigned(d % (p - 1n)),
    dq: unsigned(d % (q - 1n)),
    qi: unsigned(inverse(q, p)),
  });
}

/** The next prime from a start with its two highest bits set, so that a product of two has all bits. */
function prime(start: Buffer): bigint {
  const bits = BigInt(start.length * 8);
  let candidate = BigInt(`0x${start.toString('hex')}`) | (3n << (bits - 2n)) | 1n;
  while (candidate % publicExponent === 1n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function unsigned(value: bigint): string {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex').toString('base64url');
}

function keyOf(key: JsonWebKey): KeyObject {
  return createPrivateKey({ key, format: 'jwk' });
}
