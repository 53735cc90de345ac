import type { Compound, Expression, FromItem, Query, Select } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Context, OutputColumn, TranslatedQuery } from './context.js';
import { findInBlock } from './find-in-block.js';
import type { Fragment } from './fragment.js';
import { mentionsRownum } from './rownum.js';
import type { Scope, Source } from './scope.js';
import { orderTerms, translateSelect } from './select.js';
import { groupOf, sameKind } from './unify.js';

/** Translates a statement, or a query inside one. */
export function translateQuery(node: Query, outer: Scope | null, given: Context): TranslatedQuery {
  const context = withCommonTables(node, given);
  const limits = translateLimits(node, context);
  if (node.body.kind === 'select') {
    const top = node.body.top === null ? null : limitNumber(node.body.top, 'TOP', context);
    if (top !== null && limits.limit !== '') throw unsupported('TOP and FETCH or OFFSET are both given.');
    const limit = top === null ? limits.limit : ` LIMIT ${top}`;
    const block = { select: node.body, orderBy: node.orderBy, limit, ties: limits.ties };
    return limits.wrap(translateSelect(block, outer, context));
  }
  const body =
    node.body.kind === 'compound'
      ? translateCompound(node.body, outer, context)
      : context.query(node.body, outer);
  if (node.orderBy.length === 0) return limits.wrap({ ...body, sql: `${asSource(body)}${limits.limit}` });
  if (limits.ties !== null) throw unsupported('WITH TIES is not emulated on set operations.');
  const source = resultSource(body.columns);
  const order = orderTerms(
    node.orderBy,
    { columns: body.columns, scope: { sources: [source], outer }, byName: true },
    context,
  );
  return limits.wrap({ ...body, sql: `${asSource(body)} ORDER BY ${order}${limits.limit}` });
}

function asSource({ sql }: TranslatedQuery): string {
  return `SELECT * FROM (${sql})`;
}

function withCommonTables(node: Query, context: Context): Context {
  if (node.with.length === 0) return context;
  const commonTables = new Map(context.commonTables);
  for (const common of node.with) commonTables.set(common.name.name, common);
  return context.withCommonTables(commonTables);
}

interface Limits {
  readonly limit: string;
  readonly ties: string | null;
  readonly wrap: (query: TranslatedQuery) => TranslatedQuery;
}

function translateLimits({ fetch, offset, orderBy }: Query, context: Context): Limits {
  const asItIs = (query: TranslatedQuery): TranslatedQuery => query;
  const skip = offset === null ? '' : ` OFFSET ${limitNumber(offset, 'OFFSET', context)}`;
  if (fetch === null) return { limit: offset === null ? '' : ` LIMIT -1${skip}`, ties: null, wrap: asItIs };
  const count = fetch.count === null ? '1' : limitNumber(fetch.count, 'FETCH FIRST', context);
  if (fetch.percent) {
    if (offset !== null || fetch.withTies) throw unsupported('FETCH … PERCENT is emulated only by itself.');
    return { limit: '', ties: null, wrap: (query) => percentOf(query, count) };
  }
  if (fetch.withTies && orderBy.length > 0) {
    if (offset !== null) throw unsupported('WITH TIES is not emulated together with OFFSET.');
    return { limit: '', ties: count, wrap: asItIs };
  }
  return { limit: ` LIMIT ${count}${skip}`, ties: null, wrap: asItIs };
}

function percentOf(query: TranslatedQuery, percent: string): TranslatedQuery {
  const rows = `SELECT CAST(ceil(count(*) * ${percent} / 100.0) AS INTEGER) FROM (${query.sql})`;
  return { ...query, sql: `SELECT * FROM (${query.sql} LIMIT -1) LIMIT (${rows})` };
}

function limitNumber(node: Expression, clause: string, context: Context): string {
  const fragment = context.expression(node, { sources: [], outer: null });
  if (fragment.constant === undefined || fragment.constant === null) {
    throw unsupported(`${clause} takes a number or a parameter.`);
  }
  const value = Number(fragment.constant);
  if (Number.isNaN(value))
    throw unsupported(`${clause} takes a number, and is given '${fragment.constant}'.`);
  return String(Math.max(0, Math.floor(value)));
}

function translateCompound(node: Compound, outer: Scope | null, context: Context): TranslatedQuery {
  const first = operand(node.first, outer, context);
  let { columns } = first;
  let { sql } = first;
  for (const { operator, query } of node.rest) {
    const next = operand(query, outer, context);
    if (next.columns.length !== columns.length) {
      throw unsupported(
        `The queries of ${operator.toUpperCase()} yield ${columns.length} and ${next.columns.length} columns.`,
      );
    }
    columns = columns.map((column, index) => ({
      ...column,
      fragment: commonFragment(column, next.columns[index]?.fragment ?? column.fragment),
    }));
    sql += ` ${operator === 'minus' ? 'EXCEPT' : operator.toUpperCase()} ${next.sql}`;
  }
  return { sql, columns };
}

function operand(node: Select | Query, outer: Scope | null, context: Context): TranslatedQuery {
  if (node.kind === 'query') {
    const query = context.query(node, outer);
    return { ...query, sql: asSource(query) };
  }
  const limit = node.top === null ? '' : ` LIMIT ${limitNumber(node.top, 'TOP', context)}`;
  const query = translateSelect({ select: node, orderBy: [], limit, ties: null }, outer, context);
  const wrapped = node.top !== null || mentionsRownum(node.where) || keepsItsRightSide(node.from);
  return wrapped ? { ...query, sql: asSource(query) } : query;
}

/**
 * Whether rows without a match on the left stay. SQLite (3.40 and later) merges such a query with those beside it in
 * UNION ALL, and loses conditions of theirs on the way, unless it stands in a subquery.
 */
function keepsItsRightSide(from: readonly FromItem[]): boolean {
  return findInBlock(from, (node) => node.kind === 'join' && (node.type === 'right' || node.type === 'full'));
}

function commonFragment({ name, fragment }: OutputColumn, other: Fragment): Fragment {
  const { column: _, constant: __, ...value } = fragment;
  if (fragment.kind === 'null') {
    const { column: ___, constant: ____, ...otherValue } = other;
    return { ...otherValue, notNull: false };
  }
  const [own, others] = [groupOf(fragment), groupOf(other)];
  if (own !== null && others !== null && own !== others) {
    throw unsupported(
      `The column ${name} is ${own} in one query of a set operation and ${others} in another (ORA-01790).`,
    );
  }
  const { kind, wide } = sameKind([fragment, other], name);
  return { ...value, kind, wide, notNull: false };
}

/** The result of a set operation as what its ORDER BY can name. */
function resultSource(columns: readonly OutputColumn[]): Source {
  return {
    alias: null,
    title: 'result',
    table: null,
    columnNames: columns.map(({ name }) => name),
    column: (name) => {
      const found = columns.find((column) => column.name === name);
      return found === undefined ? undefined : { ...found.fragment, sql: found.sqlName };
    },
  };
}
