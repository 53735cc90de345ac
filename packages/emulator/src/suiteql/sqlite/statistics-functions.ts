import {
  addDecimals,
  compareDecimals,
  type Decimal,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  sumDecimals,
} from '../decimal.js';
import {
  divideNumbers,
  type GivenNumber,
  givenDecimal,
  type StoredNumber,
  storeDecimal,
} from '../stored-number.js';
import { numberList } from './number-list.js';
import { kendall, rankPairs } from './rank-correlation.js';
import { squareRoot } from './real-functions.js';
import type { SqliteFunctions } from './sqlite-function.js';

type DecimalPair = readonly [Decimal, Decimal];

function decimals(list: unknown): readonly Decimal[] {
  return numberList(list).map(givenDecimal);
}

/** Pairs of which neither value is NULL. */
function pairs(list: unknown): readonly DecimalPair[] {
  // Written by json_group_array in the translated SQL.
  const gathered = JSON.parse(String(list)) as readonly (readonly [GivenNumber | null, GivenNumber | null])[];
  return gathered.flatMap(([left, right]) =>
    left === null || right === null ? [] : [[givenDecimal(left), givenDecimal(right)] as const],
  );
}

function whole(value: number): Decimal {
  return { coefficient: BigInt(value), scale: 0 };
}

/** n times the sum of the products, less the product of the sums: n² times the covariance, without a division. */
function codeviation(values: readonly DecimalPair[]): Decimal {
  const products = sumDecimals(values.map(([left, right]) => multiplyDecimals(left, right)));
  const sums = multiplyDecimals(
    sumDecimals(values.map(([left]) => left)),
    sumDecimals(values.map(([, right]) => right)),
  );
  return addDecimals(multiplyDecimals(whole(values.length), products), negateDecimal(sums));
}

/** @see Oracle, SQL Language Reference, "VARIANCE" and "COVAR_POP": the sums that they are defined by. */
function covariance(values: readonly DecimalPair[], divisor: number): StoredNumber | null {
  if (values.length === 0 || divisor < 0) return null;
  return divisor === 0
    ? 0
    : storeDecimal(divideDecimals(codeviation(values), whole(values.length * divisor)));
}

const withItself = (values: readonly Decimal[]): readonly DecimalPair[] =>
  values.map((value) => [value, value]);

function variance(list: unknown, divisorOf: (count: number) => number): StoredNumber | null {
  const values = decimals(list);
  return covariance(withItself(values), divisorOf(values.length));
}

function root(value: StoredNumber | null): StoredNumber | null {
  return value === null ? null : squareRoot(value);
}

const sample = (count: number): number => count - 1;
const population = (count: number): number => count;
const sampleOrNull = (count: number): number => count - 1 || -1;

function correlation(values: readonly DecimalPair[]): StoredNumber | null {
  const square = multiplyDecimals(
    codeviation(withItself(values.map(([left]) => left))),
    codeviation(withItself(values.map(([, right]) => right))),
  );
  if (square.coefficient === 0n) return null;
  return divideNumbers(storeDecimal(codeviation(values)), squareRoot(storeDecimal(square)));
}

function median(values: readonly Decimal[]): StoredNumber | null {
  const sorted = [...values].sort(compareDecimals);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper);
  return storeDecimal(divideDecimals(addDecimals(lower, upper), whole(2)));
}

export const statisticsSqliteFunctions: SqliteFunctions = {
  sw_median: (list) => median(decimals(list)),
  // Oracle's STDDEV and VARIANCE of one value are 0, those that say SAMP are NULL.
  sw_variance: (list) => variance(list, sample),
  sw_var_pop: (list) => variance(list, population),
  sw_var_samp: (list) => variance(list, sampleOrNull),
  sw_stddev: (list) => root(variance(list, sample)),
  sw_stddev_pop: (list) => root(variance(list, population)),
  sw_stddev_samp: (list) => root(variance(list, sampleOrNull)),
  sw_covar_pop: (list) => covariance(pairs(list), pairs(list).length),
  sw_covar_samp: (list) => covariance(pairs(list), sampleOrNull(pairs(list).length)),
  sw_corr: (list) => correlation(pairs(list)),
  sw_corr_k: (list) => kendall(pairs(list)),
  sw_corr_s: (list) => correlation(rankPairs(pairs(list))),
};
