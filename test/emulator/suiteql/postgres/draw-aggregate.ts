import { type Both, both, differ } from './both.js';
import type { Draw, Scope } from './draw.js';
import { numeric } from './draw-value.js';
import { type Kind, kinds } from './tables.js';

/** A value of a whole group. */
export function drawAggregate(draw: Draw, kind: Kind, scope: Scope): Both {
  const value = draw.value(kind, scope);
  const extreme = both`${draw.oneOf(['MIN', 'MAX'])}(${value})`;
  if (kind === 'date') return extreme;
  if (kind === 'text') {
    if (draw.onceIn(2)) return extreme;
    return differ(
      both`LISTAGG(${value}, ', ') WITHIN GROUP (ORDER BY ${value} DESC)`,
      both`STRING_AGG(${value}, ', ' ORDER BY ${value} DESC)`,
    );
  }
  const distinct = draw.oneOf(['', 'DISTINCT ']);
  switch (draw.integer(1, 6)) {
    case 1:
      return numeric(both`COUNT(*)`);
    case 2:
      return numeric(both`COUNT(${distinct}${draw.value(draw.oneOf(kinds), scope)})`);
    case 3:
      return both`SUM(${distinct}${value})`;
    case 4:
      return both`ROUND(AVG(${distinct}${value}), 4)`;
    case 5:
      return differ(
        both`ROUND(MEDIAN(${value}), 4)`,
        both`ROUND(CAST(PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY ${value}) AS numeric), 4)`,
      );
    default:
      return extreme;
  }
}

const rankings = ['RANK()', 'DENSE_RANK()', 'PERCENT_RANK()', 'CUME_DIST()'] as const;

/**
 * A value of a window.
 *
 * @param keys What makes an order total. Without, nothing is drawn that depends on the order of peers.
 */
export function drawWindowed(draw: Draw, scope: Scope, keys: readonly string[] | null): Both {
  const value = (): Both => draw.value('number', scope);
  const partition = draw.onceIn(2) ? both`` : both`PARTITION BY ${value()} `;
  const order = both`ORDER BY ${value()} ${draw.oneOf(['', 'DESC '])}NULLS ${draw.oneOf(['FIRST', 'LAST'])}`;
  const over = both`OVER (${partition}${order})`;
  const place = draw.oneOf(['FIRST', 'LAST']);
  const byKeys = (keys ?? []).map((key) => `, ${key} NULLS ${place}`).join('');
  switch (draw.integer(1, keys === null ? 4 : 7)) {
    case 1:
      return both`ROUND(CAST(${draw.oneOf(rankings)} ${over} AS NUMERIC(20, 10)), 4)`;
    case 2:
      return numeric(both`${draw.oneOf(['SUM', 'COUNT', 'MAX'])}(${value()}) ${over}`);
    case 3:
      return both`SUM(${value()}) OVER (${partition})`;
    case 4: {
      const kind = draw.oneOf(['date', 'date', 'number'] as const);
      const key = both`ORDER BY ${draw.value(kind, scope)} ${draw.oneOf(['', 'DESC '])}NULLS ${place}`;
      const word = draw.oneOf(['SUM', 'COUNT', 'MIN', 'MAX']);
      return numeric(both`${word}(${value()}) OVER (${partition}${key} ${drawRange(draw, kind)})`);
    }
    case 5:
      return numeric(both`${draw.oneOf(['ROW_NUMBER()', 'NTILE(3)'])} OVER (${partition}${order}${byKeys})`);
    case 6: {
      const other = differ('0', '0::numeric');
      const call = both`${draw.oneOf(['LAG', 'LEAD'])}(${value()}, ${draw.integer(1, 2)}, ${other})`;
      return both`${call} OVER (${partition}${order}${byKeys})`;
    }
    default: {
      const word = draw.oneOf(['SUM', 'FIRST_VALUE', 'LAST_VALUE', 'MIN']);
      return both`${word}(${value()}) OVER (${partition}${order}${byKeys} ${draw.oneOf(frames)})`;
    }
  }
}

const frames = [
  'ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING',
  'ROWS UNBOUNDED PRECEDING',
  'ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING',
] as const;

/** Offsets of frames; PostgreSQL takes intervals alone beside dates. */
const offsets: Readonly<Record<'date' | 'number', readonly Both[]>> = {
  date: [
    differ('30', "INTERVAL '30 days'"),
    differ('365', "INTERVAL '365 days'"),
    differ('0', "INTERVAL '0 days'"),
    differ("INTERVAL '31' DAY", "INTERVAL '31 days'"),
    differ("INTERVAL '36' HOUR", "INTERVAL '36 hours'"),
    differ("INTERVAL '1' MONTH", "INTERVAL '1 month'"),
    differ("INTERVAL '2' YEAR", "INTERVAL '2 years'"),
  ],
  number: [both`0`, both`1`, both`0.25`, both`10.1`, both`40`],
};

/** A frame of RANGE whose first bound does not come after its last one. */
function drawRange(draw: Draw, kind: 'date' | 'number'): Both {
  const bounds = [
    both`UNBOUNDED PRECEDING`,
    both`${draw.oneOf(offsets[kind])} PRECEDING`,
    both`CURRENT ROW`,
    both`${draw.oneOf(offsets[kind])} FOLLOWING`,
    both`UNBOUNDED FOLLOWING`,
  ];
  const first = draw.integer(0, 3);
  const last = draw.integer(Math.max(first, 1), 4);
  const other = both`${draw.oneOf(offsets[kind])} ${first === 1 ? 'PRECEDING' : 'FOLLOWING'}`;
  const end = first === last && first !== 2 ? other : (bounds[last] ?? other);
  return both`RANGE BETWEEN ${bounds[first] ?? other} AND ${end}`;
}
