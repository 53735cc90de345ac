type Pair = readonly [number, number];

/**
 * CORR_K: Kendall's tau-b, which takes ties into account.
 *
 * @see Oracle, SQL Language Reference, "CORR_K"
 */
export function kendall(pairs: readonly Pair[]): number | null {
  let agreement = 0;
  let [leftUntied, rightUntied] = [0, 0];
  pairs.forEach(([x, y], index) => {
    for (const [otherX, otherY] of pairs.slice(index + 1)) {
      const [left, right] = [Math.sign(x - otherX), Math.sign(y - otherY)];
      agreement += left * right;
      leftUntied += Math.abs(left);
      rightUntied += Math.abs(right);
    }
  });
  return leftUntied === 0 || rightUntied === 0 ? null : agreement / Math.sqrt(leftUntied * rightUntied);
}

/** What CORR_S correlates: each value's place among the others; equal values share the mean of their places. */
export function rankPairs(pairs: readonly Pair[]): readonly Pair[] {
  const left = ranks(pairs.map(([x]) => x));
  const right = ranks(pairs.map(([, y]) => y));
  return pairs.map((_, index) => [left[index] ?? 0, right[index] ?? 0]);
}

function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const smaller = values.filter((each) => each < value).length;
    const equal = values.filter((each) => each === value).length;
    return smaller + (equal + 1) / 2;
  });
}
