/** The tree without its ranges, so that two spellings of one statement can be compared. */
export function withoutRanges(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}
