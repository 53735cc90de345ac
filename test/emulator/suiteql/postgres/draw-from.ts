import { type Both, both, differ } from './both.js';
import type { Draw, ScopeColumn } from './draw.js';
import { columnsOf } from './draw-subquery.js';
import { tables } from './tables.js';

export interface From {
  readonly sql: Both;
  /** A condition to which WHERE is bound, as `(+)` is; null: none. */
  readonly where: Both | null;
  readonly columns: readonly ScopeColumn[];
  /** Columns that tell every row from all others; null where there are none. */
  readonly keys: readonly string[] | null;
}

/** One to three sources, joined in any way. */
export function drawFrom(draw: Draw, depth: number): From {
  let from = drawSource(draw, depth);
  if (draw.onceIn(6)) return withMarkedJoin(draw, from, drawSource(draw, depth));
  for (let count = draw.integer(0, 2); count > 0; count--) from = drawJoin(draw, from, depth);
  if (!draw.onceIn(8)) return from;
  const other = drawSource(draw, 0);
  return { ...beside(from, other), sql: both`${from.sql}, ${other.sql}` };
}

function drawSource(draw: Draw, depth: number): From {
  if (depth > 0 && draw.onceIn(3)) {
    const alias = draw.name('q');
    const query = draw.query(depth - 1);
    const columns = query.kinds.map((kind, index) => ({ sql: `${alias}.c${index + 1}`, kind }));
    return { sql: both`(${query.sql}) ${alias}`, where: null, columns, keys: null };
  }
  const table = draw.oneOf(tables);
  const alias = draw.name('t');
  return {
    sql: both`${table.name} ${alias}`,
    where: null,
    columns: columnsOf(table, alias),
    keys: [`${alias}.id`],
  };
}

const words = { inner: 'JOIN', left: 'LEFT JOIN', right: 'RIGHT OUTER JOIN', full: 'FULL JOIN' } as const;
const joinKinds = ['inner', 'left', 'right', 'full', 'right', 'full'] as const;

function drawJoin(draw: Draw, left: From, depth: number): From {
  const right = drawSource(draw, depth);
  const equal = drawEquality(draw, left, right);
  const shape = beside(left, right);
  if (equal === null || draw.onceIn(8)) return { ...shape, sql: both`${left.sql} CROSS JOIN ${right.sql}` };
  const kind = draw.oneOf(joinKinds);
  // PostgreSQL joins fully on equalities alone.
  const alone = kind === 'full' || draw.onceIn(2);
  const on = alone ? equal : both`${equal} AND ${draw.condition({ columns: shape.columns, depth: 1 })}`;
  return { ...shape, sql: both`${left.sql} ${words[kind]} ${right.sql} ON ${on}` };
}

function withMarkedJoin(draw: Draw, left: From, right: From): From {
  const equal = drawEquality(draw, left, right);
  const shape = beside(left, right);
  if (equal === null) return { ...shape, sql: both`${left.sql}, ${right.sql}` };
  return {
    ...shape,
    sql: differ(both`${left.sql}, ${right.sql}`, both`${left.sql} LEFT JOIN ${right.sql} ON ${equal}`),
    where: differ(both`${equal} (+)`, 'TRUE'),
  };
}

function beside(left: From, right: From): Omit<From, 'sql'> {
  const keys = left.keys === null || right.keys === null ? null : [...left.keys, ...right.keys];
  return { where: null, columns: [...left.columns, ...right.columns], keys };
}

/** `left column = right column` of one kind; null where there are none. Keys are likely. */
function drawEquality(draw: Draw, left: From, right: From): Both | null {
  const pairs = left.columns.flatMap((own) =>
    right.columns.filter(({ kind }) => kind === own.kind).map((other) => both`${own.sql} = ${other.sql}`),
  );
  return pairs.length === 0 ? null : draw.oneOf(pairs);
}
