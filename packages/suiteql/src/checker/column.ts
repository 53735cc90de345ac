import type { ColumnReference } from '../ast.js';
import type { Source, ValueType } from '../bindings.js';
import { adviseOnHiddenColumn } from './advice.js';
import { UNKNOWN } from './kinds.js';
import { resolveColumn, type Scope, visibleSources } from './scope.js';
import { type CheckState, reportError, reportWarning } from './state.js';
import { suggest } from './suggestion.js';

/** Finds what a column reference stands for, and notes it. */
export function checkColumn(state: CheckState, reference: ColumnReference, scope: Scope): ValueType {
  const resolution = resolveColumn(scope, reference);
  const { name, qualifier } = reference;
  switch (resolution.found) {
    case 'column': {
      const { binding } = resolution;
      state.columns.set(reference, binding);
      if (!binding.column.exposed) {
        reportHidden(state, reference, binding.column.origin);
        return UNKNOWN;
      }
      const { kind, nullable } = binding.column;
      return { kind, nullable: nullable || binding.source?.optional === true };
    }
    case 'undecided':
      return UNKNOWN;
    case 'several': {
      const names = resolution.sources.map(({ alias }) => alias ?? 'a subquery');
      reportError(state, {
        code: 'ambiguous-column',
        at: reference,
        message: `“${name.text}” is a column of ${names.join(' and of ')}.`,
        hint: `Write ${names[0]}.${name.text} or ${names[1]}.${name.text}.`,
      });
      return UNKNOWN;
    }
    case 'no qualifier':
      reportError(state, {
        code: 'unknown-qualifier',
        at: qualifier ?? reference,
        message: `No table in this query is called “${qualifier?.text}”.`,
        hint: adviseOnQualifier(qualifier?.name ?? '', visibleSources(scope)),
      });
      return UNKNOWN;
    case 'nothing':
      reportUnknown(state, reference, scope);
      return UNKNOWN;
  }
}

function adviseOnQualifier(name: string, sources: readonly Source[]): string | null {
  const renamed = sources.find(
    ({ node, alias }) => node.kind === 'table' && node.name.name === name && alias !== name,
  );
  if (renamed?.alias) return `The table has the alias “${renamed.alias}” here; use that.`;
  const near = suggest(
    name,
    sources.flatMap(({ alias }) => alias ?? []),
  );
  return near === null ? null : `Did you mean “${near}”?`;
}

function reportHidden(
  state: CheckState,
  reference: ColumnReference,
  origin: { readonly table: string; readonly column: string } | null,
): void {
  if (origin === null) return;
  reportError(state, {
    code: 'not-exposed',
    at: reference,
    message: `SuiteQL does not expose “${origin.column}” of ${origin.table}.`,
    hint: adviseOnHiddenColumn(origin.table, origin.column),
  });
}

function reportUnknown(state: CheckState, reference: ColumnReference, scope: Scope): void {
  const { name, qualifier } = reference;
  const sources = visibleSources(scope).filter(({ alias }) => qualifier === null || alias === qualifier.name);
  const near = suggest(
    name.name,
    sources.flatMap(({ columns }) => [...(columns?.keys() ?? [])]),
  );
  const place =
    sources.length === 1 ? `${sources[0]?.table ?? sources[0]?.alias ?? 'the subquery'}` : 'these tables';
  const report = isOpen(scope, qualifier?.name ?? null) ? reportWarning : reportError;
  report(state, {
    code: 'unknown-column',
    at: reference,
    message:
      sources.length === 0
        ? `There is no table for “${name.text}” to be a column of.`
        : `There is no column “${name.text}” in ${place}.`,
    hint: isOutputAlias(scope, reference) ? ALIAS_HINT : near === null ? null : `Did you mean “${near}”?`,
  });
}

/** Whether a name could be one of the columns that nobody asked an account for. */
function isOpen(scope: Scope, qualifier: string | null): boolean {
  for (let level: Scope | null = scope; level !== null; level = level.parent) {
    if (qualifier === null && level.names.open) return true;
    const source = qualifier === null ? undefined : level.names.withAlias(qualifier);
    if (source !== undefined) return source.open;
  }
  return false;
}

const ALIAS_HINT = 'Aliases of the SELECT list exist in ORDER BY only; repeat the expression here.';

function isOutputAlias({ block, clause }: Scope, { name, qualifier }: ColumnReference): boolean {
  if (block === null || qualifier !== null || clause === 'select') return false;
  return block.select.columns.some(
    (column) => column.kind === 'select-item' && column.alias?.name === name.name,
  );
}
