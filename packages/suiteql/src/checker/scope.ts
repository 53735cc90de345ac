import type { ColumnReference, Select } from '../ast.js';
import type { ColumnBinding, OutputColumn, Source, SourceColumn } from '../bindings.js';

/** Where an expression stands. Some may not hold aggregate or window functions. */
export type Clause = 'select' | 'where' | 'on' | 'group' | 'having' | 'order' | 'paging';

/** What the names in a SELECT can stand for. */
export interface Scope {
  /** The query around this one. */
  readonly parent: Scope | null;
  readonly sources: readonly Source[];
  readonly commonTables: ReadonlyMap<string, ReadonlyMap<string, SourceColumn> | null>;
  /** Columns of USING: unqualified, they are not ambiguous. */
  readonly merged: ReadonlySet<string>;
  /** Aliases that ORDER BY may use; null in other clauses. */
  readonly aliases: ReadonlyMap<string, OutputColumn> | null;
  readonly clause: Clause;
  /** The block that aggregates belong to; null at the outermost level. */
  readonly block: Block | null;
}

/** What is found out about one SELECT block while its expressions are checked. */
export interface Block {
  readonly select: Select;
  aggregated: boolean;
  /** The first ROWNUM of its WHERE. */
  rownum: { readonly start: number; readonly end: number } | null;
}

export const EMPTY_SCOPE: Scope = {
  parent: null,
  sources: [],
  commonTables: new Map(),
  merged: new Set(),
  aliases: null,
  clause: 'select',
  block: null,
};

export type Resolution =
  | { readonly found: 'column'; readonly binding: ColumnBinding }
  /** A source whose columns cannot be told might have it. */
  | { readonly found: 'undecided' }
  | { readonly found: 'nothing' }
  | { readonly found: 'no qualifier' }
  | { readonly found: 'several'; readonly sources: readonly Source[] };

/** Finds what a column reference stands for, from the innermost query outwards. */
export function resolveColumn(scope: Scope, reference: ColumnReference): Resolution {
  const name = reference.name.name;
  const qualifier = reference.qualifier?.name ?? null;
  let qualifierFound = false;
  let undecided = false;
  let depth = 0;
  for (let level: Scope | null = scope; level !== null; level = level.parent) {
    if (qualifier === null) {
      const alias = level.aliases?.get(name);
      if (alias !== undefined) return { found: 'column', binding: { source: null, column: alias, depth } };
    }
    const matches: ColumnBinding[] = [];
    for (const source of level.sources) {
      if (qualifier !== null && source.alias !== qualifier) continue;
      qualifierFound = true;
      const column = source.columns?.get(name);
      if (column !== undefined) matches.push({ source, column, depth });
      else if (source.columns === null) undecided = true;
    }
    const [first] = matches;
    if (first !== undefined) {
      const single = matches.length === 1 || qualifier !== null || level.merged.has(name);
      if (single) return { found: 'column', binding: first };
      return { found: 'several', sources: matches.flatMap(({ source }) => source ?? []) };
    }
    if (qualifier !== null && qualifierFound) break;
    depth += 1;
  }
  if (undecided) return { found: 'undecided' };
  return qualifier !== null && !qualifierFound ? { found: 'no qualifier' } : { found: 'nothing' };
}

/** All sources that a name could come from, innermost first. */
export function visibleSources(scope: Scope): Source[] {
  const sources: Source[] = [];
  for (let level: Scope | null = scope; level !== null; level = level.parent) sources.push(...level.sources);
  return sources;
}
