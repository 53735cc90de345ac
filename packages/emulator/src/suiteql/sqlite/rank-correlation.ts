import { compareDecimals, type Decimal } from '../decimal.js';
import { divideNumbers, type StoredNumber } from '../stored-number.js';
import { squareRoot } from './real-functions.js';

type Pair = readonly [Decimal, Decimal];

/**
 * CORR_K: Kendall's tau-b, which takes ties into account.
 *
 * @see Oracle, SQL Language Reference, "CORR_K"
 */
export function kendall(pairs: readonly Pair[]): StoredNumber | null {
  let agreement = 0;
  let [leftUntied, rightUntied] = [0, 0];
  pairs.forEach(([x, y], index) => {
    for (const [otherX, otherY] of pairs.slice(index + 1)) {
      const [left, right] = [compareDecimals(x, otherX), compareDecimals(y, otherY)];
      agreement += left * right;
      leftUntied += Math.abs(left);
      rightUntied += Math.abs(right);
    }
  });
  if (leftUntied === 0 || rightUntied === 0) return null;
  return divideNumbers(agreement, squareRoot(leftUntied * rightUntied));
}

/** What CORR_S correlates: each value's place among the others; equal values share the mean of their places. */
export function rankPairs(pairs: readonly Pair[]): readonly Pair[] {
  const left = ranks(pairs.map(([x]) => x));
  const right = ranks(pairs.map(([, y]) => y));
  return pairs.map((_, index) => [left[index] ?? halfRank(0), right[index] ?? halfRank(0)]);
}

function ranks(values: readonly Decimal[]): readonly Decimal[] {
  return values.map((value) => {
    const orders = values.map((each) => compareDecimals(each, value));
    const smaller = orders.filter((order) => order < 0).length;
    const equal = orders.filter((order) => order === 0).length;
    return halfRank(2 * smaller + equal + 1);
  });
}

function halfRank(doubled: number): Decimal {
  return { coefficient: BigInt(doubled * 5), scale: 1 };
}
