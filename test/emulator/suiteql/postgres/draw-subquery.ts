import { type Both, both } from './both.js';
import type { Draw, Scope, ScopeColumn } from './draw.js';
import { type Kind, type Table, tables } from './tables.js';

interface Inner {
  readonly from: Both;
  readonly scope: Scope;
}

/** One table, or a query of it that names the row outside; its columns come before those of the query around it. */
function drawInner(draw: Draw, outer: Scope): Inner {
  const table = draw.oneOf(tables);
  const alias = draw.name('s');
  const columns = [...columnsOf(table, alias), ...outer.columns];
  const scope: Scope = { columns, depth: outer.depth - 1 };
  if (outer.depth < 1 || draw.onceIn(2)) return { from: both`${table.name} ${alias}`, scope };
  return { from: both`(${drawCorrelated(draw, table, outer)}) ${alias}`, scope };
}

/** All columns of a table, in some rows that the row outside decides on. */
function drawCorrelated(draw: Draw, table: Table, outer: Scope): Both {
  const alias = draw.name('s');
  const columns = [...columnsOf(table, alias), ...outer.columns];
  const arm = (): Both => {
    const condition = draw.condition({ columns, depth: 0 });
    return both`SELECT ${alias}.* FROM ${table.name} ${alias} WHERE ${condition}`;
  };
  const operator = draw.oneOf(['', '', 'UNION ALL', 'UNION', 'INTERSECT']);
  return operator === '' ? arm() : both`${arm()} ${operator} ${arm()}`;
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
