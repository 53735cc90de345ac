import type { SchemaDocument } from '@suitewright/schema';
import { type AccountPlan, accountPlan } from '../plan/account-plan.js';
import { fileImports, runtimeModule } from '../plan/file-imports.js';
import type { PlannedFile } from '../plan/generation-plan.js';
import { duplicateNames, importedNames, namedQueries } from './named-query.js';
import { QueryError } from './query-error.js';
import type { QuerySource } from './query-source.js';
import { queryView } from './query-view.js';
import { schemaCatalog } from './schema-catalog.js';
import type { SourceFinding } from './source-finding.js';
import { type TypedQuery, typeQuery } from './typed-query.js';

/** The file of typed queries. Null: there are none. */
export interface QueriesPlan {
  readonly file: PlannedFile | null;
  /** What is likely not as meant; it does not keep the queries from being generated. */
  readonly warnings: readonly SourceFinding[];
}

/**
 * Plans a function for each query of `.suiteql` files.
 *
 * @throws {QueryError} Some are no queries or do not fit the schema: all of them, each with its place.
 */
export function planQueries(sources: readonly QuerySource[], document: SchemaDocument): QueriesPlan {
  const read = sources.map(namedQueries);
  const queries = read.flatMap((file) => file.queries);
  const catalog = schemaCatalog(document);
  const results = queries.map((query) => typeQuery(query, catalog));
  const findings = [
    ...read.flatMap((file) => file.findings),
    ...duplicateNames(queries),
    ...results.flatMap((result) => result.findings),
  ];
  const errors = findings.filter(isFatal).map((finding) => ({ ...finding, severity: 'error' as const }));
  if (errors.length > 0) throw new QueryError(errors);
  const typed = results.flatMap((result) => (result.typed === null ? [] : [result.typed]));
  const file = typed.length === 0 ? null : queriesFile(typed, accountPlan(document));
  return { file, warnings: findings };
}

/** Nobody knows what a column holds that is not in the schema, so no type can be generated for it. */
function isFatal({ severity, code }: SourceFinding): boolean {
  return severity === 'error' || code === 'unknown-column';
}

function queriesFile(queries: readonly TypedQuery<QuerySource>[], account: AccountPlan): PlannedFile {
  const imports = fileImports('./queries.js');
  imports.addValue(runtimeModule, 'defineQuery');
  imports.addType(runtimeModule, 'Query');
  const taken = new Set<string>(importedNames);
  for (const { query } of queries) taken.add(query.name);
  return {
    name: 'queries.ts',
    template: 'queries',
    view: { queries: queries.map((query) => queryView(query, { account, imports, taken })) },
    imports: imports.list(),
  };
}
