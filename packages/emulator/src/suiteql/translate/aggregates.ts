import type { Call, Window } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { quotient } from './arithmetic.js';
import type { Context } from './context.js';
import { asNumber, asText, isWideNumber } from './convert.js';
import { decimalCall } from './decimal-call.js';
import { type Fragment, isMoment } from './fragment.js';
import { orderTerm } from './order.js';
import { rowScope, type Scope } from './scope.js';
import { checkedLength } from './text.js';

/** Aggregates that SQLite lacks: its own gathers the values, a function of ours reduces them. */
const gathered: ReadonlySet<string> = new Set([
  'median',
  'stddev',
  'stddev_pop',
  'stddev_samp',
  'variance',
  'var_pop',
  'var_samp',
]);

const gatheredPairs: ReadonlySet<string> = new Set(['corr', 'corr_k', 'corr_s', 'covar_pop', 'covar_samp']);

const plain: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'approx_count_distinct',
  'listagg',
]);

export function isAggregateCall({ name: { name }, over, namespace }: Call): boolean {
  return over === null && namespace === null && isAggregateName(name);
}

export function isAggregateName(name: string): boolean {
  return plain.has(name) || gathered.has(name) || gatheredPairs.has(name);
}

/**
 * Translates an aggregate.
 *
 * @param over The window, with a leading blank; empty for an aggregate over a group.
 */
export function aggregate(node: Call, outerScope: Scope, context: Context, over = ''): Fragment {
  const scope = rowScope(outerScope);
  const name = node.name.name;
  if (node.star) {
    if (name !== 'count') throw unsupported(`${name.toUpperCase()}(*) is not a function.`);
    return { sql: `count(*)${over}`, kind: 'int', notNull: true };
  }
  const given = node.arguments.map((argument) => context.expression(argument, scope));
  const [first, second] = given;
  if (first === undefined) throw unsupported(`${name.toUpperCase()} takes an argument.`);
  if (node.keep !== null) return keepAggregate(node, first, scope, context);
  if (name === 'listagg') {
    return node.over === null
      ? listAggregate(node, scope, context)
      : windowedList(node, node.over, scope, context);
  }
  if (given.length > (gatheredPairs.has(name) ? 2 : 1)) {
    throw unsupported(`${name.toUpperCase()} is given ${given.length} arguments.`);
  }
  const distinct = node.distinct ? 'DISTINCT ' : '';
  switch (name) {
    case 'count':
      return { sql: `count(${distinct}${first.sql})${over}`, kind: 'int', notNull: true };
    case 'approx_count_distinct':
      return { sql: `count(DISTINCT ${first.sql})${over}`, kind: 'int', notNull: true };
    case 'min':
    case 'max':
      if (first.wide !== true) return { sql: `${name}(${first.sql})${over}`, kind: first.kind };
      return { sql: `sw_from_key(${name}(sw_key(${first.sql}))${over})`, kind: first.kind, wide: true };
    case 'sum':
      return sum(first, { distinct, over }, context);
    case 'avg': {
      const count = `nullif(count(${distinct}${asNumber(first)})${over}, 0)`;
      return quotient(sum(first, { distinct, over }, context).sql, count, true);
    }
    default: {
      const isOfMoments = name === 'median' && isMoment(first);
      const values = gatheredPairs.has(name)
        ? `json_array(${gatheredNumber(first)}, ${second === undefined ? 'NULL' : gatheredNumber(second)})`
        : `${distinct}${isOfMoments ? first.sql : gatheredNumber(first)}`;
      const sql = `sw_${name}(json_group_array(${values})${over})`;
      return isOfMoments ? { sql, kind: first.kind } : { sql, kind: 'num', wide: true };
    }
  }
}

interface AggregateForm {
  readonly distinct: string;
  readonly over: string;
}

