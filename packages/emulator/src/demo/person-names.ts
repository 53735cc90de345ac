import type { Random } from './random.js';
import { firstNames, lastNames } from './words.js';

interface PersonName {
  readonly first: string;
  readonly middle: string | null;
  readonly last: string;
  readonly full: string;
}

export function personName(random: Random): PersonName {
  const first = random.pick(firstNames);
  const middle = random.chance(0.1) ? `${'ABEJKLMR'[random.integer(0, 7)]}.` : null;
  const last = random.pick(lastNames);
  return { first, middle, last, full: `${first} ${last}` };
}

/** A name that no two entities share: a number tells namesakes apart, as NetSuite demands it. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name} ${count}`;
  taken.add(unique);
  return unique;
}

/** An address that reaches nobody (RFC 2606), made from a name. */
export function emailOf(name: string, domain: string): string {
  const local = name
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z0-9]+/g, '.')
    .replaceAll(/^\.+|\.+$/g, '')
    .toLowerCase();
  return `${local}@${domain}.example`;
}

export function phoneNumber(random: Random): string {
  return `(${random.integer(201, 989)}) 555-${String(random.integer(0, 9999)).padStart(4, '0')}`;
}
