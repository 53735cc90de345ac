import type { Call, FrameBound, Window } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { aggregate, isAggregateName } from './aggregates.js';
import type { Context } from './context.js';
import { asNumber } from './convert.js';
import { exact, type Fragment } from './fragment.js';
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
  if (node.nulls === 'ignore') throw unsupported('IGNORE NULLS is not emulated.');
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
  const { kind, inexact } = first;
  return {
    sql: `${name}(${given.map(({ sql }) => sql).join(', ')})${over}`,
    kind,
    inexact: inexact === true,
  };
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