/** SQLite adds up whole numbers exactly, or says that it cannot. Numbers of many digits are gathered. */
export function sum(value: Fragment, { distinct, over }: AggregateForm, context: Context): Fragment {
  const number = asNumber(value);
  if (context.digits === 'few' && value.kind === 'int' && value.wide !== true) {
    return decimalCall(
      { name: 'sw_to_number', values: [`sum(${distinct}${number})${over}`], kind: 'int' },
      context,
    );
  }
  if (context.digits === 'few') {
    return decimalCall(
      { name: 'sw_unscale', values: [`sum(${distinct}sw_scale(${number}))${over}`] },
      context,
    );
  }
  const list = `json_group_array(${distinct}${gatheredNumber(value)})${over}`;
  return { sql: `sw_sum(${list})`, kind: 'num', wide: true };
}

/** JSON holds no bytes. */
function gatheredNumber(value: Fragment): string {
  return isWideNumber(value) ? `sw_plain_number(${asNumber(value)})` : asNumber(value);
}

function listAggregate(node: Call, scope: Scope, context: Context): Fragment {
  const [value = "''", separator = "''"] = node.arguments.map((argument) =>
    asText(context.expression(argument, scope)),
  );
  const terms = (node.withinGroup ?? []).map((item) =>
    orderTerm(context.expression(item.expression, scope), item),
  );
  const order = terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
  if (!node.distinct) return checkedLength(`group_concat(${value}, coalesce(${separator}, '')${order})`, []);
  return checkedLength(
    `sw_listagg(json_group_array(DISTINCT ${value}${order}), coalesce(${separator}, ''))`,
    [],
  );
}

/** LISTAGG of a window: its rows in the order that WITHIN GROUP asks for, all of them for each row. */
function windowedList(node: Call, { partitionBy }: Window, scope: Scope, context: Context): Fragment {
  if (node.distinct) throw unsupported('LISTAGG(DISTINCT …) is emulated without OVER only.');
  const [value = "''", separator = "''"] = node.arguments.map((argument) =>
    asText(context.expression(argument, scope)),
  );
  const keys = partitionBy.map((key) => context.expression(key, scope).sql);
  const terms = (node.withinGroup ?? []).map((item) =>
    orderTerm(context.expression(item.expression, scope), item),
  );
  const over = [
    ...(keys.length === 0 ? [] : [`PARTITION BY ${keys.join(', ')}`]),
    ...(terms.length === 0 ? [] : [`ORDER BY ${terms.join(', ')}`]),
    'ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING',
  ];
  const list = `group_concat(${value}, coalesce(${separator}, ''))`;
  return checkedLength(`${list} FILTER (WHERE ${value} IS NOT NULL) OVER (${over.join(' ')})`, []);
}

/** `MAX(x) KEEP (DENSE_RANK LAST ORDER BY y)`: the aggregate over the rows that come first or last. */
function keepAggregate(node: Call, value: Fragment, scope: Scope, context: Context): Fragment {
  const { keep } = node;
  const name = node.name.name;
  if (keep === null || !['min', 'max', 'sum', 'avg', 'count'].includes(name) || node.over !== null) {
    throw unsupported('KEEP is emulated with MIN, MAX, SUM, AVG and COUNT.');
  }
  const keys = keep.orderBy.map(({ expression }) => gatheredValue(context.expression(expression, scope)));
  const directions = keep.orderBy
    .map(({ direction, nulls }) => {
      const descending = direction === 'desc';
      return `${descending ? 'd' : 'a'}${(nulls ?? (descending ? 'first' : 'last')) === 'first' ? 'f' : 'l'}`;
    })
    .join(',');
  const rows = `json_group_array(json_array(${[gatheredValue(value), ...keys].join(', ')}))`;
  const kind = name === 'count' ? 'int' : name === 'sum' || name === 'avg' ? 'num' : value.kind;
  return {
    sql: `sw_keep('${name}', '${keep.rank}', '${directions}', '${value.wide === true ? 'key' : 'plain'}', ${rows})`,
    kind,
    wide: kind === 'num' || value.wide === true,
  };
}

function gatheredValue(value: Fragment): string {
  return value.wide === true ? hexadecimal(value.sql) : value.sql;
}

/** A number in a form that JSON holds, and that sorts as the number does. */
export function hexadecimal(number: string): string {
  return `nullif(hex(sw_key(${number})), '')`;
}
