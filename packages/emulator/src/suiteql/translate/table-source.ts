import type { DerivedTable, TableReference } from '@suitewright/suiteql';
import { quoteName, storedColumns } from '../../database/create-tables.js';
import { hiddenTable, unknownTable } from '../rejection.js';
import type { Context, TranslatedQuery } from './context.js';
import type { Fragment } from './fragment.js';
import { translateMadeTable } from './made-tables.js';
import { type Scope, type Source, storedColumn } from './scope.js';

export interface TranslatedSource {
  /** What stands in FROM. */
  readonly sql: string;
  readonly source: Source;
}

/** A table, or a common table under its name. */
export function translateTable(node: TableReference, context: Context): TranslatedSource {
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
  if (definition === undefined) {
    const made = translateMadeTable(node, context);
    if (made === null) throw unknownTable(node.name.text);
    return made;
  }
  if (context.access?.isHidden(definition.name) === true) throw hiddenTable(node.name.text);
  const rows = context.access?.rows(definition.name);
  const tableSql = quoteName(definition.name);
  const sourceSql = context.uniqueName('s');
  return {
    sql: `${rows === undefined ? tableSql : `(SELECT * FROM ${tableSql} WHERE ${rows})`} AS ${sourceSql}`,
    source: {
      alias: node.alias?.name ?? name,
      title: definition.name,
      table: definition,
      columnNames: storedColumns(definition),
      column: (column) =>
        storedColumn({
          sourceSql,
          table: definition,
          name: column,
          isWide: context.isWideColumn(definition.name, column),
        }),
    },
  };
}

/** A subquery in FROM. */
export function translateDerivedTable(
  node: DerivedTable,
  outer: Scope | null,
  context: Context,
): TranslatedSource {
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
    const { kind, wide } = column.fragment;
    byName.set(name, {
      sql: `${sourceSql}.${column.sqlName}`,
      kind,
      wide: wide === true,
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
export function optionalSource(source: Source): Source {
  return {
    ...source,
    column: (name) => {
      const found = source.column(name);
      return found === undefined ? undefined : { ...found, notNull: false };
    },
  };
}
