import type { Expression, Query, Select, TableReference } from '@suitewright/suiteql';
import { isAggregateCall } from './aggregates.js';
import type { Context, TranslatedQuery } from './context.js';
import { findInBlock } from './find-in-block.js';

/**
 * A query that is used as a value: refused while it runs where it yields several rows (ORA-01427). SQLite takes the
 * first.
 */
export function singleRow(node: Query, query: TranslatedQuery, context: Context): string {
  if (yieldsOneRow(node, context)) return query.sql;
  const name = context.uniqueName('q');
  const values = query.columns.map(
    ({ sqlName }) => `CASE WHEN count(*) > 1 THEN sw_single_row(count(*)) ELSE max(${name}.${sqlName}) END`,
  );
  // Two rows tell that there are several.
  return `SELECT ${values.join(', ')} FROM (SELECT * FROM (${query.sql}) LIMIT 2) AS ${name}`;
}

/** Whether a query is seen to yield one row at most, without being run. */
function yieldsOneRow({ body, fetch, offset }: Query, context: Context): boolean {
  if (fetch !== null && !fetch.percent && !fetch.withTies && (fetch.count === null || isOne(fetch.count))) {
    return true;
  }
  if (body.kind === 'query') return yieldsOneRow(body, context);
  if (body.kind !== 'select' || offset !== null) return false;
  const { columns, from, groupBy, having, top, where } = body;
  if (top !== null && isOne(top)) return true;
  if (groupBy.length === 0 && (having !== null || findInBlock(columns, isAggregate))) return true;
  if (from.length === 0) return true;
  const conditions = where?.kind === 'logical' && where.operator === 'and' ? where.operands : [where];
  const key = keyOf(body, context);
  return conditions.some(
    (condition) => condition !== null && (limitsToOne(condition) || (key !== null && fixes(key, condition))),
  );
}

function isAggregate(node: Parameters<Parameters<typeof findInBlock>[1]>[0]): boolean {
  return node.kind === 'call' && isAggregateCall(node);
}

function isOne(node: Expression): boolean {
  return node.kind === 'number' && Number(node.text) === 1;
}

/** `ROWNUM = 1`, `ROWNUM <= 1`, `ROWNUM < 2`. */
function limitsToOne(node: Expression): boolean {
  if (node.kind !== 'comparison' || node.left.kind !== 'pseudo-column' || node.left.name !== 'rownum')
    return false;
  if (node.right.kind !== 'number') return false;
  const limit = Number(node.right.text);
  return (
    (limit === 1 && (node.operator === '=' || node.operator === '<=')) ||
    (limit === 2 && node.operator === '<')
  );
}

interface Key {
  /** What the table is called. */
  readonly alias: string;
  readonly column: string;
}

/** The primary key of the only table in FROM. */
function keyOf({ from }: Select, context: Context): Key | null {
  const [item, ...others] = from;
  if (item === undefined || others.length > 0 || item.joins.length > 0 || item.source.kind !== 'table')
    return null;
  const { alias, name }: TableReference = item.source;
  const column = context.commonTables.has(name.name) ? null : context.tables.get(name.name)?.primaryKey;
  return column === null || column === undefined ? null : { alias: (alias ?? name).name, column };
}

/** Whether a condition gives the key one value: a literal, a parameter or a column of a query around. */
function fixes(key: Key, node: Expression): boolean {
  if (node.kind !== 'comparison' || node.operator !== '=') return false;
  return (
    (isKey(key, node.left) && isFixed(key, node.right)) || (isKey(key, node.right) && isFixed(key, node.left))
  );
}

function isKey({ alias, column }: Key, node: Expression): boolean {
  return node.kind === 'column' && node.name.name === column && (node.qualifier?.name ?? alias) === alias;
}

function isFixed({ alias }: Key, node: Expression): boolean {
  if (node.kind === 'column') return node.qualifier !== null && node.qualifier.name !== alias;
  return node.kind === 'number' || node.kind === 'string' || node.kind === 'parameter';
}
