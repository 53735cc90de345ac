import type { SchemaDocument } from '@suitewright/schema';
import { type Catalog, check } from '@suitewright/suiteql';
import { duplicateNames, type NamedQuery, namedQueries } from '../queries/named-query.js';
import type { SourceText } from '../queries/query-source.js';
import { knownCatalog, schemaCatalog } from '../queries/schema-catalog.js';
import { type SourceFinding, sourceFinding } from '../queries/source-finding.js';
import { withoutComments } from '../queries/text-edit.js';
import { typeQuery } from '../queries/typed-query.js';
import { checkTemplate } from './check-template.js';
import { findTemplates } from './find-templates.js';

/**
 * Checks the SuiteQL of files: the statements of `.suiteql` files, and those that programs write with
 * the template tag `sql`.
 *
 * @param document The account. Null: what is known of every account, which leaves much undecided.
 * @returns By file and place.
 */
export function lint(
  sources: readonly SourceText[],
  document: SchemaDocument | null,
): readonly SourceFinding[] {
  const catalog = document === null ? knownCatalog() : schemaCatalog(document);
  const files = sources.map((source) =>
    source.path.endsWith('.suiteql')
      ? lintQueries(source, { catalog, isAccount: document !== null })
      : { queries: [], findings: lintProgram(source, catalog) },
  );
  const duplicates = duplicateNames(files.flatMap(({ queries }) => queries));
  const found = [...files.flatMap(({ findings }) => findings), ...duplicates];
  const order = new Map(sources.map(({ path }, at) => [path, at]));
  return found.toSorted(
    (left, right) =>
      (order.get(left.path) ?? 0) - (order.get(right.path) ?? 0) ||
      left.line - right.line ||
      left.column - right.column,
  );
}

function lintQueries(
  source: SourceText,
  { catalog, isAccount }: { readonly catalog: Catalog; readonly isAccount: boolean },
): { readonly queries: readonly NamedQuery[]; readonly findings: readonly SourceFinding[] } {
  const { queries, findings } = namedQueries(source);
  const found = queries.flatMap((query) =>
    isAccount ? typeQuery(query, catalog).findings : checkQuery(query, catalog),
  );
  return { queries, findings: [...findings, ...found] };
}

/** Whether a function can be generated depends on the account. */
function checkQuery({ text, source, name, start }: NamedQuery, catalog: Catalog): readonly SourceFinding[] {
  return check(withoutComments(text), catalog, { namedParameters: true }).findings.map((finding) =>
    sourceFinding(source, {
      ...finding,
      query: name,
      range: { start: start + finding.range.start, end: start + finding.range.end },
    }),
  );
}

function lintProgram(source: SourceText, catalog: Catalog): readonly SourceFinding[] {
  return findTemplates(source, catalog).flatMap((parts) =>
    checkTemplate(parts, catalog).map((finding) => sourceFinding(source, { ...finding, query: null })),
  );
}
