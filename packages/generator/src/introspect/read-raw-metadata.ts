import { IntrospectionError } from '../introspection-error.js';
import { keptAnswers } from './answer-source.js';
import { collect } from './collect.js';
import type { RawMetadata } from './raw-metadata.js';
import type { RawStore } from './raw-store.js';

/**
 * Reads what an introspection kept, without asking any account.
 *
 * @throws {IntrospectionError} Nothing is kept there, or the introspection did not finish.
 */
export async function readRawMetadata(store: RawStore): Promise<RawMetadata> {
  const manifest = await store.readManifest();
  if (manifest === null) {
    throw new IntrospectionError(
      'INTROSPECTION_STORE_INCOMPLETE',
      `${store.location} holds no introspection. Run one that keeps its raw answers there.`,
    );
  }
  const { scope } = manifest;
  const { raw } = await collect(keptAnswers(store), {
    scope,
    swaggerTimeoutMs: 0,
    onProgress: () => undefined,
  });
  return raw;
}
