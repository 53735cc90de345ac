import { z } from 'zod';
import { IntrospectionError } from '../introspection-error.js';
import type { AnswerSource } from './answer-source.js';
import { catalogPath } from './catalog-path.js';
import type { IntrospectionScope } from './raw-store.js';

/** The links of an item differ between what Oracle documents and what servers send; only the name counts. */
const catalogIndex = z.object({ items: z.array(z.object({ name: z.string() })) });

export interface CatalogIndex {
  /** The names of the records that the role sees. */
  readonly all: ReadonlySet<string>;
  /** Those that the scope asks for. */
  readonly names: readonly string[];
}

/**
 * The names of records, lower case, in the catalog's order.
 *
 * @throws {IntrospectionError} There is no catalog, or nothing in it that the scope asks for.
 */
export async function readCatalogIndex(
  source: AnswerSource,
  scope: IntrospectionScope,
): Promise<CatalogIndex> {
  const answer = await source.answer('catalog', {
    method: 'GET',
    path: catalogPath,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) {
    throw new IntrospectionError(
      'INTROSPECTION_NO_CATALOG',
      `The account refused its metadata-catalog with ${answer.status}: ${answer.detail || 'no reason given'}. ` +
        'Enable REST Web Services (Setup > Company > Enable Features > SuiteCloud) and give the role the permission REST Web Services.',
    );
  }
  const parsed = catalogIndex.safeParse(answer.body);
  if (!parsed.success) {
    throw new IntrospectionError(
      'INTROSPECTION_NO_CATALOG',
      'The answer of the metadata-catalog is no list of records. Check that the base URL is that of a NetSuite account.',
      parsed.error,
    );
  }
  const all = new Set(parsed.data.items.map((item) => item.name.toLowerCase()));
  return { all, names: within(scope, all) };
}

function within(scope: IntrospectionScope, all: ReadonlySet<string>): string[] {
  const unknown = (scope.include ?? []).filter((name) => !all.has(name));
  if (unknown.length > 0) {
    throw new IntrospectionError(
      'INTROSPECTION_NO_RECORDS',
      `The account's catalog has no record ${unknown.join(', ')}. Use names of the catalog in lower case, such as salesorder; the role and the enabled features decide which there are.`,
    );
  }
  const excluded = new Set(scope.exclude);
  const names = [...all].filter((name) => (scope.include?.includes(name) ?? true) && !excluded.has(name));
  if (names.length > 0) return names;
  throw new IntrospectionError(
    'INTROSPECTION_NO_RECORDS',
    all.size === 0
      ? 'The account lists no record in its metadata-catalog. Give the role permissions on the records to be used.'
      : 'No record of the catalog is left after include and exclude. Change them.',
  );
}
