/** The candidate that a misspelt name most likely means; null when none is near. */
export function suggest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name, candidate, limit);
    if (distance > limit) continue;
    if (distance === 0) return candidate;
    best = candidate;
    limit = distance - 1;
    if (limit === 0) break;
  }
  return best;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two names, or more than `limit`.
 * Only cells within `limit` of the diagonal are looked at.
 */
function editDistance(left: string, right: string, limit: number): number {
  const far = limit + 1;
  let beforePrevious: number[] = [];
  let previous: number[] = [];
  for (let column = 0; column <= right.length; column += 1) previous.push(column <= limit ? column : far);
  for (let row = 1; row <= left.length; row += 1) {
    const current: number[] = new Array(right.length + 1).fill(far);
    if (row <= limit) current[0] = row;
    const last = Math.min(right.length, row + limit);
    let least = current[0] ?? far;
    for (let column = Math.max(1, row - limit); column <= last; column += 1) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let cost = Math.min(
        (previous[column - 1] ?? far) + (same ? 0 : 1),
        (previous[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
      );
      if (!same && row > 1 && column > 1 && isSwap(left, row, right, column)) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? far) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return far;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? far;
}

function isSwap(left: string, row: number, right: string, column: number): boolean {
  return (
    left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
    left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
  );
}
