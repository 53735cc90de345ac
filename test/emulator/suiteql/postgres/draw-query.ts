import { type Both, both, differ, joined } from './both.js';
import type { Draw, DrawnQuery, Scope } from './draw.js';
import { drawAggregate, drawWindowed } from './draw-aggregate.js';
import { drawFrom, type From } from './draw-from.js';
import { type Kind, kinds } from './tables.js';

export function drawQuery(draw: Draw, depth: number): DrawnQuery {
  const columnKinds = Array.from({ length: draw.integer(1, 4) }, () => draw.oneOf(kinds));
  const body = draw.onceIn(3) ? drawSets(draw, columnKinds, depth) : drawSelect(draw, columnKinds, depth);
  if (draw.onceIn(3)) return { sql: body, kinds: columnKinds, ordered: false };
  // By all columns: rows that are equal may change places unseen.
  const order = columnKinds.map((_, index) => {
    const direction = draw.oneOf(['', ' ASC', ' DESC']);
    return `${index + 1}${direction} NULLS ${draw.oneOf(['FIRST', 'LAST'])}`;
  });
  const offset = draw.onceIn(5) ? ' OFFSET 1 ROWS' : '';
  const limit = draw.onceIn(3) ? `${offset} FETCH FIRST ${draw.integer(1, 4)} ROWS ONLY` : '';
  return { sql: both`${body} ORDER BY ${order.join(', ')}${limit}`, kinds: columnKinds, ordered: true };
}

const operators = ['UNION', 'UNION ALL', 'INTERSECT', 'MINUS'] as const;

/** Oracle works them off from left to right, PostgreSQL does INTERSECT first. */
function drawSets(draw: Draw, columnKinds: readonly Kind[], depth: number): Both {
  let sql = drawSelect(draw, columnKinds, depth);
  for (let count = draw.integer(1, 3); count > 0; count--) {
    const operator = draw.oneOf(operators);
    const next = drawSelect(draw, columnKinds, depth);
    sql = differ(
      both`${sql} ${operator} ${next}`,
      both`(${sql}) ${operator === 'MINUS' ? 'EXCEPT' : operator} ${next}`,
    );
  }
  return sql;
}

function drawSelect(draw: Draw, columnKinds: readonly Kind[], depth: number): Both {
  const from = drawFrom(draw, depth);
  const scope: Scope = { columns: from.columns, depth: 2 };
  const conditions = [from.where, draw.onceIn(3) ? null : draw.condition(scope)];
  const given = conditions.filter((condition) => condition !== null).map((condition) => both`(${condition})`);
  // Conditions with (+) stand beside the others, not inside them.
  const where = given.length === 0 ? both`` : both` WHERE ${joined(given, ' AND ')}`;
  const tail = both` FROM ${from.sql}${where}`;
  if (draw.onceIn(3)) return drawGrouped(draw, columnKinds, scope, tail);
  const list = columnKinds.map((kind) => drawItem(draw, kind, from, scope));
  return both`SELECT ${draw.oneOf(['', '', 'DISTINCT '])}${named(list)}${tail}`;
}

function drawItem(draw: Draw, kind: Kind, { keys }: From, scope: Scope): Both {
  return kind === 'number' && draw.onceIn(4)
    ? drawWindowed(draw, { ...scope, depth: 1 }, keys)
    : draw.value(kind, scope);
}

const groupings = ['ROLLUP', 'CUBE', 'GROUPING SETS'] as const;

function drawGrouped(draw: Draw, columnKinds: readonly Kind[], scope: Scope, tail: Both): Both {
  const shallow: Scope = { ...scope, depth: 1 };
  const several = draw.onceIn(3);
  const keys = new Map<Both, boolean>();
  const list = columnKinds.map((kind) => {
    if (draw.onceIn(2)) return drawAggregate(draw, kind, shallow);
    const columns = scope.columns.filter((column) => column.kind === kind);
    if (columns.length === 0) return drawAggregate(draw, kind, shallow);
    // Of several groupings, only columns: the languages differ in what they take for the same expression.
    const key = several ? both`${draw.oneOf(columns).sql}` : drawKey(draw, kind, shallow);
    keys.set(key, true);
    return key;
  });
  const terms = joined([...keys.keys()], ', ');
  const group =
    keys.size === 0
      ? both``
      : several
        ? both` GROUP BY ${draw.oneOf(groupings)} (${terms})`
        : both` GROUP BY ${terms}`;
  const having = draw.onceIn(3)
    ? both` HAVING ${drawAggregate(draw, 'number', shallow)} > ${draw.integer(0, 3)}`
    : both``;
  return both`SELECT ${named(list)}${tail}${group}${having}`;
}

/** An expression over columns: a group cannot be of a constant, nor of a subquery. */
function drawKey(draw: Draw, kind: Kind, { columns }: Scope): Both {
  const column = both`${draw.oneOf(columns.filter((column) => column.kind === kind)).sql}`;
  if (draw.onceIn(2)) return column;
  if (kind === 'number') return both`MOD(${column}, 3)`;
  if (kind === 'text') return both`UPPER(${column})`;
  return differ(both`TRUNC(${column}, 'YYYY')`, both`CAST(date_trunc('year', ${column}) AS date)`);
}

function named(list: readonly Both[]): Both {
  return joined(
    list.map((item, index) => both`${item} AS c${index + 1}`),
    ', ',
  );
}
