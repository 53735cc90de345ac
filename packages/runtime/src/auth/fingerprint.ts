import { createHash } from 'node:crypto';

/** A name for what these parts tell apart, in a store that need not know them. */
export function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
