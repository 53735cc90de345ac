import type { Call, FrameBound, Window } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { aggregate, isAggregateName } from './aggregates.js';
import type { Context } from './context.js';
import { asNumber } from './convert.js';
import { exact, type Fragment, nullFragment } from './fragment.js';
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
const picking: ReadonlySet<string> = new Set(['first_value', 'last_value', 'nth_value', 'lag', 'lead']);

export function isWindowCall({ over }: Call): boolean {
  return over !== null;
}

/** Translates a function with OVER. */
export function windowFunction(node: Call, scope: Scope, context: Context): Fragment {
  const name = node.name.name;
  if (node.over === null) throw unsupported(`${name.toUpperCase()} needs OVER.`);
  const over = ` OVER (${windowSql(node.over, scope, context)})`;
  if (isAggregateName(name)) return aggregate(node, scope, context, over);
  const given = node.arguments.map((argument) => context.expression(argument, scope));
  const [first] = given;
  if (name === 'ratio_to_report' && first !== undefined) {
    const value = asNumber(first);
    return { sql: `(CAST(${value} AS REAL) / nullif(sum(${value})${over}, 0))`, kind: 'num', inexact: true };
  }
  if (ranking.has(name)) {
    const whole = name !== 'percent_rank' && name !== 'cume_dist';
    const list = given.map((argument) => asNumber(argument)).join(', ');
    return { sql: `${name}(${list})${over}`, kind: whole ? 'int' : 'num', inexact: !whole, notNull: true };
  }
  if (!picking.has(name) || first === undefined) {
    throw unsupported(`The window function ${name.toUpperCase()} is not emulated.`);
  }
  if (node.nulls === 'ignore') return pickIgnoringNulls(node.over, name, given, { scope, context });
  const { kind, inexact } = first;
  return {
    sql: `${name}(${given.map(({ sql }) => sql).join(', ')})${over}`,
    kind,
    inexact: inexact === true,
  };
}

interface Surroundings {
  readonly scope: Scope;
  readonly context: Context;
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
  const unframed = windowSql({ ...window, frame: null }, scope, context);
  const frames: Readonly<Record<string, string>> = {
    lag: `${unframed} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`,
    lead: `${unframed} ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING`,
  };
  const over = frames[name] ?? windowSql(window, scope, context);
  const found = `json_extract(json_group_array(${value.sql}) FILTER (WHERE ${value.sql} IS NOT NULL) OVER (${over}), '${place}')`;
  const sql = otherwise === undefined ? found : `coalesce(${found}, ${otherwise.sql})`;
  return { sql, kind: value.kind, inexact: value.inexact === true };
}

function windowSql({ partitionBy, orderBy, frame }: Window, scope: Scope, context: Context): string {
  const parts: string[] = [];
  if (partitionBy.length > 0) {
    parts.push(
      `PARTITION BY ${partitionBy.map((node) => exact(context.expression(node, scope))).join(', ')}`,
    );
  }
  if (orderBy.length > 0) {
    const terms = orderBy.map((item) => orderTerm(context.expression(item.expression, scope), item));
    parts.push(`ORDER BY ${terms.join(', ')}`);
  }
  if (frame !== null) {
    const from = boundSql(frame.from, scope, context);
    const unit = frame.unit.toUpperCase();
    parts.push(
      frame.to === null
        ? `${unit} ${from}`
        : `${unit} BETWEEN ${from} AND ${boundSql(frame.to, scope, context)}`,
    );
  }
  return parts.join(' ');
}

function boundSql({ at, offset }: FrameBound, scope: Scope, context: Context): string {
  if (offset === null) return at.toUpperCase();
  return `${asNumber(context.expression(offset, scope))} ${at.toUpperCase()}`;
}
