import { keptAnswers } from './answer-source.js';
import { collect } from './collect.js';
import { IntrospectionError } from './introspection-error.js';
import type { RawMetadata } from './raw-metadata.js';
import type { RawStore } from './raw-store.js';

/**
 * Reads what an introspection kept, without asking any account.
 *
 * @throws {IntrospectionError} Nothing is kept there, or the introspection did not finish.
 */
export async function readRawMetadata(store: RawStore): Promise<RawMetadata> {
  const manifest = await store.readManifest();
  if (manifest === null || !manifest.complete) {
    throw new IntrospectionError(
      'INTROSPECTION_STORE_INCOMPLETE',
      manifest === null
        ? `${store.location} holds no introspection. Run one that keeps its raw answers there.`
        : `The introspection in ${store.location} did not finish. Run it again into the same directory: it goes on where it stopped.`,
    );
  }
  return collect(keptAnswers(store), {
    scope: manifest.scope,
    swaggerTimeoutMs: 0,
    onProgress: () => undefined,
  });
}
