import { pascalCase } from './pascal-case.js';

/**
 * A type name for what several fields share: the words that all their names end with (`Address` of
 * `billingAddress` and `shippingAddress`), else the name that most of them have. Empty: neither.
 */
export function commonName(fieldNames: readonly string[]): string {
  return pascalCase(commonTail([...new Set(fieldNames)].map(words)) || majority(fieldNames));
}

/** `salesOrder` as `Sales Order`; names that are not written that way stay. */
export function inWords(name: string): string {
  if (!/^[a-z]+(?:[A-Z][a-z]+)*$/.test(name)) return name;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replace(/[A-Z]/g, ' $&')}`;
}

/** `billingAddress`: `address`. */
export function lastWord(name: string): string {
  return words(name).at(-1)?.toLowerCase() ?? '';
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

function majority(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > names.length)?.[0] ?? '';
}
