import { setMaxListeners } from 'node:events';
import type { Connection } from '@suitewright/runtime';
import { accountAnswers } from './answer-source.js';
import { collect } from './collect.js';
import type { IntrospectionOptions } from './introspection-options.js';
import type { RawMetadata } from './raw-metadata.js';
import type { IntrospectionScope } from './raw-store.js';
import { prepareRawStore } from './raw-store-preparation.js';

/** NetSuite ends a request after 15 minutes. */
const longestRequestMs = 900_000;

/**
 * Asks an account for everything that its models are generated from: the records of the
 * metadata-catalog with their fields, what references point to, the account's own definitions, and
 * which SuiteQL tables and columns it lets the role query. Only reads.
 *
 * What one record or table refuses becomes a warning in the result. Requests go out together, as many
 * at a time as the connection allows; a failure stops them all.
 *
 * @throws {NetSuiteError} The account does not let the connection in, or cannot be reached.
 * @throws {IntrospectionError} It has no usable catalog, or the raw store is of another account.
 */
export async function introspect(
  connection: Connection,
  options: IntrospectionOptions = {},
): Promise<RawMetadata> {
  const scope = scopeOf(options);
  const store = options.rawStore ?? null;
  const manifest =
    store &&
    (await prepareRawStore(store, { account: connection.account, scope, resume: options.resume ?? true }));
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  // Every request under way listens to it.
  setMaxListeners(0, signal);
  const source = accountAnswers(connection, store, signal);
  try {
    const { raw, complete } = await collect(source, {
      scope,
      swaggerTimeoutMs: options.swaggerTimeoutMs ?? longestRequestMs,
      onProgress: options.onProgress ?? (() => undefined),
    });
    if (store && manifest) await store.writeManifest({ ...manifest, scope, complete });
    return raw;
  } catch (error) {
    failure.abort(error);
    await source.settled();
    throw error;
  }
}

function scopeOf(options: IntrospectionOptions): IntrospectionScope {
  const lowerCase = (name: string): string => name.toLowerCase();
  return {
    include: options.include === undefined ? null : [...new Set(options.include.map(lowerCase))].sort(),
    exclude: [...new Set((options.exclude ?? []).map(lowerCase))].sort(),
    probe: options.probe ?? 'known',
    referenceTargets: options.referenceTargets ?? 'swagger',
    timeZone: options.timeZone ?? null,
  };
}
