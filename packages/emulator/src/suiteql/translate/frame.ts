import type { Frame, FrameBound, OrderItem } from '@suitewright/suiteql';
import { secondsADay } from '../../database/calendar.js';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asDouble } from './convert.js';
import { type Fragment, isMoment, isNumeric } from './fragment.js';
import type { Scope } from './scope.js';

/** What the rows of a window are sorted by. */
export interface WindowKey {
  readonly item: OrderItem;
  readonly fragment: Fragment;
}

export interface TranslatedFrame {
  readonly sql: string;
  /** Set for a frame of months. SQLite knows none: the SQL holds more rows than the frame. */
  readonly months: MonthFrame | null;
}

/**
 * Bounds that are so many months from the key of the row; null where the SQL has the bound.
 *
 * Assumed: where the month of a bound is too short for the row's day, the bound is the month's last day. Oracle's "SQL
 * Language Reference" does not say.
 */
export interface MonthFrame {
  readonly key: string;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Translates a frame. Beside dates, an offset of RANGE is a number of days or an interval.
 *
 * @see "Analytic Functions", windowing_clause, Oracle's "SQL Language Reference"
 * @throws {SuiteqlRejection} The offset does not fit what the rows are sorted by.
 */
export function translateFrame(
  frame: Frame,
  keys: readonly WindowKey[],
  { scope, context }: { readonly scope: Scope; readonly context: Context },
): TranslatedFrame {
  const bounds = [frame.from, frame.to].flatMap((bound) => (bound === null ? [] : [bound]));
  const offsets = bounds.map(({ offset }) => (offset === null ? null : context.expression(offset, scope)));
  const unit = frame.unit.toUpperCase();
  const sqlOf = (parts: readonly string[]): string =>
    parts.length === 1 ? `${unit} ${parts[0]}` : `${unit} BETWEEN ${parts.join(' AND ')}`;
  if (frame.unit !== 'range' || offsets.every((offset) => offset === null)) {
    const plain = bounds.map((bound, index) => boundSql(bound, offsets[index] ?? null, asDouble));
    return { sql: sqlOf(plain), months: null };
  }
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    throw unsupported('RANGE with an offset takes one expression in ORDER BY (ORA-30486).');
  }
  const sql = sqlOf(
    bounds.map((bound, index) =>
      boundSql(bound, offsets[index] ?? null, (offset) => rangeOffset(offset, key, isWide(bound, index))),
    ),
  );
  const descending = key.item.direction === 'desc';
  const months = bounds.map((bound, index) => {
    const offset = offsets[index];
    if (offset?.intervalUnit !== 'months') return null;
    const count = Number(offset.constant);
    return (bound.at === 'preceding') === descending ? count : -count;
  });
  if (months.every((count) => count === null)) return { sql, months: null };
  const [first = null, last = null] = months;
  return {
    sql,
    months: {
      key: key.fragment.sql,
      lower: descending ? last : first,
      upper: descending ? first : last,
    },
  };
}

function boundSql(
  { at }: FrameBound,
  offset: Fragment | null,
  sqlOf: (offset: Fragment) => string | null,
): string {
  const sql = offset === null ? null : sqlOf(offset);
  if (offset !== null && sql === null) return 'CURRENT ROW';
  return sql === null ? at.toUpperCase() : `${sql} ${at.toUpperCase()}`;
}

/** Whether a greater offset makes the frame greater. */
function isWide({ at }: FrameBound, index: number): boolean {
  return (at === 'preceding') === (index === 0);
}

const mostDaysOfMonth = 31;
/** Binary fractions of decimals lie this near to them, and no two decimals of a column do. */
const dust = 1e-9;

/** The offset in the unit of the key; null: the current row, which is as near as the SQL can say. */
function rangeOffset(offset: Fragment, { fragment: key }: WindowKey, wide: boolean): string | null {
  if (typeof offset.constant === 'number' && offset.constant < 0) {
    throw unsupported('The offset of a frame is negative (ORA-01428).');
  }
  if (offset.kind === 'interval') {
    if (!isMoment(key)) throw unsupported('RANGE with an INTERVAL takes a date in ORDER BY (ORA-30486).');
    if (offset.intervalUnit !== 'months') return offset.sql;
    return wide ? String(Number(offset.constant) * mostDaysOfMonth * secondsADay) : null;
  }
  if (isMoment(key)) return `(${asDouble(offset)} * ${secondsADay})`;
  if (!isNumeric(key) && key.kind !== 'unknown' && key.kind !== 'null') {
    throw unsupported('RANGE with an offset takes a number or a date in ORDER BY (ORA-30486).');
  }
  const sql = asDouble(offset);
  if (key.kind !== 'num' || typeof offset.constant !== 'number') return sql;
  return String(wide ? offset.constant + dust : Math.max(0, offset.constant - dust));
}
