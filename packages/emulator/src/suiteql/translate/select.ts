import type { GroupingElement, OrderItem, Select } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { isAggregateCall } from './aggregates.js';
import { conditionSql } from './conditions.js';
import type { Context, OutputColumn, TranslatedQuery } from './context.js';
import { findInBlock } from './find-in-block.js';
import { type Fragment, sortable } from './fragment.js';
import { translateFrom } from './from.js';
import { groupingOf, groupingSets, usesGroupingSets } from './grouping-sets.js';
import { nestsAggregates, withoutNesting } from './nested-aggregates.js';
import { orderTerm } from './order.js';
import { mentionsRownum, numberedSources, takeRownumLimit } from './rownum.js';
import type { Scope } from './scope.js';
import { selectList, selectListSql } from './select-list.js';

/** A SELECT and what its query says around it. */
export interface SelectBlock {
  readonly select: Select;
  readonly orderBy: readonly OrderItem[];
  /** LIMIT and OFFSET, with a leading blank; empty when there is none. */
  readonly limit: string;
  /** WITH TIES: how many rows before the ties. */
  readonly ties: string | null;
}

/** Translates one SELECT with its ORDER BY. */
export function translateSelect(block: SelectBlock, outer: Scope | null, context: Context): TranslatedQuery {
  const { select, orderBy } = block;
  if (nestsAggregates(select)) {
    // Of one row there is no order.
    return translateSelect({ ...block, select: withoutNesting(select), orderBy: [] }, outer, context);
  }
  const from = translateFrom(select, outer, context);
  const baseScope: Scope = { sources: from.sources, outer };
  const { limit: rownumLimit, where } = takeRownumLimit(
    from.where,
    (node) => context.expression(node, { sources: [], outer: null }).constant,
  );
  const whereSql = where === null ? '' : ` WHERE ${conditionSql(where, baseScope, context)}`;
  const numbered = mentionsRownum([select.columns, select.groupBy, select.having, orderBy]);
  const limitIsLast = rownumLimit === null || (!numbered && !needsAllRows(block));
  if (!numbered && limitIsLast) {
    const source = `${from.sql}${whereSql}`;
    const limit = rownumLimit === null ? block.limit : ` LIMIT ${rownumLimit}`;
    return finishSelect({ ...block, limit }, { source: () => source, scope: baseScope }, context);
  }
  // Rows are numbered and cut off before they are ordered or grouped: in a subquery.
  const name = context.uniqueName('r');
  const { sources, selectList: captured } = numberedSources(from.sources, name);
  const rownum: Fragment = { sql: `${name}.n`, kind: 'int', notNull: true };
  const cut = rownumLimit === null ? '' : ` LIMIT ${rownumLimit}`;
  const source = (): string => {
    const list = ['row_number() OVER () AS n', captured()].filter((part) => part !== '').join(', ');
    return ` FROM (SELECT ${list}${from.sql}${whereSql}${cut}) AS ${name}`;
  };
  return finishSelect(block, { source, scope: { sources, outer, rownum } }, context);
}

interface SelectSource {
  /** FROM and WHERE. Called last, when all columns that are read have been seen. */
  readonly source: () => string;
  readonly scope: Scope;
}

function finishSelect(
  block: SelectBlock,
  { source, scope }: SelectSource,
  context: Context,
): TranslatedQuery {
  const { select, orderBy, ties } = block;
  if (usesGroupingSets(select.groupBy)) return groupedSelects(block, { source, scope }, context);
  const columns = selectList(select, scope, context);
  const group = groupSql(select.groupBy, scope, context);
  const having = select.having === null ? '' : ` HAVING ${conditionSql(select.having, scope, context)}`;
  const distinct = select.distinct ? 'DISTINCT ' : '';
  const head = `SELECT ${distinct}${selectListSql(columns)}`;
  if (ties !== null) {
    const terms = orderTerms(orderBy, { columns, scope, byName: false }, context);
    const rank = `rank() OVER (ORDER BY ${terms}) AS tie`;
    const ranked = `${head}, ${rank}${source()}${group}${having}`;
    const names = columns.map(({ sqlName }) => sqlName).join(', ');
    return { sql: `SELECT ${names} FROM (${ranked}) WHERE tie <= ${ties} ORDER BY tie`, columns };
  }
  const order =
    orderBy.length === 0 ? '' : ` ORDER BY ${orderTerms(orderBy, { columns, scope, byName: true }, context)}`;
  return { sql: `${head}${source()}${group}${having}${order}${block.limit}`, columns };
}

