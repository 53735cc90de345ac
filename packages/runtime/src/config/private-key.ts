import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AssertionAlgorithm } from '../auth/client-assertion.js';

/** A key that was read, or what keeps it from being read. The problem never shows the key or its path. */
export type PrivateKeyReading =
  | { readonly key: KeyObject; readonly problem?: undefined }
  | { readonly key?: undefined; readonly problem: string };

/** Reads a PEM text; where the text is none, takes it for the path of a file with one. */
export function readPrivateKey(textOrPath: string): PrivateKeyReading {
  const text = textOrPath.includes('-----BEGIN') ? textOrPath : readTextFile(textOrPath);
  if (text === null)
    return { problem: 'is neither a PEM key (-----BEGIN …) nor the path of a readable file' };
  // A certificate may stand beside the key, before or behind it.
  const pem = /-----BEGIN (?<kind>[A-Z ]*PRIVATE KEY)-----.*?-----END \k<kind>-----/s.exec(text)?.[0] ?? text;
  if (/-----BEGIN [A-Z ]*(?:PUBLIC KEY|CERTIFICATE)-----/.test(pem)) {
    return { problem: 'holds a public key or a certificate; the private key that belongs to it is needed' };
  }
  if (/-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    return {
      problem: 'is protected by a passphrase; decrypt it first (openssl pkey -in KEY -out DECRYPTED)',
    };
  }
  try {
    return { key: createPrivateKey(withRealLineBreaks(pem)) };
  } catch {
    return {
      problem: 'is not a readable PEM private key; it may have been cut or have lost its line breaks',
    };
  }
}

function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Environment files often hold the key on one line, its line breaks written `\n`, between quotes. */
function withRealLineBreaks(pem: string): string {
  return pem
    .trim()
    .replace(/^["']|["']$/g, '')
    .replaceAll('\\r', '')
    .replaceAll('\\n', '\n');
}

const algorithmsByCurve: Readonly<Record<string, AssertionAlgorithm>> = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

const rsaAlgorithms: readonly AssertionAlgorithm[] = ['PS256', 'PS384', 'PS512'];

/** NetSuite takes RSA keys from 3072 bits. */
const shortestModulusBits = 3072;

/** The algorithms that a key can sign with, the usual one first; or why NetSuite takes none of them. */
export function algorithmsFor(
  key: KeyObject,
): { readonly fitting: readonly AssertionAlgorithm[] } | { readonly problem: string } {
  if (key.asymmetricKeyType === 'ec') {
    const fitting = algorithmsByCurve[key.asymmetricKeyDetails?.namedCurve ?? ''];
    return fitting
      ? { fitting: [fitting] }
      : { problem: 'lies on a curve that NetSuite does not take; use P-256' };
  }
  if (key.asymmetricKeyType === 'rsa') {
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits >= shortestModulusBits
      ? { fitting: rsaAlgorithms }
      : { problem: `has ${bits} bits; NetSuite takes RSA keys from ${shortestModulusBits}` };
  }
  return { problem: `is of the type ${key.asymmetricKeyType}; use an EC P-256 or an RSA key` };
}
