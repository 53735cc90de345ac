import { shorten } from './show-value.js';

/** @throws {TypeError} The object has a property of another name. */
export function checkNames(
  given: object,
  { place, known }: { readonly place: string; readonly known: readonly string[] },
): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw unknownName(name, { place, known, what: 'an argument' });
  }
}

/** The error for a name that does not exist, with the one that may be meant and those that do. */
export function unknownName(
  name: string,
  {
    place,
    known,
    what,
  }: { readonly place: string; readonly known: readonly string[]; readonly what: string },
): TypeError {
  return new TypeError(
    `${place}: '${shorten(name)}' is not ${what}.${suggestion(name, known)} Use one of: ${listed(known)}.`,
  );
}

/** Names as a message lists them: of very many the first few. */
export function listed(names: readonly string[]): string {
  const others = names.length - SHOWN_NAMES;
  return others <= 0 ? names.join(', ') : `${names.slice(0, SHOWN_NAMES).join(', ')} and ${others} more`;
}

const SHOWN_NAMES = 40;

/** `Did you mean …?`, where a name is near, or what other libraries call it is known. */
export function suggestion(name: string, known: readonly string[]): string {
  const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  const near =
    other !== undefined && known.includes(other) ? other : known.find((each) => isNear(name, each));
  return near === undefined ? '' : ` Did you mean '${near}'?`;
}

const otherNames: Readonly<Record<string, string>> = {
  ...{ limit: 'take', first: 'take', top: 'take', offset: 'skip', cursor: 'after' },
  ...{ filter: 'where', order: 'orderBy', sort: 'orderBy', fields: 'select', columns: 'select' },
  ...{ eq: 'equals', ne: 'not', like: 'contains', nin: 'notIn' },
};

/** Whether one letter is missing, added, another, or swapped with its neighbour; letter case aside. */
function isNear(name: string, known: string): boolean {
  const [one, other] = [name.toLowerCase(), known.toLowerCase()];
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  return (
    left === right ||
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
