import type {
  ColumnReference,
  DerivedTable,
  Expression,
  FromItem,
  Identifier,
  Join,
  Select,
  TableReference,
  TableSource,
} from '@suitewright/suiteql';
import { quoteName, storedColumns } from '../../database/create-tables.js';
import { unknownTable, unsupported } from '../rejection.js';
import { compare } from './compare.js';
import { conditionSql } from './conditions.js';
import type { Context, TranslatedQuery } from './context.js';
import { findInBlock } from './find-in-block.js';
import type { Fragment } from './fragment.js';
import { splitOuterJoins } from './outer-joins.js';
import { type Scope, type Source, storedColumn } from './scope.js';

export interface TranslatedFrom {
  /** With the word FROM; empty when there is none. */
  readonly sql: string;
  readonly sources: readonly Source[];
  /** What is left of WHERE when the conditions with (+) have become joins. */
  readonly where: Expression | null;
}

interface TranslatedSource {
  readonly sql: string;
  readonly source: Source;
}

/** Translates FROM, and the conditions of WHERE that are joins in Oracle's own notation. */
export function translateFrom(node: Select, outer: Scope | null, context: Context): TranslatedFrom {
  if (node.from.length === 0) return { sql: '', sources: [], where: node.where };
  const sources: Source[] = [];
  const items = node.from.map((item) => fromItem(item, { sources, outer, context }));
  const { joins, where } = splitOuterJoins(node.where);
  if (joins.length === 0) return { sql: ` FROM ${items.map(({ sql }) => sql).join(', ')}`, sources, where };
  const sql = joinWithMarks({ items, joins, scope: { sources, outer }, context });
  return { sql: ` FROM ${sql}`, sources, where };
}

interface FromState {
  /** Filled from left to right. */
  readonly sources: Source[];
  readonly outer: Scope | null;
  readonly context: Context;
}

interface TranslatedItem {
  readonly sql: string;
  readonly sources: readonly Source[];
}

function fromItem(item: FromItem, state: FromState): TranslatedItem {
  const first = state.sources.length;
  let sql = tableSource(item.source, state, false);
  for (const join of item.joins) sql += joinSql(join, first, state);
  // Joins bind more tightly than commas.
  return { sql: item.joins.length === 0 ? sql : `(${sql})`, sources: state.sources.slice(first) };
}

const joinWords = {
  inner: 'JOIN',
  left: 'LEFT JOIN',
  right: 'RIGHT JOIN',
  full: 'FULL JOIN',
  cross: 'JOIN',
} as const;

function joinSql(join: Join, first: number, state: FromState): string {
  const { sources, outer, context } = state;
  if (join.type === 'right' || join.type === 'full') {
    for (let index = first; index < sources.length; index++) {
      const source = sources[index];
      if (source !== undefined) sources[index] = optional(source);
    }
  }
  const before = sources.slice(first);
  const sql = tableSource(join.source, state, join.type === 'left' || join.type === 'full');
  const scope: Scope = { sources, outer };
  const joined = sources.slice(first + before.length);
  let on = '';
  if (join.on !== null) on = ` ON ${conditionSql(join.on, scope, context)}`;
  if (join.using !== null) on = ` ON ${usingSql(join.using, before, joined, context)}`;
  if (on === '' && join.type !== 'cross') throw unsupported('A join has no ON condition.');
  return ` ${joinWords[join.type]} ${sql}${on}`;
}

function usingSql(
  names: readonly Identifier[],
  before: readonly Source[],
  joined: readonly Source[],
  context: Context,
): string {
  const column = (sources: readonly Source[], name: Identifier): Fragment => {
    const found = sources.flatMap((source) => source.column(name.name) ?? [])[0];
    if (found === undefined)
      throw unsupported(`USING names the column ${name.text}, which both sides must have.`);
    return found;
  };
  return names
    .map((name) => compare('=', { left: column(before, name), right: column(joined, name) }, context))
    .join(' AND ');
}

function tableSource(node: TableSource, state: FromState, isOptional: boolean): string {
  if (node.kind === 'nested-join') {
    const first = state.sources.length;
    const { sql } = fromItem(node.item, state);
    if (isOptional) {
      for (let index = first; index < state.sources.length; index++) {
        const source = state.sources[index];
        if (source !== undefined) state.sources[index] = optional(source);
      }
    }
    return sql.startsWith('(') ? sql : `(${sql})`;
  }
  const { sql, source } = node.kind === 'table' ? table(node, state.context) : derivedTable(node, state);
  state.sources.push(isOptional ? optional(source) : source);
  return sql;
}

