import { type Both, both } from './both.js';
import type { Draw, Scope, ScopeColumn } from './draw.js';
import { type Kind, type Table, tables } from './tables.js';

interface Inner {
  readonly from: string;
  readonly scope: Scope;
}

/** One table; its columns come before those of the query around it. */
function drawInner(draw: Draw, outer: Scope): Inner {
  const table = draw.oneOf(tables);
  const alias = draw.name('s');
  const columns = [...columnsOf(table, alias), ...outer.columns];
  return { from: `${table.name} ${alias}`, scope: { columns, depth: outer.depth - 1 } };
}

export function columnsOf({ columns }: Table, alias: string): readonly ScopeColumn[] {
  return columns.map(([column, kind]) => ({ sql: `${alias}.${column}`, kind }));
}

/** `(SELECT MAX(…) FROM … WHERE …)`: one value, or NULL. */
export function drawScalarQuery(draw: Draw, kind: Kind, outer: Scope): Both {
  const { from, scope } = drawInner(draw, outer);
  const value = draw.value(kind, { ...scope, columns: scope.columns.slice(0, 6) });
  return both`(SELECT ${draw.oneOf(['MIN', 'MAX'])}(${value}) FROM ${from} WHERE ${draw.condition(scope)})`;
}

export function drawListQuery(draw: Draw, kind: Kind, outer: Scope): Both {
  const { from, scope } = drawInner(draw, outer);
  return both`(SELECT ${draw.value(kind, scope)} FROM ${from} WHERE ${draw.condition(scope)})`;
}

export function drawExists(draw: Draw, outer: Scope): Both {
  const { from, scope } = drawInner(draw, outer);
  return both`EXISTS (SELECT 1 FROM ${from} WHERE ${draw.condition(scope)})`;
}
