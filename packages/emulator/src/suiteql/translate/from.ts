import type { Expression, FromItem, Identifier, Join, Select, TableSource } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { compare } from './compare.js';
import { conditionSql } from './conditions.js';
import type { Context } from './context.js';
import type { Fragment } from './fragment.js';
import { joinMarked, splitOuterJoins, type TranslatedItem } from './outer-joins.js';
import type { Scope, Source } from './scope.js';
import { optionalSource, translateDerivedTable, translateTable } from './table-source.js';

export interface TranslatedFrom {
  /** With the word FROM; empty when there is none. */
  readonly sql: string;
  readonly sources: readonly Source[];
  /** What is left of WHERE when the conditions with (+) have become joins. */
  readonly where: Expression | null;
}

/** Translates FROM, and the conditions of WHERE that are joins in Oracle's own notation. */
export function translateFrom(node: Select, outer: Scope | null, context: Context): TranslatedFrom {
  if (node.from.length === 0) return { sql: '', sources: [], where: node.where };
  const sources: Source[] = [];
  const items = node.from.map((item) => fromItem(item, { sources, outer, context }));
  const { joins, where } = splitOuterJoins(node.where);
  if (joins.length === 0) return { sql: ` FROM ${items.map(({ sql }) => sql).join(', ')}`, sources, where };
  const joined = joinMarked({ items, joins, scope: { sources, outer }, context });
  return { sql: ` FROM ${joined.sql}`, sources: joined.sources, where };
}

interface FromState {
  /** Filled from left to right. */
  readonly sources: Source[];
  readonly outer: Scope | null;
  readonly context: Context;
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
      if (source !== undefined) sources[index] = optionalSource(source);
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
        if (source !== undefined) state.sources[index] = optionalSource(source);
      }
    }
    return sql.startsWith('(') ? sql : `(${sql})`;
  }
  const { sql, source } =
    node.kind === 'table'
      ? translateTable(node, state.context)
      : translateDerivedTable(node, state.outer, state.context);
  state.sources.push(isOptional ? optionalSource(source) : source);
  return sql;
}
