import { randomBytes } from 'node:crypto';

/** 20 random hexadecimal characters: the length that NetSuite's documentation calls ideal. */
export function createNonce(): string {
  return randomBytes(10).toString('hex');
}
