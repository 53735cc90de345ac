import type { Call, Window } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { aggregate, hexadecimal, isAggregateName, sum } from './aggregates.js';
import { quotient } from './arithmetic.js';
import type { Context } from './context.js';
import { asDouble, asNumber, isWideNumber } from './convert.js';
import { constant, type Fragment, nullFragment } from './fragment.js';
import { type MonthFrame, translateFrame } from './frame.js';
import { orderTerm } from './order.js';
import type { Scope } from './scope.js';

const ranking: ReadonlySet<string> = new Set([
  'row_number',
  'rank',
  'dense_rank',
  'percent_rank',
  'cume_dist',
  'ntile',
]);
/** Over all rows of a partition, whatever their order. */
const unordered: ReadonlySet<string> = new Set(['ratio_to_report', 'median', 'listagg']);
const picking: ReadonlySet<string> = new Set(['first_value', 'last_value', 'nth_value', 'lag', 'lead']);

export function isWindowCall({ over }: Call): boolean {
  return over !== null;
}

/** Translates a function with OVER. */
export function windowFunction(node: Call, scope: Scope, context: Context): Fragment {
  const name = node.name.name;
  if (node.over === null) throw unsupported(`${name.toUpperCase()} needs OVER.`);
  refuseWindow(name, node.over);
  const window = translateWindow(node.over, scope, context);
  if (window.months !== null || node.distinct) return gatheredFunction(node, window, { scope, context });
  const over = ` OVER (${window.sql})`;
  if (isAggregateName(name)) return aggregate(node, scope, context, over);
  const given = node.arguments.map((argument) => context.expression(argument, scope));
  const [first] = given;
  if (name === 'ratio_to_report' && first !== undefined) {
    const whole = sum(first, { distinct: '', over }, context);
    return quotient(asNumber(first), `nullif(${whole.sql}, 0)`, true);
  }
  if (ranking.has(name)) {
    const whole = name !== 'percent_rank' && name !== 'cume_dist';
    const list = given.map((argument) => asDouble(argument)).join(', ');
    if (whole) return { sql: `${name}(${list})${over}`, kind: 'int', notNull: true };
    return { sql: `sw_real_number(${name}(${list})${over})`, kind: 'num', notNull: true };
  }
  if (!picking.has(name) || first === undefined) {
    throw unsupported(`The window function ${name.toUpperCase()} is not emulated.`);
  }
  if ((name === 'lag' || name === 'lead') && Number(given[1]?.constant) < 0) {
    throw unsupported(`${name.toUpperCase()} is given a negative number of rows (ORA-01428).`);
  }
  if (node.nulls === 'ignore') return pickIgnoringNulls(node.over, name, given, { scope, context });
  const { kind, wide } = first;
  return {
    sql: `${name}(${given.map(({ sql }) => sql).join(', ')})${over}`,
    kind,
    wide: wide === true,
  };
}

/** @see "Analytic Functions", Oracle's "SQL Language Reference": which of them take and need which clauses */
function refuseWindow(name: string, { orderBy, frame }: Window): void {
  const title = name.toUpperCase();
  if (orderBy.length === 0 && (frame !== null || ranking.has(name) || name === 'lag' || name === 'lead')) {
    const what = frame === null ? title : 'A frame';
    throw unsupported(`${what} needs ORDER BY in its window (ORA-30485).`);
  }
  if (orderBy.length > 0 && unordered.has(name)) {
    throw unsupported(`${title} takes no ORDER BY in its window (ORA-30487).`);
  }
  if (frame !== null && (ranking.has(name) || name === 'lag' || name === 'lead')) {
    throw unsupported(`${title} takes no frame in its window (ORA-00907).`);
  }
}

interface Surroundings {
  readonly scope: Scope;
  readonly context: Context;
}

const reduced: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'first_value',
  'last_value',
]);

