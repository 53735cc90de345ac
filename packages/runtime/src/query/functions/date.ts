import type { DateTime, Decimal, PlainDate } from '../../values.js';
import { type Expression, expression, type Given, nodeOf } from '../expression.js';
import { kindOf } from '../kind-of.js';
import type { ExtractNode, ValueKind } from '../nodes.js';
import { oneOf } from '../one-of.js';
import { call, settingNode } from './call.js';

/** A column of dates or datetimes, or an expression of such. */
type Moment = PlainDate | DateTime | null;

const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'] as const;

/** What dates and datetimes are cut to. */
export type DateUnit = (typeof UNITS)[number];

const MASKS: Readonly<Record<DateUnit, string>> = {
  year: 'YYYY',
  quarter: 'Q',
  month: 'MM',
  week: 'IW',
  day: 'DD',
  hour: 'HH24',
  minute: 'MI',
};

/** `TRUNC`: the beginning of the year, quarter, month, week (Monday), day, hour or minute. Default: of the day. */
export function trunc<V extends Moment, S extends string, A extends string>(
  of: Expression<V, S, A>,
  unit: DateUnit = 'day',
): Expression<V, S, A> {
  return call('TRUNC', momentKind(of, 'TRUNC'), of, MASKS[oneOf(unit, UNITS, 'trunc(): unit')]);
}

/** `ROUND`: the nearest beginning of a year, quarter … Default: of a day. */
export function round<V extends Moment, S extends string, A extends string>(
  of: Expression<V, S, A>,
  unit: DateUnit = 'day',
): Expression<V, S, A> {
  return call('ROUND', momentKind(of, 'ROUND'), of, MASKS[oneOf(unit, UNITS, 'round(): unit')]);
}

const PART_NAMES = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

const PARTS: Readonly<Record<(typeof PART_NAMES)[number], ExtractNode['unit']>> = {
  year: 'YEAR',
  month: 'MONTH',
  day: 'DAY',
  hour: 'HOUR',
  minute: 'MINUTE',
  second: 'SECOND',
};

/** `EXTRACT`: a part of a date or datetime as a number. */
export function extract<S extends string>(
  unit: (typeof PART_NAMES)[number],
  of: Expression<Moment, S>,
): Expression<number | null, S> {
  const part = PARTS[oneOf(unit, PART_NAMES, 'extract(): unit')];
  return expression({ type: 'extract', unit: part, of: nodeOf(of, 'EXTRACT'), kind: 'int' });
}

/** `date + days`; with a negative number before it. A fraction of a day counts for datetimes only. */
export function addDays<V extends Moment, S extends string>(
  of: Expression<V, S>,
  days: Given<number | Decimal, S>,
): Expression<V | null, S> {
  const right = settingNode(days, 'addDays(): days');
  const left = nodeOf(of, 'addDays()');
  return expression({ type: 'operation', operator: '+', left, right, kind: momentKind(of, 'addDays()') });
}

/** `later - earlier`, in days. */
export function daysBetween<S extends string>(
  later: Expression<Moment, S>,
  earlier: Expression<Moment, S>,
): Expression<Decimal | null, S> {
  const operands = {
    left: nodeOf(later, 'daysBetween(): later'),
    right: nodeOf(earlier, 'daysBetween(): earlier'),
  };
  return expression({ type: 'operation', operator: '-', ...operands, kind: 'num' });
}

/** `ADD_MONTHS`: the last day of a month stays the last day. */
export function addMonths<V extends Moment, S extends string>(
  of: Expression<V, S>,
  months: Given<number, S>,
): Expression<V | null, S> {
  return call('ADD_MONTHS', momentKind(of, 'ADD_MONTHS'), of, months);
}

/** `MONTHS_BETWEEN`, with a fraction. */
export function monthsBetween<S extends string>(
  later: Expression<Moment, S>,
  earlier: Expression<Moment, S>,
): Expression<Decimal | null, S> {
  return call('MONTHS_BETWEEN', 'num', later, earlier);
}

/** `LAST_DAY` of the month. */
export function lastDay<V extends Moment, S extends string, A extends string>(
  of: Expression<V, S, A>,
): Expression<V, S, A> {
  return call('LAST_DAY', momentKind(of, 'LAST_DAY'), of);
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `NEXT_DAY`: the first such day of the week behind the date, by its English name. */
export function nextDay<V extends Moment, S extends string, A extends string>(
  of: Expression<V, S, A>,
  weekday: (typeof WEEKDAYS)[number],
): Expression<V, S, A> {
  return call(
    'NEXT_DAY',
    momentKind(of, 'NEXT_DAY'),
    of,
    oneOf(weekday, WEEKDAYS, 'nextDay(): weekday').toUpperCase(),
  );
}

/** `SYSDATE`: now, in the time zone of NetSuite's servers. In use everywhere, though not on NetSuite's list. */
export function now(): Expression<DateTime> {
  return word('SYSDATE', 'datetime');
}

/** `CURRENT_DATE`: now, in the time zone of the session. */
export function currentDate(): Expression<DateTime> {
  return word('CURRENT_DATE', 'datetime');
}

/** `CURRENT_TIMESTAMP`: now, in the time zone of the session. */
export function currentTimestamp(): Expression<DateTime> {
  return word('CURRENT_TIMESTAMP', 'datetime');
}

/** `LOCALTIMESTAMP`: now, in the time zone of the session. */
export function localTimestamp(): Expression<DateTime> {
  return word('LOCALTIMESTAMP', 'datetime');
}

/** Today: the day of `SYSDATE`. */
export function today(): Expression<PlainDate> {
  return call('TRUNC', 'date', now());
}

/** `NEW_TIME`: a time of one zone in another; both by their North American letters, such as `PST`. */
export function newTime<V extends Moment, S extends string, A extends string>(
  of: Expression<V, S, A>,
  from: string,
  to: string,
): Expression<V, S, A> {
  return call('NEW_TIME', momentKind(of, 'NEW_TIME'), of, from, to);
}

/** `FROM_TZ`: a timestamp with its time zone. */
export function fromTz<S extends string>(
  of: Expression<Moment, S>,
  zone: string,
): Expression<DateTime | null, S> {
  return call('FROM_TZ', 'datetime', of, zone);
}

/** `SYS_EXTRACT_UTC`: a timestamp with time zone in UTC. */
export function sysExtractUtc<S extends string>(of: Expression<Moment, S>): Expression<DateTime | null, S> {
  return call('SYS_EXTRACT_UTC', 'datetime', of);
}

/** `TZ_OFFSET` of a time zone from UTC, such as `+02:00`. */
export function tzOffset(zone: string): Expression<string> {
  return call('TZ_OFFSET', 'text', zone);
}

function word<Value>(name: string, kind: ValueKind): Expression<Value> {
  return expression({ type: 'raw', parts: [name], kind });
}

function momentKind(of: Expression<Moment, string>, name: string): ValueKind {
  return kindOf(nodeOf(of, name)) === 'datetime' ? 'datetime' : 'date';
}
