import { keepRows } from './keep.js';
import { moveMonths } from './months.js';
import { kendall, rankPairs } from './rank-correlation.js';
import { reduceValues, type Value } from './reduce-values.js';
import type { NonNullValue, SqliteFunctions } from './sqlite-function.js';

/** What SQLite gathered as a JSON list. Aggregates do not see NULLs. */
function numbers(list: unknown): readonly number[] {
  return parse<number | null>(list).filter((value) => value !== null);
}

function parse<T>(list: unknown): readonly T[] {
  // Written by json_group_array in the translated SQL.
  return JSON.parse(String(list)) as readonly T[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[], divisor: number): number | null {
  if (values.length === 0 || divisor < 0) return null;
  if (divisor === 0) return 0;
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / divisor;
}

function root(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

type Pair = readonly [number, number];

/** Pairs of which neither value is NULL. */
function completePairs(list: unknown): readonly Pair[] {
  return parse<readonly [number | null, number | null]>(list).filter(
    (pair): pair is Pair => pair[0] !== null && pair[1] !== null,
  );
}

function covariance(pairs: readonly Pair[], divisor: number): number | null {
  if (pairs.length === 0 || divisor <= 0) return null;
  const left = mean(pairs.map(([value]) => value));
  const right = mean(pairs.map(([, value]) => value));
  return pairs.reduce((sum, [x, y]) => sum + (x - left) * (y - right), 0) / divisor;
}

function correlation(pairs: readonly Pair[]): number | null {
  const deviation = (index: 0 | 1): number | null =>
    root(
      variance(
        pairs.map((pair) => pair[index]),
        pairs.length,
      ),
    );
  const [left, right, together] = [deviation(0), deviation(1), covariance(pairs, pairs.length)];
  return !left || !right || together === null ? null : together / (left * right);
}

export const aggregateSqliteFunctions: SqliteFunctions = {
  sw_median: (list) => median(numbers(list)),
  // Oracle's STDDEV and VARIANCE of one value are 0, those that say SAMP are NULL.
  sw_variance: (list) => variance(numbers(list), numbers(list).length - 1),
  sw_var_pop: (list) => variance(numbers(list), numbers(list).length),
  sw_var_samp: (list) => variance(numbers(list), numbers(list).length - 1 || -1),
  sw_stddev: (list) => root(variance(numbers(list), numbers(list).length - 1)),
  sw_stddev_pop: (list) => root(variance(numbers(list), numbers(list).length)),
  sw_stddev_samp: (list) => root(variance(numbers(list), numbers(list).length - 1 || -1)),
  sw_covar_pop: (list) => covariance(completePairs(list), completePairs(list).length),
  sw_covar_samp: (list) => covariance(completePairs(list), completePairs(list).length - 1),
  sw_corr: (list) => correlation(completePairs(list)),
  sw_corr_k: (list) => kendall(completePairs(list)),
  sw_corr_s: (list) => correlation(rankPairs(completePairs(list))),
  sw_listagg: (list, separator) =>
    parse<string | null>(list)
      .filter((value) => value !== null)
      .join(String(separator)) || null,
  sw_reduce: (reducer, list) => {
    const [name = '', distinct] = String(reducer).split(' ');
    const values = parse<Value>(list);
    return reduceValues(name, distinct === undefined ? values : [...new Set(values)]);
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
  sw_keep: (name, rank, directions, rows) =>
    keepRows({
      name: String(name),
      rank: rank === 'last' ? 'last' : 'first',
      directions: String(directions).split(','),
      rows: parse(rows),
    }),
};
