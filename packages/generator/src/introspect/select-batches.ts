/**
 * Splits names into lists for the catalog's `select`, so that every pair of names is together in at
 * least one list: a reference shows its target only when both records are selected.
 *
 * @param maximumCharacters Length of a list, with three characters (`%2C`) for each comma.
 */
export function selectBatches(names: readonly string[], maximumCharacters: number): string[][] {
  if (lengthOf(names) <= maximumCharacters) return names.length === 0 ? [] : [[...names]];
  const groups = groupsOf(names, maximumCharacters / 2);
  return groups.flatMap((group, index) => groups.slice(index + 1).map((other) => [...group, ...other]));
}

function groupsOf(names: readonly string[], maximumCharacters: number): string[][] {
  const groups: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const own = lengthOf([name]);
    if (length + own > maximumCharacters) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(name);
    length += own;
  }
  return groups;
}

function lengthOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + encodeURIComponent(name).length + 3, 0);
}
