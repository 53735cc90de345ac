import type {
  DerivedTable,
  Expression,
  FromItem,
  Identifier,
  Select,
  TableReference,
  TableSource,
} from '../ast.js';
import type { OutputColumn, Source, SourceColumn } from '../bindings.js';
import type { CatalogTable } from '../catalog.js';
import { walk } from '../walk.js';
import { adviseOnRecordType } from './advice.js';
import type { Scope } from './scope.js';
import { type CheckState, reportError, reportWarning } from './state.js';
import { suggest } from './suggestion.js';

type Draft = { -readonly [Key in keyof Source]: Source[Key] };

export interface FromResult {
  readonly sources: readonly Source[];
  readonly merged: ReadonlySet<string>;
  /** The ON conditions, to be checked once all sources are known. */
  readonly conditions: readonly Expression[];
}

/** Finds the sources of a SELECT, and which of them may be missing in a row. */
export function checkFrom(state: CheckState, select: Select, scope: Scope): FromResult {
  const sources: Draft[] = [];
  const aliases = new Set<string>();
  const merged = new Set<string>();
  const conditions: Expression[] = [];

  const addItem = (item: FromItem): Draft[] => {
    const added = addSource(item.source);
    for (const join of item.joins) {
      const joined = addSource(join.source);
      if (join.type === 'right' || join.type === 'full') for (const source of added) source.optional = true;
      if (join.type === 'left' || join.type === 'full') for (const source of joined) source.optional = true;
      for (const source of joined) added.push(source);
      if (join.on !== null) conditions.push(join.on);
      for (const column of join.using ?? []) merged.add(column.name);
    }
    return added;
  };
  const addSource = (source: TableSource): Draft[] => {
    if (source.kind === 'nested-join') return addItem(source.item);
    const draft =
      source.kind === 'table' ? openTable(state, source, scope) : openSubquery(state, source, scope);
    if (draft.alias !== null && aliases.has(draft.alias)) {
      reportWarning(state, {
        code: 'duplicate-alias',
        at: source.alias ?? source,
        message: `Two tables in this FROM are called “${draft.alias}”.`,
        hint: 'Give each an alias of its own.',
      });
    }
    if (draft.alias !== null) aliases.add(draft.alias);
    sources.push(draft);
    return [draft];
  };

  for (const item of select.from) addItem(item);
  if (select.where !== null && select.from.length > 1 && conditions.length === 0)
    markOuter(sources, select.where);
  return { sources, merged, conditions };
}

/** Sources with a column marked `(+)` may be missing. */
function markOuter(sources: readonly Draft[], where: Expression): void {
  walk(where, (node) => {
    if (node.kind === 'query') return false;
    if (node.kind !== 'column' || !node.outer) return true;
    for (const source of sources) {
      const qualified = node.qualifier !== null && source.alias === node.qualifier.name;
      if (qualified || (node.qualifier === null && source.columns?.has(node.name.name)))
        source.optional = true;
    }
    return true;
  });
}

/**
 * A subquery in FROM does not see the tables beside it, only common tables and the queries around.
 *
 * @see "Using Subqueries", Oracle Database 19c SQL Language Reference: a subquery may name a table of a statement any number
 *   of levels above it
 */
function openSubquery(state: CheckState, node: DerivedTable, scope: Scope): Draft {
  const outputs = state.checkQuery(state, node.query, scope);
  const alias = node.alias?.name ?? null;
  const columns = outputs === null ? null : indexColumns(outputs);
  const complete = columns !== null;
  return { node, alias, table: null, columns, complete, open: !complete, optional: false };
}

export function indexColumns(outputs: readonly OutputColumn[]): ReadonlyMap<string, SourceColumn> {
  const columns = new Map<string, SourceColumn>();
  for (const { name, kind, nullable, certain, origin } of outputs) {
    if (!columns.has(name)) columns.set(name, { name, kind, nullable, certain, origin, exposed: true });
  }
  return columns;
}

function openTable(state: CheckState, node: TableReference, scope: Scope): Draft {
  const { name } = node.name;
  const alias = node.alias?.name ?? name;
  const common = scope.commonTables.get(name);
  if (common !== undefined) {
    const complete = common !== null;
    return { node, alias, table: null, columns: common, complete, open: !complete, optional: false };
  }
  const table = state.catalog.table(name);
  if (table !== undefined) {
    const columns = columnsOf(name, table);
    const complete = table.complete !== false;
    return { node, alias, table: name, columns, complete, open: table.open ?? !complete, optional: false };
  }
  if (name === 'dual') {
    return { node, alias, table: null, columns: DUAL, complete: true, open: false, optional: false };
  }
  reportUnknownTable(state, node.name);
  return { node, alias, table: null, columns: null, complete: false, open: true, optional: false };
}

function reportUnknownTable(state: CheckState, at: Identifier): void {
  const { catalog } = state;
  const { name, text } = at;
  const isRefused = catalog.isRefused?.(name) ?? false;
  const near = catalog.tableNames === undefined ? null : suggest(name, catalog.tableNames());
  const unasked = catalog.complete === true || isRefused ? null : (catalog.adviseOnUnasked?.(name) ?? null);
  const report = catalog.complete === true || isRefused ? reportError : reportWarning;
  report(state, {
    code: 'unknown-table',
    at,
    message: isRefused
      ? `The account refused the table “${text}”: it has none, or its role may not see it.`
      : `There is no table “${text}” in the schema.`,
    hint: adviseOnRecordType(name) ?? (near === null ? unasked : `Did you mean “${near}”?`),
  });
}

const DUAL: ReadonlyMap<string, SourceColumn> = new Map([
  ['dummy', { name: 'dummy', kind: 'text', nullable: false, exposed: true, certain: true, origin: null }],
]);

const columnsByTable = new WeakMap<CatalogTable, ReadonlyMap<string, SourceColumn>>();

/** Reads a table of the catalog once. */
function columnsOf(table: string, definition: CatalogTable): ReadonlyMap<string, SourceColumn> {
  const known = columnsByTable.get(definition);
  if (known !== undefined) return known;
  const columns = new Map<string, SourceColumn>();
  const isClosed = !(definition.open ?? definition.complete === false);
  for (const [name, { kind, exposed, nullable, confirmed }] of Object.entries(definition.columns)) {
    columns.set(name, {
      name,
      kind,
      nullable: nullable ?? name !== definition.primaryKey,
      exposed: exposed ?? true,
      certain: confirmed ?? isClosed,
      origin: { table, column: name },
    });
  }
  columnsByTable.set(definition, columns);
  return columns;
}
