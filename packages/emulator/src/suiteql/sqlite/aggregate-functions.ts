import { keepRows } from './keep.js';
import { moveMonths } from './months.js';
import { reduceValues, type Value, type ValueForm } from './reduce-values.js';
import type { NonNullValue, SqliteFunctions } from './sqlite-function.js';

function parse<T>(list: unknown): readonly T[] {
  // Written by json_group_array in the translated SQL.
  return JSON.parse(String(list)) as readonly T[];
}

function formOf(form: unknown): ValueForm {
  return form === 'key' ? 'key' : 'plain';
}

export const aggregateSqliteFunctions: SqliteFunctions = {
  sw_listagg: (list, separator) =>
    parse<string | null>(list)
      .filter((value) => value !== null)
      .join(String(separator)) || null,
  sw_reduce: (reducer, form, list) => {
    const [name = '', distinct] = String(reducer).split(' ');
    const values = parse<Value>(list);
    return reduceValues(name, distinct === undefined ? values : [...new Set(values)], formOf(form));
  },
  sw_month_frame: (key, lower, upper, rows) => {
    if (key === '')
      return JSON.stringify(parse<readonly [number | null, Value]>(rows).map(([, value]) => value));
    const bound = (months: NonNullValue, none: number): number =>
      months === '' ? none : moveMonths(Number(key), Number(months));
    const [from, to] = [bound(lower, Number.NEGATIVE_INFINITY), bound(upper, Number.POSITIVE_INFINITY)];
    const kept = parse<readonly [number | null, Value]>(rows).filter(
      ([at]) => at === null || (at >= from && at <= to),
    );
    return JSON.stringify(kept.map(([, value]) => value));
  },
  sw_keep: (name, rank, directions, form, rows) =>
    keepRows({
      name: String(name),
      rank: rank === 'last' ? 'last' : 'first',
      directions: String(directions).split(','),
      form: formOf(form),
      rows: parse(rows),
    }),
};