/** ROLLUP, CUBE and GROUPING SETS: a SELECT for each grouping, put together by UNION ALL. */
function groupedSelects(
  block: SelectBlock,
  { source, scope }: SelectSource,
  context: Context,
): TranslatedQuery {
  const { select, orderBy, limit, ties } = block;
  if (ties !== null)
    throw unsupported('WITH TIES is not emulated together with ROLLUP, CUBE or GROUPING SETS.');
  const sets = groupingSets(select.groupBy);
  const branches = sets.map((set) => {
    const grouping = groupingOf(sets, set, (node) => context.expression(node, scope));
    const setScope: Scope = { ...scope, grouping };
    const columns = selectList(select, setScope, context);
    const order = orderBy.map((item) =>
      orderFragment(item, { columns, scope: setScope, byName: false }, context),
    );
    const keys = order.map((fragment, index) => `, ${sortable(fragment)} AS o${index + 1}`).join('');
    const terms = set.map((node) => groupTerm(node, scope, context));
    const group = terms.length === 0 ? '' : ` GROUP BY ${terms.join(', ')}`;
    const having = select.having === null ? '' : ` HAVING ${conditionSql(select.having, setScope, context)}`;
    // The count makes the grand total one row, also where nothing else is counted.
    const list = `${selectListSql(columns)}, count(*) AS total${keys}`;
    return { columns, head: `SELECT ${list}`, tail: `${group}${having}` };
  });
  const columns = branches[0]?.columns ?? [];
  const body = branches.map(({ head, tail }) => `${head}${source()}${tail}`).join(' UNION ALL ');
  const names = columns.map(({ sqlName }) => sqlName).join(', ');
  const distinct = select.distinct ? 'DISTINCT ' : '';
  const terms = orderBy.map((item, index) => orderTerm({ sql: `o${index + 1}`, kind: 'unknown' }, item));
  const order = terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
  return { sql: `SELECT ${distinct}${names} FROM (${body})${order}${limit}`, columns };
}

interface OrderScope {
  readonly columns: readonly OutputColumn[];
  readonly scope: Scope;
  /** Whether a column of the result can be ordered by its name in the SQL. */
  readonly byName: boolean;
}

export function orderTerms(
  items: readonly OrderItem[],
  { columns, scope, byName }: OrderScope,
  context: Context,
): string {
  return items
    .map((item) => orderTerm(orderFragment(item, { columns, scope, byName }, context), item))
    .join(', ');
}

/** What a term of ORDER BY orders by: a column of the result by position or alias, or an expression. */
function orderFragment(
  { expression }: OrderItem,
  { columns, scope, byName }: OrderScope,
  context: Context,
): Fragment {
  const reference = (column: OutputColumn): Fragment =>
    byName ? { ...column.fragment, sql: column.sqlName } : column.fragment;
  if (expression.kind === 'number') {
    const column = columns[Number(expression.text) - 1];
    if (column === undefined) {
      throw unsupported(`ORDER BY ${expression.text}: the SELECT list has ${columns.length} columns.`);
    }
    return reference(column);
  }
  const aliases = new Map(columns.map((column) => [column.name, reference(column)]));
  return context.expression(expression, { ...scope, aliases });
}

function groupSql(elements: readonly GroupingElement[], scope: Scope, context: Context): string {
  if (elements.length === 0) return '';
  const terms = elements.map((element) => groupTerm(element, scope, context));
  return ` GROUP BY ${terms.join(', ')}`;
}

function groupTerm(element: GroupingElement, scope: Scope, context: Context): string {
  switch (element.kind) {
    case 'rollup':
    case 'cube':
    case 'grouping-sets':
      throw new TypeError('GROUP BY with several groupings is translated elsewhere.');
    case 'row':
      return element.items.map((item) => groupTerm(item, scope, context)).join(', ');
    default: {
      const fragment = context.expression(element, scope);
      // A bare number would be a position to SQLite. To Oracle it is a constant.
      return fragment.constant === undefined ? fragment.sql : `(${fragment.sql} || '')`;
    }
  }
}

/** Whether the block orders, groups or counts, so that a limit on its input is not one on its output. */
function needsAllRows({ select, orderBy, limit, ties }: SelectBlock): boolean {
  if (orderBy.length > 0 || limit !== '' || ties !== null) return true;
  if (select.distinct || select.groupBy.length > 0 || select.having !== null) return true;
  return findInBlock(
    select.columns,
    (node) => node.kind === 'call' && (node.over !== null || isAggregateCall(node)),
  );
}
