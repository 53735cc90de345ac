import { IntrospectionError } from '../introspection-error.js';
import type { IntrospectionScope, RawManifest, RawStore } from './raw-store.js';

/**
 * Makes a store ready for a run: goes on with what an unfinished run over the same account and scope
 * left, and forgets what else is there of this account.
 *
 * @throws {IntrospectionError} The store holds answers of another account.
 */
export async function prepareRawStore(
  store: RawStore,
  run: { readonly account: string; readonly scope: IntrospectionScope; readonly resume: boolean },
): Promise<RawManifest> {
  const manifest: RawManifest = { format: 1, account: run.account, scope: run.scope, complete: false };
  const kept = await store.readManifest();
  if (kept !== null && kept.account !== run.account) {
    throw new IntrospectionError(
      'INTROSPECTION_STORE_FOREIGN',
      `${store.location} holds the answers of account ${kept.account}, and this run is on ${run.account}. ` +
        'Choose another directory, or delete that one.',
    );
  }
  const goesOn = run.resume && kept !== null && !kept.complete && sameScope(kept.scope, run.scope);
  if (goesOn) return kept;
  await store.clear();
  await store.writeManifest(manifest);
  return manifest;
}

function sameScope(one: IntrospectionScope, other: IntrospectionScope): boolean {
  const facts = ({ include, exclude, probe, referenceTargets }: IntrospectionScope): string =>
    JSON.stringify([include, exclude, probe, referenceTargets]);
  return facts(one) === facts(other);
}
