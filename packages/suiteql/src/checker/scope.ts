import type { ColumnReference, Select } from '../ast.js';
import type { ColumnBinding, OutputColumn, Source, SourceColumn } from '../bindings.js';
import { EMPTY_NAMES, type SourceNames } from './source-names.js';

/** Where an expression stands. Some may not hold aggregate or window functions. */
export type Clause = 'select' | 'where' | 'on' | 'group' | 'having' | 'order' | 'paging';

/** What the names in a SELECT can stand for. */
export interface Scope {
  /** The query around this one. */
  readonly parent: Scope | null;
  readonly names: SourceNames;
  readonly commonTables: ReadonlyMap<string, ReadonlyMap<string, SourceColumn> | null>;
  /** Columns of USING: unqualified, they are not ambiguous. */
  readonly merged: ReadonlySet<string>;
  /** Aliases that ORDER BY may use; null in other clauses. */
  readonly aliases: ReadonlyMap<string, OutputColumn> | null;
  readonly clause: Clause;
  /** The block that aggregates belong to; null at the outermost level. */
  readonly block: Block | null;
  /** How many aggregate functions of the block the expression stands in. */
  readonly aggregates: number;
}

/** What is found out about one SELECT block while its expressions are checked. */
export interface Block {
  readonly select: Select;
  aggregated: boolean;
  /** Whether it aggregates what it has aggregated: `MAX(COUNT(*))`. */
  nested: boolean;
  /** The first ROWNUM of its WHERE. */
  rownum: { readonly start: number; readonly end: number } | null;
}

export const EMPTY_SCOPE: Scope = {
  parent: null,
  names: EMPTY_NAMES,
  commonTables: new Map(),
  merged: new Set(),
  aliases: null,
  clause: 'select',
  block: null,
  aggregates: 0,
};

export type Resolution =
  | { readonly found: 'column'; readonly binding: ColumnBinding }
  /** A source whose columns cannot be told might have it. */
  | { readonly found: 'undecided' }
  | { readonly found: 'nothing' }
  | { readonly found: 'no qualifier' }
  | { readonly found: 'several'; readonly sources: readonly Source[] };

/** Finds what a column reference stands for, from the innermost query outwards. */
export function resolveColumn(scope: Scope, { qualifier, name }: ColumnReference): Resolution {
  return qualifier === null
    ? resolvePlain(scope, name.name)
    : resolveQualified(scope, qualifier.name, name.name);
}

function resolveQualified(scope: Scope, qualifier: string, name: string): Resolution {
  let depth = 0;
  for (let level: Scope | null = scope; level !== null; level = level.parent) {
    const source = level.names.withAlias(qualifier);
    if (source !== undefined) {
      if (source.columns === null) return { found: 'undecided' };
      const column = source.columns.get(name);
      return column === undefined
        ? { found: 'nothing' }
        : { found: 'column', binding: { source, column, depth } };
    }
    depth += 1;
  }
  return { found: 'no qualifier' };
}

function resolvePlain(scope: Scope, name: string): Resolution {
  let undecided = false;
  let depth = 0;
  for (let level: Scope | null = scope; level !== null; level = level.parent) {
    const alias = level.aliases?.get(name);
    if (alias !== undefined) return { found: 'column', binding: { source: null, column: alias, depth } };
    const sources = level.names.withColumn(name);
    if (sources.length > 1 && !level.merged.has(name)) return { found: 'several', sources };
    const [source] = sources;
    const column = source?.columns?.get(name);
    if (source !== undefined && column !== undefined)
      return { found: 'column', binding: { source, column, depth } };
    undecided ||= level.names.undecided;
    depth += 1;
  }
  return { found: undecided ? 'undecided' : 'nothing' };
}

/** The sources that a name could come from, innermost first: enough of them to advise on a wrong name. */
export function visibleSources(scope: Scope): Source[] {
  const sources: Source[] = [];
  for (let level: Scope | null = scope; level !== null; level = level.parent) {
    for (const source of level.names.sources.slice(0, MOST_ADVISED)) sources.push(source);
  }
  return sources;
}

const MOST_ADVISED = 20;
