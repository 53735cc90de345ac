import type { Compound, Expression, Parameter, Query, Select, SourceRange } from '../ast.js';
import type { ColumnBinding, OutputColumn, Source, ValueKind, ValueType } from '../bindings.js';
import type { Catalog } from '../catalog.js';
import type { Finding, FindingCode } from '../finding.js';
import type { Scope } from './scope.js';

/** What one check has found so far. */
export interface CheckState {
  readonly catalog: Catalog;
  readonly findings: Finding[];
  readonly parameters: CheckedParameter[];
  readonly columns: Map<Expression, ColumnBinding>;
  readonly values: Map<Expression, ValueType>;
  readonly sources: Map<Select, readonly Source[]>;
  readonly outputs: Map<Query | Compound | Select, readonly OutputColumn[] | null>;
  /** Those that make groups of their rows, or one group of all. */
  readonly grouped: Set<Select>;
  /** Checks a subquery. Here, so that the files of the checker need not import each other in circles. */
  readonly checkQuery: (state: CheckState, query: Query, outer: Scope) => readonly OutputColumn[] | null;
}

/** A parameter of a statement. */
export interface CheckedParameter {
  readonly index: number;
  /** Null for `?`. */
  readonly name: string | null;
  readonly list: boolean;
  /** What it is used as; `unknown` where nothing tells. */
  readonly kind: ValueKind;
  readonly range: SourceRange;
}

export interface Report {
  readonly code: FindingCode;
  readonly at: SourceRange;
  readonly message: string;
  readonly hint?: string | null;
}

export function reportError(state: CheckState, report: Report): void {
  addFinding(state, 'error', report);
}

export function reportWarning(state: CheckState, report: Report): void {
  addFinding(state, 'warning', report);
}

function addFinding(
  state: CheckState,
  severity: Finding['severity'],
  { code, at, message, hint }: Report,
): void {
  const range = { start: at.start, end: at.end };
  state.findings.push({ severity, code, range, message, hint: hint ?? null });
}

/** Notes what a parameter is used as. The first use that tells anything counts. */
export function inferParameter(state: CheckState, expression: Expression, kind: ValueKind): void {
  if (expression.kind !== 'parameter' || kind === 'unknown' || kind === 'null' || kind === 'condition')
    return;
  const known = state.parameters[expression.index];
  if (known !== undefined && known.kind === 'unknown')
    state.parameters[expression.index] = { ...known, kind };
}

export function noteParameter(state: CheckState, { index, name, list, start, end }: Parameter): void {
  state.parameters[index] ??= { index, name, list, kind: 'unknown', range: { start, end } };
}
