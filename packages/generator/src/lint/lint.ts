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

/** Warnings about names and kinds: what may make NetSuite refuse a statement, or find nothing. */
const ofNamesAndKinds: ReadonlySet<string> = new Set([
  'unknown-table',
  'unknown-column',
  'unknown-function',
  'type-mismatch',
  'mixed-types',
  'argument-type',
  'argument-choice',
  'never-matches',
  'null-comparison',
  'status-code',
]);

/**
 * Checks a statement that is about to be sent as it is: errors, and warnings of names and kinds that come with advice.
 *
 * @param document The account. Null: what is known of every account.
 */
export function lintStatement(source: SourceText, document: SchemaDocument | null): readonly SourceFinding[] {
  const { table, tableNames, isRefused } = document === null ? knownCatalog() : schemaCatalog(document);
  // Whether a table is there that nobody asked for, the statement itself finds out.
  const catalog: Catalog = { table, ...(tableNames && { tableNames }), ...(isRefused && { isRefused }) };
  return check(source.text, catalog)
    .findings.filter(
      ({ severity, code, hint }) => severity === 'error' || (hint !== null && ofNamesAndKinds.has(code)),
    )
    .map((finding) => sourceFinding(source, { ...finding, query: null }));
}

function lintQueries(
  source: SourceText,
  { catalog, isAccount }: { readonly catalog: Catalog; readonly isAccount: boolean },
): { readonly queries: readonly NamedQuery[]; readonly findings: readonly SourceFinding[] } {
  const { queries, findings } = namedQueries(source);
  if (queries.length === 0 && findings.length === 0) return { queries, findings: [emptyFile(source)] };
  const found = queries.flatMap((query) =>
    isAccount ? typeQuery(query, catalog).findings : checkQuery(query, catalog),
  );
  return { queries, findings: [...findings, ...found] };
}

function emptyFile(source: SourceText): SourceFinding {
  return sourceFinding(source, {
    severity: 'warning',
    code: 'empty-file',
    message: 'There is no statement in this file.',
    hint: 'Write one, or remove the file.',
    query: null,
    range: { start: 0, end: Math.min(1, source.text.length) },
  });
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
