import type { Query } from './ast.js';
import type { Bindings, OutputColumn } from './bindings.js';
import type { Catalog } from './catalog.js';
import { reportDuplicateOutputs } from './checker/output-names.js';
import { checkPaging } from './checker/paging.js';
import { checkQuery } from './checker/query.js';
import { checkRules } from './checker/rules/check-rules.js';
import { EMPTY_SCOPE } from './checker/scope.js';
import type { CheckedParameter, CheckState } from './checker/state.js';
import { SuiteqlError } from './error.js';
import type { Finding } from './finding.js';
import { type ParseOptions, parse } from './parse.js';

export interface CheckOptions extends ParseOptions {
  /** Whether the result will be read in pages, which asks for a unique ORDER BY. Default false. */
  readonly paged?: boolean;
}

export interface CheckResult {
  /** Null when the text does not parse. */
  readonly query: Query | null;
  /** What the statement yields, in order, names as NetSuite returns them. Null when it cannot be told. */
  readonly columns: readonly OutputColumn[] | null;
  /** In the order of the text. */
  readonly parameters: readonly CheckedParameter[];
  /** In the order of the text. Without errors, NetSuite should take the statement. */
  readonly findings: readonly Finding[];
  /** What the names and expressions of the tree stand for. */
  readonly bindings: Bindings;
}

/**
 * Checks a statement against what is known of an account. It does not throw: a text that does not parse
 * is one finding.
 *
 * @param statement The text, or a tree from `parse`.
 */
export function check(statement: string | Query, catalog: Catalog, options: CheckOptions = {}): CheckResult {
  const state: CheckState = {
    catalog,
    findings: [],
    parameters: [],
    columns: new Map(),
    values: new Map(),
    sources: new Map(),
    outputs: new Map(),
    grouped: new Set(),
    checkQuery,
  };
  const query = typeof statement === 'string' ? parseInto(state, statement, options) : statement;
  const columns = query === null ? null : checkQuery(state, query, EMPTY_SCOPE);
  if (query !== null) {
    checkRules(state, query);
    reportDuplicateOutputs(state, columns);
    if (options.paged === true && query.offset === null) checkPaging(state, query, true);
  }
  const findings = state.findings.sort((left, right) => left.range.start - right.range.start);
  return { query, columns, parameters: state.parameters, findings, bindings: state };
}

function parseInto(state: CheckState, text: string, options: ParseOptions): Query | null {
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    const { code, range, problem, hint } = error;
    state.findings.push({ severity: 'error', code, range, message: problem, hint });
    return null;
  }
}
