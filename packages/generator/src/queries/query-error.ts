import { describeFinding, type SourceFinding } from './source-finding.js';

/** Queries of `.suiteql` files do not fit the schema, or are no queries. Nothing was generated. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly code = 'QUERY_CHECK_FAILED';
  /** The errors, by file and place. */
  readonly findings: readonly SourceFinding[];

  constructor(findings: readonly SourceFinding[]) {
    const names = [...new Set(findings.map(({ query, path }) => query ?? path))];
    const what = names.length === 1 ? '1 query is' : `${names.length} queries are`;
    super(
      `${what} not right, so nothing was generated: ${names.join(', ')}.\n\n${findings.map(describeFinding).join('\n\n')}`,
    );
    this.findings = findings;
  }
}
