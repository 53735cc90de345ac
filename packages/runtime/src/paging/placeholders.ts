/**
 * Where the `?` placeholders of a SuiteQL text are: outside of strings, quoted identifiers and comments.
 *
 * @throws {TypeError} A string, quoted identifier or comment does not end.
 */
export function findPlaceholders(text: string): readonly number[] {
  const positions: number[] = [];
  let position = 0;
  while (position < text.length) {
    const region = opaqueRegions.find(({ start }) => text.startsWith(start, position));
    if (region !== undefined) {
      position = endOfRegion(text, position, region);
      continue;
    }
    if (text[position] === '?') positions.push(position);
    position += 1;
  }
  return positions;
}

/** Parts in which a `?` is only a character. A doubled quote ends one string and starts the next, which comes to the same. */
interface OpaqueRegion {
  readonly start: string;
  readonly end: string;
  readonly name: string;
  readonly endsWithText?: boolean;
}

const opaqueRegions: readonly OpaqueRegion[] = [
  { start: "'", end: "'", name: 'string' },
  { start: '"', end: '"', name: 'quoted identifier' },
  { start: '--', end: '\n', name: 'comment', endsWithText: true },
  { start: '/*', end: '*/', name: 'comment' },
];

function endOfRegion(text: string, from: number, region: OpaqueRegion): number {
  const end = text.indexOf(region.end, from + region.start.length);
  if (end >= 0) return end + region.end.length;
  if (region.endsWithText === true) return text.length;
  throw new TypeError(
    `The SuiteQL statement has a ${region.name} that starts at character ${from + 1} and does not end.`,
  );
}