function table(node: TableReference, context: Context): TranslatedSource {
  const { name } = node.name;
  const common = context.commonTables.get(name);
  if (common !== undefined) {
    const columns = common.columns?.map((column) => column.name);
    // It does not see itself: SuiteQL has no recursion.
    const others = new Map([...context.commonTables].filter(([other]) => other !== name));
    const query = context.withCommonTables(others).query(common.query, null);
    return subquerySource({ query, alias: node.alias?.name ?? name, title: name, columns, context });
  }
  const definition = context.tables.get(name);
  if (definition === undefined) throw unknownTable(node.name.text);
  const sourceSql = context.uniqueName('s');
  return {
    sql: `${quoteName(definition.name)} AS ${sourceSql}`,
    source: {
      alias: node.alias?.name ?? name,
      title: definition.name,
      table: definition,
      columnNames: storedColumns(definition),
      column: (column) => storedColumn({ sourceSql, table: definition, name: column }),
    },
  };
}

function derivedTable(node: DerivedTable, { outer, context }: FromState): TranslatedSource {
  const query = context.query(node.query, outer);
  // A limit keeps SQLite from dropping the order of a subquery, which ROWNUM outside may count on.
  const ordered = node.query.orderBy.length > 0 && node.query.fetch === null && node.query.offset === null;
  const kept = ordered ? { ...query, sql: `${query.sql} LIMIT -1` } : query;
  return subquerySource({
    query: kept,
    alias: node.alias?.name ?? null,
    title: node.alias?.name ?? 'subquery',
    columns: undefined,
    context,
  });
}

interface SubquerySource {
  readonly query: TranslatedQuery;
  readonly alias: string | null;
  readonly title: string;
  /** Names given to the columns; undefined: the query's own. */
  readonly columns: readonly string[] | undefined;
  readonly context: Context;
}

function subquerySource({ query, alias, title, columns, context }: SubquerySource): TranslatedSource {
  const sourceSql = context.uniqueName('s');
  const names = columns ?? query.columns.map(({ name }) => name);
  const byName = new Map<string, Fragment>();
  query.columns.forEach((column, index) => {
    const name = names[index];
    if (name === undefined || byName.has(name)) return;
    const { kind, inexact } = column.fragment;
    byName.set(name, {
      sql: `${sourceSql}.${column.sqlName}`,
      kind,
      inexact: inexact === true,
      column: { origin: null, sibling: () => undefined },
    });
  });
  return {
    sql: `(${query.sql}) AS ${sourceSql}`,
    source: {
      alias,
      title,
      table: null,
      columnNames: [...byName.keys()],
      column: (name) => byName.get(name),
    },
  };
}

/** The same source where an outer join may leave it empty: nothing in it is certain to have a value. */
function optional(source: Source): Source {
  return {
    ...source,
    column: (name) => {
      const found = source.column(name);
      return found === undefined ? undefined : { ...found, notNull: false };
    },
  };
}

interface MarkedJoin {
  readonly items: readonly TranslatedItem[];
  readonly joins: readonly Expression[];
  readonly scope: Scope;
  readonly context: Context;
}

/** Comma-separated sources of which some are optional by `(+)`. */
function joinWithMarks({ items, joins, scope, context }: MarkedJoin): string {
  const conditions = new Map<TranslatedItem, Expression[]>();
  for (const condition of joins) {
    const marked = sourcesIn(condition, scope, ({ outer }) => outer);
    const item = items.find(({ sources }) => sources.some((source) => marked.has(source)));
    if (item === undefined) throw unsupported('A condition with (+) does not say which source is optional.');
    conditions.set(item, [...(conditions.get(item) ?? []), condition]);
  }
  const required = items.filter((item) => !conditions.has(item));
  const placed = new Set(required.flatMap(({ sources }) => sources));
  const waiting = new Map(conditions);
  let sql = required.map((item) => item.sql).join(', ');
  while (waiting.size > 0) {
    // An optional source may hang on another one, which then has to stand before it.
    const ready = [...waiting].find(([item, on]) =>
      [...sourcesIn(on, scope, () => true)].every(
        (source) => placed.has(source) || item.sources.includes(source),
      ),
    );
    if (ready === undefined || sql === '')
      throw unsupported('The sources marked with (+) hang on each other in a circle.');
    const [item, on] = ready;
    sql += ` LEFT JOIN ${item.sql} ON ${on.map((node) => conditionSql(node, scope, context)).join(' AND ')}`;
    for (const source of item.sources) placed.add(source);
    waiting.delete(item);
  }
  return sql;
}

/** The sources that the columns in a condition belong to, as far as the columns are of interest. */
function sourcesIn(
  root: unknown,
  scope: Scope,
  isOfInterest: (column: ColumnReference) => boolean,
): ReadonlySet<Source> {
  const found = new Set<Source>();
  findInBlock(root, (node) => {
    if (node.kind === 'column' && isOfInterest(node)) {
      for (const source of scope.sources) {
        const { qualifier, name } = node;
        if (qualifier === null ? source.column(name.name) : source.alias === qualifier.name)
          found.add(source);
      }
    }
    return false;
  });
  return found;
}