/** What SQLite does not compute over a window: its values are gathered, and a function of ours reduces them. */
function gatheredFunction(node: Call, window: TranslatedWindow, { scope, context }: Surroundings): Fragment {
  const name = node.name.name;
  const [value = constant(1), ...others] = node.arguments.map((argument) =>
    context.expression(argument, scope),
  );
  if (!reduced.has(name) || others.length > 0 || node.nulls === 'ignore') {
    const what = node.distinct ? 'DISTINCT' : 'a frame of months';
    throw unsupported(`${name.toUpperCase()} over a window with ${what} is not emulated.`);
  }
  if (node.distinct && node.over?.orderBy.length !== 0) {
    throw unsupported('DISTINCT takes no ORDER BY in its window (ORA-30487).');
  }
  const isNumber = name === 'sum' || name === 'avg';
  const isWide = isNumber ? isWideNumber(value) : value.wide === true;
  const plain = isNumber ? asNumber(value) : value.sql;
  const sql = isWide ? hexadecimal(plain) : plain;
  const kind = name === 'count' ? 'int' : isNumber && value.kind !== 'int' ? 'num' : value.kind;
  const reducer = `${name}${node.distinct ? ' distinct' : ''}`;
  return {
    sql: `sw_reduce('${reducer}', '${isWide ? 'key' : 'plain'}', ${gatheredValues(sql, window)})`,
    kind: name === 'avg' ? 'num' : kind,
    wide: name !== 'count' && (isNumber || isWide),
    notNull: name === 'count',
  };
}

function gatheredValues(value: string, { sql, months }: TranslatedWindow): string {
  if (months === null) return `json_group_array(${value}) OVER (${sql})`;
  const { key, lower, upper } = months;
  const bounds = [lower, upper].map((bound) => (bound === null ? "''" : bound));
  const rows = `json_group_array(json_array(${key}, ${value})) OVER (${sql})`;
  return `sw_month_frame(coalesce(${key}, ''), ${bounds.join(', ')}, ${rows})`;
}

/** IGNORE NULLS, which SQLite lacks: the values of the window that are none, of which one is taken. */
function pickIgnoringNulls(
  window: Window,
  name: string,
  [value = nullFragment, count, otherwise]: readonly Fragment[],
  { scope, context }: Surroundings,
): Fragment {
  const nth = count === undefined ? 1 : Number(count.constant);
  if (!Number.isInteger(nth) || nth < 1)
    throw unsupported(`${name.toUpperCase()} counts with a whole number.`);
  const backwards = name === 'lag' || name === 'last_value';
  const place = backwards ? `$[#-${nth}]` : `$[${nth - 1}]`;
  const unframed = translateWindow({ ...window, frame: null }, scope, context).sql;
  const frames: Readonly<Record<string, string>> = {
    lag: `${unframed} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`,
    lead: `${unframed} ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING`,
  };
  const over = frames[name] ?? translateWindow(window, scope, context).sql;
  const gathered = value.wide === true ? `sw_plain_number(${value.sql})` : value.sql;
  const picked = `json_extract(json_group_array(${gathered}) FILTER (WHERE ${value.sql} IS NOT NULL) OVER (${over}), '${place}')`;
  const found = value.wide === true ? `sw_to_number(${picked})` : picked;
  const sql = otherwise === undefined ? found : `coalesce(${found}, ${otherwise.sql})`;
  return { sql, kind: value.kind, wide: value.wide === true || otherwise?.wide === true };
}

interface TranslatedWindow {
  /** What stands in the parentheses of OVER. */
  readonly sql: string;
  readonly months: MonthFrame | null;
}

function translateWindow(
  { partitionBy, orderBy, frame }: Window,
  scope: Scope,
  context: Context,
): TranslatedWindow {
  const parts: string[] = [];
  if (partitionBy.length > 0) {
    parts.push(`PARTITION BY ${partitionBy.map((node) => context.expression(node, scope).sql).join(', ')}`);
  }
  const counts =
    frame?.unit === 'range' && (frame.from.offset !== null || (frame.to?.offset ?? null) !== null);
  const keys = orderBy.map((item) => {
    const fragment = context.expression(item.expression, scope);
    // SQLite counts from doubles, not from bytes.
    return {
      item,
      fragment:
        counts && fragment.wide === true ? { sql: asDouble(fragment), kind: fragment.kind } : fragment,
    };
  });
  if (keys.length > 0) {
    parts.push(`ORDER BY ${keys.map(({ item, fragment }) => orderTerm(fragment, item)).join(', ')}`);
  }
  if (frame === null) return { sql: parts.join(' '), months: null };
  const { sql, months } = translateFrame(frame, keys, { scope, context });
  return { sql: [...parts, sql].join(' '), months };
}
