import { pascalCase } from './pascal-case.js';

/**
 * A type name for what several fields share: the words that all their names end with
 * (`billingAddress` and `shippingAddress`: `Address`), else the name of most of them.
 */
export function commonName(fieldNames: readonly string[]): string {
  return pascalCase(commonTail([...new Set(fieldNames)].map(words))) || pascalCase(mostFrequent(fieldNames));
}

/** `billingAddress` as `billing`, `Address`. */
function words(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

function commonTail([first = [], ...others]: readonly (readonly string[])[]): string {
  let length = 0;
  while (length < first.length) {
    const word = first.at(-1 - length)?.toLowerCase();
    if (!others.every((other) => other.at(-1 - length)?.toLowerCase() === word)) break;
    length += 1;
  }
  return first.slice(first.length - length).join(' ');
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [winner] = [...counts].sort(([left, leftCount], [right, rightCount]) =>
    leftCount === rightCount ? (left < right ? -1 : 1) : rightCount - leftCount,
  );
  return winner?.[0] ?? '';
}
